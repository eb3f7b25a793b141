/// A kind of event between identifiers. The numbers are stored: never reuse one.
public enum EventKind: Int, CaseIterable, Sendable, Codable {
    /// A voice call; `a` calls `b`.
    case call = 1
    /// A text or data message; `a` sends to `b`.
    case message = 2
    /// Money moves from `a` to `b`.
    case transfer = 3
    /// `a` was seen at `place`.
    case sighting = 4
    /// `a` stayed at `place` for a time.
    case stay = 5

    /// The name in files, addresses and JSON.
    public var name: String { "\(self)" }

    /// The kind of this name.
    public init?(name: String) {
        guard let kind = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = kind
    }
}
