/// The place in the bytes of a table that is being read, and what stands there.
///
/// Invariant: `bytes[end - 1]` is the end of a line, and thirty-two bytes more may be read; so a field without quotes is scanned
/// without asking whether there is more.
struct FieldScan {
    let bytes: UnsafePointer<UInt8>
    /// Where the whole lines end.
    let end: Int
    let separator: UInt8
    /// Blanks part the fields, and several count as one.
    let isBlank: Bool
    /// The next byte.
    var place: Int
    /// Ends of lines inside quotes, in this row.
    var innerLines = 0
    /// Room for fields whose quotes were doubled.
    let scratch: UnsafeMutablePointer<UInt8>
    var scratched = 0

    /// A field: where it stands, without quotes and blanks around it, and its value where it is a plain number.
    struct Field {
        var start: UnsafePointer<UInt8>
        var count: Int
        var plain: Int
        @inline(__always) var text: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }
    }

    /// Whether the row ends here.
    @inline(__always)
    var isAtRowEnd: Bool { bytes[place] == 0x0A || (bytes[place] == 0x0D && bytes[place + 1] == 0x0A) }

    /// Goes over the end of the row, which is here.
    @inline(__always)
    mutating func endRow() { place += bytes[place] == 0x0D ? 2 : 1 }

    /// Goes over the separator, if one is here.
    @inline(__always)
    mutating func endField() -> Bool {
        guard bytes[place] == separator || (isBlank && bytes[place] == 0x09) else { return false }
        place += 1
        return true
    }

    /// Reads the field that begins here; nil when its quotes do not end within the whole lines. Stops at what ends the field.
    @inline(__always)
    mutating func field() -> Field? {
        while bytes[place] == 0x20 || (isBlank && bytes[place] == 0x09) { place += 1 }
        let from = place
        // Up to seven digits and the end of the field: most of what graphs are made of.
        let word =
            UInt64(littleEndian: UnsafeRawPointer(bytes + from).loadUnaligned(as: UInt64.self)) ^ 0x3030_3030_3030_3030
        let others = (word | (word &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0
        let digits = others.trailingZeroBitCount >> 3
        if digits > 0, digits < 8 {
            let after = bytes[from + digits]
            if after == separator || after == 0x0A {
                place = from + digits
                return Field(start: bytes + from, count: digits, plain: Self.plain(word, digits))
            }
        }
        return bytes[from] == UInt8(ascii: "\"") ? quoted() : unquoted(from)
    }

    /// The value of digits in the bytes of a word, the first in the lowest byte (Lemire's eight digits at once).
    @inline(__always)
    private static func plain(_ word: UInt64, _ digits: Int) -> Int {
        // A zero in front makes it a name of another kind: 007 is not 7.
        if digits > 1, word & 0xFF == 0 { return -1 }
        var value = word << UInt64(8 * (8 - digits))
        value = (value &* 10) &+ (value >> 8)
        let low = (value & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        let high = ((value >> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
        let number = Int((low &+ high) >> 32)
        return number < NameTable.plainLimit ? number : -1
    }

    @inline(__always)
    private mutating func unquoted(_ from: Int) -> Field {
        var stop = from
        while true {
            let byte = bytes[stop]
            if byte == separator || byte == 0x0A { break }
            if byte == 0x0D, bytes[stop + 1] == 0x0A { break }
            if isBlank, byte == 0x09 { break }
            stop += 1
        }
        place = stop
        while stop > from, bytes[stop - 1] == 0x20 { stop -= 1 }
        let text = UnsafeBufferPointer(start: bytes + from, count: stop - from)
        return Field(start: bytes + from, count: stop - from, plain: NameTable.plainValue(text) ?? -1)
    }

    @inline(never)
    private mutating func quoted() -> Field? {
        let quote = UInt8(ascii: "\"")
        var index = place + 1
        var isDoubled = false
        var lines = 0
        while true {
            guard index < end else { return nil }
            if bytes[index] == 0x0A { lines += 1 }
            if bytes[index] == quote {
                guard bytes[index + 1] == quote, index + 1 < end else { break }
                isDoubled = true
                index += 1
            }
            index += 1
        }
        var text = UnsafeBufferPointer(start: bytes + place + 1, count: index - place - 1)
        if isDoubled { text = undoubled(text) }
        innerLines += lines
        place = index + 1
        // What follows a closing quote belongs to nothing.
        while !isAtRowEnd, bytes[place] != separator, !(isBlank && bytes[place] == 0x09) { place += 1 }
        return trimmed(text)
    }

    private mutating func undoubled(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        let start = scratched
        var isSecond = false
        for byte in text {
            isSecond = byte == UInt8(ascii: "\"") && !isSecond
            if isSecond { continue }
            scratch[scratched] = byte
            scratched += 1
        }
        return UnsafeBufferPointer(start: scratch + start, count: scratched - start)
    }

    private func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> Field {
        var (from, to) = (0, text.count)
        while from < to, text[from] == 0x20 { from += 1 }
        while to > from, text[to - 1] == 0x20 { to -= 1 }
        let inner = UnsafeBufferPointer(rebasing: text[from..<to])
        let start = inner.baseAddress ?? bytes
        return Field(start: start, count: inner.count, plain: NameTable.plainValue(inner) ?? -1)
    }
}
