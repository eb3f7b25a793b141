import Access
import Daybreak
import Storage
import Testing

@testable import CLI

/// `verify` finds what somebody changed behind the program's back.
@Suite struct VerifyTests {
    private static let damages: [(String, SQL)] = [
        ("a byte of a file", "UPDATE source SET hash = 'ab' || substr(hash, 3)"),
        ("an event taken away", "DELETE FROM event WHERE id = (SELECT MAX(id) FROM event)"),
        ("a count", "UPDATE source SET counts = replace(counts, '\"rows\":3', '\"rows\":4')"),
        ("an entity taken away", "DELETE FROM entity WHERE id = (SELECT MAX(b) FROM event)"),
        ("a grade taken away", "DELETE FROM grade"),
        ("a label taken away", "DELETE FROM label"),
        ("a line beyond the file", "UPDATE event SET line = 99 WHERE id = 1"),
        ("a line before the file", "UPDATE event SET line = 0 WHERE id = 1"),
    ]

    @Test("every kind of damage is found", arguments: damages.indices)
    func damage(_ index: Int) async throws {
        let (name, damage) = Self.damages[index]
        let terminal = try Terminal()
        let calls = """
            CALLING_NUMBER,CALLED_NUMBER,START_TIME,DURATION_SEC,CALL_TYPE,IMEI,IMSI,CELL_ID
            0812345678,0898765432,2026-06-01 08:15:22,205,VOICE,,,520-01-1204-33
            0812345678,0898765433,2026-06-01 08:15:22,205,VOICE,,,520-01-1204-33
            0812345678,0898765434,never,205,VOICE,,,520-01-1204-33

            """
        #expect(await terminal.run(["import", try terminal.file("calls.csv", calls)] + permitted).ending == .done)
        #expect(await terminal("verify").ending == .done)
        let daybreak = try await makeDaybreak(.live(database: terminal.path("test.db")))
        try await daybreak.database.write { connection in try connection.execute(damage) }
        try await daybreak.close()
        let answer = await terminal("verify")
        #expect(answer.ending == .failed, "\(name): \(answer.output)")
        #expect(answer.output.contains("not well: "))
    }
}
