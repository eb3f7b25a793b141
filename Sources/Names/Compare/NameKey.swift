/// A name made ready for comparison: made once for each distinct text, compared many times.
public struct NameKey: Sendable {
    /// The text as it was given.
    public let text: String
    /// Its words in the order of the text, without titles.
    let parts: [NamePart]
    /// The script of its native words, or `.latin`.
    let script: Script
    /// For each native word the units that begin at each of its letters.
    let lattices: [Lattice]
    /// Whether words of other scripts stand beside the native ones.
    var isMixed: Bool { !lattices.isEmpty && lattices.count < parts.count }
    /// All words joined, in Latin letters.
    let joined: [UInt8]
    let joinedSound: [UInt8]
    /// The sum of the words' weights.
    let weight: Double
    /// Hashes of consonant skeletons, sorted, without duplicates: of every word and of all words joined, from the Latin
    /// form that is likeliest. Two names that share none are hardly ever the same.
    public var skeletons: [UInt64] { Skeleton.hashes(parts) }

    /// The same name with what was taken for titles; empty when nothing was.
    let withTitles: [NameKey]
    /// The words with two neighbours written as one, for each pair of short neighbours.
    let merges: [[NamePart]]

    /// Prepares a name.
    public init(_ text: String) {
        let (named, titled) = NameReader.parts(text)
        self.init(text, named, withTitles: titled.map { [NameKey(text, $0, withTitles: [])] } ?? [])
    }

    /// Prepares a name whose words are known.
    package init(words: [NamePart]) { self.init("", words, withTitles: []) }

    private init(_ text: String, _ words: [NamePart], withTitles: [NameKey]) {
        self.text = text
        self.withTitles = withTitles
        parts = words
        let script = words.first { $0.script != .latin }?.script ?? .latin
        self.script = script
        if let table = UnitTable.of(script) {
            lattices = words.filter { $0.script == script }.map { Lattice($0.symbols, table) }
        } else {
            lattices = []
        }
        joined = words.flatMap(\.letters)
        joinedSound = Sounding.of(joined)
        weight = words.reduce(0) { $0 + $1.weight }
        merges = Self.merges(words)
    }

    /// Syllables of Vietnamese and Chinese names are written apart or together as it pleases.
    private static func merges(_ parts: [NamePart]) -> [[NamePart]] {
        guard (3...5).contains(parts.count), parts.allSatisfy({ $0.script == .latin }) else { return [] }
        return parts.indices.dropLast().filter { at in
            [parts[at], parts[at + 1]].allSatisfy { $0.kind != .form && $0.kind != .number && $0.letters.count <= 7 }
        }.map { at in
            Array(parts[..<at]) + [NamePart(joining: parts[at], parts[at + 1])] + parts[(at + 2)...]
        }
    }

    /// FNV-1a, 64 bits.
    static func hash(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
