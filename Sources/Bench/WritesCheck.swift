import Ledger
import Records
import Storage
import Synchronization

/// Looks at a database that `Writes` wrote until something happened to it.
enum WritesCheck {
    /// Checks each `DATABASE<TAB>ACKS` that comes on standard input, and answers with `ok`, or with what is wrong.
    ///
    /// - Parameter isAtDesk: whether the writes were actions at the desk, so that records and ledger must say the same.
    static func run(isAtDesk: Bool) async throws {
        while let line = readLine() {
            let names = line.split(separator: "\t").map(String.init)
            guard names.count == 2 else { throw BenchError.usage }
            do {
                print(try await problem(database: names[0], acks: names[1], isAtDesk) ?? "ok")
            } catch {
                print("cannot be opened or read: \(error)")
            }
        }
    }

    /// What is wrong, or `nil`.
    private static func problem(database name: String, acks: String, _ isAtDesk: Bool) async throws -> String? {
        let database = try await Writes.open(name, connections: 1)
        let acknowledged = Acknowledgements.read(acks)
        do {
            let isSQLite = database.driver == "sqlite"
            let problem = try await database.read { connection -> String? in
                if isSQLite, let found = try integrity(connection) { return "integrity_check: \(found)" }
                if let problem = try half(connection) ?? counting(connection, acknowledged) { return problem }
                return isAtDesk ? try desk(connection) : nil
            }
            try await database.close()
            return problem
        } catch {
            try? await database.close()
            throw error
        }
    }

    /// What records and ledger say otherwise than the rows that were written with them.
    private static func desk(_ connection: any Reading) throws -> String? {
        let written = try connection.rows("SELECT writer, number FROM written").map {
            Writes.record($0.int(0), $0.int(1))
        }
        let records = try connection.rows("SELECT pid FROM record WHERE version = 1").map { $0.text(0) }
        guard written.sorted() == records.sorted() else { return "the records are not those that were written" }
        let keys = try connection.rows("SELECT record FROM idempotency").map { $0.text(0) }
        guard keys.sorted() == written.sorted() else { return "the keys are not those of the writes" }
        let entries = try connection.row("SELECT COUNT(*) FROM ledger_entry WHERE act = 'change'")?.int(0) ?? 0
        guard entries == written.count else { return "the ledger has \(entries) changes, not \(written.count)" }
        let verification = try LedgerVerification.run(
            connection, keys: [], content: { try Desk.ledgerContent(of: $0, connection) })
        return verification.fault.map { "the ledger does not verify: \($0)" }
    }

    private static func integrity(_ connection: any Reading) throws -> String? {
        let found = try connection.row("PRAGMA integrity_check")?.text(0) ?? "nothing"
        return found == "ok" ? nil : found
    }

    /// Whether a write is there in part: every row of it, with every byte, or none.
    private static func half(_ connection: any Reading) throws -> String? {
        var expected: [Key: Int] = [:]
        for row in try connection.rows("SELECT writer, number, parts FROM written") {
            let key = Key(writer: row.int(0), number: row.int(1))
            guard expected.updateValue(row.int(2), forKey: key) == nil else { return "\(key) is there twice" }
        }
        var found: [Key: Int] = [:]
        for row in try connection.rows("SELECT writer, number, part, body FROM part ORDER BY writer, number, part") {
            let key = Key(writer: row.int(0), number: row.int(1))
            guard row.int(2) == found[key, default: 0] else { return "\(key) has other parts than were written" }
            guard row.blob(3) == body(key, row.int(2)) else {
                return "\(key) has other bytes than were written"
            }
            found[key, default: 0] += 1
        }
        return expected == found ? nil : "a write is there in part"
    }

    /// What a part must hold; kept from one database to the next, which mostly holds the same.
    private static func body(_ key: Key, _ part: Int) -> [UInt8] {
        bodies.withLock { bodies in
            let place = Place(key: key, part: part)
            if let body = bodies[place] { return body }
            let body = Writes.body(key.writer, key.number, part)
            bodies[place] = body
            return body
        }
    }

    private static let bodies = Mutex<[Place: [UInt8]]>([:])

    private struct Place: Hashable {
        var key: Key
        var part: Int
    }

    private struct Key: Hashable, CustomStringConvertible {
        var writer: Int
        var number: Int
        var description: String { "write \(writer)/\(number)" }
    }

    /// Whether each writer's numbers are there without a gap, all that were acknowledged and at most one more.
    private static func counting(_ connection: any Reading, _ acknowledged: [Int: Int]) throws -> String? {
        var (last, all) = ([Int: Int](), 0)
        for row in try connection.rows("SELECT writer, last FROM counter") { last[row.int(0)] = row.int(1) }
        all = last.removeValue(forKey: -1) ?? -1
        guard all == last.values.reduce(0, +) else { return "the sum is \(all), not that of the counters" }
        let counts = try connection.rows("SELECT writer, COUNT(*), MAX(number) FROM written GROUP BY writer")
        for row in counts where row.int(1) != row.int(2) || row.int(1) != last[row.int(0)] {
            let counted = last[row.int(0)] ?? -1
            return "writer \(row.int(0)) has \(row.int(1)) writes to \(row.int(2)); it counted \(counted)"
        }
        guard counts.count == last.values.count(where: { $0 > 0 }) else { return "a counter has no writes" }
        for (writer, number) in acknowledged where number > last[writer, default: 0] {
            return "LOST: writer \(writer) acknowledged \(number), and \(last[writer, default: 0]) is the last there"
        }
        for (writer, number) in last where number > acknowledged[writer, default: 0] + 1 {
            return "writer \(writer) went on to \(number) before \(acknowledged[writer, default: 0]) was acknowledged"
        }
        return nil
    }
}
