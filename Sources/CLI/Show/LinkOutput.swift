import Formats
import Foundation
import Linkage

/// What linkage has found, as tables, as JSON and in words.
struct LinkOutput {
    let table: Table
    let linker: Linker
    /// Clusters with more than one record, as places in the table.
    let clusters: [[Int]]

    /// Below this score a pair is not written: it is far likelier that they are two persons.
    private var leastScore: Double { min(linker.threshold.score, 0) }

    // MARK: Tables

    /// The pairs, the likeliest first, each with its evidence.
    func writePairs(_ path: String) throws {
        try write(linker.pairs(from: leastScore), to: path)
    }

    /// The pairs whose labels would teach most.
    func writeSuggestions(_ path: String) throws {
        try write(linker.suggestions(100), to: path)
    }

    private func write(_ pairs: [ScoredPair], to path: String) throws {
        let names = linker.settings.comparisons.map(\.name)
        try Files.write(path) { put in
            var writer = DelimitedWriter()
            let evidence =
                linker.isFoundElsewhere ? names : ["prior", "household"] + names.flatMap { [$0, $0 + "_weight"] }
            writer.write(["id_a", "id_b", "probability", "score"] + evidence)
            for (index, pair) in pairs.enumerated() {
                writer.write(row(pair, names))
                if index % 10_000 == 9_999 { try put(writer.take()) }
            }
            try put(writer.take())
        }
    }

    private func row(_ pair: ScoredPair, _ names: [String]) -> [String] {
        let why = linker.explanation(pair.first, pair.second)
        func weight(_ lines: some Sequence<Explanation.Line>) -> String {
            String(lines.reduce(Weight.zero) { $0 + $1.weight }.bits)
        }
        if linker.isFoundElsewhere {
            // The score is another program's: what agrees is shown, and no weights that would not sum to it.
            let outcomes = names.map { name in why.lines.first { $0.comparison == name }?.level?.rawValue ?? "" }
            return [
                table.ids[pair.first], table.ids[pair.second], String(pair.score.probability), String(pair.score.bits),
            ] + outcomes
        }
        let own = why.lines.filter { $0.comparison == nil }
        return [
            table.ids[pair.first], table.ids[pair.second], String(why.probability), String(why.score.bits),
            weight(own.prefix(1)), weight(own.dropFirst()),
        ]
            + names.flatMap { name in
                let lines = why.lines.filter { $0.comparison == name }
                return [lines.first?.level?.rawValue ?? "", weight(lines)]
            }
    }

    /// Every record with its cluster; a record by itself is a cluster of its own.
    func writeClusters(_ path: String) throws {
        var cluster = Array(table.ids)
        for members in clusters {
            let id = members.map { table.ids[$0] }.min() ?? ""
            for member in members { cluster[member] = id }
        }
        try Files.write(path) { put in
            var writer = DelimitedWriter()
            writer.write(["cluster", "id"])
            for record in 0..<table.count {
                writer.write([cluster[record], table.ids[record]])
                if record % 50_000 == 49_999 { try put(writer.take()) }
            }
            try put(writer.take())
        }
    }

    // MARK: Words

    private var compared: Int { linker.report.reduce(0) { $0 + $1.added } }

    /// Says what was found.
    func show(in shell: Shell) {
        for rule in linker.report {
            shell.print(
                shell.text(
                    "cli.link-rule",
                    [
                        "rule": rule.rule, "made": Figures.grouped(rule.made), "added": Figures.grouped(rule.added),
                        "left": Figures.grouped(rule.leftOut),
                    ]))
        }
        shell.print(
            shell.text(
                "cli.link-result",
                [
                    "records": Figures.grouped(table.count), "pairs": Figures.grouped(compared),
                    "clusters": Figures.grouped(clusters.count),
                    "members": Figures.grouped(clusters.reduce(0) { $0 + $1.count }),
                    "largest": Figures.grouped(clusters.map(\.count).max() ?? 1),
                ]))
        let threshold = linker.threshold
        shell.print(
            shell.text(
                "cli.link-threshold",
                [
                    "probability": Self.percent(Weight(bits: threshold.score).probability),
                    "score": String(format: "%.2f", threshold.score), "precision": Self.percent(threshold.precision),
                    "low": Self.percent(threshold.range.lowerBound), "high": Self.percent(threshold.range.upperBound),
                ]))
    }

    private static func percent(_ share: Double) -> String { String(format: "%.2f %%", share * 100) }

    /// The answer for programs.
    var json: JSONValue {
        let threshold = linker.threshold
        return [
            "records": .number(table.count), "pairs": .number(compared),
            "threshold": [
                "score": .number(threshold.score), "precision": .number(threshold.precision),
                "recall": .number(threshold.recall), "low": .number(threshold.range.lowerBound),
                "high": .number(threshold.range.upperBound),
            ],
            "rules": .array(
                linker.report.map { rule in
                    [
                        "rule": .string(rule.rule), "made": .number(rule.made), "added": .number(rule.added),
                        "leftOut": .number(rule.leftOut), "largestBlock": .number(rule.largestBlock),
                    ]
                }),
            "clusters": .array(
                clusters.map { members in
                    .array(members.map { table.ids[$0] }.sorted().map(JSONValue.string))
                }),
        ]
    }
}
