import Foundation
import Testing

@testable import RichPicture

@Suite("Moments keep their precision and zone")
struct MomentTests {
    @Test("civil dates and instants turn into each other, over 400 years and before 1970")
    func civilRoundTrip() {
        var expected = Moment.days(year: 1800, month: 1, day: 1)
        for year in 1800...2199 {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            for (month, length) in lengths.enumerated() {
                for day in 1...length {
                    let days = Moment.days(year: year, month: month + 1, day: day)
                    guard days == expected else {
                        Issue.record("\(year)-\(month + 1)-\(day)")
                        return
                    }
                    expected += 1
                    let back = Moment.civil(milliseconds: days * 86_400_000 + 86_399_999)
                    let same = back.year == year && back.month == month + 1 && back.day == day
                    guard same, back.hour == 23, back.minute == 59, back.second == 59, back.millisecond == 999 else {
                        Issue.record("\(back)")
                        return
                    }
                }
            }
        }
        #expect(Moment.days(year: 1970, month: 1, day: 1) == 0)
        #expect(Moment.days(year: 2000, month: 3, day: 1) == 11_017)
    }

    @Test("the calendar agrees with Foundation's", arguments: [-1, 0, 951_782_399_999, 4_102_444_800_000])
    func foundation(_ milliseconds: Int) throws {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        let date = Date(timeIntervalSince1970: Double(milliseconds).rounded(.down) / 1_000)
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: date)
        let ours = Moment.civil(milliseconds: milliseconds)
        #expect([parts.year, parts.month, parts.day] == [ours.year, ours.month, ours.day])
        #expect([parts.hour, parts.minute] == [ours.hour, ours.minute])
    }

    @Test(
        "ISO 8601 says no more than the source did",
        arguments: [
            (Moment.Precision.year, "2026"), (.month, "2026-06"), (.day, "2026-06-23"),
            (.minute, "2026-06-23T08:15+07:00"),
            (.second, "2026-06-23T08:15:22+07:00"), (.millisecond, "2026-06-23T08:15:22.045+07:00"),
        ])
    func iso(_ precision: Moment.Precision, _ expected: String) {
        let moment = Moment(
            year: 2026, month: 6, day: 23, hour: 8, minute: 15, second: 22, millisecond: 45, precision: precision,
            offset: 420)
        #expect(moment.iso == expected)
    }

    @Test(
        "zones of half hours, of the west, and UTC",
        arguments: [(0, "Z"), (390, "+06:30"), (-210, "-03:30"), (-30, "-00:30")])
    func zones(_ offset: Int, _ expected: String) {
        let moment = Moment(year: 2026, month: 1, day: 1, hour: 0, minute: 10, precision: .minute, offset: offset)
        #expect(moment.zone == expected)
        #expect(moment.iso == "2026-01-01T00:10\(expected)")
        #expect(moment.milliseconds == (Moment.days(year: 2026, month: 1, day: 1) * 1_440 + 10 - offset) * 60_000)
    }
}
