import Foundation

/// Folding: what two spellings must have in common to be *the same text* for search.
///
/// Case, width, diacritics (Vietnamese đ, ơ and tone marks too), zero-width characters and apostrophes vanish; digits
/// of all scripts become ASCII; any other punctuation becomes one space; marks of Thai, Lao, Khmer and Burmese are
/// kept, in one fixed order. Burmese in the Zawgyi encoding is *not* recognised here: it has to be converted before.
///
///     Fold.fold("Nguyễn  Văn-Đức") == "nguyen van duc"
public enum Fold {
    /// The folded text. Folding twice changes nothing.
    public static func fold(_ text: String) -> String {
        var text = text
        if let ascii = text.withUTF8({ ascii($0) }) { return String(decoding: ascii, as: UTF8.self) }
        return string(scalars(text)[...])
    }

    /// The folded text as scalar values, words parted by one space.
    static func scalars(_ text: String) -> [UInt32] {
        var out = Folding()
        for scalar in text.unicodeScalars { out.add(scalar.value) }
        return out.finish()
    }

    /// The folded bytes, or nil when there is a byte above ASCII.
    static func ascii(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var gap = false
        for byte in bytes {
            switch byte {
            case 0x80...: return nil
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                if gap && !out.isEmpty { out.append(0x20) }
                gap = false
                out.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                if gap && !out.isEmpty { out.append(0x20) }
                gap = false
                out.append(byte | 0x20)
            case UInt8(ascii: "'"), UInt8(ascii: "`"): continue
            default: gap = true
            }
        }
        return out
    }

    /// Folded scalar values as a string.
    static func string(_ scalars: ArraySlice<UInt32>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.count * 3)
        for value in scalars { bytes.appendUTF8(value) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// The folded text while it grows.
private struct Folding {
    private var out: [UInt32] = []
    private var gap = false
    private var needsOrder = false

    mutating func add(_ value: UInt32) {
        switch value {
        case 0x61...0x7A, 0x30...0x39: keep(value)
        case 0x41...0x5A: keep(value | 0x20)
        case 0x27, 0x60: break
        case 0..<0x80: gap = true
        case 0x80..<0x250, 0x1E00..<0x1F00: addLatin(value)
        case 0x300..<0x370, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF, 0x2019, 0x2BC: break
        case 0x17B4, 0x17B5, 0x17DD: break  // Khmer inherent vowels and a rare sign: never heard
        case 0xE3F, 0xE4F, 0xE5A, 0xE5B, 0x104A, 0x104B, 0x17D4...0x17D6, 0x17D8...0x17DC, 0x17F0...0x17F9: gap = true
        case 0xE33, 0xE4D, 0xE31...0xE4C, 0xEB1...0xECD, 0x1026...0x103E, 0x17B6...0x17D3:
            needsOrder = true
            keep(value)
        case 0xEDC: [0xEAB, 0xE99].forEach { keep($0) }  // ໜ is ຫນ
        case 0xEDD: [0xEAB, 0xEA1].forEach { keep($0) }  // ໝ is ຫມ
        case 0x4E00..<0xA000, 0x3400..<0x4DC0, 0x439, 0xAC00..<0xD7A4: keep(value)
        default: addOther(value)
        }
    }

    mutating func finish() -> [UInt32] {
        if needsOrder { MarkOrder.normalise(&out) }
        return out
    }

    private mutating func keep(_ value: UInt32) {
        if gap && !out.isEmpty { out.append(0x20) }
        gap = false
        out.append(value)
    }

    private mutating func addLatin(_ value: UInt32) {
        let letters = FoldTable.latin(value)
        if letters == 0 {
            if value != 0xAD && value != 0xB4 { gap = true }  // a soft hyphen is nothing
        } else {
            keep(UInt32(letters & 0xFF))
            if letters > 0xFF { keep(UInt32(letters >> 8)) }
        }
    }

    private mutating func addOther(_ value: UInt32) {
        guard let scalar = Unicode.Scalar(value) else { return }
        let script = Script.of(value)
        if let digit = FoldTable.digit(value) {
            keep(digit)
            return
        }
        if !script.hasSpaces && script != .han {
            keep(value)
            return
        }
        let parts = String(scalar).decomposedStringWithCompatibilityMapping.lowercased()
        for part in parts.unicodeScalars { addPart(part, of: scalar) }
    }

    private mutating func addPart(_ part: Unicode.Scalar, of whole: Unicode.Scalar) {
        if part != whole && part.value < 0x250 {
            add(part.value)
            return
        }
        switch part.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .letterNumber, .spacingMark:
            keep(part.value)
        case .modifierLetter: if part.value != 0x640 { keep(part.value) }  // Arabic tatweel only stretches
        case .nonspacingMark:
            // A mark that makes another syllable stays (Devanagari, Bengali, Tamil …); one that only adorns goes.
            if (0x900..<0xE00).contains(part.value) { keep(part.value) }
        case .format, .enclosingMark: break
        default:
            if let digit = FoldTable.digit(part.value) { keep(digit) } else { gap = true }
        }
    }
}

extension [UInt8] {
    /// Appends one scalar value in UTF-8.
    @inline(__always)
    mutating func appendUTF8(_ value: UInt32) {
        switch value {
        case 0..<0x80: append(UInt8(value))
        case 0x80..<0x800:
            append(UInt8(0xC0 | value >> 6))
            append(UInt8(0x80 | value & 0x3F))
        case 0x800..<0x10000:
            append(UInt8(0xE0 | value >> 12))
            append(UInt8(0x80 | value >> 6 & 0x3F))
            append(UInt8(0x80 | value & 0x3F))
        default:
            append(UInt8(0xF0 | value >> 18 & 0x07))
            append(UInt8(0x80 | value >> 12 & 0x3F))
            append(UInt8(0x80 | value >> 6 & 0x3F))
            append(UInt8(0x80 | value & 0x3F))
        }
    }
}
