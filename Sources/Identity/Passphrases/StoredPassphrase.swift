import Crypto
import CryptoExtras
import Foundation

/// A passphrase as it is kept: `$scrypt$ln=17,r=8,p=1$<salt>$<hash>`, both in base64 without padding.
///
/// The cost stands beside the hash, so that it can be raised later and each passphrase follows when its owner signs in.
struct StoredPassphrase: Hashable, Sendable {
    var cost: ScryptCost
    var salt: [UInt8]
    var hash: [UInt8]

    static let saltSize = 16
    static let hashSize = 32

    /// The hash of a passphrase, with a new salt. Takes as long as its cost says: call it in the `HashingHall`.
    init(of passphrase: [UInt8], cost: ScryptCost, salt: [UInt8]) throws {
        self.cost = cost
        self.salt = salt
        hash = try Self.derive(passphrase, salt, cost)
    }

    /// A hash that no passphrase has, for names that no account has: refusing them takes as long as refusing others.
    init(forNobody random: RandomBytes, cost: ScryptCost) {
        self.cost = cost
        salt = random(Self.saltSize)
        hash = random(Self.hashSize)
    }

    /// Reads the stored text; `nil` when it is not one, or asks for more than we bear.
    init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt",
            let cost = Self.cost(parts[2]), cost.isBearable,
            let salt = Data(base64Encoded: Self.padded(parts[3])), (8...64).contains(salt.count),
            let hash = Data(base64Encoded: Self.padded(parts[4])), hash.count == Self.hashSize
        else { return nil }
        self.cost = cost
        self.salt = Array(salt)
        self.hash = Array(hash)
    }

    /// The text that is stored.
    var text: String {
        let settings = "ln=\(cost.logN),r=\(cost.blockSize),p=\(cost.parallelism)"
        return "$scrypt$\(settings)$\(Self.unpadded(salt))$\(Self.unpadded(hash))"
    }

    /// Whether this is the hash of a passphrase. Takes as long as its cost says.
    func matches(_ passphrase: [UInt8]) throws -> Bool {
        isSame(try Self.derive(passphrase, salt, cost), hash)
    }

    static func derive(_ passphrase: [UInt8], _ salt: [UInt8], _ cost: ScryptCost, count: Int = hashSize) throws
        -> [UInt8]
    {
        // CryptoExtras takes the address of the first byte, which an empty passphrase does not have.
        let key = try KDF.Scrypt.deriveKey(
            from: passphrase.isEmpty ? [0] : passphrase, salt: salt, outputByteCount: count, rounds: 1 << cost.logN,
            blockSize: cost.blockSize, parallelism: cost.parallelism)
        return key.withUnsafeBytes { Array($0) }
    }

    private static func cost(_ text: Substring) -> ScryptCost? {
        let pairs = text.split(separator: ",", omittingEmptySubsequences: false).map { $0.split(separator: "=") }
        guard pairs.count == 3, pairs.allSatisfy({ $0.count == 2 }), pairs.map({ $0[0] }) == ["ln", "r", "p"],
            let logN = Int(pairs[0][1]), let blockSize = Int(pairs[1][1]), let parallelism = Int(pairs[2][1])
        else { return nil }
        return ScryptCost(logN: logN, blockSize: blockSize, parallelism: parallelism)
    }

    private static func unpadded(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("=", with: "")
    }

    private static func padded(_ text: Substring) -> String {
        String(text) + String(repeating: "=", count: (4 - text.count % 4) % 4)
    }
}
