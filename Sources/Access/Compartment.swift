/// What the rows of a label are, in the words of the matrix.
///
/// A source has two labels: `intelligence` for its rows, and `intelligence.identity` for those of them that name
/// persons. Who has a redacted view sees the first only: a sanitised view is a filter.
public struct Compartment: Hashable, Sendable {
    /// The row of the matrix.
    public let kind: Kind
    /// Whether the rows name persons.
    public let namesPersons: Bool
    /// Whether its rows are in use only where the authority that permits them is recorded (R064-R066, RL-33).
    public var isUnderOrder: Bool { kind == .surveilFin }

    private static let kinds: [String: Kind] = [
        "intelligence": .intelEntity, "surveillance": .surveilFin, "sites": .siteLoc, "tips": .tip,
        "evidence": .evidence, "cases": .caseFile,
    ]
    private static let identity = ".identity"

    /// The compartment of this name; `nil` for one that nobody knows, whose rows nobody sees.
    public init?(name: String) {
        namesPersons = name.hasSuffix(Self.identity)
        let plain = namesPersons ? String(name.dropLast(Self.identity.count)) : name
        guard let kind = Self.kinds[plain] else { return nil }
        self.kind = kind
    }
}
