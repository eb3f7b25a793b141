import Formats
import Testing

@testable import RichPicture

@Suite("Rows as they really come")
struct TableMapperEdgeTests {
    private func shipped(_ name: String, _ row: [String: String]) throws -> TableMapperTests.Mapped {
        let profile = try #require(try Profile.shipped().first { $0.name == name })
        let columns = try #require(profile.tables.first).columns
        return try TableMapperTests.map(
            profile.text,
            [columns.map { "\"\($0)\"" }.joined(separator: ","), columns.map { row[$0] ?? "" }.joined(separator: ",")])
    }

    @Test("a worker without papers is still a worker")
    func undocumented() throws {
        let mapped = try shipped(
            "worker-list", ["Name (Latin)": "Ma Hla", "Nationality": "MM", "Currency": "THB", "Phone": "0812345678"])
        #expect(mapped.rejected.isEmpty)
        #expect(
            mapped.statements.contains("person name Ma Hla") && mapped.statements.contains("person phone 66812345678"))
        #expect(!mapped.statements.contains { $0.contains("document") })
    }

    @Test("an empty name is no name, and a half one has no loose ends")
    func emptyNames() throws {
        let row = [
            "Checkpoint": "CP1", "Lat": "16.7", "Lon": "98.5", "Nationality": "MM", "Document no.": "MB123456",
            "Time": "2026-06-01 10:00", "Direction": "in",
        ]
        let nobody = try shipped("checkpoint-persons", row)
        #expect(nobody.rejected.isEmpty && nobody.facts.events.count == 1)
        #expect(!nobody.statements.contains { $0.hasPrefix("person name") })
        let half = try shipped("checkpoint-persons", row.merging(["Given name": "Hla"]) { $1 })
        #expect(half.statements.contains("person name Hla"))
    }

    @Test("a cell of which a part is missing is no cell")
    func halfACell() throws {
        let mapped = try shipped(
            "calls-lanexang",
            [
                "A-Party": "02055512345", "B-Party": "02055567890", "Start": "2026-06-01T01:00:00Z",
                "End": "2026-06-01T01:01:00Z",
                "Type": "MOC", "CI": "33",
            ])
        #expect(mapped.rejected.isEmpty && mapped.facts.events.map(\.place) == [.none])
    }

    @Test(
        "a clock says how long, or is refused, and never more than fits",
        arguments: [
            ("3:25", 205 as Int?), ("1:03:25", 3_805), ("75:10", 4_510), ("0:00", 0), ("205", 205), ("3:", nil),
            (":25", nil),
            ("1:2:3:4", nil), ("1:1:1:1:1:1:1:1:1:1:1:1:1", nil), ("3:75", nil), ("a", nil),
            ("99999999999999999999", nil),
        ])
    func clocks(_ text: String, _ seconds: Int?) throws {
        let profile = TestProfiles.calls.replacing("seconds as seconds", with: "seconds as clock")
        let mapped = try TableMapperTests.map(
            profile, [TableMapperTests.callHead, "0812345678,0898765432,2026-06-01 08:15,\(text),"])
        #expect(mapped.facts.events.compactMap(\.duration) == (seconds.map { [$0] } ?? []))
        #expect(mapped.facts.rejected.isEmpty == (seconds != nil))
    }

    @Test("a short row lacks its last cells, a long one is refused or keeps its first; neither stops the file")
    func raggedRows() throws {
        let mapped = try TableMapperTests.map(
            TestProfiles.calls,
            [
                TableMapperTests.callHead, "0812345678,0898765432,2026-06-01 08:15", "0812345678",
                TableMapperTests.good + ",extra", TableMapperTests.good,
            ])
        #expect(mapped.facts.rows == 4)
        #expect(mapped.facts.events.map(\.line).contains(2) && mapped.facts.events.map(\.line).contains(5))
        #expect(mapped.facts.rejected.contains { $0.line == 3 })
    }

    @Test("headers may differ in case and spaces, and stand in another order with other columns between")
    func retypedHeaders() throws {
        let mapped = try TableMapperTests.map(
            TestProfiles.calls,
            ["X, TIME ,From,TO,Seconds, cell", "1,2026-06-01 08:15,0812345678,0898765432,5,7"])
        #expect(mapped.facts.events.map(\.duration) == [5])
    }

    @Test("R064: an event outside the authority's period is refused, row by row")
    func period() throws {
        let from = Moment(year: 2026, month: 6, day: 1, precision: .day, offset: 420).milliseconds
        let authority = IntrusionAuthority(
            reference: "order 17", basis: "court", subject: .suspect, from: from, until: from + 86_400_000)
        let mapped = try TableMapperTests.map(
            TestProfiles.calls,
            [
                TableMapperTests.callHead, "0812345678,0898765432,2026-05-31 23:59:59,1,",
                "0812345678,0898765432,2026-06-01 00:00,1,",
                "0812345678,0898765432,2026-06-01 23:59:59,1,", "0812345678,0898765432,2026-06-02 00:00,1,",
            ], authority: authority)
        #expect(mapped.rejected == [[2, 3], [5, 3]])
        #expect(mapped.facts.events.map(\.line) == [3, 4])
    }
}
