/// Small reading of raw values: digits of any script, capitals, nothing else.
enum IdentifierText {
    /// The ASCII digit for a decimal digit of any script that the region's documents use.
    static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
        let value = scalar.value
        for zero: UInt32 in [0x30, 0xE50, 0xED0, 0x17E0, 0x1040, 0x1090, 0x660, 0x6F0, 0x966, 0xFF10]
        where value >= zero && value < zero + 10 {
            return UInt8(0x30 + value - zero)
        }
        return nil
    }

    /// Digits as ASCII, letters in upper case, everything else left out.
    static func compact(_ raw: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in raw.uppercased().unicodeScalars {
            if let digit = digit(scalar) {
                out.append(Unicode.Scalar(digit))
            } else if isLetter(scalar) {
                out.append(wideToASCII(scalar))
            }
        }
        return String(out)
    }

    /// The digits alone, or nil when there is anything but digits, spaces and `-./`.
    static func digits(_ raw: String) -> [UInt8]? {
        var out: [UInt8] = []
        for scalar in raw.unicodeScalars {
            if let digit = digit(scalar) {
                out.append(digit)
            } else if !scalar.properties.isWhitespace, !"-–./\u{200B}\u{FEFF}".unicodeScalars.contains(scalar) {
                return nil
            }
        }
        return out
    }

    /// Letters, and the marks that belong to them in Thai, Lao, Khmer and Burmese.
    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .nonspacingMark, .spacingMark: true
        default: false
        }
    }

    private static func wideToASCII(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        (0xFF21...0xFF3A).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value - 0xFF21 + 0x41)) : scalar
    }

    /// A two-letter country code in capitals; nil when it is none.
    static func country(_ code: String?) -> String? {
        guard let code, code.utf8.count == 2 else { return nil }
        return code.uppercased()
    }

    /// ASCII digits as text.
    static func text(_ digits: some Collection<UInt8>) -> String { String(decoding: digits, as: UTF8.self) }
}
