import Daybreak
import Records
import Storage
import TestSupport

@testable import Web

/// What a request is filled with: what is seen in both worlds, what is hidden in one, what nobody knows.
enum Flavour: CaseIterable, Sendable {
    case seen, hidden, unknown
}

/// The ids, texts and values that requests are made of, taken from the tables themselves: every table with public ids
/// gives its own, so that a new kind of thing is asked for without anybody writing anything.
struct Pool: Sendable {
    /// The public ids of each table.
    var ids: [Flavour: [String: [String]]] = [:]
    /// Which type of record an id is of.
    var types: [String: String] = [:]
    /// What may be done with each type of record.
    var actions: [String: [String]] = [:]
    /// Entities that can be compared, two and two.
    var pairs: [[String]] = []

    /// Texts that somebody looks for.
    static let texts: [Flavour: [String]] = [
        .seen: [
            "Somchai", "มาลี", "boat", "0805550101", "080555", "AA555123", "Pier Company",
        ],
        .hidden: ["Hidden", "secret", "0805550999", "Cellar Company"],
        .unknown: ["Nobody Anywhere"],
    ]

    /// How many ids of one table and sort are asked for.
    private static func each(_ table: String) -> Int { table == "entity" ? 1 : 2 }

    /// Compares two worlds: what both hold is seen, what the second alone holds is hidden.
    static func of(_ seen: House, _ hidden: House) async throws -> Pool {
        var pool = Pool()
        for table in try await tables(of: hidden) {
            let (here, there) = (try await ids(table, seen), try await ids(table, hidden))
            pool.ids[.seen, default: [:]][table] = pick(there.filter { here.keys.contains($0.key) }, each(table))
            pool.ids[.hidden, default: [:]][table] = pick(there.filter { !here.keys.contains($0.key) }, each(table))
            if table == "record" { pool.types = there }
        }
        for declaration in seen.book.declarations {
            pool.actions[declaration.name] = declaration.actions.map(\.name)
        }
        pool.ids[.seen, default: [:]]["provider"] = [Visitor.provider.name]
        // What is computed has no table: the proposals on who is the same.
        let (here, there) = (try await Links.proposals(seen), try await Links.proposals(hidden))
        pool.ids[.seen, default: [:]]["proposal"] = Array(here.ids.prefix(4))
        pool.ids[.hidden, default: [:]]["proposal"] = Array(there.ids.filter { !here.ids.contains($0) }.prefix(2))
        pool.pairs = Array(here.pairs.prefix(4))
        pool.ids[.unknown] = ["": ["nosuchthing", "4f2q7zk3m5x6w2aa"]]
        return pool
    }

    private static func tables(of house: House) async throws -> [String] {
        let all = Set(Daybreak.migrations.flatMap(\.statements).compactMap(table))
        return try await house.database.read { connection in
            try all.sorted().filter { try connection.row("SELECT COUNT(*) FROM \(raw: $0)")?.int(0) ?? 0 > 0 }
        }
    }

    // `CREATE TABLE x (… pid …)` gives `x`.
    private static func table(_ statement: String) -> String? {
        guard let match = statement.firstMatch(of: /CREATE TABLE (\w+) \([^;]*\bpid\b/) else { return nil }
        return String(match.1)
    }

    // Each id with the sort of thing that it is.
    private static func ids(_ table: String, _ house: House) async throws -> [String: String] {
        let sort: SQL =
            switch table {
            case "entity": "CAST(kind AS TEXT)"
            case "source": "state || format"
            case "record": "type"
            default: "''"
            }
        return try await house.database.read { connection in
            let rows = try connection.rows("SELECT pid, \(sort) FROM \(raw: table)")
            return Dictionary(rows.map { ($0.text(0), $0.text(1)) }) { first, _ in first }
        }
    }

    private static func pick(_ ids: [String: String], _ each: Int) -> [String] {
        let sorts = Dictionary(grouping: ids.keys.sorted()) { ids[$0] ?? "" }
        return sorts.keys.sorted().flatMap { (sorts[$0] ?? []).prefix(each) }
    }

    /// Ids of these tables, with what they are; all tables when none is named.
    func all(_ tables: Set<String>? = nil) -> [String] {
        Flavour.allCases.flatMap { flavour in
            let own = ids[flavour] ?? [:]
            return own.keys.sorted().filter { $0.isEmpty || tables?.contains($0) ?? true }.flatMap { own[$0] ?? [] }
        }
    }

    /// One id of each table.
    func one(_ flavour: Flavour) -> [(table: String, id: String)] {
        (ids[flavour] ?? [:]).sorted { $0.key < $1.key }.compactMap { table, ids in ids.first.map { (table, $0) } }
    }
}
