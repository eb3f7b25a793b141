public import Storage

/// The tables of records, of who works where, and of what waits for somebody.
public enum RecordSchema {
    /// Everything that the desk keeps.
    ///
    /// `record` is what is now, `record_version` every version that ever was (`VersionRow.place` numbers them).
    /// `record_principal` says who stands in which relation to a record (`a` assigned, `o` own, `x` excluded by its
    /// terms, `h` hidden by an exclusion order): it is what the access filter joins. `record_value` finds records by a
    /// field (a blind index where the field is sealed), `record_link` by what they cite.
    public static let migrations: [Migration] = [
        Migration(
            "records-0001-desk",
            [
                """
                CREATE TABLE record (
                    id {id}, pid {text} NOT NULL UNIQUE, type {text} NOT NULL, kind {int} NOT NULL, state {text} NOT NULL,
                    version {int} NOT NULL, organisation {text} NOT NULL, consent {int} NOT NULL,
                    released_from {int} NOT NULL, released_until {int} NOT NULL, order_until {int} NOT NULL,
                    opened_at {int} NOT NULL, changed_at {int} NOT NULL
                ) {table}
                """,
                "CREATE INDEX record_type ON record (type)",
                """
                CREATE TABLE record_version (
                    id {id}, action {text} NOT NULL, state {text} NOT NULL, document {blob} NOT NULL,
                    reason {blob} NOT NULL, account {text} NOT NULL, organisation {text} NOT NULL, at {int} NOT NULL
                ) {table}
                """,
                """
                CREATE TABLE record_principal (
                    record {int} NOT NULL REFERENCES record (id), relation {text} NOT NULL, principal {text} NOT NULL,
                    PRIMARY KEY (record, relation, principal)
                ) {clustered}
                """,
                """
                CREATE TABLE record_link (
                    target {text} NOT NULL, record {int} NOT NULL REFERENCES record (id), field {text} NOT NULL,
                    PRIMARY KEY (target, record, field)
                ) {clustered}
                """,
                "CREATE INDEX record_link_record ON record_link (record)",
                """
                CREATE TABLE record_value (
                    type {text} NOT NULL, field {text} NOT NULL, value {blob} NOT NULL,
                    record {int} NOT NULL REFERENCES record (id), PRIMARY KEY (type, field, value, record)
                ) {clustered}
                """,
                """
                CREATE TABLE deadline (
                    record {int} NOT NULL REFERENCES record (id), name {text} NOT NULL, opened_at {int} NOT NULL,
                    amber_at {int} NOT NULL, due_at {int} NOT NULL, owner {text} NOT NULL, deputy {text} NOT NULL,
                    unit {text} NOT NULL, organisation {text} NOT NULL, state {text} NOT NULL, closed_at {int},
                    PRIMARY KEY (record, name, opened_at)
                ) {clustered}
                """,
                "CREATE INDEX deadline_due ON deadline (due_at) WHERE state = 'open'",
                """
                CREATE TABLE idempotency (
                    account {text} NOT NULL, key {text} NOT NULL, request {blob} NOT NULL, record {text} NOT NULL,
                    version {int} NOT NULL, ledger {int} NOT NULL, at {int} NOT NULL, PRIMARY KEY (account, key)
                ) {clustered}
                """,
            ]),
        Migration(
            "records-0002-directory",
            [
                "CREATE TABLE directory (id {id}, version {int} NOT NULL) {table}",
                "INSERT INTO directory (id, version) VALUES (1, 1)",
                """
                CREATE TABLE label (
                    id {id}, compartment {text} NOT NULL, organisation {text} NOT NULL, team {text} NOT NULL,
                    handling {text} NOT NULL, release {text} NOT NULL, excluded {text} NOT NULL,
                    UNIQUE (compartment, organisation, team, handling, release, excluded)
                ) {table}
                """,
            ]),
        Migration(
            "records-0003-approvals",
            [
                """
                CREATE TABLE approval_request (
                    id {id}, pid {text} NOT NULL UNIQUE, account {text} NOT NULL,
                    organisation {text} NOT NULL, type {text} NOT NULL, kind {int} NOT NULL, record {text} NOT NULL,
                    operation {int} NOT NULL, action {text} NOT NULL, edits {blob} NOT NULL, wish {blob} NOT NULL,
                    reason {text} NOT NULL, compartment {text} NOT NULL, at {int} NOT NULL,
                    expires_at {int} NOT NULL, state {text} NOT NULL
                ) {table}
                """,
                "CREATE INDEX approval_request_record ON approval_request (record, account)",
                """
                CREATE TABLE approval (
                    request {int} NOT NULL REFERENCES approval_request (id), account {text} NOT NULL,
                    organisation {text} NOT NULL, at {int} NOT NULL, PRIMARY KEY (request, account)
                ) {clustered}
                """,
                """
                CREATE TABLE break_glass (
                    id {id}, pid {text} NOT NULL UNIQUE, account {text} NOT NULL, organisation {text} NOT NULL,
                    record {text} NOT NULL, reason {text} NOT NULL, compartment {text} NOT NULL, at {int} NOT NULL,
                    until {int} NOT NULL, review_due {int} NOT NULL, reviewed_at {int}, reviewed_by {text}, outcome {text}
                ) {table}
                """,
                "CREATE INDEX break_glass_account ON break_glass (account, until)",
                """
                CREATE TABLE notice (
                    id {id}, pid {text} NOT NULL UNIQUE, principal {text} NOT NULL, phrase {text} NOT NULL,
                    record {text} NOT NULL, at {int} NOT NULL, seen_at {int}
                ) {table}
                """,
                "CREATE INDEX notice_principal ON notice (principal, at)",
            ]),
    ]
}
