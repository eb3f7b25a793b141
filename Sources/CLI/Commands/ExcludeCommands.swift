import Access
import ArgumentParser
import Formats
import Records

/// What is hidden by an exclusion.
struct HiddenOptions: ParsableArguments {
    @Option(help: ArgumentHelp("One record, by its public id.", valueName: "id"))
    var record = ""

    @Option(help: ArgumentHelp("Everything of an organisation, by its name.", valueName: "name"))
    var organisation = ""

    @Option(help: ArgumentHelp("Everything of a kind, such as victim_pseudo.", valueName: "kind"))
    var kind = ""

    @Option(help: ArgumentHelp("Why; only oversight reads it.", valueName: "ground"))
    var because: String

    @OptionGroup var once: KeyOption

    func exclude(_ principal: String, _ common: CommonOptions, _ shell: Shell) async throws -> Ending {
        guard kind.isEmpty || Kind(name: kind) != nil else {
            throw CLIError.unknown(option: "--kind", value: kind, known: Kind.allCases.map(\.name))
        }
        return try await common.withBook(in: shell) { book, viewer in
            let own = Principal.account(viewer.standing.account).text
            let edits: Document = [
                "principal": .text(principal.isEmpty ? own : principal), "record": .text(record),
                "organisation": .text(organisation), "kindName": .text(kind), "ground": .text(because),
            ]
            let receipt = try await book.open("exclusion", Asking(edits: edits, key: once.key), as: viewer)
            if common.json {
                shell.print(json: receipt.json)
            } else {
                shell.print(shell.text("cli.excluded", ["id": receipt.id]))
            }
            return .done
        }
    }
}

/// Hides something from somebody.
struct ExcludeCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "exclude", abstract: "Hide something from somebody, so that for them it does not exist.",
        discussion: "  daybreak exclude account:anan --record mzxw6ytboi4dqmjq --because \"his brother is named in it\""
    )

    @Argument(help: ArgumentHelp("From whom: account:…, unit:… or organisation:….", valueName: "principal"))
    var principal: String

    @OptionGroup var hidden: HiddenOptions
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        guard Principal(principal) != nil else {
            throw CLIError.unknown(
                option: "<principal>", value: principal, known: ["account:", "unit:", "organisation:"])
        }
        return try await hidden.exclude(principal, common, shell)
    }
}

/// Hides something from oneself.
struct RecuseCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "recuse", abstract: "Recuse yourself: hide something from yourself. Only oversight can lift it.")

    @OptionGroup var hidden: HiddenOptions
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending { try await hidden.exclude("", common, shell) }
}
