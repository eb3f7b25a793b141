/// The terms under which a name is put into the index, and those that a query looks up.
///
/// Three namespaces. `w:` holds folded words, of scripts that part words by spaces. `g:` holds, for scripts that do
/// not (Thai, Lao, Khmer, Burmese, Chinese), three scalars from every place of a run, padded at the end with U+001F,
/// so that any part of one scalar or more is found. `r:` holds sound keys: of every Latin word, and of a romanised run
/// from each of its syllables to its end, so that "Somchai" finds สมชาย and "Xiaoming" finds 王小明.
///
/// A name of *n* Latin words gives at most 3*n* - 1 terms (each word, its key, and the keys of short neighbours
/// joined). A run of *m* scalars without spaces gives at most *m* `g:` terms and one or two `r:` terms for each of
/// its first twelve syllables: about 12 for a Chinese name of three characters, 30 for a Thai name of two words.
public enum SearchTerms {
    /// Stands after the end of a run, so that an end can be told from a middle.
    static let pad: UInt32 = 0x1F
    private static let syllableLimit = 12

    /// The index terms of a name or another text, without duplicates.
    ///
    /// - Parameter sounds: whether to give `r:` terms too; running text does without them.
    public static func index(_ text: String, sounds: Bool = true) -> [String] {
        var terms = Terms(sounds: sounds)
        var previous: ArraySlice<UInt8> = []
        let scalars = Fold.scalars(text)
        var latin: [UInt8] = []
        for word in scalars.split(separator: 0x20) {
            if word.allSatisfy({ $0 < 0x80 }) {
                let start = latin.count
                for value in word { latin.append(UInt8(value)) }
                addLatin(latin[start...], after: previous, to: &terms)
                previous = latin[start...]
            } else {
                previous = []
                for run in ScalarRun.runs(of: word) { add(run, to: &terms) }
            }
        }
        return terms.all
    }

    private static func addLatin(_ word: ArraySlice<UInt8>, after previous: ArraySlice<UInt8>, to terms: inout Terms) {
        terms.add(UInt8(ascii: "w"), word)
        guard terms.sounds, !word.contains(where: { $0 < 0x61 }) else { return }
        terms.add(UInt8(ascii: "r"), SoundKey.key(word)[...])
        // Vietnamese, Burmese and Chinese syllables are written apart or together as it pleases.
        if !previous.isEmpty, previous.count <= 6, word.count <= 6, !previous.contains(where: { $0 < 0x61 }) {
            terms.add(UInt8(ascii: "r"), SoundKey.key((previous + word)[...])[...])
        }
    }

    private static func add(_ run: ScalarRun, to terms: inout Terms) {
        if run.script.hasSpaces {
            terms.add(UInt8(ascii: "w"), Array(Fold.string(run.scalars).utf8)[...])
        } else {
            terms.addGrams(run.scalars)
        }
        guard terms.sounds else { return }
        let syllables = Romanise.syllables(run)
        let alone = run.script == .han || run.script == .myanmar
        for (index, start) in syllables.starts.prefix(syllableLimit).enumerated() {
            terms.add(UInt8(ascii: "r"), SoundKey.key(syllables.letters[start...])[...])
            // Where every syllable is a word by itself, people write it by itself: Aung San, Xiao Ming.
            if alone, index + 1 < syllables.starts.count {
                terms.add(UInt8(ascii: "r"), SoundKey.key(syllables.letters[start..<syllables.starts[index + 1]])[...])
            }
        }
    }
}

/// Terms as they are gathered, each once.
private struct Terms {
    let sounds: Bool
    private var words: [String] = []
    private var parts: [String] = []
    private var grams: [UInt64] = []
    /// Filled only when a text is long: for a name, looking through a short array is quicker.
    private var seen: Set<String> = []
    private var seenGrams: Set<UInt64> = []
    private static let few = 40

    init(sounds: Bool) {
        self.sounds = sounds
        words.reserveCapacity(12)
    }

    var all: [String] { parts.isEmpty ? words : words + parts }

    /// Adds a term of `w:` or `r:`.
    mutating func add(_ namespace: UInt8, _ value: ArraySlice<UInt8>) {
        guard !value.isEmpty else { return }
        let term = String(unsafeUninitializedCapacity: value.count + 2) { buffer in
            buffer[0] = namespace
            buffer[1] = UInt8(ascii: ":")
            for (offset, byte) in value.enumerated() { buffer[offset + 2] = byte }
            return value.count + 2
        }
        if words.count < Self.few {
            for old in words where old == term { return }
        } else {
            if seen.isEmpty { seen = Set(words) }
            guard seen.insert(term).inserted else { return }
        }
        words.append(term)
    }

    /// Adds the `g:` terms of a run.
    mutating func addGrams(_ run: ArraySlice<UInt32>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16)
        for index in run.indices {
            let second = index + 1 < run.endIndex ? run[index + 1] : SearchTerms.pad
            let third = index + 2 < run.endIndex ? run[index + 2] : SearchTerms.pad
            guard isNewGram(UInt64(run[index]) << 42 | UInt64(second) << 21 | UInt64(third)) else { continue }
            bytes.removeAll(keepingCapacity: true)
            bytes.append(UInt8(ascii: "g"))
            bytes.append(UInt8(ascii: ":"))
            bytes.appendUTF8(run[index])
            bytes.appendUTF8(second)
            bytes.appendUTF8(third)
            parts.append(String(decoding: bytes, as: UTF8.self))
        }
    }

    private mutating func isNewGram(_ gram: UInt64) -> Bool {
        if grams.count < Self.few {
            if grams.contains(gram) { return false }
        } else {
            if seenGrams.isEmpty { seenGrams = Set(grams) }
            guard seenGrams.insert(gram).inserted else { return false }
        }
        grams.append(gram)
        return true
    }
}
