import Crypto
import Foundation
import Storage

/// Wrong attempts make the next one wait, longer and longer, and never for good: else anybody could lock out anybody.
///
/// It goes by the name that was typed, whether an account has it or not, so that waiting tells nothing. The name is kept
/// only under a key. Passkeys do not wait: there is nothing to guess.
enum Lockout {
    /// So many wrong attempts are free.
    static let free = 3
    /// The longest wait, in milliseconds.
    static let longest = 15 * 60_000
    /// So long after the last attempt all is forgotten, in milliseconds.
    static let memory = 24 * 3_600_000

    /// The wait after so many wrong attempts, in milliseconds: 0, 0, 0, then 1 s, 2 s, 4 s … 15 min.
    static func wait(after failed: Int) -> Int {
        guard failed > free else { return 0 }
        return min(longest, 1_000 << min(failed - free - 1, 20))
    }

    /// The key of a name's row.
    static func key(_ name: String, _ secret: [UInt8]) -> [UInt8] {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("daybreak sign-in name \(name)".utf8), using: SymmetricKey(data: secret))
        return Array(code)
    }

    /// Counts an attempt as wrong before it is tried, so that a hundred at once are not a hundred free ones. Returns the
    /// time to wait when it is too soon, or `nil` when it may be tried.
    static func charge(_ name: [UInt8], at now: Int, in connection: any Writing) throws -> Int? {
        try connection.lock("identity failure \(name)")
        try connection.execute("DELETE FROM identity_failure WHERE last < \(now - memory)")
        let row = try connection.row("SELECT failed, retry_at FROM identity_failure WHERE name = \(name)")
        if let retry = row?.int(1), retry > now { return retry - now }
        let failed = (row?.int(0) ?? 0) + 1
        try connection.execute(
            """
            INSERT INTO identity_failure (name, failed, retry_at, last)
            VALUES (\(name), \(failed), \(now + wait(after: failed)), \(now))
            ON CONFLICT (name) DO UPDATE
            SET failed = excluded.failed, retry_at = excluded.retry_at, last = excluded.last
            """)
        return nil
    }

    /// Takes back one attempt that was right, or was not tried after all; those before it still count.
    static func giveBack(_ name: [UInt8], in connection: any Writing) throws {
        try connection.execute("UPDATE identity_failure SET failed = failed - 1, retry_at = 0 WHERE name = \(name)")
    }

    /// Forgets all attempts: somebody has signed in to the end.
    static func forget(_ name: [UInt8], in connection: any Writing) throws {
        try connection.execute("DELETE FROM identity_failure WHERE name = \(name)")
    }
}
