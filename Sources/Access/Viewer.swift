/// The person through whose eyes the picture is seen: who they are and what they may see.
///
/// Every read takes one; there is no read without.
public struct Viewer: Sendable, Hashable {
    /// A name for the record of who did what.
    public var name: String
    /// The organisation that they act for.
    public var organisation: String
    /// The labels that they may see.
    public var clearance: Clearance

    /// Makes a viewer.
    public init(name: String, organisation: String, clearance: Clearance) {
        self.name = name
        self.organisation = organisation
        self.clearance = clearance
    }

    /// The single user of a laptop, until accounts arrive.
    public static func owner(of organisation: String) -> Viewer {
        Viewer(name: "owner", organisation: organisation, clearance: .everything)
    }
}
