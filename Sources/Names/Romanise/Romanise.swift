import Foundation

/// Latin spellings of names in the scripts of the region, by rules and small tables of our own.
///
/// Thai follows the Royal Thai General System, Lao and Khmer the usual geographic spelling, Burmese the common
/// spelling of names, Chinese is Mandarin pinyin with the surname readings; other scripts go through Unicode's own
/// transforms. What comes out is a *reading*, good for finding and for a hint beside the name, never a replacement
/// for the name as written.
public enum Romanise {
    /// The text with every stretch in a foreign script written in lower-case Latin letters, syllables joined.
    ///
    ///     Romanise.latin("สมชาย ใจดี") == "somchai chaidi"
    public static func latin(_ text: String) -> String {
        var words: [String] = []
        for word in Fold.scalars(text).split(separator: 0x20) {
            var latin: [UInt8] = []
            for run in ScalarRun.runs(of: word) {
                switch run.script {
                case .latin, .common: for value in run.scalars where value < 0x80 { latin.append(UInt8(value)) }
                default: latin += syllables(run).letters
                }
            }
            if !latin.isEmpty { words.append(String(decoding: latin, as: UTF8.self)) }
        }
        return words.joined(separator: " ")
    }

    /// The syllables of a folded run in one script.
    static func syllables(_ run: ScalarRun) -> Syllables {
        switch run.script {
        case .thai: ThaiReader.read(run.scalars)
        case .lao: LaoReader.read(run.scalars)
        case .khmer: KhmerReader.read(run.scalars)
        case .myanmar: BurmeseReader.read(run.scalars)
        case .han: HanReader.read(run.scalars)
        case .latin, .common: Syllables(word: run.scalars.filter { $0 < 0x80 }.map { UInt8($0) })
        case .cyrillic: transform(run.scalars, StringTransform("Russian-Latin/BGN"))
        case .arabic, .devanagari, .other: transform(run.scalars, .toLatin)
        }
    }

    private static func transform(_ scalars: ArraySlice<UInt32>, _ transform: StringTransform) -> Syllables {
        let latin = Fold.string(scalars).applyingTransform(transform, reverse: false) ?? ""
        return Syllables(word: Fold.scalars(latin).filter { (0x61...0x7A).contains($0) }.map { UInt8($0) })
    }
}

/// Latin letters with the places where syllables start.
struct Syllables {
    /// Lower-case ASCII letters.
    private(set) var letters: [UInt8] = []
    /// Offsets into `letters`, ascending, no syllable empty.
    private(set) var starts: [Int] = []

    init() {}

    /// One word taken as one syllable: its parts are not known.
    init(word: [UInt8]) {
        letters = word
        starts = word.isEmpty ? [] : [0]
    }

    /// Begins a new syllable with these letters.
    mutating func begin(_ text: StaticString) {
        if starts.last != letters.count { starts.append(letters.count) }
        add(text)
    }

    /// Goes on with the syllable.
    mutating func add(_ text: StaticString) {
        text.withUTF8Buffer { letters.append(contentsOf: $0) }
    }

    mutating func begin(_ bytes: some Sequence<UInt8>) {
        if starts.last != letters.count { starts.append(letters.count) }
        letters.append(contentsOf: bytes)
    }

    /// The last letter written.
    var last: UInt8 { letters.last ?? 0 }

    mutating func removeLast() { letters.removeLast() }
}

/// A stretch of folded scalars in one script.
struct ScalarRun {
    var script: Script
    var scalars: ArraySlice<UInt32>

    /// The runs of one word; digits stay with the run before them.
    static func runs(of word: ArraySlice<UInt32>) -> [ScalarRun] {
        var runs: [ScalarRun] = []
        var start = word.startIndex
        var current = Script.common
        for index in word.indices {
            let script = Script.of(word[index])
            if script == .common || script == current { continue }
            if current != .common {
                runs.append(ScalarRun(script: current, scalars: word[start..<index]))
                start = index
            }
            current = script
        }
        if start < word.endIndex { runs.append(ScalarRun(script: current, scalars: word[start...])) }
        return runs
    }
}
