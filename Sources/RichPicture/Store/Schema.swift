public import Storage

extension RichPicture {
    /// The tables of the rich picture.
    ///
    /// `entity` interns what is spoken of, `statement` and `event` hold what is believed, each row with its source,
    /// line, grade and label; `source` and `source_chunk` keep what we were given, byte for byte. `appearance`,
    /// `posting` and `location` are derived in the same transaction, so that a search sees all of an import or
    /// nothing of it.
    public static let migrations: [Migration] = [
        Migration(
            "0001-rich-picture",
            [
                "CREATE TABLE setting (name {text} PRIMARY KEY, value {text} NOT NULL) {clustered}",
                """
                CREATE TABLE grade (
                    id {id}, scheme {text} NOT NULL, source {text} NOT NULL, information {text} NOT NULL,
                    handling {text} NOT NULL, confidence {int} NOT NULL,
                    UNIQUE (scheme, source, information, handling)
                ) {table}
                """,
                """
                CREATE TABLE source (
                    id {id}, pid {text} NOT NULL UNIQUE, name {text} NOT NULL, hash {text} NOT NULL,
                    size {int} NOT NULL, stream {text} NOT NULL, owner {text} NOT NULL, grade {int} NOT NULL,
                    conditions {text} NOT NULL, label {int} NOT NULL, identity {int} NOT NULL,
                    authority_reference {text}, authority_basis {text}, authority_subject {text},
                    authority_from {int}, authority_until {int},
                    format {text} NOT NULL, profile {text} NOT NULL, profile_text {text} NOT NULL,
                    encoding {text} NOT NULL, zone {text} NOT NULL, country {text} NOT NULL,
                    state {text} NOT NULL, reason {text}, reason_arguments {text}, counts {text} NOT NULL,
                    received_at {int} NOT NULL, received_by {text} NOT NULL, committed_at {int}
                ) {table}
                """,
                "CREATE INDEX source_hash ON source (hash)",
                """
                CREATE TABLE source_chunk (
                    source {int} NOT NULL REFERENCES source (id), position {int} NOT NULL,
                    first_line {int} NOT NULL, size {int} NOT NULL, deflated {blob} NOT NULL,
                    PRIMARY KEY (source, position)
                ) {clustered}
                """,
                """
                CREATE TABLE rejection (
                    source {int} NOT NULL REFERENCES source (id), line {int} NOT NULL, col {int} NOT NULL,
                    phrase {text} NOT NULL, arguments {text} NOT NULL
                ) {table}
                """,
                "CREATE INDEX rejection_source ON rejection (source, line)",
                """
                CREATE TABLE entity (
                    id {id}, pid {text} NOT NULL UNIQUE, kind {int} NOT NULL, key {text} NOT NULL,
                    UNIQUE (kind, key)
                ) {table}
                """,
                """
                CREATE TABLE statement (
                    id {id}, entity {int} NOT NULL, property {int} NOT NULL, value {text} NOT NULL, raw {text},
                    object {int}, language {text}, source {int} NOT NULL, line {int} NOT NULL, grade {int} NOT NULL,
                    label {int} NOT NULL, valid_from {int}, valid_until {int}, recorded_at {int} NOT NULL
                ) {table}
                """,
                "CREATE INDEX statement_entity ON statement (entity, property)",
                "CREATE INDEX statement_object ON statement (object) WHERE object IS NOT NULL",
                """
                CREATE TABLE event (
                    id {id}, kind {int} NOT NULL, a {int} NOT NULL, b {int}, place {int}, handset {int}, sim {int},
                    start {int} NOT NULL, precision {int} NOT NULL, zone {int} NOT NULL, duration {int},
                    amount {int}, digits {int}, currency {text}, note {text}, source {int} NOT NULL,
                    line {int} NOT NULL, grade {int} NOT NULL, label {int} NOT NULL
                ) {table}
                """,
                "CREATE INDEX event_a ON event (a, start)",
                "CREATE INDEX event_b ON event (b, start) WHERE b IS NOT NULL",
                "CREATE INDEX event_place ON event (place, start) WHERE place IS NOT NULL",
                """
                CREATE TABLE location (
                    entity {int} NOT NULL, latitude {real} NOT NULL, longitude {real} NOT NULL, azimuth {real},
                    beam {real}, radius {real}, source {int} NOT NULL, line {int} NOT NULL, grade {int} NOT NULL,
                    label {int} NOT NULL
                ) {table}
                """,
                "CREATE INDEX location_entity ON location (entity)",
                """
                CREATE TABLE appearance (
                    entity {int} NOT NULL, source {int} NOT NULL, kind {int} NOT NULL, label {int} NOT NULL,
                    events {int} NOT NULL, first_at {int}, last_at {int}, line {int} NOT NULL,
                    PRIMARY KEY (entity, source)
                ) {clustered}
                """,
                "CREATE INDEX appearance_source ON appearance (source, kind)",
                // A term's values are in the order in which their sources came: it is the same for all who see them, while
                // an entity's number tells which source mentioned it first.
                """
                CREATE TABLE posting (
                    term {text} NOT NULL, entity {int} NOT NULL, source {int} NOT NULL, property {int} NOT NULL,
                    line {int} NOT NULL, label {int} NOT NULL,
                    PRIMARY KEY (term, source, line, property, entity)
                ) {clustered}
                """,
                """
                CREATE TABLE stop (
                    kind {int} NOT NULL, key {text} NOT NULL, reason {text} NOT NULL, decided_at {int} NOT NULL,
                    decided_by {text} NOT NULL, PRIMARY KEY (kind, key)
                ) {clustered}
                """,
                """
                CREATE TABLE stop_change (
                    id {id}, kind {int} NOT NULL, key {text} NOT NULL, added {int} NOT NULL, reason {text} NOT NULL,
                    decided_at {int} NOT NULL, decided_by {text} NOT NULL
                ) {table}
                """,
            ]),
        Migration("picture-0002-leg", ["ALTER TABLE source ADD COLUMN leg {text}"]),
        // What people have decided about who is the same: the records of the decisions, made ready for reading. `verdict`
        // is a `LinkVerdict`, or 0 for a decision that was taken back; `link_basis` are the sources that it rests on.
        Migration(
            "picture-0003-links",
            [
                """
                CREATE TABLE link_decision (
                    id {id}, record {text} NOT NULL UNIQUE, verdict {int} NOT NULL, organisation {text} NOT NULL,
                    at {int} NOT NULL
                ) {table}
                """,
                """
                CREATE TABLE link_member (
                    decision {int} NOT NULL REFERENCES link_decision (id), entity {int} NOT NULL,
                    PRIMARY KEY (decision, entity)
                ) {clustered}
                """,
                """
                CREATE TABLE link_basis (
                    decision {int} NOT NULL REFERENCES link_decision (id), source {int} NOT NULL,
                    PRIMARY KEY (decision, source)
                ) {clustered}
                """,
            ]),
    ]

    /// The indexes of `event` that a large import drops and builds anew in its own transaction: sorting a million
    /// keys once is several times cheaper than a million insertions in random places.
    static let eventIndexes: [(name: String, definition: SQL)] = [
        ("event_a", "CREATE INDEX event_a ON event (a, start)"),
        ("event_b", "CREATE INDEX event_b ON event (b, start) WHERE b IS NOT NULL"),
        ("event_place", "CREATE INDEX event_place ON event (place, start) WHERE place IS NOT NULL"),
    ]
}
