/// Reads the tables that people write: units parted by `|` or a new line, a unit's native letters and then its Latin
/// spellings, the usual one first, `-` for none.
enum UnitText {
    /// What the first, second, third … spelling costs: about one in two, five, ten.
    private static let ranks: [UnitTable.Cost] = [0, 12, 18, 23, 27, 30, 33, 35, 37]

    static func read(_ text: String, _ script: Script) -> [([UInt8], [UnitTable.Way])] {
        // By scalars: a vowel sign would make one character with the sign before it.
        text.unicodeScalars.split(whereSeparator: { $0 == "|" || $0 == "\n" }).compactMap { line in
            let words = line.split(separator: " ").map { String($0) }
            guard let native = words.first else { return nil }
            let symbols = Graphemes.symbols(Fold.scalars(native)[...], of: script)
            let ways = words.dropFirst().enumerated().map { rank, latin in
                UnitTable.Way(latin: latin == "-" ? [] : Array(latin.utf8), cost: ranks[min(rank, ranks.count - 1)])
            }
            return symbols.isEmpty ? nil : (symbols, ways)
        }
    }

    /// Reads vowels: they are given a consonant to stand on, without which one written before it would have no place.
    static func readVowels(_ text: String, _ script: Script, carrier: Unicode.Scalar) -> [([UInt8], [UnitTable.Way])] {
        let carried = text.unicodeScalars.split(whereSeparator: { $0 == "|" || $0 == "\n" }).map { line in
            var line = Array(line.drop { $0 == " " })
            let isLeading = line.first.map { (0xEC0...0xEC4).contains($0.value) } ?? false
            line.insert(carrier, at: min(isLeading ? 1 : 0, line.count))
            return String(String.UnicodeScalarView(line))
        }
        return read(carried.joined(separator: "|"), script).map { (Array($0.0.dropFirst()), $0.1) }
    }

    /// Adds ways to a unit; of two that say the same the cheaper stays.
    static func add(_ ways: [UnitTable.Way], to native: [UInt8], in units: inout [[UInt8]: [UnitTable.Way]]) {
        for way in ways where way.latin.count <= 8 {
            if let place = units[native]?.firstIndex(where: { $0.latin == way.latin }) {
                if way.cost < units[native]?[place].cost ?? 0 { units[native]?[place] = way }
            } else {
                units[native, default: []].append(way)
            }
        }
    }

    /// A table that `daybreak-bench learn-names` wrote: units parted by `|` or a new line, the symbols in
    /// hexadecimal, then pairs of Latin letters and their cost.
    static func readLearned(_ text: String) -> [[UInt8]: [UnitTable.Way]] {
        var units: [[UInt8]: [UnitTable.Way]] = [:]
        for unit in text.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
            let words = unit.split(separator: " ")
            guard words.count >= 3 else { continue }
            let native = words[0].split(separator: ",").compactMap { UInt8($0, radix: 16) }
            for at in stride(from: 1, to: words.count - 1, by: 2) {
                let latin = words[at] == "-" ? [] : Array(words[at].utf8)
                units[native, default: []].append(.init(latin: latin, cost: UnitTable.Cost(words[at + 1]) ?? 0))
            }
        }
        return units
    }
}
