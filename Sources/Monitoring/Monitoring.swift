public import Records

/// What people see and say before anybody acts: reports, inspections, sharing, and the answer that whoever told something
/// is owed.
///
/// | file | what |
/// |---|---|
/// | `Report` | the first word that people may be exploited somewhere (SM1) |
/// | `Inspection` | a visit of labour inspectors (SM14) |
/// | `Sharing` | one act of handing something on (SM18) |
/// | `TrustIssue` | a breakdown of trust between organisations, and how it was mended |
/// | `Hotspot` | an area that is led by an NGO until others can |
public enum Monitoring {
    /// The records of this room.
    public static let records: [any Record.Type] = [
        Report.self, Inspection.self, Sharing.self, TrustIssue.self, Hotspot.self,
    ]
}
