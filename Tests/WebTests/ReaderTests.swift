import Formats
import RichPicture
import Testing
import Words

@testable import Web

@Suite("The reader's words")
struct ReaderTests {
    let reader = Reader(catalogue: .english, zone: Zone(offset: 420))

    @Test("every case of the model has a name")
    func names() {
        var said = EntityKind.allCases.flatMap { [reader.name($0), reader.plural($0, 2)] }
        said += EventKind.allCases.flatMap { [reader.name($0), reader.plural($0, 2)] }
        said += Property.allCases.map { reader.name($0) }
        said += StreamKind.allCases.map { reader.name($0) }
        said += Source.State.allCases.map { reader.name($0) }
        said += MatchReason.allCases.map { reader.name($0) }
        said += (0...4).map { reader.confidence($0) }
        said += IntrusionAuthority.SubjectClass.allCases.map { reader("web.subject.\($0.rawValue)") }
        #expect(said.filter { $0.hasPrefix("web.") }.isEmpty)
    }

    @Test("every grade of both schemes can be read in words")
    func grades() throws {
        for text in ["1AP", "2BC", "3CP", "1DP", "2EC", "A11", "B22", "C33", "D44", "E55"] {
            #expect(!reader.meaning(try Grade(text)).contains("web."))
        }
    }

    @Test(
        "numbers stand in groups of three",
        arguments: [(0, "0"), (999, "999"), (1_043, "1,043"), (-1_234_567, "-1,234,567"), (100_000, "100,000")])
    func numbers(_ value: Int, _ text: String) {
        #expect(reader.number(value) == text)
    }

    @Test("a time is said to its own precision and in its own zone")
    func moments() {
        let stated = Moment(
            year: 2026, month: 6, day: 1, hour: 8, minute: 15, second: 22, precision: .second, offset: 420)
        #expect(reader.moment(stated) == "1 Jun 2026, 08:15:22 +07:00")
        #expect(reader.moment(stated, besideZone: true) == "1 Jun 2026, 08:15:22")
        var elsewhere = stated
        elsewhere.offset = 390
        #expect(reader.moment(elsewhere, besideZone: true) == "1 Jun 2026, 07:45:22 +06:30")
        #expect(reader.moment(Moment(year: 2026, month: 6, day: 1, precision: .month, offset: 0)) == "Jun 2026")
        #expect(reader.moment(Moment(year: 1984, month: 1, day: 1, precision: .year, offset: 0)) == "1984")
    }

    @Test("money is exact and says its currency when there is one")
    func money() {
        #expect(reader.money(Money(units: 1_250_000, currency: "THB")) == "12,500.00 THB")
        #expect(reader.money(Money(units: -5, currency: "THB")) == "-0.05 THB")
        #expect(reader.money(Money(units: 120_000, currency: "VND")) == "120,000 VND")
        #expect(reader.money(Money(units: 100, currency: "XXX")) == "1.00")
    }

    @Test(
        "lengths of time name two units",
        arguments: [(0, "0 s"), (61, "1 min 1 s"), (3_600, "1 h"), (90_061, "1 d 1 h")])
    func durations(_ seconds: Int, _ text: String) {
        #expect(reader.duration(seconds: seconds) == text)
    }
}
