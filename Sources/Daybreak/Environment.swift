public import Identity
public import RichPicture
public import Vault

/// What the live world is made of: where the data is, and what comes from outside (clock, randomness).
public struct Environment: Sendable {
    /// Where the content and the keys are.
    public var places: DatabasePlaces
    /// The clock, in milliseconds since 1970 UTC.
    public var now: @Sendable () -> Int
    /// Random bytes of a given number, fit for keys.
    public var random: @Sendable (Int) -> [UInt8]
    /// The file with the key that signs the ledger; made when it is not there. Nodes of one cluster share one.
    public var ledgerKey: String
    /// The file with the key that seals the secrets of one-time codes; made when it is not there, and shared likewise.
    public var identityKey: String
    /// The site as browsers know it; passkeys are bound to it.
    public var site: Site
    /// What guessing a passphrase costs.
    public var costs: Costs
    /// Mapping profiles beside those that come with Daybreak.
    public var profiles: [Profile]

    /// What one guess at a passphrase costs, of an account and of the vault.
    public struct Costs: Sendable {
        /// Of an account.
        public var account: ScryptCost
        /// Of the vault.
        public var vault: PassphraseCost

        /// What people are protected with: N = 2^17.
        public static let standard = Costs(account: .standard, vault: .standard)
        /// Next to nothing: for tests, and never otherwise.
        public static let trifling = Costs(account: ScryptCost(logN: 4), vault: PassphraseCost(rounds: 16))
    }

    /// Makes an environment from its parts: tests pass their own clock and bytes.
    ///
    /// - Parameters:
    ///   - keys: the key database; without it, beside the content (`DatabasePlaces`).
    ///   - ledgerKey: without it, the file beside the database (`daybreak.db.ledger-key`), or, for an address,
    ///     `daybreak.ledger-key` in this folder.
    ///   - identityKey: without it, likewise (`daybreak.db.identity-key`).
    public init(
        database: String, keys: String? = nil, now: @escaping @Sendable () -> Int,
        random: @escaping @Sendable (Int) -> [UInt8], ledgerKey: String? = nil, identityKey: String? = nil,
        site: Site = Environment.localSite(port: 8080), costs: Costs = .standard, profiles: [Profile] = []
    ) {
        let folder = isAddress(database) ? "daybreak" : database
        places = DatabasePlaces(content: database, keys: keys)
        self.ledgerKey = ledgerKey ?? folder + ".ledger-key"
        self.identityKey = identityKey ?? folder + ".identity-key"
        self.now = now
        self.random = random
        self.site = site
        self.costs = costs
        self.profiles = profiles
    }

    /// The site of a program that only this machine reaches.
    public static func localSite(port: Int) -> Site {
        Site(id: "localhost", name: "Daybreak", origins: ["http://localhost:\(port)", "https://localhost:\(port)"])
    }
}
