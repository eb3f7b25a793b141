/// What a file's first bytes say about its encoding.
public struct DetectedEncoding: Sendable, Equatable {
    /// The likeliest encoding.
    public var encoding: TextEncoding
    /// How sure that is, from 0 to 1. Under 0.8 the person should be asked.
    public var confidence: Double
    /// Whether the file begins with a byte order mark, which settles the question.
    public var hadBOM: Bool
}

extension TextEncoding {
    /// Guesses the encoding from the first bytes of a file; 64 KiB are plenty, and a cut character at the end
    /// does no harm.
    ///
    /// A byte order mark decides. Else bytes that are well-formed UTF-8 (a few broken ones among many sound ones
    /// do not count: they are for the rejection list) are UTF-8; else a pattern of zeros is UTF-16; else the code
    /// pages are scored by how much sense their letters make, and Western is what remains.
    public static func detect(prefix: [UInt8]) -> DetectedEncoding {
        for (mark, encoding) in marks where prefix.starts(with: mark) {
            return DetectedEncoding(encoding: encoding, confidence: 1, hadBOM: true)
        }
        if let wide = detectUTF16(prefix) { return DetectedEncoding(encoding: wide, confidence: 0.9, hadBOM: false) }
        let (sound, broken) = countSequences(prefix)
        if sound >= broken * 10 {
            let confidence = broken == 0 ? 1 : Double(sound) / Double(sound + broken)
            return DetectedEncoding(encoding: .utf8, confidence: confidence, hadBOM: false)
        }
        let scores = CodePageScores(of: prefix)
        let ranking: [(TextEncoding, Double)] = [
            (.windows874, scores.thai), (.gb18030, scores.chinese), (.windows1258, scores.vietnamese),
        ]
        guard let best = ranking.max(by: { $0.1 < $1.1 }), best.1 > 0.6 else {
            return DetectedEncoding(encoding: .windows1252, confidence: 0.5, hadBOM: false)
        }
        return DetectedEncoding(encoding: best.0, confidence: best.1, hadBOM: false)
    }

    private static let marks: [([UInt8], TextEncoding)] = [
        ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE], .utf16le), ([0xFE, 0xFF], .utf16be),
        ([0x84, 0x31, 0x95, 0x33], .gb18030),
    ]

    /// Separators, digits and line ends are zero-extended in UTF-16, whatever the script of the words.
    private static func detectUTF16(_ bytes: [UInt8]) -> TextEncoding? {
        var zeros = (even: 0, odd: 0)
        for index in bytes.indices where bytes[index] == 0 {
            if index & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        guard max(zeros.even, zeros.odd) * 20 >= bytes.count / 2, zeros.even != zeros.odd else { return nil }
        if zeros.odd > zeros.even * 3 { return .utf16le }
        if zeros.even > zeros.odd * 3 { return .utf16be }
        return nil
    }

    /// How many characters past ASCII are well-formed UTF-8, and how many bytes are not.
    private static func countSequences(_ bytes: [UInt8]) -> (sound: Int, broken: Int) {
        var (sound, broken, index) = (0, 0, 0)
        let span = bytes.span
        while index < span.count {
            switch UTF8Sequence(at: index, of: span) {
            case .whole(let length):
                if length > 1 { sound += 1 }
                index += length
            case .begun:
                return (sound, broken)
            case .broken:
                broken += 1
                index += 1
            }
        }
        return (sound, broken)
    }
}

/// How much sense bytes make as Thai, as Chinese and as Vietnamese, each from 0 to 1.
private struct CodePageScores {
    private(set) var thai = 0.0
    private(set) var chinese = 0.0
    private(set) var vietnamese = 0.0

    init(of bytes: [UInt8]) {
        let high = bytes.count { $0 >= 0x80 }
        guard high > 0 else { return }
        thai = Double(Self.thaiBytes(bytes)) / Double(high)
        chinese = Self.chineseShare(bytes)
        vietnamese = Self.vietnameseShare(bytes, high: high)
    }

    /// Bytes that stand where a Thai letter may stand: marks on a consonant, leading vowels before one, and no
    /// letter alone in the middle of Latin ones.
    private static func thaiBytes(_ bytes: [UInt8]) -> Int {
        func isConsonant(_ byte: UInt8) -> Bool { (0xA1...0xCE).contains(byte) }
        func isMark(_ byte: UInt8) -> Bool {
            byte == 0xD1 || (0xD4...0xDA).contains(byte) || (0xE7...0xEE).contains(byte)
        }
        func isThai(_ byte: UInt8) -> Bool { (0xA1...0xDA).contains(byte) || (0xDF...0xFB).contains(byte) }
        var good = 0
        for index in bytes.indices where isThai(bytes[index]) {
            let byte = bytes[index]
            let before = index > 0 ? bytes[index - 1] : 0
            let after = index + 1 < bytes.count ? bytes[index + 1] : 0
            let fits =
                isMark(byte)
                ? isConsonant(before) || isMark(before)
                : (0xE0...0xE4).contains(byte) ? isConsonant(after) : isThai(before) || isThai(after)
            if fits { good += 1 }
        }
        return good
    }

    /// The share of sequences that are GB18030; common characters count whole, rare ones little.
    private static func chineseShare(_ bytes: [UInt8]) -> Double {
        var (index, all, good) = (0, 0, 0.0)
        while index + 1 < bytes.count {
            let (lead, trail) = (bytes[index], bytes[index + 1])
            guard lead >= 0x80 else {
                index += 1
                continue
            }
            all += 1
            let isFour = (0x30...0x39).contains(trail) && index + 3 < bytes.count && bytes[index + 2] >= 0x81
            if (0xA1...0xF7).contains(lead), (0xA1...0xFE).contains(trail) {
                good += 1
            } else if isFour {
                good += 1
            } else if (0x81...0xFE).contains(lead), trail >= 0x40, trail != 0x7F, trail != 0xFF {
                good += 0.3
            } else {
                index -= 1
            }
            index += isFour ? 4 : 2
        }
        return all == 0 ? 0 : good / Double(all)
    }

    /// The share of tone marks that follow a vowel, as windows-1258 writes them; 0 when there are hardly any.
    private static func vietnameseShare(_ bytes: [UInt8], high: Int) -> Double {
        let marks: Set<UInt8> = [0xCC, 0xD2, 0xDE, 0xEC, 0xF2]
        // a e i o u y, in both cases, and â ê ô ă ơ ư.
        let vowels = Set("aeiouyAEIOUY".utf8).union([
            0xE2, 0xEA, 0xF4, 0xE3, 0xF5, 0xFD, 0xC2, 0xCA, 0xD4, 0xC3, 0xD5, 0xDD,
        ])
        var (all, good) = (0, 0)
        for index in bytes.indices.dropFirst() where marks.contains(bytes[index]) {
            all += 1
            if vowels.contains(bytes[index - 1]) { good += 1 }
        }
        return all * 10 < high ? 0 : Double(good) / Double(all)
    }
}
