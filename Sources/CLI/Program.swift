import ArgumentParser
import Formats
import Foundation
import Words

/// The program `daybreak`: arguments in, an exit code out.
@main
enum Program {
    /// Runs the command that the process was started with.
    static func main() async {
        let ending = await run(Array(CommandLine.arguments.dropFirst()), in: .live())
        exit(ending.rawValue)
    }

    /// Runs one command in a shell: the same for the process and for tests.
    static func run(_ arguments: [String], in shell: Shell) async -> Ending {
        let command: any ParsableCommand
        do {
            command = try DaybreakCommand.parseAsRoot(arguments)
        } catch {
            return explainParsing(error, in: shell)
        }
        guard let command = command as? any ShellCommand else { return help(command, in: shell) }
        do {
            return try await command.run(in: shell)
        } catch is CancellationError {
            return .failed
        } catch {
            return explain(error, asJSON: command.common.json, in: shell)
        }
    }

    // `help`, and commands that only gather others, end by asking for the help to be shown.
    private static func help(_ command: any ParsableCommand, in shell: Shell) -> Ending {
        do {
            var command = command
            try command.run()
            return .done
        } catch {
            return explainParsing(error, in: shell)
        }
    }

    // Help and versions go to standard output; what was typed wrongly to standard error.
    private static func explainParsing(_ error: any Error, in shell: Shell) -> Ending {
        let text = DaybreakCommand.fullMessage(for: error, columns: 100)
        guard DaybreakCommand.exitCode(for: error).isSuccess else {
            shell.complain(text)
            return .usage
        }
        shell.print(text)
        return .done
    }

    /// Says what went wrong: a sentence for people, and with `--json` the same as a document.
    static func explain(_ error: any Error, asJSON: Bool, in shell: Shell) -> Ending {
        let phrase = (error as? any Explained)?.phrase ?? Phrase("cli.unexpected", ["detail": "\(error)"])
        let text = shell.words.text(phrase)
        shell.complain(shell.words("cli.error", ["what": text]))
        if asJSON { shell.print(json: ["error": ["key": .string(phrase.key), "message": .string(text)]]) }
        return Ending(of: error)
    }
}
