public import Access
public import Storage
import Synchronization

/// Who works where, as what: the source of every standing and every clearance.
///
/// Each request asks anew; what was computed is kept only as long as nothing in the directory has changed, which one number
/// in the database tells to every node.
public final class Directory: Sendable {
    private let database: any Database
    private let now: @Sendable () -> Int
    private let kept = Mutex<Kept>(Kept())

    private struct Kept {
        var version = 0
        var viewers: [RecordID: Viewer] = [:]
    }

    /// Takes up the directory of a database whose migrations have run.
    public init(_ database: any Database, now: @escaping @Sendable () -> Int) {
        self.database = database
        self.now = now
    }

    /// A posting with its id.
    public struct Held: Sendable, Equatable {
        /// Its public id.
        public var id: RecordID
        /// What it says.
        public var posting: Posting
    }

    /// The viewer of an account under one of its postings; `nil` when the posting is not theirs, not active, has ended, or
    /// the account owes a review of a broken glass.
    public func viewer(of account: String, under posting: RecordID) async throws -> Viewer? {
        let now = now()
        return try await database.read { connection in
            let version = try Self.version(connection)
            guard let cached = self.cached(posting, version), cached.standing.account == account else {
                let viewer = try Self.viewer(of: account, under: posting, at: now, connection)
                if let viewer { self.keep(viewer, posting, version) }
                return viewer
            }
            let stands = try Self.active(posting, connection)?.runs(at: now) ?? false
            return try stands && !Self.owesReview(account, at: now, connection) ? cached : nil
        }
    }

    private func cached(_ posting: RecordID, _ version: Int) -> Viewer? {
        kept.withLock { kept in
            if kept.version != version { kept = Kept(version: version) }
            return kept.viewers[posting]
        }
    }

    private func keep(_ viewer: Viewer, _ posting: RecordID, _ version: Int) {
        kept.withLock { kept in
            if kept.version == version { kept.viewers[posting] = viewer }
        }
    }

    /// The postings of an account that run now: what it may choose from at sign-in.
    public func postings(of account: String) async throws -> [Held] {
        let now = now()
        return try await database.read { connection in
            try Self.postings(of: account, connection).filter { $0.posting.runs(at: now) }
        }
    }

    /// All active postings, for the list of a demonstration and for choosing whom to assign.
    public func everybody() async throws -> [Held] {
        let now = now()
        return try await database.read { connection in
            try connection.rows("SELECT pid FROM record WHERE type = 'posting' AND state = 'active' ORDER BY id")
                .compactMap { row in try Self.active(row.text(0), connection).map { Held(id: row.text(0), posting: $0) }
                }
                .filter { $0.posting.runs(at: now) }
        }
    }

    // MARK: In a transaction

    /// The names by which colleagues know accounts: as their latest posting has it, whether it runs or not.
    static func names(of accounts: Set<String>, _ connection: any Reading) throws -> [String: String] {
        var names: [String: String] = [:]
        for account in accounts {
            let held = try RecordRow.find(type: Posting.type.name, where: "account", is: account, connection)
            names[account] = try held.last?.unsealed(Posting.self, connection).name
        }
        return names
    }

    static func version(_ connection: any Reading) throws -> Int {
        try connection.row("SELECT version FROM directory WHERE id = 1")?.int(0) ?? 0
    }

    /// Makes every node compute standings anew.
    public static func change(_ connection: any Writing) throws {
        try connection.execute("UPDATE directory SET version = version + 1 WHERE id = 1")
    }

    /// The active postings of an account.
    static func postings(of account: String, _ connection: any Reading) throws -> [Held] {
        try RecordRow.find(type: Posting.type.name, where: "account", is: account, connection)
            .filter { $0.state == Posting.State.active.rawValue }
            .map { Held(id: $0.id, posting: try $0.unsealed(Posting.self, connection)) }
    }

    static func active(_ id: RecordID, _ connection: any Reading) throws -> Posting? {
        guard let row = try RecordRow.load(id, type: Posting.type.name, connection),
            row.state == Posting.State.active.rawValue
        else { return nil }
        return try row.unsealed(Posting.self, connection)
    }

    static func viewer(
        of account: String, under id: RecordID, at now: Int, _ connection: any Reading
    ) throws -> Viewer? {
        guard let posting = try active(id, connection), posting.account == account, posting.runs(at: now),
            let role = FineRole(rawValue: posting.role), try !owesReview(account, at: now, connection)
        else { return nil }
        var standing = Standing(
            account: account, role: role, organisation: posting.organisation, unit: posting.unit,
            teams: Set(posting.teams))
        standing.exclusions = try exclusions(of: standing, connection)
        standing.breakGlass = try glasses(of: account, role, at: now, connection)
        return Viewer(name: posting.name, standing: standing, labels: try Labels.all(connection))
    }

    private static func exclusions(of standing: Standing, _ connection: any Reading) throws -> Set<Exclusion> {
        let names: [Principal] = [
            .account(standing.account), .unit(standing.unit), .organisation(standing.organisation),
        ]
        var exclusions: Set<Exclusion> = []
        for name in names {
            let rows = try RecordRow.find(
                type: ExclusionOrder.type.name, where: "principal", is: name.text, connection)
            for row in rows where row.state == ExclusionOrder.State.active.rawValue {
                let order = try row.unsealed(ExclusionOrder.self, connection)
                guard order.record.isEmpty else { continue }
                exclusions.insert(
                    Exclusion(
                        organisation: order.organisation.isEmpty ? nil : order.organisation,
                        kind: Kind(name: order.kindName)))
            }
        }
        return exclusions
    }

    private static func glasses(
        of account: String, _ role: FineRole, at now: Int, _ connection: any Reading
    ) throws -> Set<BreakGlass> {
        let context = Context(isBreakGlass: true)
        let kinds = Kind.allCases.filter { decide(as: role, .read, $0, context).isPermitted }
        let glasses = try BrokenGlass.load("account = \(account) AND until > \(now)", connection)
        return Set(
            glasses.flatMap { glass in
                kinds.map {
                    BreakGlass(subject: glass.record, kind: $0, from: glass.at, lasting: glass.until - glass.at)
                }
            })
    }

    // RL-34: a broken glass that nobody has reviewed in time suspends who broke it.
    private static func owesReview(_ account: String, at now: Int, _ connection: any Reading) throws -> Bool {
        try !BrokenGlass.load(
            "account = \(account) AND reviewed_at IS NULL AND review_due <= \(now)", connection
        ).isEmpty
    }

    /// Who takes over from somebody what turns red: the deputy that their posting names, otherwise the head of the unit.
    static func deputy(of standing: Standing, _ connection: any Reading) throws -> String {
        let posting = try postings(of: standing.account, connection).first
        if let deputy = posting?.posting.deputy, !deputy.isEmpty { return deputy }
        for row in try RecordRow.find(type: Unit.type.name, where: "name", is: standing.unit, connection)
        where row.state == Unit.State.active.rawValue {
            let record = try row.unsealed(Unit.self, connection)
            if record.organisation == standing.organisation { return record.head }
        }
        return ""
    }
}
