/// Keys for blocking: the consonants of a name as the region hears them (`SoundKey`: ph or p, th or t, kh or k, ch or j,
/// r or l; finals merged; vowels dropped), as hashes.
enum Skeleton {
    static func hashes(_ parts: [NamePart]) -> [UInt64] {
        let names = parts.filter { $0.kind == .name || $0.kind == .number }
        var keys: Set<UInt64> = []
        for part in names where part.letters.count > 1 {
            keys.insert(hash(part.letters))
            keys.formUnion(part.aliases)
        }
        // Syllables are written apart or together as it pleases.
        for (first, second) in zip(names, names.dropFirst()) { keys.insert(hash(first.letters + second.letters)) }
        if names.count > 2 { keys.insert(hash(names.flatMap(\.letters))) }
        return keys.sorted()
    }

    private static func hash(_ letters: [UInt8]) -> UInt64 {
        // The first vowel's quality wavers between scripts: only consonants count, where there are at least two.
        let key = SoundKey.key(letters[...])
        let consonants = key.filter { !Sounding.isVowel($0) || $0 == UInt8(ascii: "y") }
        return NameKey.hash(consonants.count >= 2 ? consonants : key)
    }
}
