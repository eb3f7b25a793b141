/// A day as somebody has written it: perhaps in the Buddhist era, perhaps only a year, perhaps day and month swapped.
struct CalendarDay: Hashable, Sendable {
    var year: Int16
    /// 1...12, or 0 when only the year is known.
    var month: Int8
    /// 1...31, or 0 when it is not known.
    var day: Int8

    /// Whether it may stand for "some day in that year": the first of January is what people write then.
    var isOnlyYear: Bool { month == 0 || (month == 1 && day <= 1) }

    /// Reads 1990-02-01, 19900201, 1990/2/1, 01/02/1990, 01.02.1990, 1990-02, 1990. A year from 2400 on is of the
    /// Buddhist era, and 543 is taken off. Nil when it is no date.
    init?(_ text: ArraySlice<UInt8>) {
        var numbers: [Int] = []
        var lengths: [Int] = []
        var inNumber = false
        for byte in text {
            guard (0x30...0x39).contains(byte) else {
                if byte == UInt8(ascii: "T") && numbers.count == 3 { break }
                inNumber = false
                continue
            }
            if !inNumber {
                numbers.append(0)
                lengths.append(0)
            }
            inNumber = true
            guard lengths[lengths.count - 1] < 8 else { return nil }
            numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte & 15)
            lengths[lengths.count - 1] += 1
        }
        switch (numbers.count, lengths.first) {
        case (1, 8): self.init(numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100)
        case (1, 4): self.init(numbers[0], 0, 0)
        case (2, 4): self.init(numbers[0], numbers[1], 0)
        case (3..., 4): self.init(numbers[0], numbers[1], numbers[2])
        case (3..., _) where lengths[2] == 4: self.init(numbers[2], numbers[1], numbers[0])
        default: return nil
        }
    }

    private init?(_ year: Int, _ month: Int, _ day: Int) {
        let year = year >= 2400 ? year - 543 : year
        guard (1000...2399).contains(year) else { return nil }
        // Month and day swapped, as in 12/31/1990.
        let (month, day) = month > 12 && day <= 12 && day > 0 ? (day, month) : (month, day)
        guard (0...31).contains(day), (0...12).contains(month) else { return nil }
        self.year = Int16(year)
        self.month = Int8(month)
        self.day = Int8(day)
    }

    /// Days since 1 March of the year 0 (H. Hinnant, "chrono-compatible low-level date algorithms").
    var number: Int {
        let month = max(Int(self.month), 1)
        let year = Int(self.year) - (month <= 2 ? 1 : 0)
        let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + max(Int(day), 1) - 1
        return year * 365 + year / 4 - year / 100 + year / 400 + ofYear
    }

    /// Whether the other is this day with day and month changed over.
    func isTransposed(_ other: CalendarDay) -> Bool {
        year == other.year && month == other.day && day == other.month
    }

    /// In how many of their eight digits two days differ.
    func differingDigits(_ other: CalendarDay) -> Int {
        Self.differing(Int(year), Int(other.year)) + Self.differing(Int(month), Int(other.month))
            + Self.differing(Int(day), Int(other.day))
    }

    private static func differing(_ a: Int, _ b: Int) -> Int {
        var (a, b, count) = (a, b, 0)
        while a > 0 || b > 0 {
            if a % 10 != b % 10 { count += 1 }
            a /= 10
            b /= 10
        }
        return count
    }
}
