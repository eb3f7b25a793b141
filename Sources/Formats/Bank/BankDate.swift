/// A day as a bank file gives it, with the time of day when it gives one.
public struct BankDate: Sendable, Hashable {
    /// The year, all four digits.
    public var year: Int
    /// The month, 1 to 12.
    public var month: Int
    /// The day of the month, from 1.
    public var day: Int
    /// The time of day, when the file gives it.
    public var time: BankTime?

    /// A date that is known to exist; use the readers for dates that come from outside.
    public init(year: Int, month: Int, day: Int, time: BankTime? = nil) {
        self.year = year
        self.month = month
        self.day = day
        self.time = time
    }

    /// `2015-01-02`, or `2015-01-02T13:15:00+01:00` with a time.
    public var iso: String {
        let date = "\(Self.padded(year, 4))-\(Self.padded(month))-\(Self.padded(day))"
        return time.map { "\(date)T\($0.iso)" } ?? date
    }

    /// The number of days in a month of the Gregorian calendar.
    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// A time of day to the second, with its distance from UTC when that is known.
public struct BankTime: Sendable, Hashable {
    /// The hour, 0 to 23.
    public var hour: Int
    /// The minute, 0 to 59.
    public var minute: Int
    /// The second, 0 to 59; fractions are dropped.
    public var second: Int
    /// Minutes east of UTC; `nil` when the file does not say which clock it means.
    public var offsetMinutes: Int?

    /// A time that is known to exist.
    public init(hour: Int, minute: Int, second: Int = 0, offsetMinutes: Int? = nil) {
        self.hour = hour
        self.minute = minute
        self.second = second
        self.offsetMinutes = offsetMinutes
    }

    /// `13:15:00`, with `+01:00` when the offset is known.
    public var iso: String {
        let clock = "\(BankDate.padded(hour)):\(BankDate.padded(minute)):\(BankDate.padded(second))"
        guard let offset = offsetMinutes else { return clock }
        let distance = abs(offset)
        return "\(clock)\(offset < 0 ? "-" : "+")\(BankDate.padded(distance / 60)):\(BankDate.padded(distance % 60))"
    }
}

extension BankDate {
    /// Reads an ISO 8601 date or date-time as XML writes it; `nil` when it is not a day that exists.
    ///
    /// A zone after a bare date is dropped: a day has no clock. `24:00:00` and leap seconds are not read.
    init?(iso text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
            let day = Self.number(bytes[8..<10]), year > 0, (1...12).contains(month),
            (1...Self.days(inMonth: month, of: year)).contains(day)
        else { return nil }
        self.init(year: year, month: month, day: day)
        guard bytes.count > 10 else { return }
        if bytes[10] == 0x54 {
            guard let time = BankTime(iso: bytes[11...]) else { return nil }
            self.time = time
        } else if BankTime.offset(bytes[10...]) == nil {
            return nil
        }
    }

    /// The number that ASCII digits write; `nil` when any other byte is among them, or none.
    static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count <= 18 else { return nil }
        var number = 0
        for byte in digits {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            number = number * 10 + Int(byte) - 0x30
        }
        return number
    }
}

extension BankTime {
    /// Reads `13:15:00`, `13:15:00.123`, with `Z`, `+01:00` or nothing after it.
    init?(iso bytes: ArraySlice<UInt8>) {
        let start = bytes.startIndex
        guard bytes.count >= 8, bytes[start + 2] == 0x3A, bytes[start + 5] == 0x3A,
            let hour = BankDate.number(bytes[start..<start + 2]),
            let minute = BankDate.number(bytes[start + 3..<start + 5]),
            let second = BankDate.number(bytes[start + 6..<start + 8]), hour < 24, minute < 60, second < 60
        else { return nil }
        var rest = bytes[(start + 8)...]
        if rest.first == 0x2E { rest = rest.dropFirst().drop { $0 >= 0x30 && $0 <= 0x39 } }
        self.init(hour: hour, minute: minute, second: second)
        if rest.isEmpty { return }
        guard let offset = Self.offset(rest) else { return nil }
        offsetMinutes = offset
    }

    /// Reads `Z`, `+01:00` or `+0100` as minutes east of UTC.
    static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
        if bytes.elementsEqual([0x5A]) { return 0 }
        guard let sign = bytes.first, sign == 0x2B || sign == 0x2D else { return nil }
        let digits = bytes.dropFirst().filter { $0 != 0x3A }
        guard digits.count == 4, let hours = BankDate.number(digits[0..<2]),
            let minutes = BankDate.number(digits[2..<4]),
            hours <= 14, minutes < 60
        else { return nil }
        return (sign == 0x2D ? -1 : 1) * (hours * 60 + minutes)
    }
}
