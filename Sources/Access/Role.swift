/// A column of the access matrix: as whom somebody acts.
///
/// `FineRole` names the roles that people have; each of them is one of these, or less.
public enum Role: Int, CaseIterable, Sendable {
    /// V: a survivor, in the own view.
    case survivor
    /// T: somebody who tells, or watches over a community.
    case teller
    /// N: a caseworker of an NGO.
    case caseworker
    /// S: a service provider, a shelter, a social worker.
    case provider
    /// C: a counsellor or clinician.
    case counsellor
    /// I: an interpreter.
    case interpreter
    /// L: the person's lawyer.
    case lawyer
    /// A: an intelligence analyst.
    case analyst
    /// D: an investigator.
    case investigator
    /// O: who commands an operation.
    case commander
    /// M: a member of the team that enters.
    case raider
    /// E: an evidence officer.
    case evidenceOfficer
    /// P: a prosecutor.
    case prosecutor
    /// W: a labour inspector.
    case labourInspector
    /// G: an immigration officer.
    case immigrationOfficer
    /// K: oversight against corruption.
    case oversight
    /// U: an independent auditor.
    case auditor
    /// Q: a custodian of keys.
    case custodian
    /// X: a system administrator.
    case administrator
    /// J: media or public.
    case media

    private static let letters = Array("VTNSCILADOMEPWGKUQXJ")

    /// The letter on the page.
    public var letter: Character { Self.letters[rawValue] }

    /// The role of a letter on the page.
    public init?(letter: Character) {
        guard let place = Self.letters.firstIndex(of: letter) else { return nil }
        self.init(rawValue: place)
    }
}
