import Crypto
import Foundation

@testable import Identity

extension CBOR {
    /// The canonical encoding.
    var encoded: [UInt8] {
        switch self {
        case .integer(let value) where value >= 0: Self.head(0, value)
        case .integer(let value): Self.head(1, -1 - value)
        case .bytes(let bytes): Self.head(2, bytes.count) + bytes
        case .text(let text): Self.head(3, text.utf8.count) + Array(text.utf8)
        case .array(let values): Self.head(4, values.count) + values.flatMap(\.encoded)
        case .map(let entries): Self.head(5, entries.count) + entries.flatMap { $0.key.encoded + $0.value.encoded }
        case .bool(let value): [value ? 0xF5 : 0xF4]
        case .null: [0xF6]
        }
    }

    private static func head(_ type: UInt8, _ value: Int) -> [UInt8] {
        func tail(_ count: Int) -> [UInt8] {
            (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
        }
        return switch value {
        case ..<24: [type << 5 | UInt8(value)]
        case ..<256: [type << 5 | 24] + tail(1)
        case ..<65_536: [type << 5 | 25] + tail(2)
        case ..<4_294_967_296: [type << 5 | 26] + tail(4)
        default: [type << 5 | 27] + tail(8)
        }
    }

    /// A map with its keys in canonical order.
    static func sorted(_ pairs: [(CBOR, CBOR)]) -> CBOR {
        .map(
            pairs.map { Entry(key: $0.0, value: $0.1) }.sorted { left, right in
                let (left, right) = (left.key.encoded, right.key.encoded)
                if left[0] >> 5 != right[0] >> 5 { return left[0] < right[0] }
                return left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
            })
    }
}

extension Dice {
    mutating func cbor(depth: Int) -> CBOR {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &self) {
        case 0: return .integer(Int.random(in: -300...300, using: &self))
        case 1: return .integer(Int.random(in: Int.min...Int.max, using: &self))
        case 2: return .bytes(bytes(Int.random(in: 0...300, using: &self)))
        case 3: return .text(["", "fmt", "attStmt", "authData", "ก", "😀"].randomElement(using: &self) ?? "")
        case 4: return .bool(Bool.random(using: &self))
        case 5: return .null
        case 6: return .array((0..<Int.random(in: 0...30, using: &self)).map { _ in cbor(depth: depth - 1) })
        default:
            var keys: Set<CBOR> = []
            for _ in 0..<Int.random(in: 0...8, using: &self) {
                keys.insert(.integer(Int.random(in: -300...300, using: &self)))
                keys.insert(.text(String(UInt64.random(in: 0...5_000, using: &self), radix: 36)))
            }
            return .sorted(keys.sorted { "\($0)" < "\($1)" }.map { ($0, cbor(depth: depth - 1)) })
        }
    }
}

/// A passkey in software, with every part of its answers open to being wrong.
struct Authenticator {
    enum Key {
        case es256(P256.Signing.PrivateKey)
        case ed25519(Curve25519.Signing.PrivateKey)
    }

    var key: Key = .es256(P256.Signing.PrivateKey())
    var id: [UInt8] = Array("a passkey".utf8)
    var site = "example.org"
    var origin = "https://example.org"
    var flags: UInt8 = 0x05
    var signCount = 0
    var more = ""
    var type: String?
    /// The format and statement of the attestation; `nil` for an own signature.
    var attestation: (format: String, statement: CBOR)? = ("none", .map([]))

    var cose: CBOR {
        switch key {
        case .es256(let key):
            let point = Array(key.publicKey.x963Representation)
            return .sorted([
                (1, 2), (3, -7), (-1, 1), (-2, .bytes(Array(point[1..<33]))), (-3, .bytes(Array(point[33...]))),
            ])
        case .ed25519(let key):
            return .sorted([(1, 1), (3, -8), (-1, 6), (-2, .bytes(Array(key.publicKey.rawRepresentation)))])
        }
    }

    func data(attested: Bool = false) -> [UInt8] {
        let count = (0..<4).reversed().map { UInt8(truncatingIfNeeded: signCount >> ($0 * 8)) }
        let credential =
            [UInt8](repeating: 0, count: 16) + [UInt8(id.count >> 8), UInt8(id.count & 255)] + id + cose.encoded
        let head = Array(SHA256.hash(data: Array(site.utf8))) + [attested ? flags | 0x40 : flags] + count
        return attested ? head + credential : head
    }

    func clientData(_ purpose: PasskeyPurpose, _ challenge: String) -> [UInt8] {
        Array(
            #"{"type":"\#(type ?? purpose.rawValue)","challenge":"\#(challenge)","origin":"\#(origin)"\#(more)}"#.utf8)
    }

    func sign(_ message: [UInt8]) throws -> [UInt8] {
        switch key {
        case .es256(let key): Array(try key.signature(for: message).derRepresentation)
        case .ed25519(let key): Array(try key.signature(for: message))
        }
    }

    func create(_ request: PasskeyRequest) throws -> PasskeyCreation {
        let client = clientData(.create, request.challenge)
        let data = data(attested: true)
        let own = CBOR.sorted([
            ("alg", cose[3] ?? .null), ("sig", .bytes(try sign(data + Array(SHA256.hash(data: client))))),
        ])
        let (format, statement) = attestation ?? ("packed", own)
        let object = CBOR.sorted([("fmt", .text(format)), ("attStmt", statement), ("authData", .bytes(data))])
        return PasskeyCreation(clientData: client, attestation: object.encoded)
    }

    func answer(_ request: PasskeyRequest) throws -> PasskeyAnswer {
        let client = clientData(.get, request.challenge)
        let data = data()
        return PasskeyAnswer(
            id: id, clientData: client, authenticatorData: data,
            signature: try sign(data + Array(SHA256.hash(data: client))))
    }
}
