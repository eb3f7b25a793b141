import Formats
import Testing

@testable import RichPicture

@Suite("Rows become facts, whole or not at all")
struct TableMapperTests {
    struct Mapped {
        var facts = FactBatch()
        var interner: Interner

        var statements: [String] {
            facts.statements.map { statement in
                let value = statement.object.isNone ? statement.value : name(statement.object)
                return "\(name(statement.entity)) \(statement.property.name) \(value)"
            }
        }
        func name(_ ref: EntityRef) -> String {
            if ref.isNone { return "-" }
            return ref.isMention ? facts.mentions[ref.index].kind.name : interner.entries[ref.index].key
        }
        var rejected: [[Int]] { facts.rejected.map { [$0.line, $0.column] } }
    }

    /// Maps a file through a profile's text.
    static func map(_ profile: String, _ lines: [String], authority: IntrusionAuthority? = nil) throws -> Mapped {
        let profile = try Profile(parsing: profile)
        let zone = try #require(ZoneClock(profile.zone ?? "UTC"))
        let context = ImportContext(scope: "s", zone: zone, country: profile.country, authority: authority)
        let text = Array(lines.map { $0 + "\n" }.joined().utf8)
        let reader = DelimitedReader(ByteStream(text), dialect: Dialect.detect(prefix: text))
        var source = TableSource(.delimited(reader), profile: profile, context: context)
        var mapped = Mapped(interner: Interner(normalise: Normaliser(country: profile.country).read))
        while try source.read(into: &mapped.facts, &mapped.interner) {}
        return mapped
    }

    static let callHead = "from,to,time,seconds,cell"
    static let good = "0812345678,0898765432,2026-06-01 08:15:22,205,520-01-1204-33"

    @Test("a good row is one event, to the second, in the profile's zone")
    func goodRow() throws {
        let mapped = try Self.map(TestProfiles.calls, [Self.callHead, Self.good])
        let event = try #require(mapped.facts.events.first)
        #expect(mapped.facts.rows == 1 && mapped.facts.rejected.isEmpty)
        #expect(mapped.name(event.a) == "66812345678" && mapped.name(event.b) == "66898765432")
        #expect(mapped.name(event.place) == "520-01-1204-33")
        let start = Moment(
            year: 2026, month: 6, day: 1, hour: 8, minute: 15, second: 22, precision: .second, offset: 420)
        #expect(event.start == start && event.duration == 205 && event.line == 2)
    }

    @Test(
        "what is optional may be missing, written in the usual ways",
        arguments: ["", "-", "N/A", "NULL", "null", "n/a", " "])
    func missing(_ word: String) throws {
        let mapped = try Self.map(
            TestProfiles.calls, [Self.callHead, "0812345678,0898765432,2026-06-01 08:15,\(word),\(word)"])
        #expect(mapped.facts.rejected.isEmpty)
        #expect(mapped.facts.events.map(\.duration) == [nil] && mapped.facts.events.map(\.place) == [.none])
        let people = try Self.map(
            TestProfiles.people, ["name,native,born,phone,note", "Somchai,\(word),\(word),\(word),\(word)"])
        #expect(people.rejected.isEmpty && people.statements == ["person name Somchai"])
    }

    @Test(
        "each kind of bad field is refused with line and column, and the row leaves nothing behind",
        arguments: [
            ("nobody,0898765432,2026-06-01 08:15,205,1", 1), (",0898765432,2026-06-01 08:15,205,1", 1),
            ("0812345678,,2026-06-01 08:15,205,1", 2), ("0812345678,x,2026-06-01 08:15,205,1", 2),
            ("0812345678,0898765432,2026-02-30 08:15,205,1", 3), ("0812345678,0898765432,,205,1", 3),
            ("0812345678,0898765432,2026-06-01 08:15,3:25,1", 4), ("0812345678,0898765432,2026-06-01 08:15,-5,1", 4),
        ])
    func badFields(_ row: String, _ column: Int) throws {
        let mapped = try Self.map(TestProfiles.calls, [Self.callHead, Self.good, row, Self.good])
        #expect(mapped.rejected == [[3, column]])
        #expect(mapped.facts.rows == 3 && mapped.facts.events.map(\.line) == [2, 4])
    }

    @Test("a row that is refused at its end is cut back wholly")
    func cutBack() throws {
        let profile = TestProfiles.people + "\nevent stay\n who = phone as phone\n start = born as time yyyy-MM-dd\n"
        let mapped = try Self.map(
            profile,
            [
                "name,native,born,phone,note", "Aye,အေး,1990-01-02,0811111111,x", "Bo,ဘို,,0822222222,y",
                "Cho,ချို,1991-01-02,0833333333,z",
            ])
        #expect(mapped.rejected == [[3, 3]])
        #expect(mapped.facts.mentions.map(\.line) == [2, 4])
        #expect(!mapped.statements.contains { $0.contains("Bo") || $0.contains("66822222222") })
        #expect(mapped.facts.touched.map(\.line) == [2, 4])
        var tally = FactTally()
        var interner = mapped.interner
        _ = tally.add(mapped.facts, &interner)
        #expect(tally.total(interner).entities == ["person": 2, "phone": 2])
    }

    @Test("a good row that no event applies to, and that names nobody, is silent: not refused, not accepted")
    func silentRows() throws {
        let calls = try #require(try Profile.shipped().first { $0.name == "calls-siam" })
        let mapped = try Self.map(
            calls.text,
            [
                "CALLING_NUMBER,CALLED_NUMBER,START_TIME,DURATION_SEC,CALL_TYPE,IMEI,IMSI,CELL_ID",
                "0812345678,0898765432,2026-06-01 08:15:22,205,VOICE,,,",
                "0812345678,0898765432,2026-06-01 08:15:22,205,DATA,,,", "x,,yesterday,,FAX,,,",
            ])
        #expect(mapped.facts.silent == 2 && mapped.rejected.isEmpty && mapped.facts.events.count == 1)
        let named = try Self.map(
            TestProfiles.people, ["name,native,born,phone,note", "Ann,,,,", ",,,0812345678,", ",,,0812345678,", ",,,,"])
        #expect(named.facts.silent == 1)
    }

    @Test("what a table needs, no row may leave empty")
    func needs() throws {
        let text = TestProfiles.people.replacing("table people\n", with: "table people\nneed name, phone\n")
        let mapped = try Self.map(
            text, ["name,native,born,phone,note", "Ann,,,0812345678,", "Ann,,,,", "Bee", ",,,0812345678,"])
        #expect(mapped.rejected == [[3, 4], [4, 4], [5, 1]] && mapped.facts.rows == 4)
        #expect(throws: ProfileError.self) { try Profile(parsing: text.replacing("need name, phone", with: "need ,")) }
    }

    @Test("conditions choose the event, and links join what the row names")
    func conditionsAndLinks() throws {
        let calls = try #require(try Profile.shipped().first { $0.name == "calls-siam" })
        let head = "CALLING_NUMBER,CALLED_NUMBER,START_TIME,DURATION_SEC,CALL_TYPE,IMEI,IMSI,CELL_ID"
        let mapped = try Self.map(
            calls.text,
            [
                head, "0812345678,0898765432,2026-06-01 08:15:22,205,VOICE,,,",
                "0812345678,0898765432,2026-06-01 08:16:00,,SMS,,,",
            ])
        #expect(mapped.facts.events.map(\.kind) == [.call, .message])
        let register = try #require(try Profile.shipped().first { $0.name == "company-register" })
        let table = try #require(register.tables.first)
        var row = Dictionary(uniqueKeysWithValues: table.columns.map { ($0, "") })
        row["reg_no"] = "0105551234567"
        row["name_th"] = "ไทยเอ็กซ์"
        row["director"] = "Somchai"
        row["registered"] = "2010-01-02"
        let linked = try Self.map(
            register.text,
            [table.columns.joined(separator: ","), table.columns.map { row[$0] ?? "" }.joined(separator: ",")])
        #expect(linked.rejected.isEmpty)
        #expect(linked.statements.contains("s/0105551234567 director person"))
        #expect(linked.statements.contains("s/0105551234567 name ไทยเอ็กซ์"))
        #expect(!linked.statements.contains { $0.contains(" owner ") || $0.contains(" phone ") })
    }
}
