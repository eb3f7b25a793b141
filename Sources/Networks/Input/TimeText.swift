/// Moments as they are written in tables, read into milliseconds since 1970 UTC.
///
/// Plain numbers are seconds since 1970 (or, from twelve digits on, milliseconds); twelve or fourteen digits that are a day and an
/// hour are read as such (`200606010011`). Days are written `2006-06-01`, `2006/06/01`, `20060601` (with an hour after it),
/// `01.06.2006` or `01/06/2006` (the day first, unless the column shows
/// otherwise: see `DateOrder`); hours `00:11`, `0011`,
/// `00:11:30.250`; a zone `Z`, `+07:00`, `+0700`. What has no zone is local: `zone` minutes east of UTC.
struct TimeText {
    /// Minutes east of UTC of what is written without a zone.
    var zone: Int
    /// Dates with slashes or dashes have the month first.
    var isMonthFirst = false

    /// The moment, or nil when it is none.
    @inline(__always)
    func milliseconds(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        // Most tables hold plain seconds.
        var value: Int64 = 0
        var index = 0
        while index < text.count, index < 11, text[index] &- 48 < 10 {
            value = value &* 10 &+ Int64(text[index] &- 48)
            index += 1
        }
        if index == text.count, index > 0 { return value * 1000 }
        return written(text)
    }

    @inline(never)
    private func written(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        if text.allSatisfy({ $0 &- 48 < 10 }) { return digits(text) }
        var cursor = Cursor(text: text)
        if let moment = calendar(&cursor) { return moment }
        // Seconds with a sign, or with a part of a second.
        guard let seconds = FieldText.number(text), abs(seconds) < 1e15 else { return nil }
        return Int64((abs(seconds) < 1e11 ? seconds * 1000 : seconds).rounded())
    }

    private func digits(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        if text.count == 12 || text.count == 14 {
            var cursor = Cursor(text: text)
            if let year = cursor.number(4), (1900..<2200).contains(year), let month = cursor.number(2),
                let day = cursor.number(2), let date = Self.days(year, month, day), let hour = cursor.number(2),
                let minute = cursor.number(2), hour < 24, minute < 60
            {
                let second = text.count == 14 ? cursor.number(2) ?? 60 : 0
                if second < 60 { return local(date, hour * 3600 + minute * 60 + second, 0, nil) }
            }
        }
        guard text.count <= 18 else { return nil }
        let value = text.reduce(Int64(0)) { $0 * 10 + Int64($1 &- 48) }
        // Thirteen digits are milliseconds of our time, sixteen microseconds, nineteen would be nanoseconds.
        return text.count >= 15 ? value / 1000 : value
    }

    private func calendar(_ cursor: inout Cursor) -> Int64? {
        guard let day = date(&cursor) else { return nil }
        guard !cursor.isAtEnd else { return local(day, 0, 0, nil) }
        guard cursor.take("T") || cursor.take(" ") || cursor.take(",") else { return nil }
        while cursor.take(" ") {}
        guard let hour = cursor.number(1...2), hour < 25 else { return nil }
        let hasColon = cursor.take(":")
        guard hasColon || cursor.digitsLeft >= 2, let minute = cursor.number(2), minute < 60 else { return nil }
        var second = 0
        var milliseconds = 0
        if hasColon ? cursor.take(":") : cursor.digitsLeft >= 2 {
            guard let value = cursor.number(2), value < 61 else { return nil }
            second = value
            if cursor.take(".") || cursor.take(",") {
                guard let part = cursor.fraction() else { return nil }
                milliseconds = part
            }
        }
        var hours = hour
        while cursor.take(" ") {}
        if cursor.takeWord("PM") { hours = hours % 12 + 12 } else if cursor.takeWord("AM") { hours %= 12 }
        guard let zone = zone(&cursor), cursor.isAtEnd else { return nil }
        return local(day, hours * 3600 + minute * 60 + second, milliseconds, zone.minutes)
    }

    /// Days since 1970; nil when no date stands here.
    private func date(_ cursor: inout Cursor) -> Int? {
        let begun = cursor.digitsLeft
        if begun == 8, let year = cursor.number(4), let month = cursor.number(2), let day = cursor.number(2) {
            return Self.days(year, month, day)
        }
        guard let first = cursor.number(1...4) else { return nil }
        guard let mark = cursor.next, "-/.".utf8.contains(mark), cursor.take(mark), let second = cursor.number(1...2),
            cursor.take(mark)
        else { return nil }
        if begun == 4 { return cursor.number(1...2).flatMap { Self.days(first, second, $0) } }
        guard let year = cursor.number(4) else { return nil }
        if isMonthFirst, mark != UInt8(ascii: "."), let day = Self.days(year, first, second) { return day }
        return Self.days(year, second, first) ?? Self.days(year, first, second)
    }

    private func zone(_ cursor: inout Cursor) -> (minutes: Int?, Void)? {
        if cursor.isAtEnd { return (nil, ()) }
        if cursor.take("Z") || cursor.takeWord("UTC") { return (0, ()) }
        let isWest = cursor.next == UInt8(ascii: "-")
        guard cursor.take("+") || cursor.take("-"), let hours = cursor.number(2), hours < 15 else { return nil }
        _ = cursor.take(":")
        let minutes = cursor.isAtEnd ? 0 : cursor.number(2)
        guard let minutes, minutes < 60 else { return nil }
        return ((hours * 60 + minutes) * (isWest ? -1 : 1), ())
    }

    private func local(_ days: Int, _ seconds: Int, _ milliseconds: Int, _ zone: Int?) -> Int64 {
        Int64((days * 86_400 + seconds - (zone ?? self.zone) * 60) * 1000 + milliseconds)
    }

    /// Days since 1970 of a date of the Gregorian calendar (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int? {
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        guard day <= length else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

/// A place in a text that is being read.
private struct Cursor {
    let text: UnsafeBufferPointer<UInt8>
    var place = 0

    var isAtEnd: Bool { place == text.count }
    var next: UInt8? { place < text.count ? text[place] : nil }
    var digitsLeft: Int { text[place...].prefix { $0 &- 48 < 10 }.count }

    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        place += 1
        return true
    }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool { take(UInt8(ascii: scalar)) }

    mutating func takeWord(_ word: String) -> Bool {
        let bytes = Array(word.utf8)
        guard text.count - place >= bytes.count, zip(text[place...], bytes).allSatisfy({ $0 & 0xDF == $1 }) else {
            return false
        }
        place += bytes.count
        return true
    }

    mutating func number(_ digits: Int) -> Int? { number(digits...digits) }

    mutating func number(_ digits: ClosedRange<Int>) -> Int? {
        var value = 0
        var count = 0
        while count < digits.upperBound, let byte = next, byte &- 48 < 10 {
            value = value * 10 + Int(byte &- 48)
            count += 1
            place += 1
        }
        return digits.contains(count) ? value : nil
    }

    /// Milliseconds after a point.
    mutating func fraction() -> Int? {
        var value = 0
        var count = 0
        while let byte = next, byte &- 48 < 10 {
            if count < 3 { value = value * 10 + Int(byte &- 48) }
            count += 1
            place += 1
        }
        for _ in min(count, 3)..<3 { value *= 10 }
        return count > 0 ? value : nil
    }
}
