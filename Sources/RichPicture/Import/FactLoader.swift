import Formats
import Names
import Storage

/// Writes batches of facts into the tables, inside the one transaction of a commit.
///
/// Numbers are given out here, under the import lock, so that rows can be appended in bulk and the snapshot can follow
/// the tables by them.
struct FactLoader {
    /// What every row of a source carries.
    struct Stamp {
        var source: Int64
        var grade: Int64
        var label: Int64
        var recordedAt: Int64
    }

    private let stamp: Stamp
    private let pid: (EntityKind, String) -> String
    private var nextEntity: Int64
    private var nextEvent: Int64
    private var nextStatement: Int64
    /// The numbers of the import's entities, by their positions in its interner.
    private var ids: [Int64] = []

    init(stamp: Stamp, database: any Reading, pid: @escaping (EntityKind, String) -> String) throws {
        self.stamp = stamp
        self.pid = pid
        nextEntity = try Self.next("entity", database)
        nextEvent = try Self.next("event", database)
        nextStatement = try Self.next("statement", database)
    }

    private static func next(_ table: String, _ database: any Reading) throws -> Int64 {
        let row = try database.row("SELECT COALESCE(MAX(id), 0) + 1 FROM \(raw: table)")
        return Int64(row?.int(0) ?? 1)
    }

    /// Appends a batch.
    mutating func append(_ batch: MappedBatch, to database: any Writing) throws {
        var facts = batch.facts
        try resolve(batch.met, database)
        try appendMentions(&facts, database)
        let ids = EntityIDs(interned: ids, mentions: facts.mentions)
        try appendEvents(facts.events, ids, database)
        try appendStatements(facts.statements, ids, database)
        try appendLocations(facts.locations, ids, database)
        try appendPostings(batch.met, facts.statements, ids, database)
        try appendMentionAppearances(facts, database)
    }

    /// Writes what is known only in the end: how often each entity was met.
    func finish(_ entries: [Interner.Entry], _ database: any Writing) throws {
        var rows = AppearanceColumns()
        for (index, entry) in entries.enumerated() where entry.line > 0 {
            rows.append(
                entity: ids[index], kind: entry.kind, events: entry.events, first: entry.first, last: entry.last,
                line: entry.line)
        }
        try rows.load(stamp, database)
    }

    // MARK: Entities

    // Identifiers that other sources have mentioned keep their number; the others get the next ones.
    private mutating func resolve(_ met: [MappedBatch.Met], _ database: any Writing) throws {
        guard let highest = met.map(\.index).max() else { return }
        if ids.count <= highest { ids += Array(repeating: 0, count: highest + 1 - ids.count) }
        for (kind, group) in Dictionary(grouping: met, by: \.kind) {
            for start in stride(from: 0, to: group.count, by: 500) {
                let part = group[start..<min(start + 500, group.count)]
                let known = try Self.known(kind, part.map(\.key), database)
                for entity in part { ids[entity.index] = known[entity.key] ?? 0 }
            }
        }
        var new = NewEntities()
        for entity in met where ids[entity.index] == 0 {
            ids[entity.index] = nextEntity
            new.append(id: nextEntity, kind: entity.kind, key: entity.key, pid: pid(entity.kind, entity.key))
            nextEntity += 1
        }
        try new.load(database)
    }

    private static func known(_ kind: EntityKind, _ keys: [String], _ database: any Reading) throws -> [String: Int64] {
        var known: [String: Int64] = [:]
        try database.each("SELECT key, id FROM entity WHERE kind = \(kind.rawValue) AND key IN \(keys)") { row in
            known[row.text(0)] = Int64(row.int(1))
        }
        return known
    }

    private mutating func appendMentions(_ facts: inout FactBatch, _ database: any Writing) throws {
        var new = NewEntities()
        for index in facts.mentions.indices {
            facts.mentions[index].id = nextEntity
            let mention = facts.mentions[index]
            new.append(id: nextEntity, kind: mention.kind, key: mention.key, pid: pid(mention.kind, mention.key))
            nextEntity += 1
        }
        try new.load(database)
    }

    private func appendMentionAppearances(_ facts: FactBatch, _ database: any Writing) throws {
        guard !facts.mentions.isEmpty else { return }
        var seen = facts.mentions.map { (events: 0, first: Int.max, last: Int.min, line: $0.line) }
        let events = facts.events
        for row in events.kind.indices {
            let (a, b) = (events.a[row], events.b[row])
            for ref in [a, b == a ? .none : b, events.place[row]] where ref.isMention {
                let start = Int(events.start[row])
                seen[ref.index].events += 1
                seen[ref.index].first = min(seen[ref.index].first, start)
                seen[ref.index].last = max(seen[ref.index].last, start)
            }
        }
        var rows = AppearanceColumns()
        for (mention, seen) in zip(facts.mentions, seen) {
            rows.append(
                entity: mention.id, kind: mention.kind, events: seen.events, first: seen.first, last: seen.last,
                line: mention.line)
        }
        try rows.load(stamp, database)
    }

    // MARK: Facts

    private mutating func appendEvents(
        _ events: FactBatch.Events, _ ids: EntityIDs, _ database: any Writing
    ) throws {
        let count = events.kind.count
        guard count > 0 else { return }
        var batch = ColumnBatch()
        batch.add("id", (0..<Int64(count)).map { nextEvent + $0 })
        nextEvent += Int64(count)
        batch.add("kind", events.kind)
        batch.add("a", ids.of(events.a))
        batch.add("b", ids.of(events.b))
        batch.add("place", ids.of(events.place))
        batch.add("handset", ids.of(events.handset))
        batch.add("sim", ids.of(events.sim))
        batch.add("start", events.start)
        batch.add("precision", events.precision)
        batch.add("zone", events.zone)
        batch.add("duration", events.duration)
        batch.add("amount", events.amount)
        batch.add("digits", events.digits)
        batch.add("currency", events.currency)
        batch.add("note", events.note)
        batch.add("line", events.line)
        stamp.add(to: &batch, count)
        try database.load(batch, into: "event")
    }

    private mutating func appendStatements(
        _ statements: FactBatch.Statements, _ ids: EntityIDs, _ database: any Writing
    ) throws {
        let count = statements.entity.count
        guard count > 0 else { return }
        var batch = ColumnBatch()
        batch.add("id", (0..<Int64(count)).map { nextStatement + $0 })
        nextStatement += Int64(count)
        batch.add("entity", ids.of(statements.entity))
        batch.add("property", statements.property.map { Int64($0.rawValue) })
        batch.add("value", TextColumn(statements.value))
        batch.add("raw", TextColumn(statements.raw))
        batch.add("object", ids.of(statements.object))
        batch.add("language", TextColumn(statements.language))
        batch.add("line", statements.line)
        batch.add("recorded_at", Array(repeating: stamp.recordedAt, count: count))
        stamp.add(to: &batch, count)
        try database.load(batch, into: "statement")
    }

    private func appendLocations(
        _ locations: FactBatch.Locations, _ ids: EntityIDs, _ database: any Writing
    ) throws {
        guard !locations.entity.isEmpty else { return }
        var batch = ColumnBatch()
        batch.add("entity", ids.of(locations.entity))
        batch.add("latitude", locations.latitude)
        batch.add("longitude", locations.longitude)
        batch.add("azimuth", locations.azimuth)
        batch.add("beam", locations.beam)
        batch.add("radius", locations.radius)
        batch.add("line", locations.line)
        stamp.add(to: &batch, locations.entity.count)
        try database.load(batch, into: "location")
    }

    // MARK: Search index

    private func appendPostings(
        _ met: [MappedBatch.Met], _ statements: FactBatch.Statements, _ ids: EntityIDs, _ database: any Writing
    ) throws {
        var postings = PostingColumns()
        for entity in met {
            for term in IndexTerms.identifier(entity.kind, entity.key) {
                postings.append(term, entity: self.ids[entity.index], property: 0, line: Int64(entity.line))
            }
        }
        for row in statements.entity.indices where !statements.property[row].isLink {
            let property = statements.property[row]
            let entity = ids.of(statements.entity[row])
            for term in IndexTerms.statement(property, statements.value[row]) {
                postings.append(term, entity: entity, property: Int64(property.rawValue), line: statements.line[row])
            }
        }
        try postings.load(stamp, database)
    }
}

extension FactLoader.Stamp {
    /// Adds the columns that every row carries.
    func add(to batch: inout ColumnBatch, _ count: Int) {
        batch.add("source", Array(repeating: source, count: count))
        batch.add("grade", Array(repeating: grade, count: count))
        batch.add("label", Array(repeating: label, count: count))
    }
}
