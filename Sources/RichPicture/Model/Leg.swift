import Storage

/// On which leg of the way people are taken a contributor works, and so what its data tell of (R071): where they come from,
/// where they pass, or where they are exploited. The names are stored.
public enum Leg: String, CaseIterable, Sendable, Codable {
    case source
    case transit
    case destination
}

extension Set<Leg> {
    /// The condition that source `s` is of one of these legs; `nil` for all.
    var condition: SQL? { isEmpty ? nil : "s.leg IN \(map(\.rawValue).sorted())" }
}
