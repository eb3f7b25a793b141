/// A point in time as a source stated it: with its precision and the zone it was told in.
///
/// "23 June 2026" is not midnight, and 08:15 in Vientiane is not 08:15 in London. The instant is what sorts and
/// compares; precision and zone are what a page shows.
public struct Moment: Hashable, Sendable {
    /// How exactly the time was stated. The numbers are stored: never reuse one.
    public enum Precision: Int, Sendable, CaseIterable, Codable {
        case year = 1
        case month = 2
        case day = 3
        case minute = 4
        case second = 5
        case millisecond = 6
    }

    /// Milliseconds since 1970-01-01 00:00 UTC; for a coarse precision, of its beginning in its zone.
    public var milliseconds: Int
    /// How exactly it was stated.
    public var precision: Precision
    /// The offset of the stated zone from UTC, in minutes; 0 for UTC.
    public var offset: Int

    /// Makes a moment.
    public init(milliseconds: Int, precision: Precision, offset: Int) {
        self.milliseconds = milliseconds
        self.precision = precision
        self.offset = offset
    }

    /// Makes a moment from a local civil date and time (proleptic Gregorian).
    public init(
        year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, millisecond: Int = 0,
        precision: Precision, offset: Int
    ) {
        let days = Self.days(year: year, month: month, day: day)
        let seconds = days * 86_400 + hour * 3_600 + minute * 60 + second - offset * 60
        self.init(milliseconds: seconds * 1_000 + millisecond, precision: precision, offset: offset)
    }

    /// The date and time in the stated zone, as ISO 8601 to the stated precision: `2026-06-01T08:15:22+07:00`.
    public var iso: String {
        let local = Self.civil(milliseconds: milliseconds + offset * 60_000)
        let date = [Self.pad(local.year, 4), Self.pad(local.month, 2), Self.pad(local.day, 2)]
        switch precision {
        case .year: return date[0]
        case .month: return "\(date[0])-\(date[1])"
        case .day: return date.joined(separator: "-")
        case .minute, .second, .millisecond:
            var time = "\(Self.pad(local.hour, 2)):\(Self.pad(local.minute, 2))"
            if precision != .minute { time += ":\(Self.pad(local.second, 2))" }
            if precision == .millisecond { time += ".\(Self.pad(local.millisecond, 3))" }
            return "\(date.joined(separator: "-"))T\(time)\(zone)"
        }
    }

    /// The zone as ISO 8601 writes it: `Z` or `+07:00`.
    public var zone: String {
        guard offset != 0 else { return "Z" }
        let minutes = abs(offset)
        return "\(offset < 0 ? "-" : "+")\(Self.pad(minutes / 60, 2)):\(Self.pad(minutes % 60, 2))"
    }

    /// Days from 1970-01-01 to a civil date (Howard Hinnant's algorithm, in our own words: years start in March, so
    /// that the leap day is the last of its year and every month has a fixed place).
    public static func days(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// A civil date and time of day.
    public struct Civil: Hashable, Sendable {
        public var year, month, day, hour, minute, second, millisecond: Int
    }

    /// The civil date and time of an instant already shifted to its zone.
    public static func civil(milliseconds: Int) -> Civil {
        let (days, rest) = milliseconds.flooringDivision(by: 86_400_000)
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return Civil(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * marchMonth + 2) / 5 + 1, hour: rest / 3_600_000, minute: rest / 60_000 % 60,
            second: rest / 1_000 % 60, millisecond: rest % 1_000)
    }

    private static func pad(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}

extension Int {
    /// Quotient rounded down and the remainder that is never negative.
    func flooringDivision(by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
