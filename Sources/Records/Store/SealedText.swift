import Storage
import Vault

/// A text that people write beside a record: why they ask, why they broke the glass, what a review found. They write names
/// into it, so it is sealed under the record's own key, and goes with it.
enum SealedText {
    /// What it is written into.
    enum Place: String {
        case approval, brokenGlass = "broken-glass", review
    }

    /// The text as it is stored: sealed where the record has sealed fields.
    static func seal(_ text: String, _ place: Place, _ row: String, _ sealing: Sealing) throws -> String {
        guard let sealer = sealing.sealer else { return text.storable }
        return Hex.encode(try sealer.seal(Array(text.storable.utf8), at: address(place, row)))
    }

    /// The text as it was written; empty without the key.
    static func open(_ stored: String, _ place: Place, _ row: String, _ subject: Subject?, _ vault: Vault?) async
        -> String
    {
        guard let subject else { return stored }
        guard let vault, !vault.isSealed, let sealer = try? await vault.sealer(for: subject),
            let bytes = try? sealer.open(Hex.decode(stored), at: address(place, row))
        else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whose key it is, from what stands beside the text; `nil` where there is no compartment.
    static func subject(_ organisation: String, _ compartment: String, _ record: RecordID) -> Subject? {
        guard !compartment.isEmpty else { return nil }
        return Subject(organisation: organisation, compartment: compartment, id: record)
    }

    private static func address(_ place: Place, _ row: String) -> FieldAddress {
        FieldAddress(kind: place.rawValue, row: row, field: "(reason)", version: 1)
    }
}

extension Desk {
    /// The keys for what is written beside a record; none where it is not sealed.
    func sealing(of subject: Subject?) async throws -> Sealing {
        guard let subject, let vault else { return Sealing() }
        return Sealing(
            sealer: try await vault.sealer(for: subject),
            index: try await vault.blindIndex(organisation: subject.organisation, compartment: subject.compartment))
    }
}

extension Sealing {
    /// The compartment that is kept beside a text; empty where it is not sealed.
    func compartment(of type: RecordType) -> String { sealer == nil ? "" : type.compartment }
}
