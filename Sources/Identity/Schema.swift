public import Storage

extension Identity {
    /// The tables of identities. Passphrases are there as scrypt, secrets of one-time codes sealed, and every other secret
    /// (session, ticket, recovery code) only as its SHA-256.
    public static let migrations: [Migration] = [
        Migration(
            "identity-0001-accounts",
            [
                """
                CREATE TABLE identity_account (
                    id {text} PRIMARY KEY, name {text} NOT NULL UNIQUE, state {text} NOT NULL, passphrase {text},
                    created {int} NOT NULL, changed {int} NOT NULL
                ) {clustered}
                """,
                // Also for names that no account has, so that a wait does not tell which names exist.
                """
                CREATE TABLE identity_failure (
                    name {blob} PRIMARY KEY, failed {int} NOT NULL, retry_at {int} NOT NULL, last {int} NOT NULL
                ) {clustered}
                """,
                "CREATE INDEX identity_failure_last ON identity_failure (last)",
                """
                CREATE TABLE identity_totp (
                    account {text} PRIMARY KEY REFERENCES identity_account (id), sealed {blob} NOT NULL,
                    last_step {int} NOT NULL
                ) {clustered}
                """,
                """
                CREATE TABLE identity_recovery (
                    hash {blob} PRIMARY KEY, account {text} NOT NULL REFERENCES identity_account (id)
                ) {clustered}
                """,
                "CREATE INDEX identity_recovery_account ON identity_recovery (account)",
                """
                CREATE TABLE identity_passkey (
                    id {text} PRIMARY KEY, account {text} NOT NULL REFERENCES identity_account (id),
                    public_key {blob} NOT NULL, sign_count {int} NOT NULL, can_be_copied {int} NOT NULL,
                    label {text} NOT NULL, created {int} NOT NULL, used {int} NOT NULL
                ) {clustered}
                """,
                "CREATE INDEX identity_passkey_account ON identity_passkey (account)",
                """
                CREATE TABLE identity_link (
                    issuer {text} NOT NULL, subject {text} NOT NULL,
                    account {text} NOT NULL REFERENCES identity_account (id), PRIMARY KEY (issuer, subject)
                ) {clustered}
                """,
                "CREATE INDEX identity_link_account ON identity_link (account)",
                // What can be used once and not for long: invitations, challenges, half a sign-in.
                """
                CREATE TABLE identity_ticket (
                    hash {blob} PRIMARY KEY, purpose {text} NOT NULL, account {text} NOT NULL, detail {text} NOT NULL,
                    expires {int} NOT NULL
                ) {clustered}
                """,
                "CREATE INDEX identity_ticket_expires ON identity_ticket (expires)",
                "CREATE INDEX identity_ticket_account ON identity_ticket (account)",
                """
                CREATE TABLE identity_session (
                    hash {blob} PRIMARY KEY, account {text} NOT NULL REFERENCES identity_account (id), posting {text},
                    factors {text} NOT NULL, started {int} NOT NULL, seen {int} NOT NULL,
                    proved_by {text}, proved_at {int}
                ) {clustered}
                """,
                "CREATE INDEX identity_session_account ON identity_session (account)",
                "CREATE INDEX identity_session_posting ON identity_session (posting)",
            ])
    ]
}
