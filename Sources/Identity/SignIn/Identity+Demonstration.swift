import Storage

extension Identity {
    /// The accounts of these sign-in names, for a demonstration: active, and without anything to sign in with. Makes those
    /// that lack. Throws `IdentityError.notADemonstration` on any other installation.
    public func demonstrationAccounts(_ typed: [String]) async throws -> [String: String] {
        guard settings.isDemonstration else { throw IdentityError.notADemonstration }
        let names = try typed.map { ($0, try SignInName($0).text, Base32.encode(random(16)).lowercased()) }
        let now = now()
        return try await write { connection in
            var (accounts, events): ([String: String], [IdentityEvent]) = ([:], [])
            for (typed, name, new) in names {
                try connection.lock("identity name \(name)")
                let known = try connection.row("SELECT id FROM identity_account WHERE name = \(name)")?.text(0)
                accounts[typed] = known ?? new
                guard known == nil else { continue }
                try connection.execute(
                    """
                    INSERT INTO identity_account (id, name, state, created, changed)
                    VALUES (\(new), \(name), \(Account.State.active.rawValue), \(now), \(now))
                    """)
                events.append(IdentityEvent(.activated, new, factor: .demonstration, at: now))
            }
            return (accounts, events)
        }
    }
}
