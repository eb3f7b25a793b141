import Crypto
import Storage
import Vault

/// A record's fields as they are stored: sealed fields as envelopes, bound to record, field and version.
struct SealedDocument: Sendable {
    /// The fields as JSON with sorted keys; a sealed value is `{"sealed": "…"}`.
    var bytes: [UInt8]
    /// The reason, sealed when any field is: people write names into it.
    var reason: [UInt8]

    static func seal<R: Record>(
        _ document: Document, _ type: R.Type, _ id: RecordID, _ version: Int, _ sealing: Sealing, reason: String
    ) throws -> SealedDocument {
        var sealed = document
        for field in R.fields where field.isSealed {
            guard let value = document[field.name], let sealer = sealing.sealer else { continue }
            let envelope = try sealer.seal(value.bytes, at: address(type, id, field.name, version))
            sealed[field.name] = .object(["sealed": .text(Hex.encode(envelope))])
        }
        let plain = Array(reason.storable.utf8)
        let stored = try sealing.sealer?.seal(plain, at: address(type, id, reasonField, version)) ?? plain
        return SealedDocument(bytes: Tree.object(sealed).bytes, reason: stored)
    }

    /// What a version holds. Sealed fields are opened where there is a key, and left out where there is none: an erased
    /// person's records stay readable but for the person.
    static func open<R: Record>(
        _ row: RecordRow, _ type: R.Type, version: Int, _ sealing: Sealing, _ connection: any Reading
    ) throws -> (document: Document, reason: String, version: VersionRow) {
        guard let stored = try VersionRow.load(row.number, version: version, connection) else {
            throw DeskError.notFound
        }
        let (document, reason) = try open(stored, type, row.id, sealing)
        return (document, reason, stored)
    }

    static func open<R: Record>(
        _ stored: VersionRow, _ type: R.Type, _ id: RecordID, _ sealing: Sealing
    ) throws -> (Document, String) {
        guard case .object(var document)? = Tree(json: stored.document) else { throw DeskError.notFound }
        for field in R.fields where field.isSealed {
            guard case .object(let box)? = document[field.name], case .text(let envelope)? = box["sealed"] else {
                continue
            }
            let bytes = try? sealing.sealer?.open(
                Hex.decode(envelope), at: address(type, id, field.name, stored.version))
            document[field.name] = bytes.flatMap { Tree(json: $0) }
        }
        guard R.sealsReason(of: document) else {
            return (document, String(decoding: stored.reason, as: UTF8.self))
        }
        let reason = try? sealing.sealer?.open(stored.reason, at: address(type, id, reasonField, stored.version))
        return (document, String(decoding: reason ?? [], as: UTF8.self))
    }

    // A name that no field of a struct can have.
    private static let reasonField = "(reason)"

    private static func address<R: Record>(
        _ type: R.Type, _ id: RecordID, _ field: String, _ version: Int
    ) -> FieldAddress {
        FieldAddress(kind: R.type.name, row: id, field: field, version: version)
    }

    /// The SHA-256 of everything that a version row holds: what the ledger commits to, and `ledger verify` computes again
    /// from the row. Sealed fields are hashed sealed, so that erasing a person's key leaves the ledger whole.
    func digest(
        _ type: String, _ id: RecordID, _ version: Int, _ action: String, _ state: String, _ account: String, _ at: Int
    ) -> [UInt8] {
        let whole: Tree = .object([
            "type": .text(type), "id": .text(id), "version": .integer(version), "action": .text(action),
            "state": .text(state), "account": .text(account), "at": .integer(at),
            "document": .text(Hex.encode(SHA256.hash(data: bytes))),
            "reason": .text(Hex.encode(SHA256.hash(data: reason))),
        ])
        return Array(SHA256.hash(data: whole.bytes))
    }
}
