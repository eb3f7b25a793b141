/// A day of the calendar, counted from 1970-01-01, without a time zone.
///
/// Laws count in days, months and years; a moment is milliseconds since 1970 UTC (`Int`), as everywhere here.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    public let number: Int

    /// The day with a number.
    public init(number: Int) { self.number = number }

    /// A day by its date; `nil` when the calendar has none.
    public init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...Self.length(of: month, in: year)).contains(day)
        else { return nil }
        self.init(unchecked: year, month, day)
    }

    /// Reads `2026-11-24`; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2] else { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        self.init(numbers[0], numbers[1], numbers[2])
    }

    /// The day in UTC of a moment in milliseconds.
    public init(at moment: Int) {
        number = moment >= 0 ? moment / 86_400_000 : (moment - 86_399_999) / 86_400_000
    }

    // Civil days from the era of 400 years (146,097 days), with years that begin in March.
    private init(unchecked year: Int, _ month: Int, _ day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let ofEra = shifted % 400
        let ofYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        number = shifted / 400 * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    }

    /// Year, month and day.
    public var date: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let march = (5 * ofYear + 2) / 153
        let month = march < 10 ? march + 3 : march - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * march + 2) / 5 + 1)
    }

    /// The day some days later or earlier.
    public func adding(days: Int) -> Day { Day(number: number + days) }

    /// The same day of a month later; the last day of that month when it is shorter.
    public func adding(months: Int) -> Day {
        let (year, month, day) = date
        let count = year * 12 + month - 1 + months
        let target = (year: count / 12, month: count % 12 + 1)
        return Day(unchecked: target.year, target.month, min(day, Self.length(of: target.month, in: target.year)))
    }

    /// Full months from a day to this one, as ages and terms are counted.
    public func months(since start: Day) -> Int {
        let count = (date.year - start.date.year) * 12 + date.month - start.date.month
        return start.adding(months: count) > self ? count - 1 : count
    }

    /// The first moment of the day in UTC, in milliseconds.
    public var moment: Int { number * 86_400_000 }

    /// By rank.
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    private static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}

extension Day: CustomStringConvertible {
    /// `2026-11-24`.
    public var description: String {
        let (year, month, day) = date
        return
            "\(String(year + 10_000).dropFirst())-\(String(month + 100).dropFirst())-\(String(day + 100).dropFirst())"
    }
}

/// Lengths of time in milliseconds: `now + 24.hours`.
extension Int {
    /// That many minutes.
    public var minutes: Int { self * 60_000 }
    /// That many hours.
    public var hours: Int { self * 3_600_000 }
    /// That many days of 24 hours.
    public var days: Int { self * 86_400_000 }
}
