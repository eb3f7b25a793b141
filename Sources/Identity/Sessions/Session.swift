import Crypto
import Foundation

/// Somebody who has signed in, for as long as it lasts.
///
/// It says who they are and how they proved it, not what they may do: that follows from the posting, which `Records` looks
/// up at every request.
public struct Session: Sendable, Hashable {
    /// The account.
    public let account: String
    /// The posting that they act under; `nil` until one is taken.
    public var posting: String?
    /// What they signed in with.
    public var factors: Set<Factor>
    /// When they signed in, in milliseconds since 1970 UTC.
    public let started: Int
    /// The last second factor that they showed, and when.
    public var freshness: Freshness?
    /// What forms carry, so that a page of another site cannot send them: bound to this session by an HMAC.
    public let csrf: String

    /// So long without a request ends it, in milliseconds.
    public static let idle = 15 * 60_000
    /// So long ends it in any case, in milliseconds.
    public static let absolute = 8 * 3_600_000
    /// A request is noted at most so often, in milliseconds: reading stays reading. The idle time may therefore end up to
    /// a minute early, never late.
    static let notedEvery = 60_000

    /// Whether a second factor must be enrolled before anything else: the account has none yet, and this session is good
    /// for nothing else.
    public var mustEnrol: Bool { freshness == nil }

    /// Whether a form came from a page of this session.
    public func accepts(csrf given: String) -> Bool { isSame(Array(given.utf8), Array(csrf.utf8)) }

    /// Whether a form came from a page that was made for the bearer of this token.
    public static func accepts(csrf given: String, token: String) -> Bool {
        isSame(Array(given.utf8), Array(csrf(of: token).utf8))
    }

    /// The forms' secret of a token: of a session's, or of a browser that is about to sign in.
    public static func csrf(of token: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("daybreak csrf".utf8), using: SymmetricKey(data: Array(token.utf8)))
        return Base64URL.encode(Array(code))
    }

    /// Throws `IdentityError.notFresh` unless a demanded proof is recent.
    public func demand(_ stepUp: StepUp, at now: Int) throws(IdentityError) {
        guard freshness?.meets(stepUp, at: now) == true else { throw .notFresh(stepUp) }
    }
}

/// A session just begun.
public struct SignedIn: Sendable, Hashable {
    /// The secret of 256 random bits for the cookie. It is shown this once; the database has its SHA-256.
    public let token: String
    /// The session.
    public let session: Session
}

/// What some acts demand in addition to a session.
public enum StepUp: String, Sendable, CaseIterable {
    /// A second factor of the last minutes: break-glass, changes of one's own factors.
    case secondFactor = "second-factor"
    /// A passkey that has verified its user in the last minutes: export, re-identification.
    case verifiedUser = "verified-user"
}

/// Which second factor was shown, and when.
public struct Freshness: Sendable, Hashable {
    /// The factor.
    public let factor: Factor
    /// When, in milliseconds since 1970 UTC.
    public let at: Int

    /// So long a proof stays fresh, in milliseconds.
    public static let lasts = 5 * 60_000

    /// Makes one.
    public init(_ factor: Factor, at: Int) {
        self.factor = factor
        self.at = at
    }

    /// Whether this is enough for what is demanded. In a demonstration everything is, for as long as it lasts.
    public func meets(_ stepUp: StepUp, at now: Int) -> Bool {
        if factor == .demonstration { return true }
        guard (at...at + Self.lasts).contains(now) else { return false }
        return switch stepUp {
        case .secondFactor: factor.isSecond
        case .verifiedUser: factor.isBoth
        }
    }
}
