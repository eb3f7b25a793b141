import Storage

extension Ledger {
    /// An entry that is in the log.
    public struct Recorded: Hashable, Sendable {
        /// Its number, from 0.
        public var index: Int
        /// What it says.
        public var entry: Entry

        /// Reads a row; nil when its act is not one that this program knows.
        init?(_ leaf: Leaf) {
            guard let act = Act(rawValue: leaf.act) else { return nil }
            index = leaf.index
            entry = Entry(
                at: leaf.at, actor: leaf.actor, organisation: leaf.organisation, act: act, kind: leaf.kind,
                subject: leaf.subject, version: leaf.version, action: leaf.action, content: MerkleHash(leaf.content),
                detail: leaf.detail)
        }
    }
}

extension Leaf {
    /// The columns, in the order in which `init(row:)` reads them.
    static let columns: SQL = "idx, at, actor, organisation, act, kind, subject, version, action, content, detail"

    /// Reads a row that begins with `columns`.
    init(row: Row) {
        index = row.int(0)
        at = row.int(1)
        actor = row.text(2)
        organisation = row.text(3)
        act = row.text(4)
        kind = row.text(5)
        subject = row.text(6)
        version = row.int(7)
        action = row.text(8)
        content = row.blob(9)
        detail = row.text(10)
    }
}
