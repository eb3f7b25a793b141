public import Storage

/// Random bytes, as many as asked for. They must come from the system's generator, save in tests.
public typealias RandomBytes = @Sendable (_ count: Int) -> [UInt8]

/// Writes down what happened, inside the transaction in which it happened: both are kept, or neither.
public typealias IdentityRecorder = @Sendable (IdentityEvent, any Writing) throws -> Void

/// Who somebody is: accounts, what they prove themselves with, and sessions.
///
/// What they *may* do is not said here. Roles come from postings, which `Records` keeps: an account, a passkey or a claim
/// of another organisation's provider never carries one.
///
///     let identity = Identity(database, settings: settings, now: now, random: random) { event, connection in
///         try ledger.append(event, to: connection)
///     }
///     switch try await identity.signIn(name: "somchai", passphrase: "…") {
///     case .second(let ticket, let factors): …   // ask for one of the factors
///     case .signedIn(let signedIn): …            // signedIn.token goes into the cookie, and nowhere else
///     }
public struct Identity: Sendable {
    let database: any Database
    let settings: Settings
    let now: @Sendable () -> Int
    let random: RandomBytes
    let record: IdentityRecorder
    let hall: HashingHall

    /// Makes the door.
    ///
    /// - Parameters:
    ///   - database: has run `Identity.migrations`.
    ///   - settings: the site, the key, and the costs.
    ///   - now: the clock, in milliseconds since 1970 UTC.
    ///   - random: the system's random bytes.
    ///   - record: writes each event to the ledger, in the transaction of the change itself.
    public init(
        _ database: any Database, settings: Settings, now: @escaping @Sendable () -> Int,
        random: @escaping RandomBytes, record: @escaping IdentityRecorder
    ) {
        self.database = database
        self.settings = settings
        self.now = now
        self.random = random
        self.record = record
        hall = HashingHall(atOnce: settings.hashesAtOnce, waiting: settings.hashesWaiting)
    }

    /// What differs between one installation and another.
    public struct Settings: Sendable {
        /// The site as browsers know it; passkeys are bound to it.
        public var site: Site
        /// 32 bytes that are not in this database: they seal the secrets of one-time codes, and hide names and states.
        /// Losing them costs everybody a new enrolment of codes, and nothing else.
        public var key: [UInt8]
        /// What one hash of a passphrase costs.
        public var cost = ScryptCost.standard
        /// How many passphrases are hashed at once, each in 128 MiB.
        public var hashesAtOnce = 2
        /// How many may wait for that; beyond, `IdentityError.busy`.
        public var hashesWaiting = 16
        /// Whether `signInForDemonstration` works: on the sample's data, and never otherwise.
        public var isDemonstration = false

        /// Makes settings. `key` has 32 bytes.
        public init(site: Site, key: [UInt8]) {
            precondition(key.count == 32, "the key of identities has \(key.count) bytes instead of 32")
            self.site = site
            self.key = key
        }
    }

    /// Changes the database and writes down what happened, in one transaction. `body` says what happened by returning
    /// events beside its result; nothing is undone because somebody is refused.
    func write<Result: Sendable>(
        _ body: @escaping @Sendable (any Writing) throws -> (Result, [IdentityEvent])
    ) async throws -> Result {
        let record = record
        return try await database.write { connection in
            let (result, events) = try body(connection)
            for event in events { try record(event, connection) }
            return result
        }
    }
}
