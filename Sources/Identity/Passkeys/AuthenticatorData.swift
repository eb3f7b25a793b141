import Crypto

/// What an authenticator says of itself and signs (WebAuthn §6.1).
struct AuthenticatorData: Sendable {
    /// The SHA-256 of the site that it answers.
    var site: [UInt8]
    /// Whether somebody was there (UP), and was verified (UV).
    var userPresent: Bool
    var userVerified: Bool
    /// Whether the passkey can be on several devices (BE), and is (BS).
    var canBeCopied: Bool
    var isCopied: Bool
    /// How often it has signed; always 0 for one that does not count.
    var signCount: Int
    /// The new passkey, at registration.
    var credential: Credential?

    struct Credential: Sendable {
        var id: [UInt8]
        /// The COSE key as it was written.
        var key: [UInt8]
    }

    /// Reads all of the bytes, and nothing is left.
    init(_ bytes: [UInt8]) throws(PasskeyRefusal) {
        guard bytes.count >= 37 else { throw PasskeyRefusal(.malformed) }
        let flags = bytes[32]
        site = Array(bytes[..<32])
        (userPresent, userVerified) = (flags & 0x01 != 0, flags & 0x04 != 0)
        (canBeCopied, isCopied) = (flags & 0x08 != 0, flags & 0x10 != 0)
        signCount = bytes[33..<37].reduce(0) { $0 << 8 | Int($1) }
        var rest = bytes[37...]
        if flags & 0x40 != 0 { credential = try Self.credential(&rest) }
        if flags & 0x80 != 0 {
            guard let (extensions, end) = CBOR.first(rest), case .map = extensions else {
                throw PasskeyRefusal(.malformed)
            }
            rest = rest[end...]
        }
        guard rest.isEmpty, canBeCopied || !isCopied, flags & 0x22 == 0 else { throw PasskeyRefusal(.malformed) }
    }

    /// The new passkey: 16 bytes of its maker, which we do not ask for; the length of its id; its id; its key.
    private static func credential(_ rest: inout ArraySlice<UInt8>) throws(PasskeyRefusal) -> Credential {
        guard rest.count >= 18 else { throw PasskeyRefusal(.malformed) }
        let length = Int(rest[rest.startIndex + 16]) << 8 | Int(rest[rest.startIndex + 17])
        rest = rest.dropFirst(18)
        guard (1...1_023).contains(length), rest.count > length else { throw PasskeyRefusal(.malformed) }
        let id = Array(rest.prefix(length))
        rest = rest.dropFirst(length)
        guard let (_, end) = CBOR.first(rest) else { throw PasskeyRefusal(.malformed) }
        let key = Array(rest[..<end])
        rest = rest[end...]
        return Credential(id: id, key: key)
    }
}
