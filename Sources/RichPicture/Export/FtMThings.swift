import Formats
import Storage

/// Makes the FollowTheMoney entities that stand for themselves: people, companies, accounts, vehicles, places, notes,
/// and identifiers that FollowTheMoney has no schema for (as user accounts with a service).
struct FtMThings {
    let exporting: Exporting
    let sources: [Int: FtMSourceStamp]
    private var canon: Canon { exporting.scope.canon }

    /// An entity of the picture on its way.
    private struct Draft {
        var kind: EntityKind
        var key: String
        var caption: String
        var thing: FtMThing
    }

    private static let groupSize = 500

    func write(_ body: (FtMThing) throws -> Void) throws {
        var group: [(number: Int, pid: String, kind: EntityKind, key: String)] = []
        func finish() throws {
            for thing in try things(group) { try body(thing) }
            group = []
        }
        let sql: SQL = """
            SELECT DISTINCT x.id, x.pid, x.kind, x.key FROM entity e\(canon.join("e.id", as: "c"))
            JOIN entity x ON x.id = \(canon.number("e.id", "c")) WHERE \(exporting.scope.entities) ORDER BY x.pid
            """
        try exporting.connection.each(sql) { row in
            guard let kind = EntityKind(rawValue: row.int(2)) else { return }
            group.append((row.int(0), row.text(1), kind, row.text(3)))
            if group.count == Self.groupSize { try finish() }
        }
        try finish()
    }

    private func things(_ group: [(number: Int, pid: String, kind: EntityKind, key: String)]) throws -> [FtMThing] {
        guard !group.isEmpty else { return [] }
        let shown = group.map(\.number)
        // What is said of all that are one is written together, each by its own name.
        let numbers = shown.flatMap { canon.members(of: $0) }
        let captions = try Captions(as: exporting.scope.viewer, canon).lines(numbers, from: exporting.connection)
        var drafts: [Int: Draft] = [:]
        for entry in group {
            drafts[entry.number] = Draft(
                kind: entry.kind, key: entry.key, caption: captions[entry.number]?.caption ?? "",
                thing: FtMThing(id: entry.pid, schema: FtMMapping.schema(of: entry.kind).schema))
        }
        try addAppearances(numbers, &drafts)
        try addValues(numbers, &drafts)
        try addHeld(numbers, &drafts)
        try addHolders(numbers, &drafts)
        try addPlaces(numbers, &drafts)
        return shown.compactMap { drafts[$0]?.thing }
    }

    // That it exists, and the identifier itself, in the words of every source that mentions it.
    private func addAppearances(_ numbers: [Int], _ drafts: inout [Int: Draft]) throws {
        let sql: SQL = """
            SELECT p.entity, p.source FROM appearance p JOIN source s ON s.id = p.source JOIN grade g ON g.id = s.grade
            WHERE p.entity IN \(numbers) AND \(exporting.scope.appearances) ORDER BY p.entity, p.source
            """
        try exporting.connection.each(sql) { row in
            guard let source = sources[row.int(1)], var draft = drafts[canon(row.int(0))] else { return }
            draft.thing.exists(in: source)
            for (property, value) in FtMMapping.identity(of: draft.kind, draft.key, draft.caption) {
                draft.thing.say(property, value, source)
            }
            drafts[canon(row.int(0))] = draft
        }
    }

    private func addValues(_ numbers: [Int], _ drafts: inout [Int: Draft]) throws {
        let sql: SQL = """
            SELECT t.entity, t.source, t.property, t.value, t.raw, t.language FROM \(ExportScope.statementTables)
            WHERE t.entity IN \(numbers) AND \(exporting.scope.values) ORDER BY t.entity, t.id
            """
        try exporting.connection.each(sql) { row in
            guard let source = sources[row.int(1)], let property = Property(rawValue: row.int(2)) else { return }
            guard var thing = drafts[canon(row.int(0))]?.thing else { return }
            let (name, value) = FtMMapping.value(property, row.text(3), schema: thing.schema)
            thing.say(
                name, value, source, raw: row.optionalText(4) ?? row.text(3),
                language: row.optionalText(5).map(FtMMapping.language))
            drafts[canon(row.int(0))]?.thing = thing
        }
    }

    // Identifiers that FollowTheMoney writes on their holder: a person's phone, a company's number.
    private func addHeld(_ numbers: [Int], _ drafts: inout [Int: Draft]) throws {
        let sql: SQL = """
            SELECT t.entity, t.source, t.property, o.kind, o.key FROM \(ExportScope.statementTables)
            JOIN entity o ON o.id = t.object
            WHERE t.entity IN \(numbers) AND \(exporting.scope.links) ORDER BY t.entity, t.id
            """
        try exporting.connection.each(sql) { row in
            guard let source = sources[row.int(1)], let property = Property(rawValue: row.int(2)),
                let kind = EntityKind(rawValue: row.int(3)), var thing = drafts[canon(row.int(0))]?.thing,
                let (name, value) = FtMMapping.held(property, kind, row.text(4), schema: thing.schema)
            else { return }
            thing.say(name, value, source)
            drafts[canon(row.int(0))]?.thing = thing
        }
    }

    // And the other way: whose number, document or vehicle it is.
    private func addHolders(_ numbers: [Int], _ drafts: inout [Int: Draft]) throws {
        let sql: SQL = """
            SELECT t.object, t.source, t.property, o.pid, o.kind FROM \(ExportScope.statementTables)
            JOIN entity o ON o.id = t.entity
            WHERE t.object IN \(numbers) AND \(exporting.scope.links) ORDER BY t.object, t.id
            """
        try exporting.connection.each(sql) { row in
            guard let source = sources[row.int(1)], let property = Property(rawValue: row.int(2)),
                let kind = EntityKind(rawValue: row.int(4)), let draft = drafts[canon(row.int(0))],
                let name = FtMMapping.holder(property, of: draft.thing.schema, draft.key, heldBy: kind)
            else { return }
            var thing = draft.thing
            thing.say(name, row.text(3), source)
            drafts[canon(row.int(0))]?.thing = thing
        }
    }

    private func addPlaces(_ numbers: [Int], _ drafts: inout [Int: Draft]) throws {
        let sql: SQL = """
            SELECT l.entity, l.source, l.latitude, l.longitude, l.azimuth, l.beam, l.radius
            FROM \(ExportScope.locationTables) WHERE l.entity IN \(numbers) AND \(exporting.scope.locations)
            ORDER BY l.entity, l.source, l.line
            """
        try exporting.connection.each(sql) { row in
            guard let source = sources[row.int(1)], let draft = drafts[canon(row.int(0))] else { return }
            var thing = draft.thing
            let position = (row.optionalReal(2) ?? 0, row.optionalReal(3) ?? 0)
            let sector = (row.optionalReal(4), row.optionalReal(5), row.optionalReal(6))
            for (name, value) in FtMMapping.place(position, sector, of: draft.kind, schema: thing.schema) {
                thing.say(name, value, source)
            }
            drafts[canon(row.int(0))]?.thing = thing
        }
    }
}
