import ArgumentParser
import Formats
import Foundation
import Records
import RichPicture

/// Writes the picture out in the formats of others.
struct ExportCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write what the picture holds in a format that other programs read.",
        discussion: """
            Only what sources state is written, never what was concluded from it; and only what you may see. People are \
            written only around somebody or something that you name with --around; without it they are left out.

            What leaves is ordered first, with its ground, and approved by two people of two different organisations. Then \
            whoever ordered it fetches it, for as long as the approvals hold:

              daybreak export --format gexf --around ID --ground "joint case with the prosecutor"
              daybreak export --order ID --out network.gexf

              ftm             FollowTheMoney entities, JSON lines
              ftm-statements  FollowTheMoney statements, CSV: every value with its source
              gexf, graphml   the network, for Gephi, networkx, yEd
              csv             the network as two tables, nodes.csv and edges.csv; --out is a folder
              geojson         places: the area in which a phone may have been, never a point
            """)

    @Option(help: ArgumentHelp("ftm, ftm-statements, gexf, graphml, geojson or csv.", valueName: "format"))
    var format: String?

    @Option(help: ArgumentHelp("Why it shall leave, and for whom: what the approvers decide on.", valueName: "text"))
    var ground: String?

    @Option(help: ArgumentHelp("Fetch what was ordered under this id, once it is approved.", valueName: "id"))
    var order: String?

    @Option(help: ArgumentHelp("The file to write, for csv the folder; without it standard output.", valueName: "path"))
    var out: String?

    @Option(
        help: ArgumentHelp("Only what lies around this entity; may be given several times.", valueName: "id"))
    var around: [String] = []

    @Option(help: ArgumentHelp("How many steps around it, 1 to 3.", valueName: "number"))
    var hops = 1

    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup var once: KeyOption
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        if let order { return try await fetch(order, in: shell) }
        guard let format = format.flatMap(ExportFormat.init) else {
            throw CLIError.unknown(
                option: "--format", value: format ?? "", known: ExportFormat.allCases.map(\.rawValue))
        }
        guard (1...3).contains(hops) else { throw CLIError.outOfRange(option: "--hops", range: "1-3") }
        guard let ground else { throw CLIError.groundNeeded }
        let reach = around.isEmpty ? nil : ExportReach(from: around, hops: hops)
        let wish = ExportOrder(format, filter: try filters.filter(), reach: reach, ground: ground)
        let ordered = try await common.withPicture(in: shell) { picture, viewer in
            try await picture.order(wish, key: once.key, as: viewer)
        }
        if common.json {
            shell.print(json: ["order": .string(ordered.id), "request": .optional(ordered.request)])
        } else {
            let key = ordered.request == nil ? "cli.export-ordered-only" : "cli.export-ordered"
            shell.print(shell.text(key, ["id": ordered.id, "request": ordered.request ?? ""]))
        }
        return .done
    }

    private func fetch(_ order: String, in shell: Shell) async throws -> Ending {
        try await common.withPicture(in: shell) { picture, viewer in
            guard let ordered = try await picture.ordered(order, as: viewer)?.record,
                let format = ExportFormat(rawValue: ordered.format)
            else { throw CLIError.nothing(id: order) }
            guard out != nil || (format != .csv && !common.json) else { throw CLIError.folderNeeded }
            let target = try ExportTarget(out, format, shell)
            let progress = Progress(in: shell)
            defer { progress.end() }
            let stage = shell.text("cli.exporting", ["format": format.rawValue])
            do {
                let tally = try await picture.deliver(order, as: viewer) { part, bytes, tally in
                    progress.report(stage, share: nil, count: tally.things + tally.links)
                    try target.write(part, bytes)
                }
                try target.finish()
                progress.end()
                return answer(tally, format, in: shell)
            } catch {
                target.abandon()
                throw error
            }
        }
    }

    private func answer(_ tally: ExportTally, _ format: ExportFormat, in shell: Shell) -> Ending {
        let sentence = shell.text(
            "cli.exported", ["things": Figures.grouped(tally.things), "links": Figures.grouped(tally.links)])
        if common.json {
            shell.print(
                json: [
                    "format": .string(format.rawValue), "out": .optional(out), "things": .number(tally.things),
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
