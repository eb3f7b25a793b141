/// The person through whose eyes the picture is seen: who they are and what they may see.
///
/// Every read takes one; there is no read without.
public struct Viewer: Sendable, Hashable {
    /// A name for the record of who did what.
    public var name: String
    /// Who acts: account, role, organisation, unit, teams.
    public var standing: Standing
    /// The labels that they may see.
    public var clearance: Clearance

    /// The organisation that they act for.
    public var organisation: String { standing.organisation }

    /// Makes a viewer who sees what the standing permits of these labels.
    public init(name: String, standing: Standing, labels: some Sequence<(id: LabelID, label: Label)>) {
        self.name = name
        self.standing = standing
        clearance = .of(standing, labels: labels)
    }

    /// Makes a viewer whose clearance was made by hand: for tools and tests, that have no accounts.
    public init(name: String, organisation: String, clearance: Clearance) {
        self.name = name
        standing = Standing(account: name, role: .intelOfficer, organisation: organisation)
        self.clearance = clearance
    }

    /// The owner of a file on a laptop, who sees everything: for tools and tests, that have no accounts.
    public static func owner(of organisation: String) -> Viewer {
        Viewer(name: "owner", organisation: organisation, clearance: .everything)
    }
}
