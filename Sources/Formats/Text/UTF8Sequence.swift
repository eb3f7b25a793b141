/// What stands at a place in UTF-8 text.
///
/// The table of well-formed sequences is Unicode's (core specification, table 3-7): no surrogates, no overlong
/// forms, nothing past U+10FFFF.
enum UTF8Sequence: Equatable {
    /// A whole character, of so many bytes.
    case whole(Int)
    /// The beginning of a character that could be completed by the bytes to come.
    case begun
    /// No character begins with these bytes.
    case broken

    /// Looks at the character that begins at `start`, which must be inside the bytes.
    @inline(__always)
    init(at start: Int, of bytes: borrowing Span<UInt8>) {
        let lead = bytes[start]
        if lead < 0x80 {
            self = .whole(1)
            return
        }
        let length: Int
        var lowest: UInt8 = 0x80
        var highest: UInt8 = 0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, lowest) = (3, 0xA0)
        case 0xED: (length, highest) = (3, 0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, lowest) = (4, 0x90)
        case 0xF4: (length, highest) = (4, 0x8F)
        case 0xF1...0xF3: length = 4
        default:
            self = .broken
            return
        }
        for next in 1..<length {
            guard start + next < bytes.count else {
                self = .begun
                return
            }
            guard bytes[start + next] >= lowest, bytes[start + next] <= highest else {
                self = .broken
                return
            }
            (lowest, highest) = (0x80, 0xBF)
        }
        self = .whole(length)
    }
}
