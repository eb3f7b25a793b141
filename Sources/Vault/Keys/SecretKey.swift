import Crypto
import Foundation

/// A key of 256 bits. Its bytes live only in memory that `Crypto` overwrites when the last copy goes.
struct SecretKey: Sendable, Equatable {
    /// The bytes of a key.
    static let size = 32
    /// The bytes of a wrapped key: RFC 3394 adds eight that show whether it was unwrapped rightly.
    static let wrappedSize = size + 8

    let key: SymmetricKey

    init(_ key: SymmetricKey) { self.key = key }

    /// A key of given bytes.
    init(bytes: [UInt8]) { key = SymmetricKey(data: bytes) }

    /// A new key from `random`; its bytes are overwritten where they lay.
    init(from random: (Int) -> [UInt8]) {
        var bytes = random(Self.size)
        precondition(bytes.count == Self.size, "a source of randomness gives as many bytes as it is asked for")
        key = SymmetricKey(data: bytes)
        bytes.withUnsafeMutableBytes { _ = $0.initializeMemory(as: UInt8.self, repeating: 0) }
    }

    /// The key that was wrapped under another (AES-KW, RFC 3394). Throws `damaged` when it was not, or has changed.
    init(unwrapping wrapped: [UInt8], under key: SecretKey) throws(VaultError) {
        guard wrapped.count == Self.wrappedSize,
            let unwrapped = try? AES.KeyWrap.unwrap(wrapped, using: key.key)
        else { throw .damaged }
        self.key = unwrapped
    }

    /// Another key, wrapped under this one (AES-KW, RFC 3394).
    func wrapping(_ other: SecretKey) throws(VaultError) -> [UInt8] {
        guard let wrapped = try? AES.KeyWrap.wrap(other.key, using: key) else { throw .damaged }
        return Array(wrapped)
    }

    /// A key for one purpose (HKDF-Expand with SHA-256; this key is uniform already, so that there is nothing to extract).
    func deriving(_ info: [UInt8]) -> SecretKey {
        SecretKey(HKDF<SHA256>.expand(pseudoRandomKey: key, info: info, outputByteCount: Self.size))
    }

    /// The bytes, for as long as they are needed.
    func withBytes<Result>(_ body: ([UInt8]) throws -> Result) rethrows -> Result {
        var bytes = key.withUnsafeBytes { Array($0) }
        defer { bytes.withUnsafeMutableBytes { _ = $0.initializeMemory(as: UInt8.self, repeating: 0) } }
        return try body(bytes)
    }
}
