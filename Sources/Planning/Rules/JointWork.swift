public import Values
import Words

/// R090, R093: who may lead, and what working together needs. An NGO helps within a task; it never leads an operation.
public struct JointWork: Sendable {
    /// What kind of body somebody is.
    public enum Body: String, CaseIterable, Sendable, Codable { case lawEnforcement, labour, prosecution, ngo, other }

    /// Who leads.
    public var lead: Body
    /// Who works with it.
    public var partners: Set<Body>
    /// There is an agreement between them.
    public var hasAgreement: Bool
    /// Tasks given to an NGO; it has none without.
    public var ngoTasks: [String]

    /// Working together.
    public init(lead: Body, partners: Set<Body>, hasAgreement: Bool, ngoTasks: [String] = []) {
        self.lead = lead
        self.partners = partners
        self.hasAgreement = hasAgreement
        self.ngoTasks = ngoTasks
    }

    /// Why it cannot be.
    public var refusals: [Reason] {
        var reasons: [Reason] = []
        reasons.require(lead == .lawEnforcement || lead == .labour, "R093", Phrase("planning.cannot-lead"))
        reasons.require(partners.isEmpty || hasAgreement, "R093", Phrase("planning.no-agreement"))
        reasons.require(!partners.contains(.ngo) || !ngoTasks.isEmpty, "R090", Phrase("planning.ngo-without-task"))
        return reasons
    }
}
