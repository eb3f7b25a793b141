public import Access
import Records
import Storage
import Words

/// Identifiers that never link people: hotlines, shelters, taxi ranks, bank switches.
///
/// Everybody calls them, so that a link through them says nothing; and a shelter's or a hotline's number would give
/// away those who turned to it. The list is there from the first day.
public struct StopEntry: Sendable, Hashable {
    /// The kind of the identifier.
    public var kind: EntityKind
    /// The normalised value.
    public var key: String
    /// Why, in words.
    public var reason: String
    /// Who put it on the list.
    public var decidedBy: String
}

/// A change of the stop-list: nothing is forgotten, so that everything can be undone.
public struct StopChange: Sendable, Hashable {
    /// Whether the identifier was put on the list; otherwise it was taken off.
    public var isAddition: Bool
    /// What was put on or taken off, why and by whom.
    public var entry: StopEntry
    /// When, in milliseconds since 1970 UTC.
    public var at: Int
}

/// The stop-list in the database.
enum StopList {
    /// The entries that come with Daybreak: `kind key reason`, one a line.
    static func shipped() -> [StopEntry] {
        let text = String(decoding: PackageResources.hotlines_txt, as: UTF8.self)
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
            let words = line.split(separator: " ", maxSplits: 2).map(String.init)
            guard words.count == 3, let kind = EntityKind(name: words[0]) else { return nil }
            return StopEntry(kind: kind, key: words[1], reason: words[2], decidedBy: "Daybreak")
        }
    }

    static func install(into connection: any Writing, at now: Int) throws {
        for entry in shipped() { try add(entry, at: now, connection) }
    }

    static func add(_ entry: StopEntry, at now: Int, _ connection: any Writing) throws {
        try connection.execute("DELETE FROM stop WHERE kind = \(entry.kind.rawValue) AND key = \(entry.key)")
        try connection.execute(
            """
            INSERT INTO stop (kind, key, reason, decided_at, decided_by)
            VALUES (\(entry.kind.rawValue), \(entry.key), \(entry.reason), \(now), \(entry.decidedBy))
            """)
    }

    /// Keeps a change.
    static func note(_ entry: StopEntry, added: Bool, at now: Int, _ connection: any Writing) throws {
        let id = try connection.nextNumber(in: "stop_change")
        try connection.execute(
            """
            INSERT INTO stop_change (id, kind, key, added, reason, decided_at, decided_by) VALUES (\(id),
                \(entry.kind.rawValue), \(entry.key), \(added ? 1 : 0), \(entry.reason), \(now), \(entry.decidedBy))
            """)
    }

    /// The stop-listed entities that the picture has, with the reason.
    static func stopped(_ connection: any Reading) throws -> [UInt32: String] {
        var stopped: [UInt32: String] = [:]
        let sql: SQL = "SELECT e.id, s.reason FROM stop s JOIN entity e ON e.kind = s.kind AND e.key = s.key"
        try connection.each(sql) { row in stopped[UInt32(row.int(0))] = row.text(1) }
        return stopped
    }
}

extension RichPicture {
    /// The stop-list, sorted by kind and value: for those who may see intelligence at all. To all others it is empty.
    public func stopList(as viewer: Viewer) async throws -> [StopEntry] {
        guard viewer.seesIntelligence else { return [] }
        return try await database.read { connection in
            try connection.rows("SELECT kind, key, reason, decided_by FROM stop ORDER BY kind, key").compactMap { row in
                guard let kind = EntityKind(rawValue: row.int(0)) else { return nil }
                return StopEntry(kind: kind, key: row.text(1), reason: row.text(2), decidedBy: row.text(3))
            }
        }
    }

    /// Puts an identifier on the stop-list. It is written in any format; the reason is kept. The same key for the same wish
    /// does it once.
    public func stop(
        _ kind: EntityKind, _ value: String, because reason: String, key asked: String? = nil, as viewer: Viewer
    ) async throws {
        guard reason.says else { throw IntakeError.reasonNeeded }
        let key = try key(kind, value)
        let now = now()
        let entry = StopEntry(kind: kind, key: key.storable, reason: reason.storable, decidedBy: viewer.name)
        try await desk.transaction(as: viewer) { door in
            try door.connection.lock("stop-list")
            try Self.decide(entry, isStopped: true, at: now, Asking(reason: entry.reason, key: asked), door)
        }
        try await snapshots.follow()
    }

    /// Takes an identifier off the stop-list; the reason is kept. The same key for the same wish does it once.
    public func unstop(
        _ kind: EntityKind, _ value: String, because reason: String, key asked: String? = nil, as viewer: Viewer
    ) async throws {
        guard reason.says else { throw IntakeError.reasonNeeded }
        // As the list writes it, or as people do.
        let keys = [value.storable] + [try? key(kind, value).storable].compactMap(\.self)
        let (now, name) = (now(), viewer.name)
        try await desk.transaction(as: viewer) { door in
            try door.connection.lock("stop-list")
            let found: SQL = "SELECT key FROM stop WHERE kind = \(kind.rawValue) AND key IN \(keys)"
            let key = try door.connection.row(found)?.text(0)
            // It may be gone because this very wish was fulfilled: the desk knows.
            guard key != nil || asked != nil else { throw IntakeError.notStopped(value) }
            let entry = StopEntry(kind: kind, key: key ?? value.storable, reason: reason.storable, decidedBy: name)
            var asking = Asking(reason: entry.reason, key: asked)
            asking.wish = ["kind": .text(kind.name), "value": .text(value), "isStopped": .flag(false)]
            let missing = key == nil ? IntakeError.notStopped(value) : nil
            try Self.decide(entry, isStopped: false, at: now, asking, door, missing: missing)
        }
        try await snapshots.follow()
    }

    private static func decide(
        _ entry: StopEntry, isStopped: Bool, at now: Int, _ asking: Asking, _ door: Door, missing: IntakeError? = nil
    ) throws {
        let decision = StopDecision(identifierKind: entry.kind.name, key: entry.key, isStopped: isStopped)
        _ = try door.open(decision, because: asking.reason, key: asking.key, wish: asking.wish) { connection in
            if let missing { throw missing }
            if isStopped {
                try StopList.add(entry, at: now, connection)
            } else {
                try connection.execute(
                    "DELETE FROM stop WHERE kind = \(entry.kind.rawValue) AND key = \(entry.key)")
            }
            try StopList.note(entry, added: isStopped, at: now, connection)
            try PictureChanges.note(connection)
        }
    }

    /// The latest changes of the stop-list, newest first.
    public func stopChanges(limit: Int, as viewer: Viewer) async throws -> [StopChange] {
        guard viewer.seesIntelligence else { return [] }
        return try await database.read { connection in
            let sql: SQL = """
                SELECT kind, key, added, reason, decided_at, decided_by FROM stop_change
                ORDER BY id DESC LIMIT \(max(0, limit))
                """
            return try connection.rows(sql).compactMap { row in
                guard let kind = EntityKind(rawValue: row.int(0)) else { return nil }
                let entry = StopEntry(kind: kind, key: row.text(1), reason: row.text(3), decidedBy: row.text(5))
                return StopChange(isAddition: row.int(2) == 1, entry: entry, at: row.int(4))
            }
        }
    }

    private func key(_ kind: EntityKind, _ value: String) throws -> String {
        switch Normaliser(country: nil).read(kind, value) {
        case .success(let key): return key
        case .failure(let refusal): throw IntakeError.notAnIdentifier(refusal.phrase)
        }
    }
}

extension Viewer {
    /// Whether the matrix shows intelligence to this role, whosever it is, and none of it is hidden from them as such (F1).
    fileprivate var seesIntelligence: Bool {
        let isExcluded = standing.exclusions.contains { exclusion in
            exclusion.organisation == nil && (exclusion.kind ?? .intelEntity) == .intelEntity
        }
        let context = Context(
            isAssigned: true, isOwn: true, isExcluded: isExcluded, isPostingCurrent: standing.isPostingCurrent)
        return decide(as: standing.role, .read, .intelEntity, context).isPermitted
    }
}
