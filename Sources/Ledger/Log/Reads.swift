public import Storage

extension Ledger {
    /// The log's size and the tree's frontier. Throws `damaged` when the stored one is none.
    public static func head(in connection: any Reading) throws -> MerkleFrontier {
        guard let row = try connection.row("SELECT size, frontier FROM ledger_head WHERE id = 1"),
            let frontier = MerkleFrontier(size: row.int(0), bytes: row.blob(1))
        else { throw LedgerError.damaged }
        return frontier
    }

    /// The entries about one thing, in the order in which they happened: who has changed, read, exported it.
    ///
    /// - Parameters:
    ///   - acts: which of them; all when nil.
    ///   - index: the last entry of the page before; nil for the first page.
    public static func entries(
        about kind: String, _ subject: String, acts: Set<Act>? = nil, after index: Int? = nil, limit: Int = 100,
        in connection: any Reading
    ) throws -> [Recorded] {
        try page(["subject = \(subject)", "kind = \(kind)"], acts, after: index, limit, in: connection)
    }

    /// What somebody did and saw, in the order in which it happened.
    public static func entries(
        by actor: String, acts: Set<Act>? = nil, after index: Int? = nil, limit: Int = 100, in connection: any Reading
    ) throws -> [Recorded] {
        try page(["actor = \(actor)"], acts, after: index, limit, in: connection)
    }

    /// All entries, in the order in which they happened.
    public static func entries(
        acts: Set<Act>? = nil, after index: Int? = nil, limit: Int = 100, in connection: any Reading
    ) throws -> [Recorded] {
        try page([], acts, after: index, limit, in: connection)
    }

    /// One entry. Throws `noEntry` when there is none of this number.
    public static func entry(_ index: Int, in connection: any Reading) throws -> Recorded {
        let rows = try connection.rows("SELECT \(Leaf.columns) FROM ledger_entry WHERE idx = \(index)")
        guard let row = rows.first else { throw LedgerError.noEntry(index) }
        guard let recorded = Recorded(Leaf(row: row)) else { throw LedgerError.damaged }
        return recorded
    }

    private static func page(
        _ conditions: [SQL], _ acts: Set<Act>?, after index: Int?, _ limit: Int, in connection: any Reading
    ) throws -> [Recorded] {
        let after: [SQL] = ["idx > \(index ?? -1)"]
        let only: [SQL] = acts.map { ["act IN \($0.map(\.rawValue).sorted())"] } ?? []
        let rows = try connection.rows(
            "SELECT \(Leaf.columns) FROM ledger_entry WHERE \(SQL.all(conditions + after + only)) ORDER BY idx LIMIT \(limit)"
        )
        return try rows.map {
            guard let recorded = Recorded(Leaf(row: $0)) else { throw LedgerError.damaged }
            return recorded
        }
    }
}
