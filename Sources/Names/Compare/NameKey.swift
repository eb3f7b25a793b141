/// A name made ready for comparison: made once for each distinct text, compared many times.
public struct NameKey: Sendable {
    /// The text as it was given.
    public let text: String
    /// Its parts in Latin letters, without titles.
    let parts: [[UInt8]]
    /// Hashes of the consonant skeletons of the parts, sorted, without duplicates: two names that share none
    /// are hardly ever the same.
    public let skeletons: [UInt64]

    /// Prepares a name.
    public init(_ text: String) {
        self.text = text
        parts = Romanise.latin(text).split(separator: " ").map { Array($0.utf8) }
        var keys = parts.map { Self.hash(SoundKey.key($0[...])) }
        keys.append(Self.hash(SoundKey.key(parts.flatMap { $0 }[...])))
        skeletons = Set(keys).sorted()
    }

    /// FNV-1a, 64 bits.
    static func hash(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
