import Testing

@testable import Formats

@Suite("Money in whole units")
struct MoneyTests {
    private func read(_ text: String, _ currency: String = "EUR") -> Money? {
        Money(digits: text.utf8, mark: 0x2E, currency: currency)
    }

    @Test(
        "digits become exact units",
        arguments: [
            ("8.85", "EUR", 885, 2), ("8", "EUR", 800, 2), ("8.", "EUR", 800, 2), (".5", "EUR", 50, 2),
            ("5442.09000", "RON", 544_209, 2),
            ("8.85123", "EUR", 885_123, 5), ("8.85100", "EUR", 8851, 3), ("2700", "JPY", 2700, 0),
            ("2700.50", "JPY", 27005, 1),
            ("0", "EUR", 0, 2), ("0000000001.5", "KWD", 1500, 3), ("92233720368547758.07", "EUR", Int.max, 2),
            ("8.00001", "EUR", 800_001, 5),
            ("1.000000000000000000000000", "EUR", 100, 2),
        ])
    func exact(text: String, currency: String, units: Int, decimals: Int) {
        #expect(read(text, currency) == Money(units: units, decimals: decimals, currency: currency))
    }

    @Test(
        "what is no number, or not exact in 64 bits, is refused",
        arguments: [
            "", ".", "-1", "+1", "1e3", "1,5", "1.2.3", " 1", "1 ", "९", "92233720368547758.08", "9223372036854775808",
            "0.00000000000000000001",
        ])
    func refused(text: String) {
        #expect(read(text) == nil)
    }

    @Test("sums are exact over different decimals, and refuse other currencies and overflow")
    func sums() throws {
        let (cents, fine) = (try #require(read("8.85")), try #require(read("0.00001")))
        #expect(cents.adding(fine) == Money(units: 885_001, decimals: 5, currency: "EUR"))
        #expect(cents.adding(Money(units: 1, currency: "THB")) == nil)
        #expect(Money(units: .max, currency: "EUR").adding(Money(units: 1, currency: "EUR")) == nil)
        #expect(Money(units: 100, decimals: 2, currency: "EUR").isWorth(Money(units: 1, decimals: 0, currency: "EUR")))
    }

    @Test(
        "a number is written with its sign and its zeros",
        arguments: [(885, 2, "8.85"), (-5, 2, "-0.05"), (0, 2, "0.00"), (7, 0, "7"), (-12345, 3, "-12.345")])
    func written(units: Int, decimals: Int, text: String) {
        #expect(Money(units: units, decimals: decimals, currency: "EUR").number() == text)
    }

    @Test(
        "dates and times are read as XML writes them",
        arguments: [
            ("2007-10-18T12:30:00+01:00", "2007-10-18T12:30:00+01:00"),
            ("2025-07-24T06:10:29.000000000", "2025-07-24T06:10:29"),
            ("2014-12-30", "2014-12-30"), ("2014-12-30+01:00", "2014-12-30"),
            ("2014-12-30T00:00:00Z", "2014-12-30T00:00:00+00:00"),
            ("2016-02-29T23:59:59-05:30", "2016-02-29T23:59:59-05:30"),
        ])
    func dates(text: String, iso: String) {
        #expect(BankDate(iso: text)?.iso == iso)
    }

    @Test(
        "dates that do not exist are refused",
        arguments: [
            "2015-02-29", "2015-13-01", "2015-00-10", "2015-01-00", "15-01-01", "2015/01/01", "2015-01-01T25:00:00",
            "2015-01-01T10:00",
            "2015-01-01T10:00:00+25:00", "0000-01-01", "", "2015-01-01x", "２０１５-01-01",
        ])
    func badDates(text: String) {
        #expect(BankDate(iso: text) == nil)
    }
}
