/// Something that somebody proves themselves with.
public enum Factor: String, Sendable, CaseIterable, Comparable {
    /// A passphrase.
    case passphrase
    /// Another organisation's provider says who it is (OpenID Connect).
    case provider
    /// A one-time code of an app (RFC 6238).
    case code
    /// A passkey that was touched, by whomever.
    case passkey
    /// A passkey that has verified its user, by PIN or fingerprint: something that one has, and knows or is.
    case verifiedPasskey = "verified-passkey"
    /// One of ten codes on paper.
    case recoveryCode = "recovery-code"
    /// None: the sample's data are for everybody.
    case demonstration

    /// In the order of declaration.
    public static func < (left: Factor, right: Factor) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// Whether signing in can begin with it and must go on.
    var isFirst: Bool { self == .passphrase || self == .provider }
    /// Whether it can follow a first one.
    var isSecond: Bool { [.code, .passkey, .verifiedPasskey, .recoveryCode].contains(self) }
    /// Whether it is enough alone.
    var isBoth: Bool { self == .verifiedPasskey || self == .demonstration }
}

extension Set<Factor> {
    /// The factors as they are stored.
    var text: String { sorted().map(\.rawValue).joined(separator: " ") }

    /// The factors of a stored text.
    init(text: String) { self.init(text.split(separator: " ").compactMap { Factor(rawValue: String($0)) }) }
}
