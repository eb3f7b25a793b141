import Foundation
import Names

/// Learns the tables of `Sources/Names/Compare` from the public lists and writes them as Swift.
///
///     daybreak-bench learn-names ../shared/data Sources/Names/Compare
///
/// The same lists give the same bytes everywhere.
enum NamesLearn {
    private struct Source {
        var name: String
        var script: Script
        var pairs: [NamePair]
        var credit: String
    }

    static func run(data: String, out: String) throws {
        let lists = NamesLists(data)
        let sources = [
            Source(
                name: "ThaiUnits", script: .thai, pairs: try lists.thaiPlaces(),
                credit: "the Thai districts of *thai-province-data* (Kongvut Sangkla, MIT licence)"),
            Source(
                name: "KhmerUnits", script: .khmer, pairs: try lists.khmerPlaces(),
                credit: "the Cambodian gazetteer of *pumi* (David Wilkie, MIT licence)"),
        ]
        for source in sources {
            let file = URL(filePath: out).appending(path: source.name + ".swift")
            try text(source).write(to: file, atomically: true, encoding: .utf8)
        }
    }

    private static func text(_ source: Source) -> String {
        let examples = source.pairs.filter(\.isForLearning).compactMap { pair -> (native: [UInt8], latin: [UInt8])? in
            let latin = Fold.fold(pair.latin).utf8.filter { $0 != 0x20 }
            // Numbers are in a table of their own.
            guard !(pair.native + pair.latin).contains(where: \.isNumber) else { return nil }
            return (Graphemes.symbols(pair.native, of: source.script), latin)
        }
        var learner = UnitLearner(examples)
        let lines = packed(units(learner.learn(rounds: 8, discount: 0.5)))
        return """
            /// Units of native letters with their Latin spellings, learned from half of the pairs of
            /// \(source.credit).
            ///
            /// Written by `daybreak-bench learn-names ../shared/data Sources/Names/Compare`; not to be edited. Each unit: the
            /// symbols of `Graphemes` in hexadecimal, then Latin letters (`-` for none) and their cost in sixteenths of a nat.
            enum \(source.name) {
                static let text = \"\"\"
            \(lines.map { "        " + $0 }.joined(separator: "\n"))
                    \"\"\"
            }

            """
    }

    /// As many units on a line as have room.
    private static func packed(_ units: [String]) -> [String] {
        units.reduce(into: []) { lines, unit in
            if let last = lines.last, last.utf8.count + unit.utf8.count < 110 {
                lines[lines.count - 1] = last + "|" + unit
            } else {
                lines.append(unit)
            }
        }
    }

    /// Units that were seen often enough, with the cost of each spelling: 16 × -ln of its share, a little smoothed.
    private static func units(_ counts: [UnitLearner.Unit: Double]) -> [String] {
        Dictionary(grouping: counts.filter { $0.value >= 1 }, by: \.key.native)
            .compactMap { native, ways -> (native: [UInt8], line: String)? in
                let ways = ways.sorted { ($1.value, $0.key.text) < ($0.value, $1.key.text) }
                let total = ways.reduce(0.5) { $0 + $1.value }
                let kept = ways.filter { native.count == 1 || (total >= 3 && $0.value >= 2) }
                if kept.isEmpty { return nil }
                let symbols = native.map { String($0, radix: 16) }.joined(separator: ",")
                let spellings = kept.map { "\($0.key.text) \(Int((log(total / $0.value) * 16).rounded()))" }
                return (native, ([symbols] + spellings).joined(separator: " "))
            }
            .sorted { $0.native.lexicographicallyPrecedes($1.native) }.map(\.line)
    }
}

extension UnitLearner.Unit {
    /// Its Latin letters, `-` for none.
    fileprivate var text: String { latin.isEmpty ? "-" : String(decoding: latin, as: UTF8.self) }
}
