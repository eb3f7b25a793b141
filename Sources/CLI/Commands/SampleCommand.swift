import ArgumentParser
import Formats
import Foundation
import Sample

/// Writes the sample province.
struct SampleCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Write a synthetic province with a known truth, in the formats of real files.",
        discussion: """
            The same seed gives the same bytes. Nobody in it is real. Load it with \
            "daybreak import --manifest FOLDER/manifest.json"; truth.json says what there is to find.
            """)

    @Option(help: ArgumentHelp("The seed.", valueName: "number"))
    var seed: UInt64 = 7

    @Option(help: ArgumentHelp("How many people, 500 to 2,000,000.", valueName: "number"))
    var people = 2_000

    @Option(help: ArgumentHelp("How many days, 1 to 365.", valueName: "number"))
    var days = 90

    @Option(help: ArgumentHelp("The folder to write into; it is made.", valueName: "folder"))
    var out: String

    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        guard (500...2_000_000).contains(people) else {
            throw CLIError.outOfRange(option: "--people", range: "500-2000000")
        }
        guard (1...365).contains(days) else { throw CLIError.outOfRange(option: "--days", range: "1-365") }
        let files = ProvinceWriter.files(Province.make(seed: seed, people: people, days: days))
        let progress = Progress(in: shell)
        var sizes: [(path: String, bytes: Int)] = []
        for (index, file) in files.enumerated() {
            let path = URL(fileURLWithPath: out).appendingPathComponent(file.path)
            try Files.makeFolder(path.deletingLastPathComponent().path)
            var size = 0
            let stage = shell.text("cli.writing", ["name": file.path])
            try Files.write(path.path) { write in
                try file.write { bytes in
                    try write(bytes)
                    size += bytes.count
                    progress.report(stage, share: Double(index) / Double(files.count), count: size)
                }
            }
            sizes.append((file.path, size))
        }
        progress.end()
        show(sizes, in: shell)
        return .done
    }

    private func show(_ sizes: [(path: String, bytes: Int)], in shell: Shell) {
        guard !common.json else {
            shell.print(
                json: [
                    "folder": .string(out),
                    "files": .array(sizes.map { ["path": .string($0.path), "size": .number($0.bytes)] }),
                ])
            return
        }
        for line in Figures.columns(sizes.map { [$0.path, Figures.grouped($0.bytes)] }, indent: "  ") {
            shell.print(line)
        }
        shell.print(shell.text("cli.sample-written", ["count": String(sizes.count), "folder": out]))
    }
}
