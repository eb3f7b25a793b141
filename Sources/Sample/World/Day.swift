/// A civil date, counted in days from 1970-01-01, in local time of the province (UTC+7, no summer time).
struct Day: Hashable, Comparable, Sendable {
    var number: Int

    init(number: Int) { self.number = number }

    /// The day of a Gregorian date (after H. Hinnant's days-from-civil).
    init(year: Int, month: Int, day: Int) {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// Year, month and day of the month.
    var civil: (year: Int, month: Int, day: Int) {
        let z = number + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let mp = (5 * dayOfYear + 2) / 153
        let month = mp < 10 ? mp + 3 : mp - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * mp + 2) / 5 + 1)
    }

    /// 0 is Monday, 6 is Sunday.
    var weekday: Int { ((number + 3) % 7 + 7) % 7 }

    /// Whether tomorrow is another month: pay day.
    var endsMonth: Bool { Day(number: number + 1).civil.day == 1 }

    /// `2026-06-01`.
    var iso: String {
        var line = Line()
        line.put(day: self)
        return line.text
    }

    static func < (a: Day, b: Day) -> Bool { a.number < b.number }
    static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
}

/// A moment: seconds of local time (UTC+7) since the first midnight of the province.
typealias Second = Int
