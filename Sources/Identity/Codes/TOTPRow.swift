import Crypto
import Foundation
import Storage

/// The secrets of one-time codes as they are kept: sealed with a key that is not in the database, bound to their account.
enum TOTPRow {
    /// So many random bytes (RFC 4226 asks for at least 16 and recommends 20).
    static let secretSize = 20

    /// Seals a secret.
    static func seal(_ secret: [UInt8], account: String, key: [UInt8], nonce: [UInt8]) throws -> [UInt8] {
        let box = try AES.GCM.seal(
            secret, using: derived(key), nonce: AES.GCM.Nonce(data: nonce), authenticating: bound(account))
        return nonce + Array(box.ciphertext) + Array(box.tag)
    }

    /// Opens a secret. Throws when the key is another, or the row was moved to another account.
    static func open(_ sealed: [UInt8], account: String, key: [UInt8]) throws -> [UInt8] {
        Array(
            try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: derived(key), authenticating: bound(account)))
    }

    /// Whether a code is one of the account's, and was not used before.
    static func accept(_ code: String, account: String, key: [UInt8], at now: Int, in connection: any Writing) throws
        -> Bool
    {
        guard let row = try connection.row("SELECT sealed, last_step FROM identity_totp WHERE account = \(account)")
        else { return false }
        let secret = try open(row.blob(0), account: account, key: key)
        guard let step = TOTP.accepted(code, secret, after: row.int(1), at: now) else { return false }
        // The condition again: of two at once with the same code, one is refused.
        let changed = try connection.execute(
            "UPDATE identity_totp SET last_step = \(step) WHERE account = \(account) AND last_step < \(step)")
        return changed == 1
    }

    /// Opens every secret that is kept. Throws when the key is another.
    static func openAll(key: [UInt8], _ connection: any Reading) throws {
        for row in try connection.rows("SELECT account, sealed FROM identity_totp") {
            _ = try open(row.blob(1), account: row.text(0), key: key)
        }
    }

    private static func derived(_ key: [UInt8]) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: key), info: Array("daybreak one-time codes".utf8), outputByteCount: 32)
    }

    private static func bound(_ account: String) -> [UInt8] { Array("daybreak totp \(account)".utf8) }
}
