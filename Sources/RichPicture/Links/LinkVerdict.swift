/// What a person decides about who is the same. The numbers are stored: never reuse one.
public enum LinkVerdict: Int, CaseIterable, Sendable, Codable {
    /// They are one and the same.
    case same = 1
    /// They are two; no machine and no later wish overrules that, until a person takes it back.
    case notSame = 2
    /// It cannot be known from what there is; they are not asked about again.
    case notKnown = 3

    /// The name in files, addresses and JSON.
    public var name: String {
        switch self {
        case .same: "same"
        case .notSame: "not-same"
        case .notKnown: "not-known"
        }
    }

    /// The verdict of this name.
    public init?(name: String) {
        guard let verdict = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = verdict
    }
}
