import Foundation
import Names

/// A name in its own script and in Latin letters.
struct NamePair: Hashable {
    var native: String
    var latin: String

    /// Whether the aligner may learn from it: half of all names, by a hash of the native one. The rest is for tests.
    var isForLearning: Bool { FNV.hash(native) >> 20 & 1 == 0 }
}

/// A hash that is the same everywhere (FNV-1a).
enum FNV {
    static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

/// The public lists of names in native script and in Latin letters, as they lie in `shared/data`.
struct NamesLists {
    /// The folder `shared/data`.
    let folder: URL

    init(_ path: String) { folder = URL(filePath: path) }

    private func lines(_ path: String) throws -> [String] {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8).split(whereSeparator: \.isNewline)
            .map(String.init)
    }

    private func table(_ path: String) throws -> [[String]] {
        try lines(path).dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    func thaiPlaces() throws -> [NamePair] {
        try Self.unique(
            [("provinces", 1), ("districts", 1), ("sub_districts", 2)].flatMap { file, column in
                try table("names/thai_places/\(file).csv").map { NamePair(native: $0[column], latin: $0[column + 1]) }
            })
    }

    func khmerPlaces() throws -> [NamePair] {
        var pairs: [NamePair] = []
        for file in ["villages", "communes", "districts", "provinces"] {
            var (native, isName) = ("", false)
            for line in try lines("names/khmer_gazetteer/\(file).yml") {
                let text = line.trimmingCharacters(in: .whitespaces)
                if text == "name:" { isName = true }
                if isName && text.hasPrefix("km: ") { native = String(text.dropFirst(4)) }
                if isName && text.hasPrefix("latin: ") {
                    pairs.append(NamePair(native: native, latin: String(text.dropFirst(7))))
                    isName = false
                }
            }
        }
        return Self.unique(pairs)
    }

    /// Pairs parted by a tab, a line each; none where the file is absent.
    static func laoPlaces(_ path: String) throws -> [NamePair] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map {
                let cells = $0.split(separator: "\t").map(String.init)
                return NamePair(native: cells[0], latin: cells[1])
            }
    }

    /// Native and romanised names of the same synthetic person, in one script.
    func persons(_ script: Script) throws -> [NamePair] {
        try Self.unique(
            table("sea/sea_20000.csv").compactMap { cells in
                guard cells.count > 6, !cells[5].isEmpty, !(cells[3] + cells[4]).isEmpty,
                    Script.runs(cells[5])[0].script == script
                else { return nil }
                return NamePair(
                    native: cells[5], latin: (cells[3] + " " + cells[4]).trimmingCharacters(in: .whitespaces))
            })
    }

    /// Two romanised forms of the same synthetic person whose native name is in one script.
    func latinVariants(_ script: Script) throws -> [NamePair] {
        var (scripts, forms): ([String: Script], [String: [String]]) = ([:], [:])
        for cells in try table("sea/sea_20000.csv") where cells.count > 6 {
            if !cells[5].isEmpty { scripts[cells[1]] = Script.runs(cells[5])[0].script }
            if !cells[3].isEmpty && (!cells[4].isEmpty || script == .myanmar) {
                forms[cells[1], default: []].append((cells[3] + " " + cells[4]).trimmingCharacters(in: .whitespaces))
            }
        }
        return Self.unique(
            forms.keys.sorted().compactMap { person in
                guard scripts[person] == script, let first = forms[person]?.first,
                    let other = forms[person]?.last(where: { $0 != first })
                else { return nil }
                return NamePair(native: first, latin: other)
            })
    }

    /// The hard pairs of *name_bench*, with their labels.
    func nameBench() throws -> [(first: String, second: String, isSame: Bool)] {
        try lines("names/name_bench/cases.csv").dropFirst().map { line in
            let cells = Self.cells(line)
            return (cells[2], cells[3], cells[4] == "true")
        }
    }

    /// The cells of a CSV line with quotes.
    private static func cells(_ line: String) -> [String] {
        var (cells, isQuoted) = ([""], false)
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == "," && !isQuoted {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
        }
        return cells
    }

    private static func unique(_ pairs: [NamePair]) -> [NamePair] {
        var seen: Set<NamePair> = []
        return pairs.filter { seen.insert($0).inserted }
    }
}
