import Testing
import Values

@Suite("Days")
struct DayTests {
    @Test("every day of 1,200 years is the one after the day before, and reads back as written")
    func roundTrip() throws {
        var last = try #require(Day("1599-12-31"))
        for number in (last.number + 1)...(last.number + 1200 * 365) {
            let day = Day(number: number)
            #expect(day > last && Day(day.description) == day)
            last = day
        }
        #expect(Day(1970, 1, 1)?.number == 0 && Day(2000, 3, 1)?.number == 11_017)
    }

    @Test(
        "what the calendar lacks is no day", arguments: ["2026-02-29", "2026-13-01", "2026-1-1", "", "2026-04-31", "x"])
    func refused(_ text: String) { #expect(Day(text) == nil) }

    @Test("months end where the calendar ends them")
    func months() throws {
        let leap = try #require(Day("2024-02-29"))
        #expect(leap.adding(months: 12).description == "2025-02-28")
        #expect(leap.adding(months: 48).description == "2028-02-29")
        #expect(try #require(Day("2026-01-31")).adding(months: 1).description == "2026-02-28")
        let birth = try #require(Day("2008-05-10"))
        #expect(try #require(Day("2026-05-09")).months(since: birth) == 215)
        #expect(try #require(Day("2026-05-10")).months(since: birth) == 216)
    }

    @Test("a moment before 1970 is on the day that it is on")
    func moments() {
        #expect(Day(at: -1).description == "1969-12-31" && Day(at: 0).description == "1970-01-01")
        #expect(Day(at: 86_399_999).number == 0 && Day(at: 1.days).number == 1)
    }
}
