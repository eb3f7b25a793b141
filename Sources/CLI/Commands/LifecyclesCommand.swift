import ArgumentParser
import Daybreak
import Formats
import Foundation
import Records

/// Writes the lifecycles as diagrams.
struct LifecyclesCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "lifecycles",
        abstract: "Write the declared lives of all records as diagrams, one Markdown file a type.",
        discussion: "  daybreak lifecycles --out docs/lifecycles")

    @Option(help: ArgumentHelp("The folder to write into.", valueName: "folder"))
    var out: String

    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        let declarations = Daybreak.declarations
        do {
            try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
            for declaration in declarations {
                let place = URL(fileURLWithPath: out).appendingPathComponent("\(declaration.name).md")
                try Data(declaration.diagram.utf8).write(to: place)
            }
        } catch {
            throw CLIError.cannotWrite(out, reason: error.localizedDescription)
        }
        let names = declarations.map(\.name)
        if common.json {
            shell.print(json: ["types": .array(names.map(JSONValue.string))])
        } else {
            shell.print(shell.text("cli.lifecycles", ["types": names.joined(separator: ", "), "folder": out]))
        }
        return .done
    }
}
