import Foundation

@testable import Names

/// A name in its own script and in Latin letters.
struct NamePair: Hashable {
    var native: String
    var latin: String
}

/// The public pairs that recall and false matches of the sound key are measured on.
enum NamePairs {
    static func thaiPlaces() throws -> [NamePair] {
        try ["districts", "sub_districts"].flatMap { file in
            let rows = try Shared.text("data/names/thai_places/\(file).csv").split(whereSeparator: \.isNewline)
                .dropFirst()
            let column = file == "districts" ? 1 : 2
            return rows.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
                .map { NamePair(native: String($0[column]), latin: String($0[column + 1])) }
        }
    }

    static func khmerPlaces() throws -> [NamePair] {
        var pairs: [NamePair] = []
        var native = ""
        var inName = false
        for line in try Shared.text("data/names/khmer_gazetteer/villages.yml").split(whereSeparator: \.isNewline) {
            let text = line.trimmingCharacters(in: .whitespaces)
            if text == "name:" { inName = true }
            if inName && text.hasPrefix("km: ") { native = String(text.dropFirst(4)) }
            if inName && text.hasPrefix("latin: ") {
                pairs.append(NamePair(native: native, latin: String(text.dropFirst(7))))
                inName = false
            }
        }
        return pairs
    }

    static func khmerPersons() throws -> [NamePair] {
        struct Row: Decodable { var givenName, surname, romanizedGiven, romanizedSurname: String }
        let rows = try JSONDecoder().decode(
            [Row].self, from: Data(Shared.text("data/names/khmer_names/khmer_names.json").utf8))
        return rows.flatMap {
            [
                NamePair(native: $0.givenName, latin: $0.romanizedGiven),
                NamePair(native: $0.surname, latin: $0.romanizedSurname),
            ]
        }
    }

    static func burmeseDictionary() throws -> [NamePair] {
        try Shared.text("data/names/burmese_dict/alt.all.dict.ver1.0.uniq.txt").split(whereSeparator: \.isNewline)
            .compactMap { line in
                let parts = line.split(separator: "\t")
                guard parts.count == 2, parts[0].allSatisfy({ $0.isLetter && $0.isASCII }) else { return nil }
                return NamePair(native: parts[1].filter { $0 != " " }, latin: String(parts[0]))
            }
    }

    static func chineseGivenNames() throws -> [NamePair] {
        try Shared.text("data/names/chinese/givenname_orcid.csv").split(whereSeparator: \.isNewline).dropFirst()
            .compactMap { line in
                let parts = line.split(separator: ",")
                return parts.count == 3 ? NamePair(native: String(parts[0]), latin: parts[1].filter(\.isLetter)) : nil
            }
    }

    /// The whole names of the synthetic persons.
    static func names(_ script: Script) throws -> [NamePair] {
        try Shared.text("data/sea/sea_20000.csv").split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard cells.count > 6, !cells[5].isEmpty, !(cells[3] + cells[4]).isEmpty,
                Script.runs(cells[5])[0].script == script
            else { return nil }
            return NamePair(native: cells[5], latin: cells[3] + " " + cells[4])
        }
    }

    /// The names of the synthetic persons, word by word where both spellings have as many words; else as one.
    static func persons(_ script: Script) throws -> [NamePair] {
        try Shared.text("data/sea/sea_20000.csv").split(whereSeparator: \.isNewline).dropFirst().flatMap {
            line -> [NamePair] in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard cells.count > 6, !cells[3].isEmpty, !cells[5].isEmpty, Script.runs(cells[5])[0].script == script
            else { return [] }
            let familyFirst = script == .khmer || script == .han
            let latin = familyFirst ? [cells[4], cells[3]] : [cells[3], cells[4]]
            let native = cells[5].split(separator: " ").map(String.init)
            if native.count == 2 {
                return zip(native, latin).filter { !$1.isEmpty }.map { NamePair(native: $0, latin: $1) }
            }
            return [NamePair(native: cells[5], latin: latin.joined(separator: " "))]
        }
    }
}

/// Share of pairs whose two spellings have one key, and how many of random other pairs have one too.
struct KeyMeasure {
    var pairs = 0
    var equal = 0
    var falsePerMillion = 0.0
    var misses: [NamePair] = []

    var share: Double { Double(equal) / Double(max(pairs, 1)) }

    init(_ all: [NamePair]) {
        let unique = Array(Set(all)).sorted { ($0.native, $0.latin) < ($1.native, $1.latin) }
        let native = unique.map { Self.key(Romanise.latin($0.native)) }
        let latin = unique.map { Self.key($0.latin) }
        pairs = unique.count
        for index in unique.indices {
            if native[index] == latin[index] { equal += 1 } else { misses.append(unique[index]) }
        }
        // Every pair of different native names is compared by counting keys, not by sampling.
        var counts: [String: [String: Int]] = [:]
        for index in unique.indices { counts[native[index], default: [:]][unique[index].native, default: 0] += 1 }
        var clashes = 0.0
        for group in counts.values {
            let total = group.values.reduce(0, +)
            clashes += Double(total * total - group.values.reduce(0) { $0 + $1 * $1 })
        }
        falsePerMillion = clashes / Double(pairs) / Double(pairs) * 1_000_000
    }

    static func key(_ text: String) -> String { SoundKey.key(text) }
}
