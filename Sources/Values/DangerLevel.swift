/// How near and how grave the danger to potential victims is (domain.md 3.1).
public enum DangerLevel: Int, CaseIterable, Comparable, Sendable, Codable {
    case none, possible, serious, immediateAndSignificant, immediateToLife

    /// By rank.
    public static func < (left: DangerLevel, right: DangerLevel) -> Bool { left.rawValue < right.rawValue }
}

extension DangerLevel {
    /// The name in records, on pages and in files: `immediateToLife`.
    public var name: String { String(describing: self) }

    /// The level of this name.
    public init?(name: String) {
        guard let level = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = level
    }
}
