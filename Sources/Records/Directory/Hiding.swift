public import Storage

/// Why a single record is hidden from somebody, so that for them it does not exist (F1). Each reason stands by itself: when
/// one ends, the others still hold.
public enum Hiding: String, Sendable, CaseIterable {
    /// An exclusion order.
    case order = "h"
    /// An inquiry into whom it is hidden from.
    case inquiry = "i"

    /// What stands in `record_principal` for a record that is hidden: by its own terms, or for one of these reasons.
    static let relations = ["x"] + allCases.map(\.rawValue)

    /// Hides a record from somebody for this reason, or ends that, as part of a transaction. It takes effect with their next
    /// request.
    public func set(_ record: RecordID, from principal: Principal, to isHidden: Bool, _ connection: any Writing) throws
    {
        try connection.execute(
            """
            DELETE FROM record_principal WHERE record = (SELECT id FROM record WHERE pid = \(record))
                AND relation = \(rawValue) AND principal = \(principal.text)
            """)
        guard isHidden else { return }
        try connection.execute(
            """
            INSERT INTO record_principal (record, relation, principal)
            SELECT id, \(rawValue), \(principal.text) FROM record WHERE pid = \(record)
            """)
    }
}
