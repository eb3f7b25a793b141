import Access
import Storage

/// What the visible sources say of a candidate, in numbers: to filter, rank and count by.
struct CandidateFacts {
    var kind: EntityKind
    var sources = 0
    var events = 0
    var first: Int?
    var last: Int?
    var streams: Set<StreamKind> = []
    var confidence = 0
    private var counted: Set<Int> = []

    /// The condition under which an appearance `p` in a source `s` with a grade `g` counts.
    static func condition(_ query: SearchQuery, _ viewer: Viewer, at place: [Int]?) -> SQL {
        var conditions: [SQL] = ["s.state = 'committed'", viewer.sees("p.label")]
        // RL-20: whoever names nobody gets no list of people.
        if !query.namesSomebody { conditions.append("p.kind NOT IN \(EntityKind.personal.map(\.rawValue))") }
        if !query.kinds.isEmpty { conditions.append("p.kind IN \(query.kinds.map(\.rawValue).sorted())") }
        if !query.streams.isEmpty { conditions.append("s.stream IN \(query.streams.map(\.rawValue).sorted())") }
        if let legs = query.legs.condition { conditions.append(legs) }
        if query.confidence > 0 { conditions.append("g.confidence >= \(query.confidence)") }
        if let from = query.from { conditions.append("p.last_at >= \(from)") }
        if let until = query.until { conditions.append("p.first_at < \(until)") }
        if let place { conditions.append("p.entity IN (\(Self.there(place, viewer)))") }
        return SQL.all(conditions)
    }

    // What was seen at a place, or is linked to it, and the place itself.
    private static func there(_ place: [Int], _ viewer: Viewer) -> SQL {
        let events: SQL = "FROM event e JOIN source o ON o.id = e.source WHERE e.place IN \(place)"
        let links: SQL = "FROM statement t JOIN source o ON o.id = t.source WHERE"
        let event: SQL = "o.state = 'committed' AND \(viewer.sees("e.label"))"
        let link: SQL = "o.state = 'committed' AND \(viewer.sees("t.label"))"
        return """
            SELECT e.a \(events) AND \(event) UNION SELECT e.b \(events) AND \(event)
            UNION SELECT t.entity \(links) t.object IN \(place) AND \(link)
            UNION SELECT t.object \(links) t.entity IN \(place) AND \(link)
            UNION SELECT id FROM entity WHERE id IN \(place)
            """
    }

    /// The facts of entities; those that no visible source mentions under the filters are missing.
    static func load(
        _ candidates: [Int], _ query: SearchQuery, at place: [Int]?, _ viewer: Viewer, _ canon: Canon,
        _ connection: any Reading
    ) throws -> [Int: CandidateFacts] {
        guard !candidates.isEmpty else { return [:] }
        let entities = canon.isEmpty ? candidates : candidates.flatMap { canon.members(of: $0) }
        var facts: [Int: CandidateFacts] = [:]
        let sql: SQL = """
            SELECT p.entity, p.kind, p.events, p.first_at, p.last_at, s.stream, g.confidence, s.id FROM appearance p
            JOIN source s ON s.id = p.source JOIN grade g ON g.id = s.grade
            WHERE p.entity IN \(entities) AND \(condition(query, viewer, at: place))
            """
        try connection.each(sql) { row in
            guard let kind = EntityKind(rawValue: row.int(1)) else { return }
            facts[canon(row.int(0)), default: CandidateFacts(kind: kind)].add(row)
        }
        // Who is one with others is known as all of them are.
        if !canon.isEmpty { for entity in candidates { facts[entity] = facts[canon(entity)] } }
        return facts
    }

    private init(kind: EntityKind) { self.kind = kind }

    private mutating func add(_ row: Row) {
        if counted.insert(row.int(7)).inserted { sources += 1 }
        events += row.int(2)
        if let first = row.optionalInt(3) { self.first = min(self.first ?? first, first) }
        if let last = row.optionalInt(4) { self.last = max(self.last ?? last, last) }
        if let stream = StreamKind(rawValue: row.text(5)) { streams.insert(stream) }
        confidence = max(confidence, row.int(6))
    }
}
