import Access
import ArgumentParser
import Daybreak
import Formats
import Foundation
import RichPicture
import Words

/// The world of one command: where it writes, what time it is, what the environment says. Tests pass their own.
struct Shell: Sendable {
    /// Takes bytes for standard output.
    var output: @Sendable ([UInt8]) -> Void
    /// Takes bytes for standard error.
    var errors: @Sendable ([UInt8]) -> Void
    /// Whether standard error is a terminal, on which a line can be drawn again.
    var isTerminal: Bool
    /// The variables of the environment.
    var variables: [String: String]
    /// Milliseconds that only ever go up, for rates.
    var clock: @Sendable () -> Int
    /// The time, in milliseconds since 1970 UTC.
    var now: @Sendable () -> Int = Environment.systemNow
    /// Random bytes of a given number, fit for keys.
    var random: @Sendable (Int) -> [UInt8] = Environment.systemRandom
    /// The texts in the reader's language.
    var words: Catalogue
    /// Asks whoever sits at the terminal; what is secret is not shown.
    var ask: @Sendable (_ prompt: String, _ isSecret: Bool) throws -> String = { prompt, isSecret in
        try Secrets.typed(prompt + " ", isShown: !isSecret)
    }
    /// What a guess at a passphrase costs; tests pay less.
    var costs = Environment.Costs.standard

    /// The shell of a running process.
    static func live() -> Shell {
        Shell(
            output: { write($0, to: FileHandle.standardOutput) }, errors: { write($0, to: FileHandle.standardError) },
            isTerminal: isatty(FileHandle.standardError.fileDescriptor) == 1,
            variables: ProcessInfo.processInfo.environment,
            clock: { Int(DispatchTime.now().uptimeNanoseconds / 1_000_000) }, words: .english)
    }

    // A reader that has gone away (`| head`) ends the program as it ends every other one: by SIGPIPE.
    private static func write(_ bytes: [UInt8], to handle: FileHandle) {
        try? handle.write(contentsOf: Data(bytes))
    }

    /// Prints a line of the answer.
    func print(_ line: String = "") { output(Array((line + "\n").utf8)) }

    /// Prints the answer as one JSON document.
    func print(json value: JSONValue) { print(JSONWriter.text(value, style: .indented)) }

    /// Writes a line beside the answer: what went wrong, how far it has come.
    func complain(_ line: String) { errors(Array((line + "\n").utf8)) }

    /// A phrase in the reader's language.
    func text(_ phrase: Phrase) -> String { words.text(phrase) }

    /// A text of the catalogue.
    func text(_ key: String, _ arguments: [String: String] = [:]) -> String { words(key, arguments) }
}

/// A command of `daybreak`.
protocol ShellCommand: AsyncParsableCommand {
    /// The options that every command has.
    var common: CommonOptions { get }
    /// Does the work; throws what cannot be done as an `Explained` error.
    func run(in shell: Shell) async throws -> Ending
}
