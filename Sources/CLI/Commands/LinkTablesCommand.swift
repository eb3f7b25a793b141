import ArgumentParser
import Formats
import Foundation
import Linkage
import Words

/// Finds out which records of a file are of one person; needs no database.
struct LinkTablesCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "tables",
        abstract: "Find records of one person in a table, or in two.",
        discussion: """
            Nothing is merged: the answer is two tables, pairs with their evidence and clusters, for people to decide on.

              daybreak link people.csv --settings auto --pairs pairs.csv --clusters clusters.csv
              daybreak link ours.csv theirs.csv --settings mine.json --pairs pairs.csv --threshold 0.99

            With "auto" the columns are looked at and settings chosen; they are written out, with all that was learned, so that \
            they can be read, corrected and used again. "auto-splink" chooses only what Splink computes too: with --splink the \
            same model then runs there, for data that outgrow one machine. Labels, where there are any, are a table of two ids \
            and 1 or 0.

            In the table of pairs every comparison has its outcome and its weight in bits; prior, weights and household sum \
            to the score, to the last digit.
            """)

    @Argument(help: ArgumentHelp("One or two tables with the same headings.", valueName: "file"))
    var files: [String]

    @Option(
        help: ArgumentHelp(
            "Settings as written by an earlier run or by Splink, or \"auto\", or \"auto-splink\".", valueName: "path"))
    var settings = "auto"

    @Option(help: ArgumentHelp("Where the pairs go.", valueName: "path"))
    var pairs: String?

    @Option(help: ArgumentHelp("Where the clusters go.", valueName: "path"))
    var clusters: String?

    @Option(
        name: .customLong("settings-out"),
        help: ArgumentHelp("Where the settings go, with all that was learned.", valueName: "path"))
    var settingsOut: String?

    @Option(
        name: .customLong("splink"),
        help: ArgumentHelp("Where the same model goes as a Splink settings document.", valueName: "path"))
    var splink: String?

    @Option(
        name: .customLong("train-labels"),
        help: ArgumentHelp("Pairs of which somebody knows what they are.", valueName: "path"))
    var labels: String?

    @Option(help: ArgumentHelp("Where pairs go whose labels would teach most.", valueName: "path"))
    var suggest: String?

    @Option(help: ArgumentHelp("From which probability records are joined; without it, it is chosen.", valueName: "p"))
    var threshold: Double?

    @Flag(name: .customLong("one-to-one"), help: "Each record of one file belongs to at most one of the other.")
    var isOneToOne = false

    @OptionGroup(title: "Common options") var common: CommonOptions

    private var isChosen: Bool { settings == "auto" || settings == "auto-splink" }

    func run(in shell: Shell) async throws -> Ending {
        guard pairs != nil || clusters != nil else { throw LinkError.outputNeeded }
        guard (1...2).contains(files.count) else { throw LinkError.twoFiles }
        if let threshold, !(threshold > 0 && threshold < 1) {
            throw CLIError.outOfRange(option: "--threshold", range: "0…1")
        }
        let progress = Progress(in: shell)
        defer { progress.end() }
        var table = try LinkTable(files, progress: progress, in: shell)
        var wanted = try given() ?? chosen(table.table)
        try table.takeIDs(from: wanted.idColumn)
        if let threshold { wanted.threshold = log2(threshold / (1 - threshold)) }
        if isOneToOne { wanted.isOneToOne = true }
        progress.report(shell.text("cli.link-comparing"), share: nil, count: table.table.count)
        let linker = try Linker(table.table, wanted, labels: try table.labels(labels))
        let found = linker.clusters()
        let output = LinkOutput(table: table.table, linker: linker, clusters: found)
        try write(output, in: shell)
        progress.end()
        if common.json { shell.print(json: output.json) } else { output.show(in: shell) }
        return .done
    }

    private func chosen(_ table: Table) throws -> Settings {
        settings == "auto-splink" ? try .autoShared(table) : try .auto(table)
    }

    private func given() throws -> Settings? {
        guard !isChosen else { return nil }
        let bytes = Data(try Files.bytes(settings))
        return try SplinkDocument.isOne(bytes) ? SplinkDocument.read(bytes) : Settings(json: bytes)
    }

    private func write(_ output: LinkOutput, in shell: Shell) throws {
        if let pairs { try output.writePairs(pairs) }
        if let clusters { try output.writeClusters(clusters) }
        if let suggest { try output.writeSuggestions(suggest) }
        let beside = isChosen ? (clusters ?? pairs).map { $0 + ".settings.json" } : nil
        if let place = settingsOut ?? beside {
            let bytes = try output.linker.settings.json()
            try Files.write(place) { put in try put([UInt8](bytes)) }
        }
        if let splink {
            let bytes = try SplinkDocument.write(output.linker.settings)
            try Files.write(splink) { put in try put([UInt8](bytes)) }
        }
        guard !common.json else { return }
        let places = [
            ("cli.link-what-pairs", pairs), ("cli.link-what-clusters", clusters),
            ("cli.link-what-suggestions", suggest), ("cli.link-what-settings", settingsOut ?? beside),
            ("cli.link-what-splink", splink),
        ]
        for case (let what, let place?) in places {
            shell.print(shell.text("cli.link-wrote", ["what": shell.text(what), "path": place]))
        }
    }
}

/// What the command can find wrong with what it was given.
enum LinkError: Explained, Equatable {
    /// Nowhere to write.
    case outputNeeded
    /// None or more than two files.
    case twoFiles
    /// An id that is there twice.
    case sameID(String, path: String, line: Int)
    /// The second file lacks a column of the first.
    case noColumn(String, path: String, other: String)
    /// No label is about records of the table.
    case noLabel(path: String)
    /// Not a label.
    case badLabel(path: String, line: Int)

    /// What went wrong and what to do.
    var phrase: Phrase {
        switch self {
        case .outputNeeded: Phrase("cli.link-output-needed")
        case .twoFiles: Phrase("cli.link-two-files")
        case .sameID(let id, let path, let line):
            Phrase("cli.link-same-id", ["id": id, "path": path, "line": String(line)])
        case .noColumn(let column, let path, let other):
            Phrase("cli.link-no-column", ["column": column, "path": path, "other": other])
        case .noLabel(let path): Phrase("cli.link-no-label", ["path": path])
        case .badLabel(let path, let line): Phrase("cli.link-bad-label", ["path": path, "line": String(line)])
        }
    }

    /// The exit code.
    var ending: Ending {
        switch self {
        case .outputNeeded, .twoFiles: .usage
        case .sameID, .noColumn, .badLabel, .noLabel: .refused
        }
    }
}
