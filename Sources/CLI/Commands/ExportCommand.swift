import ArgumentParser
import Formats
import Foundation
import RichPicture

/// Writes the picture out in the formats of others.
struct ExportCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write what the picture holds in a format that other programs read.",
        discussion: """
            Only what sources state is written, never what was concluded from it; and only what you may see. People are \
            written only around somebody or something that you name with --around; without it they are left out.

              ftm             FollowTheMoney entities, JSON lines
              ftm-statements  FollowTheMoney statements, CSV: every value with its source
              gexf, graphml   the network, for Gephi, networkx, yEd
              csv             the network as two tables, nodes.csv and edges.csv; --out is a folder
              geojson         places: the area in which a phone may have been, never a point
            """)

    @Option(help: ArgumentHelp("ftm, ftm-statements, gexf, graphml, geojson or csv.", valueName: "format"))
    var format: String

    @Option(help: ArgumentHelp("The file to write, for csv the folder; without it standard output.", valueName: "path"))
    var out: String?

    @Option(
        help: ArgumentHelp("Only what lies around this entity; may be given several times.", valueName: "id"))
    var around: [String] = []

    @Option(help: ArgumentHelp("How many steps around it, 1 to 3.", valueName: "number"))
    var hops = 1

    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        guard let format = ExportFormat(rawValue: format) else {
            throw CLIError.unknown(option: "--format", value: format, known: ExportFormat.allCases.map(\.rawValue))
        }
        guard out != nil || (format != .csv && !common.json) else { throw CLIError.folderNeeded }
        guard (1...3).contains(hops) else { throw CLIError.outOfRange(option: "--hops", range: "1-3") }
        let reach = around.isEmpty ? nil : ExportReach(from: around, hops: hops)
        let filter = try filters.filter()
        let target = try ExportTarget(out, format, shell)
        let progress = Progress(in: shell)
        defer { progress.end() }
        let stage = shell.text("cli.exporting", ["format": format.rawValue])
        do {
            let tally = try await common.withPicture(in: shell) { picture, viewer in
                try await picture.export(format, filter: filter, reach: reach, as: viewer) {
                    part, bytes, tally in
                    progress.report(stage, share: nil, count: tally.things + tally.links)
                    try target.write(part, bytes)
                }
            }
            try target.finish()
            progress.end()
            return answer(tally, in: shell)
        } catch {
            target.abandon()
            throw error
        }
    }

    private func answer(_ tally: ExportTally, in shell: Shell) -> Ending {
        let sentence = shell.text(
            "cli.exported", ["things": Figures.grouped(tally.things), "links": Figures.grouped(tally.links)])
        if common.json {
            shell.print(
                json: [
                    "format": .string(format), "out": .optional(out), "things": .number(tally.things),
                    "links": .number(tally.links), "peopleLeftOut": .number(tally.peopleLeftOut),
                    "beyondReach": .number(tally.beyondReach),
                ])
        } else {
            // The answer itself may be on standard output.
            shell.complain(sentence)
            if tally.peopleLeftOut > 0 {
                let count = Figures.grouped(tally.peopleLeftOut)
                shell.complain(shell.text("cli.people-left-out", ["count": count]))
            }
            if tally.beyondReach > 0 {
                shell.complain(shell.text("cli.beyond-reach", ["count": Figures.grouped(tally.beyondReach)]))
            }
        }
        return tally.things == 0 ? .nothingFound : .done
    }
}

/// Where an export goes: standard output, a file, or the files of a folder.
final class ExportTarget: Sendable {
    private let files: [ExportPart: OutputFile]
    private let shell: Shell

    init(_ out: String?, _ format: ExportFormat, _ shell: Shell) throws(CLIError) {
        self.shell = shell
        guard let out else {
            files = [:]
            return
        }
        guard format == .csv else {
            files = [.whole: try OutputFile(out)]
            return
        }
        try Files.makeFolder(out)
        files = [.nodes: try OutputFile(out + "/nodes.csv"), .edges: try OutputFile(out + "/edges.csv")]
    }

    func write(_ part: ExportPart, _ bytes: [UInt8]) throws(CLIError) {
        if let file = files[part] { try file.write(bytes) } else { shell.output(bytes) }
    }

    func finish() throws(CLIError) {
        for file in files.values { try file.finish() }
    }

    func abandon() {
        for file in files.values { file.abandon() }
    }
}
