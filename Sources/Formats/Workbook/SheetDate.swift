/// A day, and perhaps a time, as a workbook holds it: without a zone, to the second.
public struct SheetDate: Sendable, Equatable {
    /// The year of the Gregorian calendar.
    public var year: Int
    /// The month, from 1.
    public var month: Int
    /// The day of the month, from 1.
    public var day: Int
    /// The seconds since midnight; `nil` when only the day is meant.
    public var second: Int?

    /// Makes a date from its parts, as they are.
    public init(year: Int, month: Int, day: Int, second: Int? = nil) {
        self.year = year
        self.month = month
        self.day = day
        self.second = second
    }

    /// Reads `2026-06-01`, `2026-06-01 08:15` or `2026-06-01T08:15:30`; `nil` for anything else.
    public init?(iso text: String) {
        let halves = text.split(maxSplits: 1) { $0 == " " || $0 == "T" }
        guard let date = halves.first else { return nil }
        let parts = date.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
            (0...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        self.init(year: year, month: month, day: day)
        guard halves.count == 2 else { return }
        let clock = halves[1].split(separator: ":").map { Int($0) }
        guard clock.count == 2 || clock.count == 3, let hour = clock[0], let minute = clock[1] else { return nil }
        guard let seconds = clock.count == 3 ? clock[2] : 0 else { return nil }
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(seconds) else { return nil }
        second = hour * 3600 + minute * 60 + seconds
    }

    /// `2026-06-01` or `2026-06-01 08:15:00`.
    public var iso: String {
        let date = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
        return second.map { "\(date) \(Self.clock($0))" } ?? date
    }

    /// Seconds as `08:15:00`; the hours may pass 24.
    static func clock(_ seconds: Int) -> String {
        "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// From which day a workbook counts.
///
/// The 1900 system believes that 1900 was a leap year, as Lotus 1-2-3 did: its day 60 never was. The 1904 system,
/// of old Macs, begins after that trouble.
enum DateSystem {
    case from1900, from1904

    /// The date of a serial number of days, to the nearest second; `nil` when it is none: before the system's
    /// first day, after the year 9999, or the 29 February 1900.
    func date(_ serial: Double) -> SheetDate? {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        let seconds = Int((serial * 86_400).rounded())
        let (day, second) = (seconds / 86_400, seconds % 86_400)
        guard let epoch = epoch(ofDay: day) else { return nil }
        let (year, month, dayOfMonth) = Self.civil(epoch + day)
        return SheetDate(year: year, month: month, day: dayOfMonth, second: second == 0 ? nil : second)
    }

    /// Days from 1970-01-01 to this system's day 0, as counted from a given day of it.
    private func epoch(ofDay day: Int) -> Int? {
        switch self {
        case .from1904: -24_107
        case .from1900: day == 60 ? nil : day < 60 ? -25_568 : -25_569
        }
    }

    /// The serial number of a date from 1 March 1900 on, in the 1900 system.
    static func serial(_ date: SheetDate) -> Double {
        Double(days(date) + 25_569) + Double(date.second ?? 0) / 86_400
    }

    // Days of the civil calendar from 1970-01-01, by eras of 400 years that begin in March.

    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private static func days(_ date: SheetDate) -> Int {
        let year = date.month <= 2 ? date.year - 1 : date.year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let shiftedMonth = date.month > 2 ? date.month - 3 : date.month + 9
        let dayOfYear = (153 * shiftedMonth + 2) / 5 + date.day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}
