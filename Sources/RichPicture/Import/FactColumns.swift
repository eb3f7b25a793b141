import Storage

/// The numbers of the entities that a batch speaks of.
struct EntityIDs {
    private let interned: [Int64]
    private let mentions: [Int64]

    init(interned: [Int64], mentions: [FactBatch.Mention]) {
        self.interned = interned
        self.mentions = mentions.map(\.id)
    }

    func of(_ ref: EntityRef) -> Int64 {
        ref.isNone ? .min : ref.isMention ? mentions[ref.index] : interned[ref.index]
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

    mutating func append(entity: Int64, kind: EntityKind, events: Int, first: Int, last: Int, line: Int) {
        self.entity.append(entity)
        self.kind.append(Int64(kind.rawValue))
        self.events.append(Int64(events))
        self.first.append(first == .max ? .min : Int64(first))
        self.last.append(Int64(last))
        self.line.append(Int64(line))
    }

    func load(_ stamp: FactLoader.Stamp, _ database: any Writing) throws {
        guard !entity.isEmpty else { return }
        var batch = ColumnBatch()
        batch.add("entity", entity)
        batch.add("source", constant: stamp.source)
        batch.add("kind", kind)
        batch.add("label", constant: stamp.label)
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

        static func < (one: Row, other: Row) -> Bool {
            (one.term, one.entity, one.property, one.line) < (other.term, other.entity, other.property, other.line)
        }
    }
    private var rows: [Row] = []

    mutating func append(_ term: String, entity: Int64, property: Int64, line: Int64) {
        // Nobody types a word of more letters, and an index holds no term of any length.
        let term = term.utf8.count > 256 ? String(String.UnicodeScalarView(term.unicodeScalars.prefix(64))) : term
        rows.append(Row(term: term, entity: entity, property: property, line: line))
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
        batch.add("label", constant: stamp.label)
        try database.load(batch, into: "posting")
    }
}
