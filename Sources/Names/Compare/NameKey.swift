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
    /// All words joined, in Latin letters.
    let joined: [UInt8]
    let joinedSound: [UInt8]
    /// The sum of the words' weights.
    let weight: Double
    /// Hashes of consonant skeletons, sorted, without duplicates: of every word and of all words joined, from the Latin
    /// form that is likeliest. Two names that share none are hardly ever the same.
    public let skeletons: [UInt64]

    /// Prepares a name.
    public init(_ text: String) {
        self.text = text
        parts = NameReader.parts(text)
        script = parts.first { $0.script != .latin }?.script ?? .latin
        if let table = UnitTable.of(script) {
            lattices = parts.filter { $0.script != .latin }.map { Lattice($0.native.map { UInt8(truncatingIfNeeded: $0) }, table) }
        } else {
            lattices = []
        }
        joined = parts.flatMap(\.letters)
        joinedSound = Sounding.of(joined)
        weight = parts.reduce(0) { $0 + $1.weight }
        skeletons = Skeleton.hashes(parts)
    }

    /// FNV-1a, 64 bits.
    static func hash(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
