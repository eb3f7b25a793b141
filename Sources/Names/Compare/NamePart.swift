/// One word of a name, made ready.
package struct NamePart: Sendable {
    /// What a word is.
    package enum Kind: UInt8, Sendable {
        /// A name proper.
        case name
        /// A first letter that stands for a name.
        case initial
        /// A small word: *bin*, *de*, *of*.
        case particle
        /// A legal form or another word that tells the kind of a company.
        case form
        /// A number.
        case number
    }

    package var kind: Kind
    package var script: Script
    /// Lower-case letters and digits; of a native word its reading.
    package var letters: [UInt8]
    /// The letters as they were written.
    var spelling: [UInt8]
    /// `letters` with the ways to write one sound made one.
    var sound: [UInt8]
    /// Hashes of the names that it is a short form or a dialect's form of.
    var aliases: [UInt64]
    /// The native letters, folded; of Chinese characters the simplified ones.
    package var native: [UInt32]
    /// The same as the aligner reads them.
    var symbols: [UInt8]
    /// How much the word tells, from 0 to 1 or so.
    package var weight: Double
    /// The first letters of the two words that it is put together from; else empty.
    var initials: [UInt8] = []
    /// A bit for each letter of `letters`.
    var mask: UInt32
    /// Whether so many people bear it that it tells little.
    var isCommon: Bool

    /// Prepares a Latin word.
    package init(latin letters: [UInt8]) {
        let word = String(decoding: letters, as: UTF8.self)
        let form = NameWords.legalForms[word]
        kind = Self.kind(letters, word, isForm: form != nil)
        script = .latin
        spelling = letters
        self.letters = kind == .form ? Array((form ?? word).utf8) : letters
        sound = Sounding.of(self.letters)
        aliases = NameWords.nicknames[word] ?? []
        aliases += ChineseSurnames.mandarin(letters).map { NameKey.hash($0) }
        (native, symbols) = ([], [])
        isCommon = NameWords.common.contains(word)
        weight = Self.weight(kind, letters.count, isCommon: isCommon)
        mask = Self.mask(self.letters)
    }

    /// Prepares a word in another script.
    init(native: [UInt32], script: Script, symbols: [UInt8] = [], reading: [UInt8]) {
        self.init(latin: reading)
        (self.script, self.native, self.symbols) = (script, native, symbols)
        if kind == .initial || kind == .particle || kind == .form {
            kind = .name
            weight = Self.weight(.name, reading.count, isCommon: isCommon)
        }
    }

    /// The word as it was written, folded.
    package var text: String { native.isEmpty ? String(decoding: spelling, as: UTF8.self) : Fold.string(native[...]) }

    /// Words written as one.
    package init(joined parts: [NamePart]) {
        let script = parts.first?.script ?? .latin
        if script != .latin, parts.allSatisfy({ $0.script == script }) {
            self.init(
                native: parts.flatMap(\.native), script: script, symbols: parts.flatMap(\.symbols),
                reading: parts.flatMap(\.letters))
        } else {
            self.init(latin: parts.flatMap(\.letters))
        }
    }

    /// Two words written as one.
    init(joining first: NamePart, _ second: NamePart) {
        self.init(latin: first.letters + second.letters)
        initials = [first.letters[0], second.letters[0]]
    }

    private static func kind(_ letters: [UInt8], _ word: String, isForm: Bool) -> Kind {
        if letters.allSatisfy({ $0 < 0x3A }) { return .number }
        if isForm { return .form }
        if letters.count == 1 { return .initial }
        return NameWords.particles.contains(word) ? .particle : .name
    }

    private static func weight(_ kind: Kind, _ count: Int, isCommon: Bool) -> Double {
        switch kind {
        case .name: Double(min(count, 9)) * (isCommon ? 0.8 : 1)
        case .number: 4
        case .initial: 1.5
        case .particle: 0.7
        case .form: 1
        }
    }

    static func mask(_ letters: [UInt8]) -> UInt32 {
        letters.reduce(0) { $0 | 1 << UInt32($1 & 31) }
    }
}
