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
        /// The label of rows that name persons.
        var identity: Int64
        var recordedAt: Int64
    }

    private let stamp: Stamp
    private let pid: (EntityKind, String) -> String
    private var nextEntity: Int64
    private var nextEvent: Int64
    private var nextStatement: Int64
    /// The numbers of the import's entities, by their positions in its interner.
    private var ids: [Int64] = []
    /// What they are, likewise.
    private var kinds: [EntityKind] = []
    /// The kinds of which there were entities before: of the others none needs to be looked for.
    private let kindsBefore: Set<EntityKind>

    init(stamp: Stamp, database: any Reading, pid: @escaping (EntityKind, String) -> String) throws {
        self.stamp = stamp
        self.pid = pid
        nextEntity = Int64(try database.nextNumber(in: "entity"))
        nextEvent = Int64(try database.nextNumber(in: "event"))
        nextStatement = Int64(try database.nextNumber(in: "statement"))
        kindsBefore = Set(
            try EntityKind.allCases.filter {
                try database.row("SELECT 1 FROM entity WHERE kind = \($0.rawValue) LIMIT 1") != nil
            })
    }

    /// Appends a batch.
    mutating func append(_ batch: MappedBatch, to database: any Writing) throws {
        var facts = batch.facts
        try resolve(batch.met, database)
        try appendMentions(&facts, database)
        let ids = EntityIDs(interned: ids, kinds: kinds, mentions: facts.mentions)
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
        if ids.count <= highest {
            ids += Array(repeating: 0, count: highest + 1 - ids.count)
            kinds += Array(repeating: .report, count: highest + 1 - kinds.count)
        }
        for entity in met { kinds[entity.index] = entity.kind }
        for (kind, group) in Dictionary(grouping: met, by: \.kind) where kindsBefore.contains(kind) {
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
        for event in facts.events {
            for ref in [event.a, event.b == event.a ? .none : event.b, event.place] where ref.isMention {
                seen[ref.index].events += 1
                seen[ref.index].first = min(seen[ref.index].first, event.start.milliseconds)
                seen[ref.index].last = max(seen[ref.index].last, event.start.milliseconds)
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

    private mutating func appendEvents(_ events: [EventFacts], _ ids: EntityIDs, _ database: any Writing) throws {
        guard !events.isEmpty else { return }
        var batch = ColumnBatch()
        batch.add("id", Array(nextEvent..<nextEvent + Int64(events.count)))
        nextEvent += Int64(events.count)
        batch.add("kind", events.map { Int64($0.kind.rawValue) })
        batch.add("a", events.map { ids.of($0.a) })
        batch.add("b", events.map { ids.of($0.b) })
        batch.add("place", events.map { ids.of($0.place) })
        batch.add("handset", events.map { ids.of($0.handset) })
        batch.add("sim", events.map { ids.of($0.sim) })
        batch.add("start", events.map { Int64($0.start.milliseconds) })
        batch.add("precision", events.map { Int64($0.start.precision.rawValue) })
        batch.add("zone", events.map { Int64($0.start.offset) })
        batch.add("duration", events.map { $0.duration.map(Int64.init) ?? .min })
        batch.add("amount", events.map { $0.money.map { Int64($0.units) } ?? .min })
        batch.add("digits", events.map { $0.money.map { Int64($0.decimals) } ?? .min })
        batch.add("currency", TextColumn(events.lazy.map { $0.money?.currency.storable }))
        batch.add("note", TextColumn(events.lazy.map { $0.note?.storable }))
        batch.add("line", events.map { Int64($0.line) })
        stamp.add(to: &batch, events.map { ids.nameSomebody($0.a, $0.b) })
        try database.load(batch, into: "event")
    }

    private mutating func appendStatements(
        _ statements: [StatementFacts], _ ids: EntityIDs, _ database: any Writing
    ) throws {
        guard !statements.isEmpty else { return }
        var batch = ColumnBatch()
        batch.add("id", Array(nextStatement..<nextStatement + Int64(statements.count)))
        nextStatement += Int64(statements.count)
        batch.add("entity", statements.map { ids.of($0.entity) })
        batch.add("property", statements.map { Int64($0.property.rawValue) })
        batch.add("value", TextColumn(statements.lazy.map(\.value)))
        batch.add("raw", TextColumn(statements.lazy.map(\.raw)))
        batch.add("object", statements.map { ids.of($0.object) })
        batch.add("language", TextColumn(statements.lazy.map(\.language)))
        batch.add("line", statements.map { Int64($0.line) })
        batch.add("recorded_at", constant: stamp.recordedAt)
        stamp.add(to: &batch, statements.map { ids.nameSomebody($0) })
        try database.load(batch, into: "statement")
    }

    private func appendLocations(_ locations: [LocationFacts], _ ids: EntityIDs, _ database: any Writing) throws {
        guard !locations.isEmpty else { return }
        var batch = ColumnBatch()
        batch.add("entity", locations.map { ids.of($0.entity) })
        batch.add("latitude", locations.map(\.latitude))
        batch.add("longitude", locations.map(\.longitude))
        batch.add("azimuth", locations.map { $0.azimuth ?? .nan })
        batch.add("beam", locations.map { $0.beam ?? .nan })
        batch.add("radius", locations.map { $0.radius ?? .nan })
        batch.add("line", locations.map { Int64($0.line) })
        stamp.add(to: &batch, locations.map { ids.nameSomebody($0.entity, .none) })
        try database.load(batch, into: "location")
    }

    // MARK: Search index

    private func appendPostings(
        _ met: [MappedBatch.Met], _ statements: [StatementFacts], _ ids: EntityIDs, _ database: any Writing
    ) throws {
        var postings = PostingColumns()
        for entity in met {
            for term in IndexTerms.identifier(entity.kind, entity.key) {
                postings.append(
                    term, entity: self.ids[entity.index], property: 0, line: Int64(entity.line),
                    namesSomebody: entity.kind.isPersonal)
            }
        }
        for statement in statements where !statement.property.isLink {
            let property = Int64(statement.property.rawValue)
            let namesSomebody = ids.nameSomebody(statement)
            for term in IndexTerms.statement(statement.property, statement.value) {
                postings.append(
                    term, entity: ids.of(statement.entity), property: property, line: Int64(statement.line),
                    namesSomebody: namesSomebody)
            }
        }
        try postings.load(stamp, database)
    }
}

extension FactLoader.Stamp {
    /// Adds the columns that every row carries, each row with the label that fits it.
    func add(to batch: inout ColumnBatch, _ nameSomebody: [Bool]) {
        batch.add("source", constant: source)
        batch.add("grade", constant: grade)
        addLabels(to: &batch, nameSomebody)
    }

    /// Adds the labels: most batches are of one sort.
    func addLabels(to batch: inout ColumnBatch, _ nameSomebody: [Bool]) {
        guard nameSomebody.contains(true) else { return batch.add("label", constant: label) }
        batch.add("label", nameSomebody.map { $0 ? identity : label })
    }
}
