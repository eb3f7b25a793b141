/// What a cell's number means, as far as its format tells.
enum NumberStyle: Equatable {
    /// A number.
    case number
    /// A day, a time of day, or both.
    case date
    /// A length of time, in days, shown in hours that pass 24.
    case duration

    /// The meaning of a format that every workbook has without defining it.
    init(builtIn id: Int) {
        switch id {
        case 46: self = .duration
        // 14-22 and 45-47 everywhere; 27-36 and 50-58 in Chinese and Japanese, 71-81 in Thai workbooks.
        case 14...22, 45, 47, 27...36, 50...58, 71...81: self = .date
        default: self = .number
        }
    }

    /// The meaning of a format that the workbook defines, such as `yyyy\-mm\-dd` or `[$-41E]d mmmm bbbb`.
    ///
    /// Of the first section, what is quoted, escaped or in brackets is only decoration, but for `[h]`, `[mm]` and
    /// the like; then a `y`, `m`, `d`, `h` or `s` means time.
    init(code: String) {
        self = .number
        let bytes = Array(code.utf8)
        var index = 0
        while index < bytes.count, bytes[index] != UInt8(ascii: ";") {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                index = bytes[(index + 1)...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.count
            case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"):
                index += 1
            case UInt8(ascii: "["):
                let end = bytes[index...].firstIndex(of: UInt8(ascii: "]")) ?? bytes.count
                let inside = bytes[(index + 1)..<end].map { $0 | 0x20 }
                if let first = inside.first, "hms".utf8.contains(first), inside.allSatisfy({ $0 == first }) {
                    self = .duration
                    return
                }
                index = end
            case let byte where "ymdhs".utf8.contains(byte | 0x20):
                self = .date
            default: break
            }
            index += 1
        }
    }

    /// A number of this style as text: shortest digits, an ISO date, a clock time. What cannot be one stays as it is.
    func text(_ raw: String, _ system: DateSystem) -> String {
        // Long runs of digits are identifiers: they must not pass through a Double.
        if self == .number, raw.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return raw }
        guard let value = Double(raw), value.isFinite else { return raw }
        switch self {
        case .number: return Self.shortest(value)
        case .duration:
            guard value >= 0, value < 1_000_000 else { return Self.shortest(value) }
            return SheetDate.clock(Int((value * 86_400).rounded()))
        case .date:
            // Less than a day: a time of day without a day.
            if value >= 0, value < 1 { return SheetDate.clock(min(Int((value * 86_400).rounded()), 86_399)) }
            return system.date(value)?.iso ?? Self.shortest(value)
        }
    }

    private static func shortest(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
    }
}
