/// Bytes of text being put together, a line or a block at a time; no `String` in the loops that write millions.
struct Line {
    var bytes: [UInt8] = []

    /// The bytes as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }
    mutating func put(byte: UInt8) { bytes.append(byte) }

    /// A number in decimal, filled with zeros to at least `width` digits.
    mutating func put(_ value: Int, width: Int = 1) {
        if value < 0 { bytes.append(0x2D) }
        var rest = value.magnitude
        let start = bytes.count
        repeat {
            bytes.append(UInt8(0x30 + rest % 10))
            rest /= 10
        } while rest > 0
        while bytes.count - start < width { bytes.append(0x30) }
        bytes[start...].reverse()
    }

    /// `2026-06-01`.
    mutating func put(day: Day) {
        let (year, month, dayOfMonth) = day.civil
        put(year, width: 4)
        put(byte: 0x2D)
        put(month, width: 2)
        put(byte: 0x2D)
        put(dayOfMonth, width: 2)
    }

    /// `08:15:22` of a second of the day.
    mutating func put(clock second: Int) {
        put(second / 3600, width: 2)
        put(byte: 0x3A)
        put(second / 60 % 60, width: 2)
        put(byte: 0x3A)
        put(second % 60, width: 2)
    }

    /// An amount in satang as baht, `12500.00`.
    mutating func put(satang: Int, point: UInt8 = 0x2E) {
        put(satang / 100)
        put(byte: point)
        put(satang % 100, width: 2)
    }

    /// A coordinate in millionths of a degree, `12.345678`.
    mutating func put(microdegrees: Int) {
        if microdegrees < 0 { put(byte: 0x2D) }
        let size = abs(microdegrees)
        put(size / 1_000_000)
        put(byte: 0x2E)
        put(size % 1_000_000, width: 6)
    }

    /// A CSV field, quoted when it must be (RFC 4180).
    mutating func put(field: String, delimiter: UInt8 = 0x2C) {
        let mustQuote = field.utf8.contains { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
        guard mustQuote else { return put(field) }
        put(byte: 0x22)
        for byte in field.utf8 {
            if byte == 0x22 { put(byte: 0x22) }
            put(byte: byte)
        }
        put(byte: 0x22)
    }

    /// The fields of a CSV record, without the line end.
    mutating func put(record fields: [String], delimiter: UInt8 = 0x2C) {
        for (index, field) in fields.enumerated() {
            if index > 0 { put(byte: delimiter) }
            put(field: field, delimiter: delimiter)
        }
    }
}
