import Storage

/// The numbers of the entities that a batch speaks of, and what these are.
struct EntityIDs {
    private let interned: [Int64]
    private let kinds: [EntityKind]
    private let mentions: [FactBatch.Mention]

    init(interned: [Int64], kinds: [EntityKind], mentions: [FactBatch.Mention]) {
        self.interned = interned
        self.kinds = kinds
        self.mentions = mentions
    }

    func of(_ ref: EntityRef) -> Int64 {
        ref.isNone ? .min : ref.isMention ? mentions[ref.index].id : interned[ref.index]
    }

    /// Whether one of these is a person, or stands for one: rows that say so are for those who may know persons.
    func nameSomebody(_ one: EntityRef, _ other: EntityRef) -> Bool {
        kind(one)?.isPersonal == true || kind(other)?.isPersonal == true
    }

    /// Whether a statement may tell who somebody is: it is of a person or joins something to one, says what the holder
    /// of an account or a number is called, or is a text in which anybody may be named.
    func nameSomebody(_ statement: StatementFacts) -> Bool {
        switch statement.property {
        case .note, .summary: true
        case .name, .alias:
            kind(statement.entity)?.hasHolder == true || nameSomebody(statement.entity, statement.object)
        default: nameSomebody(statement.entity, statement.object)
        }
    }

    private func kind(_ ref: EntityRef) -> EntityKind? {
        ref.isNone ? nil : ref.isMention ? mentions[ref.index].kind : kinds[ref.index]
    }
}

/// New rows of `entity`.
struct NewEntities {
    private var ids: [Int64] = []
    private var kinds: [Int64] = []
    private var keys = TextColumn()
    private var pids = TextColumn()

    mutating func append(id: Int64, kind: EntityKind, key: String, pid: String) {
        ids.append(id)
        kinds.append(Int64(kind.rawValue))
        keys.append(key)
        pids.append(pid)
    }

    func load(_ database: any Writing) throws {
        guard !ids.isEmpty else { return }
        var batch = ColumnBatch()
        batch.add("id", ids)
        batch.add("pid", pids)
        batch.add("kind", kinds)
        batch.add("key", keys)
        try database.load(batch, into: "entity")
    }
}

/// New rows of `appearance`.
struct AppearanceColumns {
    private var entity: [Int64] = []
    private var kind: [Int64] = []
    private var events: [Int64] = []
    private var first: [Int64] = []
    private var last: [Int64] = []
    private var line: [Int64] = []
    private var namesSomebody: [Bool] = []

    mutating func append(entity: Int64, kind: EntityKind, events: Int, first: Int, last: Int, line: Int) {
        self.entity.append(entity)
        self.kind.append(Int64(kind.rawValue))
        self.events.append(Int64(events))
        self.first.append(first == .max ? .min : Int64(first))
        self.last.append(Int64(last))
        self.line.append(Int64(line))
        namesSomebody.append(kind.isPersonal)
    }

    func load(_ stamp: FactLoader.Stamp, _ database: any Writing) throws {
        guard !entity.isEmpty else { return }
        var batch = ColumnBatch()
        batch.add("entity", entity)
        batch.add("source", constant: stamp.source)
        batch.add("kind", kind)
        stamp.addLabels(to: &batch, namesSomebody)
        batch.add("events", events)
        batch.add("first_at", first)
        batch.add("last_at", last)
        batch.add("line", line)
        try database.load(batch, into: "appearance")
    }
}

/// New rows of `posting`, each once.
struct PostingColumns {
    private struct Row: Equatable {
        var term: String
        var entity: Int64
        var property: Int64
        var line: Int64
        var namesSomebody: Bool

        static func < (one: Row, other: Row) -> Bool {
            (one.term, one.line, one.property, one.entity) < (other.term, other.line, other.property, other.entity)
        }
    }
    private var rows: [Row] = []

    mutating func append(_ term: String, entity: Int64, property: Int64, line: Int64, namesSomebody: Bool) {
        // Nobody types a word of more letters, and an index holds no term of any length.
        let term = term.utf8.count > 256 ? String(String.UnicodeScalarView(term.unicodeScalars.prefix(64))) : term
        rows.append(Row(term: term, entity: entity, property: property, line: line, namesSomebody: namesSomebody))
    }

    func load(_ stamp: FactLoader.Stamp, _ database: any Writing) throws {
        guard !rows.isEmpty else { return }
        // In the order of the table's key: neighbours in the index are written together.
        var sorted: [Row] = []
        for row in rows.sorted(by: { $0 < $1 }) where row != sorted.last { sorted.append(row) }
        var batch = ColumnBatch()
        batch.add("term", TextColumn(sorted.map(\.term)))
        batch.add("entity", sorted.map(\.entity))
        batch.add("source", constant: stamp.source)
        batch.add("property", sorted.map(\.property))
        batch.add("line", sorted.map(\.line))
        stamp.addLabels(to: &batch, sorted.map(\.namesSomebody))
        try database.load(batch, into: "posting")
    }
}
