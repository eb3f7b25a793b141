import Access
import Storage

/// What to call entities, in the eyes of one viewer: a name that a visible source states, or the identifier as people
/// write it.
struct Captions {
    private let viewer: Viewer
    private let canon: Canon

    init(as viewer: Viewer, _ canon: Canon) { (self.viewer, self.canon) = (viewer, canon) }

    /// The lines of entities by their numbers; who is one with others is called as all of them are.
    func lines(_ numbers: some Sequence<Int>, from connection: any Reading) throws -> [Int: EntityLine] {
        let asked = Set(numbers)
        let numbers = canon.isEmpty ? Array(asked) : Array(Set(asked.map { canon($0) }))
        var lines: [Int: EntityLine] = [:]
        for start in stride(from: 0, to: numbers.count, by: 1_000) {
            let group = Array(numbers[start..<min(start + 1_000, numbers.count)])
            try load(group, into: &lines, connection)
        }
        if !canon.isEmpty { for number in asked { lines[number] = lines[canon(number)] } }
        return lines
    }

    private func load(_ group: [Int], into lines: inout [Int: EntityLine], _ connection: any Reading) throws {
        var unnamed: [Int] = []
        try connection.each("SELECT id, pid, kind, key FROM entity WHERE id IN \(group)") { row in
            guard let kind = EntityKind(rawValue: row.int(2)) else { return }
            let caption = kind.isIdentifier ? Normaliser.display(kind, row.text(3)) : ""
            lines[row.int(0)] = EntityLine(id: row.text(1), kind: kind, caption: caption)
            if !kind.isIdentifier { unnamed += canon.members(of: row.int(0)) }
        }
        guard !unnamed.isEmpty else { return }
        var best: [Int: Int] = [:]
        let sql: SQL = """
            SELECT t.entity, t.value, g.confidence FROM statement t JOIN source s ON s.id = t.source
            JOIN grade g ON g.id = t.grade
            WHERE t.entity IN \(unnamed) AND t.property = \(Property.name.rawValue) AND s.state = 'committed'
            AND \(viewer.sees("t.label")) ORDER BY t.id
            """
        try connection.each(sql) { row in
            let (entity, confidence) = (canon(row.int(0)), row.int(2))
            guard confidence > best[entity, default: -1] else { return }
            best[entity] = confidence
            lines[entity]?.caption = row.text(1)
        }
    }
}

extension RichPicture {
    /// The entity that stands for the one of a public id, and all that are one with it; `nil` when the viewer may see nothing
    /// of it.
    func find(_ id: String, as viewer: Viewer, _ connection: any Reading) throws -> Found? {
        guard let (number, kind) = try Self.visible(id, as: viewer, connection) else { return nil }
        let canon = try canon(as: viewer, connection)
        return Found(number: canon(number), kind: kind, members: canon.members(of: number))
    }

    /// What was found under a public id.
    struct Found {
        /// The canonical entity.
        var number: Int
        var kind: EntityKind
        /// All that are one with it, itself first.
        var members: [Int]
    }

    /// An entity's number and kind, if the viewer may see anything of it at all: an entity that no visible,
    /// committed source mentions does not exist for them.
    static func visible(_ id: String, as viewer: Viewer, _ connection: any Reading) throws -> (
        number: Int, kind: EntityKind
    )? {
        let sql: SQL = """
            SELECT e.id, e.kind FROM entity e WHERE e.pid = \(id.storable) AND EXISTS (
                SELECT 1 FROM appearance p JOIN source s ON s.id = p.source
                WHERE p.entity = e.id AND s.state = 'committed' AND \(viewer.sees("p.label")))
            """
        guard let row = try connection.row(sql), let kind = EntityKind(rawValue: row.int(1)) else { return nil }
        return (row.int(0), kind)
    }
}
