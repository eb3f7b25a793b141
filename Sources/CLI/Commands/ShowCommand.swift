import ArgumentParser
import RichPicture

/// Shows everything about one entity or one source.
struct ShowCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show everything about an entity, or the lines of a file.",
        discussion: """
            Every value stands with the file and the line that said it, and with its grade. Values that contradict each \
            other stand side by side.

              daybreak show mzxw6ytboi4dqmjq
              daybreak show oj2w4ylsmurhiylo --line 17
            """)

    @Argument(help: ArgumentHelp("An entity or a source.", valueName: "id"))
    var id: String

    @Option(help: ArgumentHelp("The line of the source to show, with those around it.", valueName: "number"))
    var line: Int?

    @Option(help: ArgumentHelp("How many lines to show before and after it.", valueName: "number"))
    var context = 5

    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        guard (0...1_000).contains(context) else { throw CLIError.outOfRange(option: "--context", range: "0-1000") }
        return try await common.withPicture(in: shell) { picture, viewer in
            if line == nil, let entity = try await picture.entity(id, as: viewer) {
                if common.json { shell.print(json: entity.json) } else { EntityText(entity, shell).show() }
                return .done
            }
            guard let source = try await picture.source(id, line: line, context: context, as: viewer) else {
                throw CLIError.nothing(id: id)
            }
            if common.json { shell.print(json: source.json(shell)) } else { SourceText(source, shell).show() }
            return .done
        }
    }
}
