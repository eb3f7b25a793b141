import Testing

@testable import Linkage

/// The comparators, against published values and against slow and plain ones.
@Suite struct ComparatorTests {
    @Test(
        "Jaro-Winkler has Winkler's published values",
        arguments: [
            ("martha", "marhta", 0.9611), ("dixon", "dicksonx", 0.8133), ("dwayne", "duane", 0.84), ("", "", 1),
            ("a", "", 0), ("abc", "xyz", 0), ("jones", "johnson", 0.8323), ("abcvwxyz", "cabvwxyz", 0.9583),
        ])
    func jaroWinkler(_ a: String, _ b: String, _ value: Double) {
        let found = JaroWinkler.similarity(Array(a.utf8)[...], Array(b.utf8)[...])
        #expect(abs(found - value) < 0.0001, "\(a), \(b): \(found)")
    }

    @Test("all string comparators are symmetric, and long strings are compared like short ones", arguments: [1, 2, 3])
    func symmetry(_ seed: UInt64) {
        var dice = Dice(seed: seed)
        for _ in 0..<300 {
            let a = dice.word("abcd", upTo: 80)[...]
            let b = dice.word("abcd", upTo: 80)[...]
            #expect(JaroWinkler.similarity(a, b) == JaroWinkler.similarity(b, a), "seed \(seed)")
            #expect(EditDistance.osa(a, b) == EditDistance.osa(b, a), "seed \(seed)")
            #expect(EditDistance.levenshtein(a, b) == EditDistance.levenshtein(b, a), "seed \(seed)")
        }
    }

    @Test("the bit-parallel distances are those of the plain table", arguments: [11, 12])
    func distances(_ seed: UInt64) {
        var dice = Dice(seed: seed)
        for _ in 0..<400 {
            let a = dice.word("abc", upTo: 14)
            let b = dice.word("abc", upTo: 14)
            #expect(EditDistance.osa(a[...], b[...]) == Self.plain(a, b, swaps: true), "seed \(seed): \(a) \(b)")
            #expect(EditDistance.levenshtein(a[...], b[...]) == Self.plain(a, b, swaps: false), "seed \(seed)")
        }
    }

    private static func plain(_ a: [UInt8], _ b: [UInt8], swaps: Bool) -> Int {
        var rows = (0...a.count).map { i in (0...b.count).map { j in i == 0 ? j : j == 0 ? i : 0 } }
        for i in 0..<a.count {
            for j in 0..<b.count {
                rows[i + 1][j + 1] = min(
                    rows[i][j + 1] + 1, rows[i + 1][j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
                if swaps, i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    rows[i + 1][j + 1] = min(rows[i + 1][j + 1], rows[i - 1][j - 1] + 1)
                }
            }
        }
        return rows[a.count][b.count]
    }

    @Test(
        "days are read however they are written, in either era",
        arguments: [
            ("1990-02-01", 1990, 2, 1), ("19900201", 1990, 2, 1), ("01/02/1990", 1990, 2, 1),
            ("2533-02-01", 1990, 2, 1),
            ("1.2.2533", 1990, 2, 1), ("1990", 1990, 0, 0), ("12/31/1990", 1990, 12, 31), ("1990-02", 1990, 2, 0),
            ("1990-02-01T10:00:00Z", 1990, 2, 1),
        ])
    func days(_ text: String, _ year: Int, _ month: Int, _ day: Int) {
        let read = CalendarDay(Array(text.utf8)[...])
        #expect(read?.year == Int16(year))
        #expect(read?.month == Int8(month))
        #expect(read?.day == Int8(day))
    }

    @Test("what is no day is none", arguments: ["", "soon", "99-99", "1990-45-01", "12", "123456789012"])
    func noDays(_ text: String) { #expect(CalendarDay(Array(text.utf8)[...]) == nil) }

    @Test("the number of a day counts days")
    func dayNumbers() {
        func number(_ text: String) -> Int { CalendarDay(Array(text.utf8)[...])?.number ?? 0 }
        #expect(number("2000-03-01") - number("2000-02-28") == 2)
        #expect(number("1900-03-01") - number("1900-02-28") == 1)
        #expect(number("2001-01-01") - number("2000-01-01") == 366)
    }

    @Test(
        "phone numbers have one spelling",
        arguments: [
            ("+66 81 000 0000", "66810000000"), ("0066-81-000-0000", "66810000000"), ("081 000 0000", "66810000000"),
            ("66810000000", "66810000000"), ("12", ""), ("none", ""),
        ])
    func phones(_ text: String, _ wanted: String) {
        #expect(String(decoding: Normalise.phone(Array(text.utf8)[...], countryCode: "66"), as: UTF8.self) == wanted)
    }

    @Test("a document that is one character again and again is none")
    func documents() {
        #expect(Normalise.document(Array("0000-000".utf8)[...]).isEmpty)
        #expect(String(decoding: Normalise.document(Array("ab 12-3".utf8)[...]), as: UTF8.self) == "AB123")
    }

    @Test("a degree of latitude is 111 km")
    func distance() { #expect(abs(NumberStore.kilometres([10, 100], [11, 100]) - 111.19) < 0.1) }
}
