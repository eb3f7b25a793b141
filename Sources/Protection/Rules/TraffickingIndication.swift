/// What the Palermo Protocol's definition makes of what is known (domain.md 2.1). An indication, never a finding, and never a
/// condition of help (R023).
public struct TraffickingIndication: Hashable, Sendable {
    /// Article 3(a): acts.
    public enum Act: String, CaseIterable, Sendable, Codable {
        case recruitment, transport, transfer, harbouring, receipt
    }

    /// Article 3(a): means.
    public enum Means: String, CaseIterable, Sendable, Codable {
        case threat, force, coercion, abduction, fraud, deception, abuseOfVulnerability, payment
    }

    /// Article 3(a): purposes.
    public enum Purpose: String, CaseIterable, Sendable, Codable {
        case sexualExploitation, forcedLabour, slavery, similarPractices, servitude, organRemoval, national
    }

    /// Acts that are indicated.
    public var acts: Set<Act>
    /// Means that are indicated.
    public var means: Set<Means>
    /// Purposes that are indicated.
    public var purposes: Set<Purpose>
    /// Which path the person is on.
    public var path: AgeView.Path

    /// What is known.
    public init(acts: Set<Act>, means: Set<Means>, purposes: Set<Purpose>, path: AgeView.Path) {
        self.acts = acts
        self.means = means
        self.purposes = purposes
        self.path = path
    }

    /// Whether trafficking is indicated. For a child, and whoever may be one, no means are needed.
    public var isIndicated: Bool { !acts.isEmpty && !purposes.isEmpty && (!means.isEmpty || path != .adult) }
}
