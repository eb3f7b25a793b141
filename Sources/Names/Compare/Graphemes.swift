/// The letters of a native script as the aligner reads them: one byte each, in the order in which they are heard.
///
/// Tone marks that no romanisation shows are left out; a vowel written before its consonant (Thai, Lao) goes behind it;
/// a Khmer letter written below another is one symbol. A symbol is the letter's place in its Unicode block; a Khmer
/// subscript has the high bit set. Digits are the symbols from 0x70 on in every script, and 0x7F stands for whatever the
/// script does not have.
package enum Graphemes {
    /// The symbol of the digit nought.
    static let nought: UInt8 = 0x70

    static func isDigit(_ symbol: UInt8) -> Bool { (nought..<nought + 10).contains(symbol) }

    /// The symbol of one folded scalar.
    private static func symbol(_ value: UInt32, block: UInt32, size: UInt32 = 0x70) -> UInt8 {
        if (0x30...0x39).contains(value) { return nought + UInt8(value - 0x30) }
        return value >= block && value < block + size ? UInt8(value - block) : 0x7F
    }

    /// The symbols of a text in one script, for learning.
    package static func symbols(_ text: String, of script: Script) -> [UInt8] {
        symbols(Fold.scalars(text).filter { $0 != 0x20 }[...], of: script)
    }

    /// The symbols of folded scalars of one script.
    static func symbols(_ scalars: ArraySlice<UInt32>, of script: Script) -> [UInt8] {
        switch script {
        case .thai: leadingVowelsMoved(scalars.filter { !isThaiTone($0) }, block: 0xE00)
        case .lao: leadingVowelsMoved(scalars.filter { !isLaoTone($0) }, block: 0xE80)
        case .khmer: khmer(scalars)
        case .myanmar: burmese(scalars)
        default: []
        }
    }

    private static func isThaiTone(_ value: UInt32) -> Bool { (0xE48...0xE4B).contains(value) || value == 0xE46 }
    private static func isLaoTone(_ value: UInt32) -> Bool { (0xEC8...0xECB).contains(value) || value == 0xEC6 }

    /// เ แ โ ใ ไ stand behind their consonant, or behind the pair that they lead.
    private static func leadingVowelsMoved(_ scalars: [UInt32], block: UInt32) -> [UInt8] {
        var symbols = scalars.map { symbol($0, block: block) }
        var at = 0
        while at + 1 < symbols.count {
            if (0x40...0x44).contains(symbols[at]) {
                let vowel = symbols.remove(at: at)
                // Nothing closes a syllable with ใ or ไ, so that whatever follows ห belongs to it.
                at += leadsPair(symbols, at, isOpen: vowel >= 0x43) ? 2 : 1
                symbols.insert(vowel, at: at)
            }
            at += 1
        }
        return symbols
    }

    /// A consonant with ร ล ว behind it, or ห before a sonorant, when a vowel that stood before both belongs to both.
    private static func leadsPair(_ symbols: [UInt8], _ at: Int, isOpen: Bool) -> Bool {
        guard at + 1 < symbols.count else { return false }
        switch (symbols[at], symbols[at + 1]) {
        case (0x01...0x05, 0x23), (0x01...0x05, 0x25), (0x1A...0x1E, 0x23), (0x1A...0x1E, 0x25), (0x15, 0x23):
            return true
        case (_, 0x3C): return true  // the small Lao lo
        case (0x2B, 0x19), (0x2B, 0x21...0x27): return isOpen || at + 2 < symbols.count
        default: return false
        }
    }

    private static func khmer(_ scalars: ArraySlice<UInt32>) -> [UInt8] {
        var symbols: [UInt8] = []
        var isBelow = false
        for value in scalars {
            if value == 0x17D2 {
                isBelow = true
            } else {
                let symbol = symbol(value, block: 0x1780)
                symbols.append(isBelow ? symbol | 0x80 : symbol)
                isBelow = false
            }
        }
        return symbols
    }

    /// The visarga marks a tone only. A stacked letter and one under an asat close the syllable alike.
    private static func burmese(_ scalars: ArraySlice<UInt32>) -> [UInt8] {
        scalars.filter { $0 != 0x1038 }.map { symbol($0, block: 0x1000) }
    }

    /// Symbols as letters of the script again; of Chinese the syllables.
    static func text(_ symbols: ArraySlice<UInt8>, of script: Script) -> String {
        if script == .han { return HanUnits.text(symbols) }
        let blocks: [Script: UInt32] = [.thai: 0xE00, .lao: 0xE80, .khmer: 0x1780, .myanmar: 0x1000]
        var scalars: [UInt32] = []
        for symbol in symbols {
            let letter = symbol & 0x7F
            if symbol & 0x80 != 0 { scalars.append(0x17D2) }
            scalars.append(isDigit(letter) ? UInt32(letter - nought) + 0x30 : (blocks[script] ?? 0) + UInt32(letter))
        }
        return Fold.string(scalars[...])
    }
}
