/// Who a row belongs to and under which conditions it may be seen.
///
/// Every statement, event and source carries a label from the first day. Labels are few and rows are many, so a
/// row holds only the label's small number (`LabelID`); what somebody may see is a set of such numbers
/// (`Clearance`), applied before anything is searched, counted, ranked or walked.
public struct Label: Hashable, Sendable {
    /// The compartment, such as `intelligence`; see `Compartment`.
    public var compartment: String
    /// The organisation that owns the row: it brought it in.
    public var organisation: String
    /// The team inside it; empty for the whole organisation.
    public var team: String
    /// The handling code as given, such as `P` or `C` (3x5x2) or `4` (5x5x5), with its conditions.
    public var handling: String
    /// To whom it is released beyond the owner: organisations and units.
    public var release: Set<String>
    /// From whom it is hidden, whatever else holds: accounts, units and organisations (F1).
    public var excluded: Set<String>

    /// Makes a label.
    public init(
        compartment: String, organisation: String, team: String = "", handling: String, release: Set<String> = [],
        excluded: Set<String> = []
    ) {
        self.compartment = compartment
        self.organisation = organisation
        self.team = team
        self.handling = handling
        self.release = release
        self.excluded = excluded
    }
}

/// The small number that stands for a label in every row.
public typealias LabelID = Int
