import ArgumentParser
import Formats
import Foundation
import RichPicture

/// Mapping profiles.
struct ProfileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile",
        abstract: "Mapping profiles: small text files that say which column of a table is what.",
        discussion: """
            For a table that nobody has described yet:

              daybreak profile guess unknown.csv > unknown.profile
              (read it through, correct what is marked as unsure)
              daybreak profile check unknown.profile
              daybreak import unknown.csv --profile-file unknown.profile
            """,
        subcommands: [List.self, Show.self, Guess.self, Check.self])

    /// Lists the profiles.
    struct List: ShellCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the profiles that are known here.")

        @OptionGroup(title: "Common options") var common: CommonOptions

        func run(in shell: Shell) async throws -> Ending {
            let profiles = try ProfileCommand.known(common, in: shell)
            if common.json {
                let list: [JSONValue] = profiles.map { profile in
                    [
                        "name": .string(profile.name), "title": .string(profile.title),
                        "stream": .string(profile.stream.rawValue),
                    ]
                }
                shell.print(json: ["profiles": .array(list)])
            } else {
                for line in Figures.columns(profiles.map { [$0.name, $0.stream.rawValue, $0.title] }) {
                    shell.print(line)
                }
            }
            return .done
        }
    }

    /// Shows one.
    struct Show: ShellCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: "Print a profile.")

        @Argument(help: ArgumentHelp("The profile.", valueName: "name"))
        var name: String

        @OptionGroup(title: "Common options") var common: CommonOptions

        func run(in shell: Shell) async throws -> Ending {
            guard let profile = try ProfileCommand.known(common, in: shell).first(where: { $0.name == name }) else {
                throw CLIError.nothing(id: name)
            }
            if common.json { shell.print(json: profile.json) } else { shell.output(Array(profile.text.utf8)) }
            return .done
        }
    }

    /// Proposes one.
    struct Guess: ShellCommand {
        static let configuration = CommandConfiguration(
            commandName: "guess", abstract: "Propose a profile for a table, from its column names and first rows.")

        @Argument(help: ArgumentHelp("A CSV, TSV or XLSX file.", valueName: "file"))
        var file: String

        @OptionGroup(title: "Common options") var common: CommonOptions

        func run(in shell: Shell) async throws -> Ending {
            let table = try TableBeginning(path: file)
            let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
            let text = Profile.guess(header: table.header, rows: table.rows, name: name, encoding: table.statedEncoding)
            if common.json { shell.print(json: ["profile": .string(text)]) } else { shell.output(Array(text.utf8)) }
            return .done
        }
    }

    /// Checks one.
    struct Check: ShellCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Read a profile, and say what it takes or what is wrong with it.")

        @Argument(help: ArgumentHelp("The profile's file.", valueName: "path"))
        var path: String

        @OptionGroup(title: "Common options") var common: CommonOptions

        func run(in shell: Shell) async throws -> Ending {
            let profile = try Profile(parsing: try Files.text(path))
            if common.json {
                shell.print(json: profile.json)
            } else {
                shell.print(
                    shell.text(
                        "cli.profile-good",
                        ["name": profile.name, "title": profile.title, "stream": profile.stream.rawValue]))
                for table in profile.tables {
                    let columns = table.columns.joined(separator: ", ")
                    shell.print("  " + shell.text("cli.profile-table", ["table": table.name, "columns": columns]))
                }
            }
            return .done
        }
    }

    // Those that come with Daybreak, and the installation's in place of those of their names.
    private static func known(_ common: CommonOptions, in shell: Shell) throws -> [Profile] {
        let own = try common.ownProfiles(in: shell)
        let names = Set(own.map(\.name))
        return (own + (try Profile.shipped().filter { !names.contains($0.name) })).sorted { $0.name < $1.name }
    }
}

extension Profile {
    fileprivate var json: JSONValue {
        [
            "name": .string(name), "title": .string(title), "stream": .string(stream.rawValue),
            "tables": .array(
                tables.map { ["name": .string($0.name), "columns": .array($0.columns.map(JSONValue.string))] }),
            "text": .string(text),
        ]
    }
}
