public import Words

/// The legal permission for an intrusive stream: who gave it, on what basis, about whom, for which period.
public struct IntrusionAuthority: Hashable, Sendable {
    /// About whom the permission was given. There is none about persons at risk (R065, R066).
    public enum SubjectClass: String, Sendable, CaseIterable, Codable {
        case suspect
        case site
        case personAtRisk = "person-at-risk"
    }

    /// The reference of the order or warrant.
    public var reference: String
    /// The court or office that issued it, and the law it rests on, as text.
    public var basis: String
    /// About whom.
    public var subject: SubjectClass
    /// The first instant that it covers, in milliseconds since 1970 UTC.
    public var from: Int
    /// The first instant that it no longer covers, in milliseconds since 1970 UTC.
    public var until: Int

    /// Makes an authority.
    public init(reference: String, basis: String, subject: SubjectClass, from: Int, until: Int) {
        self.reference = reference
        self.basis = basis
        self.subject = subject
        self.from = from
        self.until = until
    }

    /// Why a stream cannot be used.
    public enum Refusal: Hashable, Sendable {
        /// An intrusive stream without an authority.
        case missing(StreamKind)
        /// The authority names persons at risk.
        case personAtRisk(StreamKind)
        /// The period ends before it begins, or the reference is empty.
        case incomplete

        /// The refusal in words.
        public var phrase: Phrase {
            switch self {
            case .missing(let stream): Phrase("picture.authority-missing", ["stream": stream.rawValue])
            case .personAtRisk(let stream): Phrase("picture.authority-person-at-risk", ["stream": stream.rawValue])
            case .incomplete: Phrase("picture.authority-incomplete")
            }
        }
    }

    /// Whether a stream may be used under an authority (R064-R066, RL-33): `nil` if it may, else why not.
    ///
    /// What is refused is kept, unusable, with this reason; it does not enter the picture.
    public static func refusal(for stream: StreamKind, under authority: IntrusionAuthority?) -> Refusal? {
        guard stream.isIntrusive else { return nil }
        guard let authority else { return .missing(stream) }
        guard authority.reference.says, authority.from < authority.until else {
            return .incomplete
        }
        return authority.subject == .personAtRisk ? .personAtRisk(stream) : nil
    }

    /// Whether an instant lies in the period.
    public func covers(_ milliseconds: Int) -> Bool { milliseconds >= from && milliseconds < until }
}
