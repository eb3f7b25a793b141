import Access
import ArgumentParser
import Daybreak
import Formats
import Foundation
import RichPicture

/// Brings files in: staged, shown, committed.
struct ImportCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Read files, show what they say, and take them into the picture.",
        discussion: """
            A file is taken as a whole or not at all; a row that cannot be read is refused by itself, with its line, its \
            column and the reason. The same file again adds nothing.

            Telephony, banking and surveillance intrude on private life: such a file needs the authority that permits \
            it, with its period. Without one it is kept, but may not be used (exit code 5); see "daybreak authorise".

              daybreak import calls.csv --profile calls-siam --owner "Royal Police" --grade 1BP \\
                --authority "Court 4/2026" --basis "Code 105" --from 2026-06-01 --until 2026-08-31

            With --json the answer lists every refused row that is kept word for word (the first 1,000 of a file).
            """)

    @Argument(help: ArgumentHelp("The files.", valueName: "file"))
    var files: [String] = []

    @Option(
        help: ArgumentHelp(
            "A list of files, each with the options it is to be read with, as \"daybreak sample\" writes it.",
            valueName: "path"))
    var manifest: String?

    @Flag(help: "Only show: keep the files waiting for \"daybreak commit\".")
    var stage = false

    @OptionGroup(title: "What is said of the files") var intake: IntakeOptions
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        guard files.isEmpty != (manifest == nil) else { throw CLIError.filesOrManifest }
        return try await common.withDaybreak(in: shell) { daybreak in
            let picture = daybreak.picture
            var orders = try manifest.map { try Manifest.orders($0) } ?? []
            if manifest == nil {
                let viewer = try await common.viewer(daybreak, in: shell)
                orders = try self.orders(profiles: picture.profiles, of: viewer, in: shell)
            }
            var reports: [ImportReport] = []
            var last: Viewer?
            for var order in orders {
                let viewer = try await importer(of: &order, daybreak, in: shell)
                let report = try await Importing(
                    order: order, picture: picture, command: self, viewer: viewer, shell: shell
                ).run()
                last = viewer
                if !common.json { report.show(in: shell, isWhole: orders.count == 1 || stage) }
                reports.append(report)
            }
            guard let last else { return .done }
            let entities = try await picture.home(as: last).entities
            if common.json {
                let total = JSONValue.counts(
                    Dictionary(entities.map { ($0.kind.name, $0.count) }) { first, _ in first })
                shell.print(json: ["imports": .array(reports.map { $0.json(shell) }), "picture": ["entities": total]])
            } else if reports.count > 1 {
                shell.print(CountSentence.total(of: reports.compactMap(\.source), entities: entities, in: shell))
            }
            return reports.map(\.ending).max() ?? .done
        }
    }

    // What the sample's organisations give is brought in by their own people, unless somebody is named, and released to
    // those who work with all of it.
    private func importer(of order: inout ImportOrder, _ daybreak: Daybreak, in shell: Shell) async throws -> Viewer {
        if manifest != nil, daybreak.standing == .demonstration, common.eyes(in: shell) == nil {
            order.request.release.formUnion(Demonstration.released)
            return try await daybreak.importer(of: order.request.owner)
        }
        return try await common.viewer(daybreak, in: shell)
    }

    // One order for each file, all with the options of the command line.
    private func orders(profiles: [Profile], of viewer: Viewer, in shell: Shell) throws -> [ImportOrder] {
        let own = common.profileFile.count == 1 ? try common.ownProfiles(in: shell) : []
        let only = try common.profileFile.first.map { try Profile(parsing: try Files.text($0)).name }
        let name = intake.profile ?? (own.isEmpty ? nil : only)
        let zone = intake.zone ?? profiles.first { $0.name == name }?.zone ?? "UTC"
        let authority = try intake.authority.authority(zone: zone)
        return try files.map { path in
            ImportOrder(
                path: path,
                request: try intake.labelled(
                    ImportRequest(
                        name: URL(fileURLWithPath: path).lastPathComponent, stream: try intake.stream.map(Streams.read),
                        owner: intake.owner ?? viewer.organisation, grade: try Grade(orUntested: intake.grade ?? ""),
                        conditions: intake.conditions, authority: authority, profile: name, encoding: intake.encoding,
                        zone: intake.zone, country: intake.country)))
        }
    }
}

/// A file and how it is to be brought in.
struct ImportOrder {
    var path: String
    var request: ImportRequest
}
