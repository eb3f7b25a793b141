public import Storage

extension Vault {
    /// The tables of the key database, which is never the content's.
    ///
    /// Only wrapped keys stand here. `epoch` counts the keys that took each other's place at one level; a row names the
    /// epoch that it is wrapped under. While a key is being changed, both its epochs are there.
    public static let keyMigrations: [Migration] = [
        Migration(
            "vault-0001-keys",
            [
                // state: current, next (made, not yet in force), former (its organisations are being rewrapped).
                // by_other: this root under the other one, as long as there are two.
                """
                CREATE TABLE vault_root (
                    epoch {id}, state {text} NOT NULL, salt {blob} NOT NULL, rounds {int} NOT NULL,
                    by_passphrase {blob} NOT NULL, by_other {blob}, made_at {int} NOT NULL
                ) {table}
                """,
                // state: new (printed), proven (has opened in a rehearsal).
                """
                CREATE TABLE vault_share_set (
                    id {text} PRIMARY KEY, root_epoch {int} NOT NULL, state {text} NOT NULL,
                    needed {int} NOT NULL, by_shares {blob} NOT NULL, made_at {int} NOT NULL, proven_at {int}
                ) {clustered}
                """,
                """
                CREATE TABLE vault_share_holder (
                    share_set {text} NOT NULL, number {int} NOT NULL, name {text} NOT NULL,
                    organisation {text} NOT NULL, PRIMARY KEY (share_set, number)
                ) {clustered}
                """,
                "CREATE TABLE vault_organisation (id {id}, name {text} NOT NULL UNIQUE) {table}",
                """
                CREATE TABLE vault_organisation_key (
                    organisation {int} NOT NULL, epoch {int} NOT NULL, root_epoch {int} NOT NULL,
                    wrapped {blob} NOT NULL, PRIMARY KEY (organisation, epoch)
                ) {clustered}
                """,
                """
                CREATE TABLE vault_compartment (
                    id {id}, organisation {int} NOT NULL, name {text} NOT NULL, UNIQUE (organisation, name)
                ) {table}
                """,
                """
                CREATE TABLE vault_compartment_key (
                    compartment {int} NOT NULL, epoch {int} NOT NULL, organisation_epoch {int} NOT NULL,
                    wrapped {blob} NOT NULL, wrapped_index {blob} NOT NULL, PRIMARY KEY (compartment, epoch)
                ) {clustered}
                """,
                // wrapped is NULL once the subject is erased; the row stays, lest a new key take its place.
                """
                CREATE TABLE vault_subject (
                    compartment {int} NOT NULL, subject {text} NOT NULL, key_id {blob} NOT NULL,
                    epoch {int} NOT NULL, wrapped {blob}, erased_at {int}, PRIMARY KEY (compartment, subject)
                ) {clustered}
                """,
                "CREATE INDEX vault_subject_epoch ON vault_subject (compartment, epoch) WHERE wrapped IS NOT NULL",
            ])
    ]

    /// The tables that hold wrapped keys: those that are cleaned when one is destroyed.
    static let keyTables = [
        "vault_root", "vault_share_set", "vault_organisation_key", "vault_compartment_key", "vault_subject",
    ]
}
