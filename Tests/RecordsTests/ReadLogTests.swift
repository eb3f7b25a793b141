import Access
import Ledger
import Storage
import TestSupport
import Testing

@testable import Records

@Suite("Reads are in the ledger before anything is shown")
struct ReadLogTests {
    @Test("many at once share transactions, and each is durable when it returns", arguments: Backend.present)
    func together(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let log = ReadLog(world.database, now: { world.clock.now })
            let viewer = Viewer(name: "a", organisation: "police", clearance: Clearance([]))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<200 {
                    group.addTask {
                        try await log.begin(.read, "entity", "e\(index)", as: viewer).value
                        let found = try await world.database.read {
                            try $0.row("SELECT COUNT(*) FROM ledger_entry WHERE subject = \("e\(index)")")?.int(0)
                        }
                        #expect(found == 1)
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test("one entry that cannot be written keeps no other from being so", arguments: Backend.present)
    func oneBad(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let log = ReadLog(world.database, now: { world.clock.now })
            let viewer = Viewer(name: "a", organisation: "police", clearance: Clearance([]))
            let bad = Viewer(name: "b", organisation: String(repeating: "x", count: 300), clearance: Clearance([]))
            let notes = (0..<20).map { log.begin(.read, "entity", "e", as: $0 == 7 ? bad : viewer) }
            var failed: [Int] = []
            for (index, note) in notes.enumerated() {
                do { try await note.value } catch { failed.append(index) }
            }
            #expect(failed == [7])
            let count = try await world.database.read { try $0.row("SELECT COUNT(*) FROM ledger_entry")?.int(0) }
            #expect(count == 19)
        }
    }
}
