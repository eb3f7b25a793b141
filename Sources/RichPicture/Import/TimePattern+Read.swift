extension TimePattern {
    /// Reads a point in time from UTF-8 bytes; `nil` when they do not follow the pattern or name no real date.
    ///
    /// - Parameter offset: minutes from UTC of the source's zone at a local time (milliseconds as if it were UTC),
    ///   asked only when the text itself states no offset.
    func read(_ bytes: some RandomAccessCollection<UInt8>, offset: (Int) -> Int) -> Moment? {
        bytes.withContiguousStorageIfAvailable { read(buffer: $0, offset: offset) }
            ?? Array(bytes).withUnsafeBufferPointer { read(buffer: $0, offset: offset) }
    }

    /// Reads a point in time from bytes that lie in one piece.
    func read(buffer: UnsafeBufferPointer<UInt8>, offset: (Int) -> Int) -> Moment? {
        switch form {
        case .pieces(let pieces): return read(buffer, pieces, offset)
        case .epoch(let unit):
            var cursor = Cursor(bytes: buffer)
            guard let count = cursor.number(1...15), cursor.isAtEnd else { return nil }
            return Moment(milliseconds: count * unit, precision: precision, offset: 0)
        case .steps(let origin, let length, let precision):
            var cursor = Cursor(bytes: buffer)
            guard let count = cursor.number(1...6), cursor.isAtEnd else { return nil }
            return Moment(milliseconds: origin + count * length, precision: precision, offset: 0)
        }
    }

    private func read(_ bytes: UnsafeBufferPointer<UInt8>, _ pieces: [Piece], _ zone: (Int) -> Int) -> Moment? {
        var cursor = Cursor(bytes: bytes)
        var date = Moment.Civil(year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0)
        var stated: Int?
        var reached = Moment.Precision.year
        for piece in pieces {
            if case .optional = piece {
                if cursor.isAtEnd { break }
                continue
            }
            guard cursor.take(piece, into: &date, offset: &stated, reached: &reached) else { return nil }
        }
        guard cursor.isAtEnd, date.isReal else { return nil }
        let local = Moment(
            year: date.year, month: date.month, day: date.day, hour: date.hour, minute: date.minute,
            second: date.second, millisecond: date.millisecond, precision: reached, offset: 0)
        let minutes = stated ?? zone(local.milliseconds)
        return Moment(milliseconds: local.milliseconds - minutes * 60_000, precision: reached, offset: minutes)
    }
}

extension Moment.Civil {
    /// Whether the date exists: no 31 April, no 29 February 2026, no 24:00.
    var isReal: Bool {
        guard (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 61 else {
            return false
        }
        let back = Moment.civil(milliseconds: Moment.days(year: year, month: month, day: day) * 86_400_000)
        return back.month == month && back.day == day
    }
}

/// A place in the bytes of one value.
private struct Cursor {
    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { index >= bytes.count }

    mutating func number(_ digits: ClosedRange<Int>) -> Int? {
        var value = 0
        var count = 0
        while count < digits.upperBound, index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 {
            value = value * 10 + Int(bytes[index] - 0x30)
            index += 1
            count += 1
        }
        return count >= digits.lowerBound ? value : nil
    }

    mutating func take(
        _ piece: TimePattern.Piece, into date: inout Moment.Civil, offset: inout Int?, reached: inout Moment.Precision
    ) -> Bool {
        switch piece {
        case .literal(let byte):
            guard !isAtEnd, bytes[index] == byte else { return false }
            index += 1
            return true
        case .year(let digits, let buddhist):
            guard let year = number(digits...digits) else { return false }
            date.year = digits == 2 ? (year < 70 ? 2_000 : 1_900) + year : year
            if buddhist { date.year -= 543 }
            return true
        case .month(let digits): return set(&date.month, digits, &reached, .month)
        case .day(let digits): return set(&date.day, digits, &reached, .day)
        case .hour(let digits): return set(&date.hour, digits, &reached, .minute)
        case .minute(let digits): return set(&date.minute, digits, &reached, .minute)
        case .second(let digits): return set(&date.second, digits, &reached, .second)
        case .fraction: return fraction(&date, &reached)
        case .offset: return zone(&offset)
        case .optional: return true
        }
    }

    private mutating func set(
        _ target: inout Int, _ digits: Int, _ reached: inout Moment.Precision, _ precision: Moment.Precision
    ) -> Bool {
        guard let value = number(digits == 1 ? 1...2 : digits...digits) else { return false }
        target = value
        reached = max(reached, precision)
        return true
    }

    private mutating func fraction(_ date: inout Moment.Civil, _ reached: inout Moment.Precision) -> Bool {
        let start = index
        guard var value = number(1...9) else { return false }
        let digits = index - start
        for _ in 0..<max(0, 3 - digits) { value *= 10 }
        for _ in 0..<max(0, digits - 3) { value /= 10 }
        date.millisecond = value
        reached = .millisecond
        return true
    }

    private mutating func zone(_ offset: inout Int?) -> Bool {
        guard !isAtEnd else { return false }
        if bytes[index] == UInt8(ascii: "Z") || bytes[index] == UInt8(ascii: "z") {
            index += 1
            offset = 0
            return true
        }
        let sign = bytes[index] == UInt8(ascii: "-") ? -1 : bytes[index] == UInt8(ascii: "+") ? 1 : 0
        guard sign != 0 else { return false }
        index += 1
        guard let hours = number(2...2), hours <= 18 else { return false }
        if !isAtEnd, bytes[index] == UInt8(ascii: ":") { index += 1 }
        let minutes = number(2...2) ?? 0
        guard minutes < 60 else { return false }
        offset = sign * (hours * 60 + minutes)
        return true
    }
}
