import ArgumentParser
import Formats
import RichPicture

/// The stop-list.
struct StopCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop",
        abstract: "Identifiers that never link people: hotlines, shelters, taxis, bank switches.",
        subcommands: [List.self, Add.self, Remove.self], defaultSubcommand: List.self)

    /// Lists it.
    struct List: ShellCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List them.")

        @OptionGroup(title: "Common options") var common: CommonOptions

        func run(in shell: Shell) async throws -> Ending {
            try await common.withPicture(in: shell) { picture, viewer in
                let entries = try await picture.stopList(as: viewer)
                if common.json {
                    let list: [JSONValue] = entries.map { entry in
                        [
                            "kind": .string(entry.kind.name), "value": .string(entry.key),
                            "reason": .string(entry.reason), "decidedBy": .string(entry.decidedBy),
                        ]
                    }
                    shell.print(json: ["stopped": .array(list)])
                } else {
                    for line in Figures.columns(entries.map { [$0.kind.name, $0.key, $0.reason, $0.decidedBy] }) {
                        shell.print(line)
                    }
                }
                return entries.isEmpty ? .nothingFound : .done
            }
        }
    }

    /// Adds to it.
    struct Add: ShellCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Add one, with the reason.",
            discussion: "  daybreak stop add phone \"+66 2 555 0199\" --because \"taxi rank at the pier\"")

        @OptionGroup var identifier: Identifier

        @Option(help: ArgumentHelp("Why it links nobody.", valueName: "reason"))
        var because: String

        @OptionGroup var once: KeyOption
        @OptionGroup(title: "Common options") var common: CommonOptions

        func run(in shell: Shell) async throws -> Ending {
            try await common.withPicture(in: shell) { picture, viewer in
                try await picture.stop(
                    try identifier.kind(), identifier.value, because: because, key: once.key, as: viewer)
                return identifier.answer("cli.stop-added", asJSON: common.json, in: shell)
            }
        }
    }

    /// Takes from it.
    struct Remove: ShellCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Remove one, with the reason; \"stop add\" undoes it.")

        @OptionGroup var identifier: Identifier

        @Option(help: ArgumentHelp("Why it may link people again.", valueName: "reason"))
        var because: String

        @OptionGroup var once: KeyOption
        @OptionGroup(title: "Common options") var common: CommonOptions

        func run(in shell: Shell) async throws -> Ending {
            try await common.withPicture(in: shell) { picture, viewer in
                try await picture.unstop(
                    try identifier.kind(), identifier.value, because: because, key: once.key, as: viewer)
                return identifier.answer("cli.stop-removed", asJSON: common.json, in: shell)
            }
        }
    }

    /// An identifier as people write it.
    struct Identifier: ParsableArguments {
        @Argument(help: ArgumentHelp("What it is, such as phone or account.", valueName: "kind"))
        var kindName: String

        @Argument(help: ArgumentHelp("The number, in any format that names its country.", valueName: "value"))
        var value: String

        func kind() throws(CLIError) -> EntityKind {
            guard let kind = EntityKind(name: kindName), kind.isIdentifier else {
                let known = EntityKind.allCases.filter(\.isIdentifier).map(\.name)
                throw .unknown(option: "<kind>", value: kindName, known: known)
            }
            return kind
        }

        func answer(_ key: String, asJSON: Bool, in shell: Shell) -> Ending {
            if asJSON {
                shell.print(json: ["kind": .string(kindName), "value": .string(value)])
            } else {
                shell.print(shell.text(key, ["kind": kindName, "value": value]))
            }
            return .done
        }
    }
}
