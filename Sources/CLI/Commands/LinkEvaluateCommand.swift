import ArgumentParser
import Formats
import Foundation
import RichPicture

/// Measures the proposals of the picture against a truth, such as that of the sample province.
struct LinkEvaluateCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Measure the proposals for persons against the truth of a sample.",
        discussion: """
            Load a sample ("daybreak sample", "daybreak import --manifest"), then name its truth.json. A mention's person is known \
            by its document, else by name and birth date, else by a name that one person alone has.

            Exit code 1 when a machine has merged anybody.
            """)

    @Argument(help: ArgumentHelp("The truth.json of the sample.", valueName: "path"))
    var truth: String

    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        let known = try LinkTruth(try Files.bytes(truth), path: truth)
        return try await common.withPicture(in: shell) { picture, viewer in
            let progress = Progress(in: shell)
            progress.report(shell.text("cli.link-comparing"), share: nil, count: 0)
            let found = try await picture.evaluateLinks(as: viewer) { known.person(of: $0) }
            progress.end()
            if common.json { shell.print(json: json(found)) } else { show(found, in: shell) }
            return found.mergesByMachine == 0 ? .done : .failed
        }
    }

    private func json(_ found: LinkEvaluation) -> JSONValue {
        func pairs(_ pairs: LinkEvaluation.Pairs) -> JSONValue {
            [
                "proposed": .number(pairs.proposed), "right": .number(pairs.right), "same": .number(pairs.one),
                "precision": .number(pairs.precision), "recall": .number(pairs.recall),
            ]
        }
        return [
            "mentions": .number(found.mentions), "known": .number(found.known), "atRisk": .number(found.atRisk),
            "proposals": .number(found.proposals), "all": pairs(found.all), "acrossSources": pairs(found.across),
            "merges": .number(found.merges), "mergesByMachine": .number(found.mergesByMachine),
            "personsAtRiskMergedByMachine": .number(found.atRiskMergedByMachine),
        ]
    }

    private func show(_ found: LinkEvaluation, in shell: Shell) {
        shell.print(
            shell.text(
                "links.cli.evaluated",
                [
                    "mentions": Figures.grouped(found.mentions), "known": Figures.grouped(found.known),
                    "proposals": Figures.grouped(found.proposals),
                ]))
        let rows = [("links.cli.pairs-all", found.all), ("links.cli.pairs-across", found.across)].map { key, pairs in
            [
                shell.text(key), String(format: "%.3f", pairs.precision), String(format: "%.3f", pairs.recall),
                Figures.grouped(pairs.proposed), Figures.grouped(pairs.right), Figures.grouped(pairs.one),
            ]
        }
        let heading = ["", "precision", "recall", "proposed", "right", "same"].map { name in
            name.isEmpty ? "" : shell.text("links.cli.column-\(name)")
        }
        for line in Figures.columns([heading] + rows, indent: "  ") { shell.print(line) }
        shell.print(
            shell.text(
                "links.cli.no-machine",
                [
                    "merges": Figures.grouped(found.merges), "machine": Figures.grouped(found.mergesByMachine),
                    "risk": Figures.grouped(found.atRisk), "merged": Figures.grouped(found.atRiskMergedByMachine),
                ]))
    }
}

/// Who the persons of a sample are.
struct LinkTruth: Sendable {
    private typealias Known = (person: String, isAtRisk: Bool)
    private var byDocument: [String: Known] = [:]
    private var byName: [[String]: Known] = [:]
    private var ambiguous: Set<[String]> = []

    /// Reads the truth of a sample; throws a `CLIError` where it is none.
    init(_ bytes: [UInt8], path: String) throws {
        let whole = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        guard let persons = whole?["persons"] as? [[String: Any]] else {
            throw CLIError.badManifest(path, detail: "persons")
        }
        for entry in persons {
            guard let id = entry["id"] as? String else { continue }
            let known = (person: id, isAtRisk: entry["isAtRisk"] as? Bool ?? false)
            for document in entry["documents"] as? [String] ?? [] { byDocument[document] = known }
            for name in [entry["name"] as? String, entry["native"] as? String].compactMap(\.self) {
                for key in [[name, entry["born"] as? String ?? ""], [name]] {
                    if byName[key] != nil, byName[key]?.person != id { ambiguous.insert(key) }
                    byName[key] = known
                }
            }
        }
    }

    /// Who a mention is; `nil` where the truth does not say without doubt.
    func person(of mention: EvaluatedMention) -> (person: String, isAtRisk: Bool)? {
        for document in mention.documents { if let known = byDocument[document] { return known } }
        let keys = mention.names.flatMap { name in
            [mention.born.map { [name, $0] }, mention.born == nil ? [name] : nil]
        }
        for key in keys.compactMap(\.self) where !ambiguous.contains(key) {
            if let known = byName[key] { return known }
        }
        return nil
    }
}
