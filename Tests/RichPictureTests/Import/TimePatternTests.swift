import Testing

@testable import RichPicture

@Suite("Time patterns")
struct TimePatternTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let pattern: String, text: String, iso: String?
        var testDescription: String { "\(pattern) · \(text)" }
        init(_ pattern: String, _ text: String, _ iso: String?) {
            (self.pattern, self.text, self.iso) = (pattern, text, iso)
        }
    }

    static let cases = [
        Case("yyyy-MM-dd HH:mm:ss", "2026-06-01 08:15:22", "2026-06-01T08:15:22+07:00"),
        Case("dd/MM/yyyy HH:mm", "01/06/2026 08:15", "2026-06-01T08:15+07:00"),
        Case("M/d/yyyy H:mm", "6/1/2006 0:08", "2006-06-01T00:08+07:00"),
        Case("M/d/yyyy H:mm", "12/31/2006 23:59", "2006-12-31T23:59+07:00"),
        Case("yyyyMMddHHmmss", "20260601081522", "2026-06-01T08:15:22+07:00"),
        Case("yyyy-MM-dd'T'HH:mm:ss.SSSX", "2026-06-01T01:15:22.5Z", "2026-06-01T01:15:22.500Z"),
        Case("yyyy-MM-dd'T'HH:mm:ssX", "2026-06-01T08:15:22+0630", "2026-06-01T08:15:22+06:30"),
        Case("yyyy-MM-dd'T'HH:mm:ssX", "2026-06-01T08:15:22+06:30", "2026-06-01T08:15:22+06:30"),
        Case("yyyy-MM-dd'T'HH:mm:ssX", "2026-06-01T08:15:22-03", "2026-06-01T08:15:22-03:00"),
        Case("dd/MM/BBBB", "29/02/2567", "2024-02-29"),
        Case("dd/MM/BBBB HH:mm:ss", "01/06/2569 08:15:22", "2026-06-01T08:15:22+07:00"),
        Case("d.M.yy", "3.4.69", "2069-04-03"),
        Case("d.M.yy", "3.4.70", "1970-04-03"),
        Case("yyyy-MM", "2026-06", "2026-06"),
        Case("yyyy", "2026", "2026"),
        Case("yyyy-MM-dd?'T'HH:mm", "2026-06-01", "2026-06-01"),
        Case("yyyy-MM-dd?'T'HH:mm", "2026-06-01T08:15", "2026-06-01T08:15+07:00"),
        Case("yyyy-MM-dd HH:mm?:ss", "2026-06-01 08:15", "2026-06-01T08:15+07:00"),
        Case("yyyy-MM-dd HH:mm?:ss", "2026-06-01 08:15:09", "2026-06-01T08:15:09+07:00"),
        Case("yyyy'ปี'MM", "2026ปี06", "2026-06"),
        Case("epoch", "1780276522", "2026-06-01T01:15:22Z"),
        Case("epoch-ms", "1780276522045", "2026-06-01T01:15:22.045Z"),
        Case("step 2017-01-01 day", "31", "2017-02-01"),
        Case("step 2017-01-01 hour", "25", "2017-01-02T01:00Z"),
        // Impossible, or not as the pattern says.
        Case("yyyy-MM-dd", "2026-02-29", nil), Case("yyyy-MM-dd", "2026-04-31", nil),
        Case("yyyy-MM-dd", "2026-13-01", nil),
        Case("yyyy-MM-dd", "2026-00-10", nil), Case("yyyy-MM-dd", "2026-01-00", nil),
        Case("dd/MM/BBBB", "29/02/2566", nil),
        Case("yyyy-MM-dd HH:mm", "2026-06-01 24:00", nil), Case("yyyy-MM-dd HH:mm", "2026-06-01 23:60", nil),
        Case("yyyy-MM-dd HH:mm:ss", "2026-06-01 08:15", nil), Case("yyyy-MM-dd", "2026-6-1", nil),
        Case("yyyy-MM-dd", "2026-06-01 ", nil), Case("yyyy-MM-dd", "", nil), Case("yyyy-MM-dd", "n/a", nil),
        Case("yyyy-MM-dd", "๒๐๒๖-๐๖-๐๑", nil), Case("yyyy-MM-dd HH:mm?:ss", "2026-06-01 08:15:", nil),
        Case("yyyy-MM-dd'T'HH:mmX", "2026-06-01T08:15", nil),
        Case("yyyy-MM-dd'T'HH:mmX", "2026-06-01T08:15+07:99", nil),
        Case("epoch", "12x", nil), Case("epoch", "99999999999999999999", nil), Case("step 2017-01-01 day", "-1", nil),
    ]

    @Test("what is read, and what is refused", arguments: cases)
    func reads(_ item: Case) throws {
        let pattern = try #require(TimePattern(item.pattern))
        let moment = pattern.read(Array(item.text.utf8), offset: { _ in 420 })
        #expect(moment?.iso == item.iso)
    }

    @Test(
        "a pattern that means nothing is refused",
        arguments: [
            "", "HH:mm", "yyyy-MM-dd Q", "yyyy'open", "step", "step 2017-01-01", "step 2017-01-01 week",
            "step 2017-02-30 day",
            "dd-MMM-yyyy", "yyyyy-MM-dd", "yyy", "BB-MM-dd", "yyyy-MM-ddd", "HHH yyyy", "yyyy XX",
        ])
    func badPatterns(_ text: String) { #expect(TimePattern(text) == nil) }

    @Test("the zone is asked with the local time, and not when the text states its own")
    func zoneIsAsked() throws {
        var asked: [Int] = []
        let local = try #require(TimePattern("yyyy-MM-dd HH:mm"))
        let moment = local.read(Array("1970-01-02 00:00".utf8)) { milliseconds in
            asked.append(milliseconds)
            return 390
        }
        #expect(asked == [86_400_000])
        #expect(moment?.milliseconds == 86_400_000 - 390 * 60_000)
        let stated = try #require(TimePattern("yyyy-MM-dd HH:mmX"))
        _ = stated.read(Array("1970-01-02 00:00Z".utf8)) { _ in
            Issue.record("asked though stated")
            return 0
        }
    }

    @Test("what is written by a pattern is read back as it was", arguments: [UInt64(1), 20_261_123, 77])
    func roundTrip(_ seed: UInt64) throws {
        var dice = Dice(seed: seed)
        for _ in 0..<2_000 {
            let offset = dice.number(-24...28) * 30
            let moment = Moment(
                year: dice.number(1900...2199), month: dice.number(1...12), day: dice.number(1...28),
                hour: dice.number(0...23), minute: dice.number(0...59), second: dice.number(0...59), precision: .second,
                offset: offset)
            let iso = moment.iso
            let back = try #require(TimePattern("yyyy-MM-dd'T'HH:mm:ssX")).read(Array(iso.utf8), offset: { _ in 0 })
            #expect(back == moment, "seed \(seed): \(iso)")
            let date = iso.prefix(10).split(separator: "-")
            let year = (Int(date[0]) ?? 0) + 543
            let thai = "\(date[2])/\(date[1])/\(year) \(iso.dropFirst(11).prefix(8))"
            let read = try #require(TimePattern("dd/MM/BBBB HH:mm:ss")).read(Array(thai.utf8), offset: { _ in offset })
            #expect(read == moment, "seed \(seed): \(thai)")
        }
    }
}
