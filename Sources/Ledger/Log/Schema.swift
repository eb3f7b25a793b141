public import Storage

extension Ledger {
    /// The tables of the ledger.
    ///
    /// `ledger_entry` holds the entries and, in `nodes`, the hashes of the complete subtrees that end with the entry: its
    /// leaf, then of 2, 4, 8, … leaves as far as they are full, 32 bytes each. So an append is one row, a row is never
    /// written again, and each hash that a proof needs is found by its number. `ledger_head` is the one row that says
    /// how many there are; `ledger_checkpoint` keeps what the log has signed, with its witnesses' cosignatures.
    public static let migrations: [Migration] = [
        Migration(
            "ledger-0001-log",
            [
                """
                CREATE TABLE ledger_entry (
                    idx {id}, at {int} NOT NULL, actor {text} NOT NULL, organisation {text} NOT NULL,
                    act {text} NOT NULL, kind {text} NOT NULL, subject {text} NOT NULL, version {int} NOT NULL,
                    action {text} NOT NULL, content {blob} NOT NULL, detail {text} NOT NULL, nodes {blob} NOT NULL
                ) {table}
                """,
                "CREATE INDEX ledger_entry_subject ON ledger_entry (subject, kind, idx)",
                "CREATE INDEX ledger_entry_actor ON ledger_entry (actor, idx)",
                "CREATE TABLE ledger_head (id {id}, size {int} NOT NULL, frontier {blob} NOT NULL) {table}",
                "INSERT INTO ledger_head (id, size, frontier) VALUES (1, 0, CAST('' AS {blob}))",
                "CREATE TABLE ledger_checkpoint (size {id}, note {text} NOT NULL) {table}",
            ])
    ]
}
