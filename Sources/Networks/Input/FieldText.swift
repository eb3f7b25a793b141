/// Values as they are written in tables, read from the bytes of a field (blanks around it taken off).
enum FieldText {
    /// A whole number, with its sign.
    static func whole(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        var index = 0
        let isNegative = text.first == UInt8(ascii: "-")
        if isNegative || text.first == UInt8(ascii: "+") { index = 1 }
        guard index < text.count, text.count - index <= 18 else { return nil }
        var value: Int64 = 0
        while index < text.count {
            let digit = text[index] &- 48
            guard digit < 10 else { return wholeAtEnd(text) }
            value = value * 10 + Int64(digit)
            index += 1
        }
        return isNegative ? -value : value
    }

    /// A number written with a point that is whole all the same: `12.0`.
    private static func wholeAtEnd(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard let value = number(text), value == value.rounded(), abs(value) < 9e15 else { return nil }
        return Int64(value)
    }

    /// Any number, as Swift reads one.
    static func number(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        guard let first = text.first, !text.isEmpty else { return nil }
        // Plain digits are exact, and quick.
        if text.count <= 15, first &- 48 < 10 {
            var value = 0
            var index = 0
            while index < text.count, text[index] &- 48 < 10 {
                value = value * 10 + Int(text[index] &- 48)
                index += 1
            }
            if index == text.count { return Double(value) }
        }
        guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else { return nil }
        return value
    }

    /// Money in minor units, a hundred to the whole one; rounded to the nearest, half away from zero.
    ///
    /// The last `.` or `,` parts whole from minor when one or two digits follow it, or when it is a point that stands alone;
    /// all others group: `1,234.56`, `1.234,56`, `1234.5`, `1 234` and `12,345` are read.
    static func amount(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        var index = 0
        let isNegative = text.first == UInt8(ascii: "-")
        if isNegative || text.first == UInt8(ascii: "+") { index = 1 }
        let first = index
        var value: Int64 = 0
        while index < text.count, text[index] &- 48 < 10, index - first < 16 {
            value = value * 10 + Int64(text[index] &- 48)
            index += 1
        }
        if index == text.count {
            guard index > first else { return nil }
            return isNegative ? -value * 100 : value * 100
        }
        return punctuated(text, from: first).map { isNegative ? -$0 : $0 }
    }

    private static func punctuated(_ text: UnsafeBufferPointer<UInt8>, from first: Int) -> Int64? {
        guard let mark = mark(text, from: first) else {
            // Written with a power of ten: 1.2e5.
            guard let value = number(text), abs(value) < 9e13 else { return nil }
            return Int64((abs(value) * 100).rounded())
        }
        var value: Int64 = 0
        var digits = 0
        for index in first..<mark where text[index] &- 48 < 10 {
            guard digits < 16 else { return nil }
            value = value * 10 + Int64(text[index] &- 48)
            digits += 1
        }
        var minor: Int64 = 0
        for place in 0..<2 {
            let index = mark + 1 + place
            minor = minor * 10 + (index < text.count ? Int64(text[index] &- 48) : 0)
        }
        if mark + 3 < text.count, text[mark + 3] >= UInt8(ascii: "5") { minor += 1 }
        return digits > 0 || mark + 1 < text.count ? value * 100 + minor : nil
    }

    /// Where whole and minor part; the end of the text where there is no minor; nil when it is no such number.
    private static func mark(_ text: UnsafeBufferPointer<UInt8>, from first: Int) -> Int? {
        var marks: [Int] = []
        var points = 0
        for index in first..<text.count where text[index] &- 48 > 9 {
            guard ".,' ".utf8.contains(text[index]) else { return nil }
            if text[index] == UInt8(ascii: ".") { points += 1 }
            marks.append(index)
        }
        guard let last = marks.last else { return text.count }
        let after = text.count - last - 1
        let isLonePoint = text[last] == UInt8(ascii: ".") && points == 1
        let isMark = ".,".utf8.contains(text[last]) && (after == 1 || after == 2 || isLonePoint)
        let groups = isMark ? marks.dropLast() : marks[...]
        let end = isMark ? last : text.count
        var next = end
        for group in groups.reversed() {
            guard next - group == 4 else { return nil }
            next = group
        }
        return end
    }
}
