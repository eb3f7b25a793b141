import Crypto
import CryptoExtras
import Dispatch

/// How much work one guess at a passphrase is: scrypt with r = 8 and p = 1, which takes 1,024 × `rounds` bytes of memory.
public struct PassphraseCost: Sendable {
    /// scrypt's N, a power of two.
    public var rounds: Int

    /// Makes a cost.
    public init(rounds: Int) { self.rounds = rounds }

    /// N = 2^17: 128 MiB, some tenths of a second.
    public static let standard = PassphraseCost(rounds: 1 << 17)

    /// What a row of the key database may ask for at most, lest a changed row take all memory.
    static let greatest = 1 << 20
}

/// Makes keys of passphrases.
enum Passphrase {
    /// The bytes that a new passphrase has at least.
    static let leastSize = 12
    static let saltSize = 16

    /// One at a time for the whole process, so that memory stays bounded, and on a thread of its own.
    private static let queue = DispatchQueue(label: "daybreak.vault.scrypt")

    /// The key of a passphrase. Throws `wrongPassphrase` for one that cannot be right, `damaged` for a cost that nobody set.
    static func key(_ passphrase: String, salt: [UInt8], rounds: Int) async throws -> SecretKey {
        guard !passphrase.isEmpty else { throw VaultError.wrongPassphrase }
        guard rounds > 1, rounds <= PassphraseCost.greatest, rounds.nonzeroBitCount == 1, !salt.isEmpty else {
            throw VaultError.damaged
        }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(
                    with: Result {
                        SecretKey(
                            try KDF.Scrypt.deriveKey(
                                from: Array(passphrase.utf8), salt: salt, outputByteCount: SecretKey.size,
                                rounds: rounds, blockSize: 8, parallelism: 1))
                    })
            }
        }
    }

    /// Throws `passphraseTooShort` for one that may not be set.
    static func requireFit(_ passphrase: String) throws(VaultError) {
        guard passphrase.utf8.count >= leastSize else { throw .passphraseTooShort(least: leastSize) }
    }
}
