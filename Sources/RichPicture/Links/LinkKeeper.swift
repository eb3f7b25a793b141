import Access
import Linkage
import Storage

/// The proposals for one viewer and subject, and what they were made from.
///
/// A *pool* is what may meet: all mentions but those of persons at risk, and for each organisation with persons at risk all that is
/// its own.
struct LinkDesk: Sendable {
    fileprivate struct Pool: Sendable {
        var owner: String?
        var stand: LinkStand
        var units: [String: LinkUnit] = [:]
    }

    let subject: LinkSubject
    private(set) var canon = Canon.nobody
    private(set) var drafts: [Draft] = []
    /// Mentions by entity.
    private(set) var mentions: [Int: Mention] = [:]
    private var bySource: [LinkSource: [Mention]] = [:]
    private var pools: [Pool] = []
    /// Identifiers that say nothing of who somebody is, with the reason.
    private(set) var unused: [Int: Unused] = [:]
    private var asOf: [Int] = []

    /// Why an identifier is no evidence.
    enum Unused: Sendable { case stopListed, crowded }

    init(_ subject: LinkSubject) { self.subject = subject }

    /// The pools' model: of the one in which everybody meets who may.
    var threshold: Threshold? { pools.first?.stand.threshold }
    var settings: Settings? { pools.first?.stand.settings }

    /// Why two mentions of one pool have the score that they have.
    func explanation(_ a: String, _ b: String, in pool: Int) -> Explanation? { pools[pool].stand.explanation(a, b) }

    /// A unit of a pool.
    func unit(_ id: String, in pool: Int) -> LinkUnit? { pools[pool].units[id] }

    /// The first pool in which both entities are, with their units; `nil` where they may not meet.
    func meeting(_ a: Int, _ b: Int) -> (pool: Int, a: String, b: String)? {
        for place in pools.indices {
            let units = pools[place].units.values
            if let x = units.first(where: { $0.holds(a) }), let y = units.first(where: { $0.holds(b) }) {
                return (place, x.id, y.id)
            }
        }
        return nil
    }

    // MARK: Following what is

    /// What has to be read of the database to follow it.
    fileprivate struct News: Sendable {
        var asOf: [Int]
        var sources: [LinkSource]
        var mentions: [LinkSource: [Mention]]
        var canon: Canon
        var stopped: Set<Int>
    }

    /// Reads what is new; `nil` when nothing is.
    fileprivate func news(
        _ snapshot: Snapshot, _ canons: CanonKeeper, as viewer: Viewer, _ connection: any Reading
    ) throws -> News? {
        let asOf = [
            try PictureChanges.count(connection),
            try connection.row("SELECT COALESCE(MAX(id), 0) FROM source WHERE state = 'committed'")?.int(0) ?? 0,
            Int(snapshot.lastStatement),
        ]
        guard asOf != self.asOf else { return nil }
        let sources = try LinkSource.all(as: viewer, connection)
        let mentions = try sources.reduce(into: [:]) { held, source in
            held[source] = try bySource[source] ?? source.mentions(of: subject, as: viewer, connection)
        }
        return News(
            asOf: asOf, sources: sources, mentions: mentions, canon: try canons.canon(as: viewer, connection),
            stopped: Set(try StopList.stopped(connection).keys.map(Int.init)))
    }

    /// Links what is new against what stands.
    fileprivate mutating func follow(_ news: News, isHub: (Int) -> Bool) throws {
        let sources = news.sources
        bySource = news.mentions
        var all: [Int: Mention] = [:]
        for source in sources {
            for mention in bySource[source] ?? [] {
                if all[mention.entity] == nil {
                    all[mention.entity] = mention
                } else {
                    all[mention.entity]?.add(mention)
                }
            }
        }
        let sorted = all.values.sorted { $0.entity < $1.entity }
        unused = Dictionary(uniqueKeysWithValues: LinkUnits.crowded(sorted).map { ($0, .crowded) })
        for held in Set(sorted.flatMap(\.held)) {
            if news.stopped.contains(held.entity) { unused[held.entity] = .stopListed }
            if unused[held.entity] == nil, isHub(held.entity) { unused[held.entity] = .crowded }
        }
        (mentions, canon) = (all, news.canon)
        try pool(sorted)
        asOf = news.asOf
    }

    private mutating func pool(_ sorted: [Mention]) throws {
        let owners = Set(sorted.filter(\.isAtRisk).flatMap(\.owners)).sorted()
        let wanted: [String?] = [nil] + owners
        pools = wanted.map { owner in
            pools.first { $0.owner == owner } ?? Pool(owner: owner, stand: LinkStand(LinkForm.of(subject)))
        }
        let apart = Set(canon.decisions.filter { $0.verdict != .same }.flatMap(\.members))
        drafts = []
        for place in pools.indices {
            let owner = pools[place].owner
            let members = sorted.filter { mention in
                owner.map { mention.owners.contains($0) } ?? !mention.isAtRisk
            }
            let units = LinkUnits(
                members, LinkForm.of(subject), isUsed: { unused[$0.entity] == nil }, isAlone: apart.contains
            ).list
            pools[place].units = Dictionary(units.map { ($0.id, $0) }) { first, _ in first }
            try pools[place].stand.follow(units, judgements(units))
            drafts += self.drafts(of: place)
        }
        drafts.sort { left, right in
            (right.sources > 1 ? 1 : 0, right.score, left.entities[0]) < (
                left.sources > 1 ? 1 : 0, left.score, right.entities[0]
            )
        }
    }

    // What people have decided, as judgements of units.
    private func judgements(_ units: [LinkUnit]) -> Set<Judgement> {
        var unit: [Int: String] = [:]
        for one in units { for mention in one.mentions { unit[mention.entity] = one.id } }
        var judgements: [Set<String>: Judgement.Verdict] = [:]
        for decision in canon.decisions where !canon.contradicted.contains(decision.number) {
            let members = decision.members.compactMap { unit[$0] }
            if decision.verdict == .same {
                for (a, b) in zip(members, members.dropFirst()) where a != b {
                    judgements[[a, b]] = judgements[[a, b]] ?? .same
                }
            } else {
                let verdict: Judgement.Verdict = decision.verdict == .notSame ? .notSame : .unknown
                for a in members {
                    for b in members where a < b && judgements[[a, b]] != .notSame { judgements[[a, b]] = verdict }
                }
            }
        }
        return Set(
            judgements.compactMap { pair, verdict in
                let ids = pair.sorted()
                return ids.count == 2 ? Judgement(ids[0], ids[1], verdict) : nil
            })
    }

    private func drafts(of place: Int) -> [Draft] {
        let (stand, units) = (pools[place].stand, pools[place].units)
        let least = Weight(bits: stand.threshold?.score ?? 0)
        var seen: Set<String> = []
        var drafts: [Draft] = []
        func take(_ group: [LinkUnit]) {
            let all = group.flatMap(\.mentions)
            // Of an organisation's own pool only what concerns persons at risk: the rest has been proposed already.
            guard pools[place].owner == nil || all.contains(where: \.isAtRisk) else { return }
            guard let draft = Draft(group, in: place, stand, canon), canon.apart(draft.entities) == nil else { return }
            drafts.append(draft)
        }
        for cluster in stand.clusters() {
            seen.formUnion(cluster)
            take(cluster.compactMap { units[$0] })
        }
        for unit in units.values where unit.mentions.count > 1 && !seen.contains(unit.id) {
            if let own = stand.explanation(unit.id, unit.id), own.score >= least { take([unit]) }
        }
        return drafts
    }
}

extension LinkUnit {
    fileprivate func holds(_ entity: Int) -> Bool { mentions.contains { $0.entity == entity } }
}

/// Keeps the proposals of the viewers who ask, each made from nothing but what that viewer may see, and follows the picture.
actor LinkKeeper {
    private struct Key: Hashable {
        var clearance: Clearance
        var subject: LinkSubject
    }

    private let database: any Database
    private let snapshots: SnapshotKeeper
    private let canons: CanonKeeper
    private var desks: [Key: LinkDesk] = [:]
    private var order: [Key] = []
    private var working: [Key: Task<LinkDesk, any Error>] = [:]
    /// Viewers and subjects that are remembered; of further ones the oldest is made anew when it is asked for.
    private static let limit = 8

    init(database: any Database, snapshots: SnapshotKeeper, canons: CanonKeeper) {
        (self.database, self.snapshots, self.canons) = (database, snapshots, canons)
    }

    /// How things stand now for a viewer.
    func desk(_ subject: LinkSubject, as viewer: Viewer) async throws -> LinkDesk {
        let key = Key(clearance: viewer.clearance, subject: subject)
        if let running = working[key] { _ = try? await running.value }
        let old = desks[key] ?? LinkDesk(subject)
        let task = Task { [database, snapshots, canons] in
            try await Self.follow(old, database, snapshots, canons, viewer)
        }
        working[key] = task
        defer { working[key] = nil }
        let new = try await task.value
        order.removeAll { $0 == key }
        order.append(key)
        desks[key] = new
        if order.count > Self.limit { desks[order.removeFirst()] = nil }
        return new
    }

    private static func follow(
        _ old: LinkDesk, _ database: any Database, _ snapshots: SnapshotKeeper, _ canons: CanonKeeper, _ viewer: Viewer
    ) async throws -> LinkDesk {
        let snapshot = try await snapshots.current()
        let walk = Walk(snapshot, filter: PictureFilter(), as: viewer)
        let news = try await database.read { try old.news(snapshot, canons, as: viewer, $0) }
        guard let news else { return old }
        // Learning takes a while: no transaction waits for it.
        var desk = old
        try desk.follow(news) { walk.neighbours(of: UInt32($0)).count > Walk.degreeCap }
        return desk
    }
}
