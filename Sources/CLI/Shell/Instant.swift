import Foundation
import RichPicture

/// Days and times as people type them: `2026-06-01`, `2026-06-01T08:15`, `2026-06-01T08:15:00+07:00`.
enum Instant {
    /// The first millisecond that is meant.
    static func start(_ text: String, zone: String) throws(CLIError) -> Int { try read(text, zone).start }

    /// The first millisecond after what is meant: a day is meant with its last hour.
    static func end(_ text: String, zone: String) throws(CLIError) -> Int { try read(text, zone).end }

    private static func read(_ text: String, _ zone: String) throws(CLIError) -> (start: Int, end: Int) {
        let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let date = numbers(halves[0], separator: "-")
        guard date.count == 3, (1...12).contains(date[1]), (1...31).contains(date[2]) else { throw .notADate(text) }
        var time = halves.count == 2 ? halves[1] : ""
        let offset = takeOffset(&time)
        let clock = time.isEmpty ? [0, 0, 0] : numbers(time, separator: ":") + (time.count <= 5 ? [0] : [])
        guard clock.count == 3, clock[0] < 24, clock[1] < 60, clock[2] < 60 else { throw .notADate(text) }
        let local = Moment(
            year: date[0], month: date[1], day: date[2], hour: clock[0], minute: clock[1], second: clock[2],
            precision: .second, offset: 0
        ).milliseconds
        let day = Moment.civil(milliseconds: local)
        guard day.month == date[1], day.day == date[2] else { throw .notADate(text) }
        let start = local - (offset ?? self.offset(of: zone, at: local)) * 60_000
        return (start, start + (halves.count == 1 ? 86_400_000 : time.count <= 5 ? 60_000 : 1_000))
    }

    private static func numbers(_ text: String, separator: Character) -> [Int] {
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.allSatisfy(\.isASCII) ? UInt16($0).map(Int.init) : nil }
        return numbers.count == parts.count ? numbers : []
    }

    // Takes `Z` or `+07:00` from the end; minutes from UTC.
    private static func takeOffset(_ time: inout String) -> Int? {
        if time.hasSuffix("Z") {
            time.removeLast()
            return 0
        }
        guard let sign = time.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return nil }
        let parts = numbers(String(time[time.index(after: sign)...]), separator: ":")
        guard parts.count == 2 else { return nil }
        let minutes = (parts[0] * 60 + parts[1]) * (time[sign] == "-" ? -1 : 1)
        time = String(time[..<sign])
        return minutes
    }

    private static func offset(of zone: String, at local: Int) -> Int {
        let noon = Date(timeIntervalSince1970: Double(local) / 1_000)
        return (TimeZone(identifier: zone)?.secondsFromGMT(for: noon) ?? 0) / 60
    }
}
