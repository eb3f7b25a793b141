import Foundation
import Storage

/// One of somebody's own sessions, as they see it.
public struct OwnSession: Sendable, Hashable {
    /// What it is called: it opens nothing.
    public let id: String
    /// When it began, in milliseconds since 1970 UTC.
    public let started: Int
    /// When it was last used, to the minute.
    public let seen: Int
    /// What it was begun with.
    public let factors: Set<Factor>
    /// Under which posting it acts.
    public let posting: String?
    /// Whether it is the one that asks.
    public let isThis: Bool
}

extension Identity {
    /// The live sessions of the account of a session, the newest first.
    public func sessions(token: String) async throws -> [OwnSession] {
        let (now, own) = (now(), Token.hash(token))
        return try await database.read { connection in
            let account = try Session.need(token, at: now, in: connection).account
            return try connection.rows(
                """
                SELECT hash, started, seen, factors, posting FROM identity_session WHERE account = \(account)
                AND started > \(now - Session.absolute) AND seen > \(now - Session.idle) ORDER BY started DESC, hash
                """
            ).map { row in
                OwnSession(
                    id: Self.name(row.blob(0)), started: row.int(1), seen: row.int(2), factors: Set(text: row.text(3)),
                    posting: row.optionalText(4), isThis: row.blob(0) == own)
            }
        }
    }

    /// Ends another of the account's own sessions.
    public func endSession(_ id: String, token: String) async throws {
        let now = now()
        try await write { connection in
            let account = try Session.need(token, at: now, in: connection).account
            let hashes = try connection.rows("SELECT hash FROM identity_session WHERE account = \(account)")
                .map { $0.blob(0) }.filter { Self.name($0) == id }
            for hash in hashes { try connection.execute("DELETE FROM identity_session WHERE hash = \(hash)") }
            return ((), hashes.isEmpty ? [] : [IdentityEvent(.sessionsRevoked, account, at: now)])
        }
    }

    /// What a half sign-in waits for; `nil` when it is over.
    public func awaited(ticket: String) async throws -> [Factor]? {
        let now = now()
        return try await database.read { connection in
            guard let found = try Ticket.find(ticket, .secondFactor, at: now, in: connection) else { return nil }
            return try Self.enrolled(found.account, in: connection).sorted()
        }
    }

    // The hash of the hash would be a name as well; its first half is too little to find the token by.
    private static func name(_ hash: [UInt8]) -> String { Base32.encode(Array(hash.prefix(10))).lowercased() }
}
