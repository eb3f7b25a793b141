/// How near and how grave the danger to potential victims is (domain.md 3.1).
public enum DangerLevel: Int, CaseIterable, Comparable, Sendable, Codable {
    case none, possible, serious, immediateAndSignificant, immediateToLife

    /// By rank.
    public static func < (left: DangerLevel, right: DangerLevel) -> Bool { left.rawValue < right.rawValue }
}
