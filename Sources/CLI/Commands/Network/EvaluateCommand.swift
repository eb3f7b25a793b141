import ArgumentParser
import Formats
import Foundation
import Networks

/// How much of a sample province's truth the engines find.
struct EvaluateCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Hold what the engines find in a sample province against its truth.",
        discussion: """
            The engines read the province's files, not its truth; then both are compared.

              daybreak sample --seed 11 --out province
              daybreak network evaluate province

            Columns: question, expected (how many there are to find), found, right, precision, recall.
            """)

    @Argument(help: ArgumentHelp("The folder that \"daybreak sample\" wrote.", valueName: "folder"))
    var folder: String

    @Option(help: ArgumentHelp("Where the answer goes, as CSV.", valueName: "path"))
    var out: String?

    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        let path = URL(fileURLWithPath: folder).appendingPathComponent("truth.json").path
        let document: JSONValue
        do { document = try JSONReader.value(try Files.bytes(path)) } catch let error as FormatError {
            throw CLIError.badManifest(path, detail: shell.text(error.phrase))
        }
        guard let truth = document.object else { throw CLIError.badManifest(path, detail: "it is no object") }
        let calls = try ProvinceCalls(folder: folder).named
        var settings = ReplacementSettings()
        settings.zoneOffset = calls.zoneOffset
        let province = ProvinceQuestion.Province(
            folder: folder, truth: truth, calls: calls, replacements: try calls.calls.replacements(settings))
        let answers = try ProvinceQuestion.all.map { (name: $0.name, answer: try $0.ask(province)) }
        let table = AnswerTable(
            columns: ["question", "expected", "found", "right", "precision", "recall"], count: answers.count
        ) { place in
            let (name, answer) = answers[place]
            return [
                .text(name), .whole(answer.expected), .whole(answer.found), .whole(answer.right),
                ReplacementsCommand.rounded(answer.precision), ReplacementsCommand.rounded(answer.recall),
            ]
        }
        if let out { try table.write(to: out) }
        if common.json {
            shell.print(json: ["task": "evaluate", "results": .array((0..<table.count).map(table.object))])
        } else {
            let rows = [table.columns] + (0..<table.count).map { table.row($0).map(\.text) }
            for line in Figures.columns(rows) { shell.print(line) }
        }
        return .done
    }
}
