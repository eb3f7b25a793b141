import Access
import Foundation
import Ledger
import Records
import Storage
import StoragePostgres
import StorageSQLite

/// What the one door costs: an action at the desk (authorised, checked, versioned, with its ledger entry; opening a
/// record, and changing one) beside the bare transaction that writes one row of the same document to the
/// same disk, in turns.
enum DeskBench {
    static func run(count: Int, database path: String) async throws {
        let database: any Database =
            path.hasPrefix("postgresql://") ? try await PostgresDatabase(path) : try SQLiteDatabase(path: path)
        try await database.migrate(
            Ledger.migrations + RecordSchema.migrations + [
                Migration("bench-0001", ["CREATE TABLE thing (id {id}, value {blob} NOT NULL) {table}"])
            ])
        let desk = Writes.desk(database)
        let document = Array(String(repeating: "a document of some length ", count: 8).utf8)
        let text = String(decoding: document, as: UTF8.self)
        var errands: [RecordID] = []
        for _ in 0...count / changes {
            errands.append(try await desk.open(BenchErrand(title: "a thing", text: text), as: viewer(.analyst)).id)
        }
        let times = try await inTurns(count) { number in
            try await database.write { connection in
                _ = try connection.execute("INSERT INTO thing (id, value) VALUES (\(number), \(document))")
            }
        } _: { number in
            let order = ExclusionOrder(principal: .account("a\(number)"), organisation: "Bench", ground: text)
            _ = try await desk.open(order, as: viewer(.ngoManager), because: "bench", key: UUID().uuidString)
        } _: { number in
            let asking = Asking(
                base: number % changes + 1,
                edits: ["title": .text("thing \(number)"), "text": .text("\(number) \(text)")],
                reason: "bench", key: UUID().uuidString)
            _ = try await desk.perform(
                .change, on: errands[number / changes], of: BenchErrand.self, asking, as: viewer(.analyst))
        }
        let (alone, together) = try await notes(count, desk.reads, viewer(.ngoManager))
        ImportBench.report([
            "actions": Double(count), "bare_us": times[0], "open_us": times[1], "open_ratio": times[1] / times[0],
            "change_us": times[2], "change_ratio": times[2] / times[0], "read_note_us": alone,
            "read_note_of_32_us": together,
        ])
        try await database.close()
    }

    /// How often one record is changed.
    private static let changes = 8

    private static func viewer(_ role: FineRole) -> Viewer {
        Viewer(name: "bench", standing: Standing(account: "bench", role: role, organisation: "Bench"), labels: [])
    }

    /// The medians of what is done `count` times, the sides taking turns, in microseconds.
    private static func inTurns(_ count: Int, _ sides: (Int) async throws -> Void...) async throws -> [Double] {
        let clock = ContinuousClock()
        var times: [[Double]] = sides.map { _ in [] }
        for number in 0..<count {
            for (place, side) in sides.enumerated() {
                let start = clock.now
                try await side(number)
                times[place].append(ImportBench.seconds(clock.now - start) * 1e6)
            }
        }
        return times.map { $0.sorted()[count / 2] }
    }

    /// What it costs to note a read before it is shown: alone, and as one of 32 readers at once, in microseconds each.
    private static func notes(_ count: Int, _ log: ReadLog, _ viewer: Viewer) async throws -> (Double, Double) {
        let clock = ContinuousClock()
        var times: [Double] = []
        for _ in 0..<count {
            let start = clock.now
            try await log.begin(.read, "entity", "bench", as: viewer).value
            times.append(ImportBench.seconds(clock.now - start) * 1e6)
        }
        let start = clock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<32 {
                group.addTask {
                    for _ in 0..<count { try await log.begin(.read, "entity", "bench", as: viewer).value }
                }
            }
            try await group.waitForAll()
        }
        let all = ImportBench.seconds(clock.now - start) * 1e6
        return (times.sorted()[count / 2], all / Double(32 * count))
    }
}

/// A record as rooms have them: an indexed field, an assignment, a guard, a deadline.
private struct BenchErrand: Record {
    enum State: String, RecordState { case open }
    enum Action: String, RecordAction { case ask, change }

    var title: String
    var text: String

    static let type = RecordType("errand", kind: .intelEntity)
    static let fields = [Field("title", .text, isIndexed: true), Field("text", .longText)]
    static let lifecycle = Lifecycle<BenchErrand>(
        opening: Transition(
            .ask, to: .open, by: [.analyst], sets: ["title", "text"],
            deadlines: [.opens(DeadlineRule("errand", lasts: 2 * .days, "R001"))]),
        Transition(.change, from: .open, by: [.analyst], sets: ["title", "text"]) {
            Guard("records.guard.named", "R001") { !$0.record.title.isEmpty }
        })

    func terms(in state: State, opened: Past) -> Terms {
        Terms(assigned: [.account(opened.account)], owners: [.organisation(opened.organisation)])
    }
}
