public import Access
import Linkage
public import Records
import Storage
import Words

/// What was decided on: the record, and what it says now.
public struct LinkReceipt: Sendable, Hashable {
    /// The record of the decision.
    public var record: RecordID
    /// What stands; `nil` after it was taken back.
    public var verdict: LinkVerdict?
    /// The entity that stands for all of them now, after *same*.
    public var entity: String?
}

extension RichPicture {
    /// Decides about a proposal of the machine.
    ///
    /// - Parameters:
    ///   - id: the proposal, as `proposals` names it.
    ///   - key: the same key for the same wish: a repetition changes nothing.
    /// - Throws: a `LinkRefusal` or a `DeskError`; then nothing has changed.
    public func decide(
        _ verdict: LinkVerdict, proposal id: String, because reason: String, key: String? = nil, as viewer: Viewer
    ) async throws -> LinkReceipt {
        guard reason.says else { throw IntakeError.reasonNeeded }
        guard let (draft, _) = try await draft(id, as: viewer) else {
            // It may be gone because this very wish was fulfilled: the desk knows.
            let asking = Asking(reason: reason.storable, key: key)
            let done = try await desk.transaction(as: viewer) { door in
                try door.repeated(verdict.action, of: LinkDecision.self, asking)
            }
            guard let done else { throw LinkRefusal.gone }
            return LinkReceipt(record: done.id, verdict: verdict)
        }
        let members = try await database.read { try Self.publicIDs(draft.entities, $0) }
        return try await decide(verdict, members, score: draft.score.raw, because: reason, key: key, as: viewer)
    }

    /// Decides about entities that a person has brought together: two or more for *same*, two otherwise.
    ///
    /// - Parameters:
    ///   - ids: public ids of the entities.
    ///   - key: the same key for the same wish: a repetition changes nothing.
    /// - Throws: a `LinkRefusal` or a `DeskError`; then nothing has changed.
    public func decide(
        _ verdict: LinkVerdict, about ids: [String], because reason: String, key: String? = nil, as viewer: Viewer
    ) async throws -> LinkReceipt {
        try await decide(verdict, Array(Set(ids)).sorted(), score: nil, because: reason, key: key, as: viewer)
    }

    private func decide(
        _ verdict: LinkVerdict, _ ids: [String], score: Int64?, because reason: String, key: String?, as viewer: Viewer
    ) async throws -> LinkReceipt {
        guard reason.says else { throw IntakeError.reasonNeeded }
        let receipt = try await desk.transaction(as: viewer) { door in
            try Deciding.lock(door.connection)
            let deciding = try Deciding(ids, verdict, as: viewer, door.connection)
            let record = try deciding.record(score: score.map(Int.init))
            let id: RecordID
            if let known = try deciding.known(record.members, door.connection) {
                id = known
            } else {
                id = try door.open(record, because: reason.storable, key: key.map { "\($0)-propose" }) { _ in }.id
            }
            do {
                _ = try door.perform(
                    verdict.action, on: id, of: LinkDecision.self, Asking(reason: reason.storable, key: key)
                ) { try deciding.write(id, record, at: now(), $0) }
            } catch DeskError.wrongState(_, let state) {
                throw LinkVerdict.allCases.first { $0.state.rawValue == state }.map(LinkRefusal.decided)
                    ?? LinkRefusal.gone
            }
            let canon = try Canon.load(as: viewer, door.connection)
            let entity = try Self.publicIDs([canon(deciding.numbers[0])], door.connection).first
            return LinkReceipt(record: id, verdict: verdict, entity: verdict == .same ? entity : nil)
        }
        try await snapshots.follow()
        return receipt
    }

    /// Takes a decision back: a merge, and exactly what stood before it stands again; or that two are not the same or not known
    /// to be, and they may be proposed again.
    ///
    /// - Parameters:
    ///   - record: the record of the decision.
    ///   - isNotSame: whether it is decided, in the same step, that the two are not the same.
    ///   - key: the same key for the same wish: a repetition changes nothing.
    public func takeBack(
        _ record: RecordID, andNotSame isNotSame: Bool = false, because reason: String, key: String? = nil,
        as viewer: Viewer
    ) async throws -> LinkReceipt {
        guard reason.says else { throw IntakeError.reasonNeeded }
        let receipt = try await desk.transaction(as: viewer) { door in
            try Deciding.lock(door.connection)
            let row = try door.connection.row("SELECT id, verdict FROM link_decision WHERE record = \(record.storable)")
            let (_, stored) = try Deciding.stored(record, door.connection)
            if isNotSame, stored.members.count != 2 { throw LinkRefusal.nameTwo }
            let isMerge = try isNotSame || Deciding.wasSame(record, door.connection)
            let action: LinkDecision.Action = isMerge ? .unmerge : .reopen
            let asking = Asking(reason: reason.storable, key: key)
            do {
                _ = try door.perform(action, on: record, of: LinkDecision.self, asking) { connection in
                    guard let row, row.int(1) != 0 else { throw LinkRefusal.notDecided }
                    try Deciding.set(0, row.int(0), at: now(), connection)
                }
                guard isNotSame else { return LinkReceipt(record: record) }
                _ = try door.perform(
                    .decideNotSame, on: record, of: LinkDecision.self,
                    Asking(reason: reason.storable, key: key.map { "\($0)-apart" })
                ) { try Deciding.set(LinkVerdict.notSame.rawValue, row?.int(0) ?? 0, at: now(), $0) }
                return LinkReceipt(record: record, verdict: .notSame)
            } catch DeskError.wrongState {
                throw LinkRefusal.notDecided
            }
        }
        try await snapshots.follow()
        return receipt
    }

    static func publicIDs(_ numbers: [Int], _ connection: any Reading) throws -> [String] {
        let pids = try connection.rows("SELECT id, pid FROM entity WHERE id IN \(numbers)").map {
            ($0.int(0), $0.text(1))
        }
        let named = Dictionary(uniqueKeysWithValues: pids)
        return numbers.compactMap { named[$0] }
    }
}

/// One decision on its way, inside its transaction.
private struct Deciding {
    let verdict: LinkVerdict
    let viewer: Viewer
    /// The entities, ascending: of those that are one already, one.
    let numbers: [Int]
    private let ids: [String]
    private let mentions: [Mention]
    private let sources: [LinkSource]
    private let canon: Canon
    private let records: [(RecordID, SourceRecord)]

    /// Finds what is spoken of, as far as the viewer may see it.
    init(_ asked: [String], _ verdict: LinkVerdict, as viewer: Viewer, _ connection: any Reading) throws {
        (self.verdict, self.viewer) = (verdict, viewer)
        canon = try Canon.load(as: viewer, connection)
        var subjects: Set<LinkSubject?> = []
        var found: Set<Int> = []
        for id in asked {
            guard let (number, kind) = try RichPicture.visible(id, as: viewer, connection) else {
                throw LinkRefusal.unknown(id)
            }
            subjects.insert(LinkSubject(kind))
            found.insert(number)
        }
        guard subjects.count == 1, let subject = subjects.first ?? nil else { throw LinkRefusal.notComparable }
        numbers = found.sorted()
        ids = try RichPicture.publicIDs(numbers, connection).sorted()
        let numbers = numbers
        let speaking: SQL = """
            SELECT DISTINCT p.source FROM appearance p JOIN source s ON s.id = p.source
            WHERE p.entity IN \(numbers) AND s.state = 'committed' AND \(viewer.sees("p.label"))
            """
        let spoken = Set(try connection.rows(speaking).map { $0.int(0) })
        sources = try LinkSource.all(as: viewer, connection).filter { spoken.contains($0.number) }
        mentions = try sources.flatMap { try $0.mentions(of: subject, as: viewer, connection) }
            .filter { numbers.contains($0.entity) }
        records = try sources.compactMap { source in
            try Desk.stored(SourceRecord.self, id: source.pid, connection)[source.pid].map { (source.pid, $0.record) }
        }
    }

    /// The record that says so.
    func record(score: Int?) throws -> LinkDecision {
        guard numbers.count > 1 else { throw LinkRefusal.alreadyOne }
        guard verdict != .notSame || numbers.count == 2 else { throw LinkRefusal.nameTwo }
        let shared = records.map { Set($0.1.terms(in: .committed, opened: .nobody).assigned) }
        let common = shared.dropFirst().reduce(shared.first ?? []) { $0.intersection($1) }
        return LinkDecision(
            members: ids, bases: sources.map(\.pid).sorted(), score: score,
            isIntrusive: sources.contains { $0.stream.isIntrusive },
            shared: common.filter { $0.isOf(viewer.organisation) }.map(\.text).sorted())
    }

    /// The record of the viewer's organisation about just these entities; `nil` when there is none yet.
    func known(_ members: [String], _ connection: any Reading) throws -> RecordID? {
        let sql: SQL = """
            SELECT d.record FROM link_decision d WHERE d.organisation = \(viewer.organisation)
            AND EXISTS (SELECT 1 FROM link_member m WHERE m.decision = d.id AND m.entity = \(numbers[0]))
            AND (SELECT COUNT(*) FROM link_member m WHERE m.decision = d.id) = \(numbers.count) ORDER BY d.id
            """
        return try connection.rows(sql).map { $0.text(0) }.first { record in
            let bases = try Self.stored(record, connection).record
            return bases.members == members && bases.bases == sources.map(\.pid).sorted()
        }
    }

    /// Checks that it contradicts nothing that stands, and writes what follows from it.
    func write(_ id: RecordID, _ record: LinkDecision, at now: Int, _ connection: any Writing) throws {
        try check()
        let known = try connection.row("SELECT id FROM link_decision WHERE record = \(id)")?.int(0)
        if let known { return try Self.set(verdict.rawValue, known, at: now, connection) }
        let number = try connection.nextNumber(in: "link_decision")
        try connection.execute(
            """
            INSERT INTO link_decision (id, record, verdict, organisation, at)
            VALUES (\(number), \(id), \(verdict.rawValue), \(viewer.organisation), \(now))
            """)
        for entity in numbers {
            try connection.execute("INSERT INTO link_member (decision, entity) VALUES (\(number), \(entity))")
        }
        for source in sources {
            try connection.execute("INSERT INTO link_basis (decision, source) VALUES (\(number), \(source.number))")
        }
        try PictureChanges.note(connection)
    }

    private func check() throws {
        let groups = Set(numbers.map { canon($0) })
        if verdict == .same, groups.count == 1 { throw LinkRefusal.alreadyOne }
        if verdict != .same, groups.count < numbers.count, let one = canon.joining(numbers) {
            throw LinkRefusal.together(organisation: one.organisation, day: one.day)
        }
        if verdict == .same, let apart = canon.apart(numbers) {
            throw LinkRefusal.apart(organisation: apart.organisation, day: apart.day)
        }
        for (place, one) in mentions.enumerated() {
            for other in mentions.dropFirst(place + 1)
            where one.entity != other.entity && !LinkRules.mayMeet(one, other) {
                throw LinkRefusal.consent
            }
        }
    }

    /// Decisions come one after the other. What they note in the end is locked before the desk's own locks, as everywhere.
    static func lock(_ connection: any Writing) throws {
        try connection.lock("links")
        try PictureChanges.lock(connection)
    }

    // MARK: What is kept

    /// A decision as it stands, whoever may see it: within an action that is then permitted or not.
    static func stored(
        _ id: RecordID, _ connection: any Reading
    ) throws -> (state: LinkDecision.State, record: LinkDecision) {
        guard let stored = try Desk.stored(LinkDecision.self, id: id, connection)[id] else { throw DeskError.notFound }
        return stored
    }

    /// Whether what is to be taken back, or has just been, is a merge.
    static func wasSame(_ id: RecordID, _ connection: any Reading) throws -> Bool {
        let state = try stored(id, connection).state
        guard state == .proposed else { return state == .same }
        let sql: SQL = """
            SELECT v.state FROM record_version v JOIN record r ON r.id = v.record WHERE r.pid = \(id)
            ORDER BY v.version DESC LIMIT 2
            """
        return try connection.rows(sql).last?.text(0) == LinkDecision.State.same.rawValue
    }

    static func set(_ verdict: Int, _ number: Int, at now: Int, _ connection: any Writing) throws {
        try connection.execute("UPDATE link_decision SET verdict = \(verdict), at = \(now) WHERE id = \(number)")
        try PictureChanges.note(connection)
    }
}

extension Principal {
    /// Whether it means somebody of an organisation.
    fileprivate func isOf(_ organisation: String) -> Bool {
        switch self {
        case .organisation(let name): name == organisation
        case .team(let name): name.hasPrefix("\(organisation)/")
        case .unit, .account: false
        }
    }
}

extension Past {
    fileprivate static let nobody = Past(action: "", account: "", organisation: "", at: 0)
}

extension Canon {
    /// A decision by which some of these are one.
    fileprivate func joining(_ entities: [Int]) -> Decision? {
        let meant = Set(entities.flatMap { members(of: $0) })
        return decisions.first { $0.verdict == .same && !meant.isDisjoint(with: $0.members) }
    }
}

extension Canon.Decision {
    /// The day on which it was made, in UTC.
    var day: String { Moment(milliseconds: at, precision: .day, offset: 0).iso }
}
