/// Whose key seals: one person at risk, one teller, one address; whatever is to be erased as one.
///
/// The three texts are identifiers, never names: they stand readable in the key database.
public struct Subject: Hashable, Sendable {
    /// The organisation that holds the data.
    public var organisation: String
    /// The compartment within it.
    public var compartment: String
    /// The subject within the compartment.
    public var id: String

    /// Makes a subject.
    public init(organisation: String, compartment: String, id: String) {
        self.organisation = organisation
        self.compartment = compartment
        self.id = id
    }
}
