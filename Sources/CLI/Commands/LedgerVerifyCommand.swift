import ArgumentParser
import Daybreak
import Formats
import Ledger
import RichPicture
import Storage

extension LedgerCommand {
    /// Checks it.
    struct Verify: ShellCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract: "Recompute every entry and the tree over them, and name the first that is wrong.",
            discussion: """
                Compares the rows with their hashes, the hashes with the tree, and the tree with everything that the ledger \
                has signed. With a witness's file also with what was seen from outside: only that finds an older copy of the \
                whole database. Ends with exit code 1 when something is wrong.
                """)

        @Option(
            help: ArgumentHelp(
                "A file of checkpoints that somebody else keeps; may be given several times.", valueName: "path"))
        var witness: [String] = []

        @Option(help: ArgumentHelp("An earlier key of this ledger; may be given several times.", valueName: "key"))
        var olderKey: [String] = []

        @OptionGroup(title: "Common options") var common: CommonOptions

        func run(in shell: Shell) async throws -> Ending {
            let notes = try witness.flatMap { try WitnessFile.notes(in: try Files.bytes($0)) }
            let keys = try olderKey.map { try VerifierKey($0) }
            return try await common.withDaybreak(in: shell) { daybreak in
                let progress = Progress(in: shell)
                defer { progress.end() }
                let verification = try await daybreak.ledger.verify(
                    witnessed: notes, olderKeys: keys, content: RichPicture.ledgerContent
                ) { done, total in
                    let share = total > 0 ? Double(done) / Double(total) : nil
                    progress.report(shell.text("cli.ledger-checking"), share: share, count: done)
                }
                progress.end()
                if common.json {
                    shell.print(json: json(verification, in: shell))
                } else {
                    show(verification, in: shell)
                }
                return verification.fault == nil ? .done : .failed
            }
        }

        private func show(_ verification: LedgerVerification, in shell: Shell) {
            if let fault = verification.fault {
                shell.print(shell.text("cli.ledger-failed", ["what": shell.text(fault.phrase)]))
                return
            }
            let counts = [
                ("cli.ledger-entries", verification.size), ("cli.ledger-checkpoints", verification.checkpoints),
                ("cli.ledger-witnessed", verification.witnessed),
            ]
            let rows = counts.map { [shell.text($0.0), Figures.grouped($0.1)] }
            for line in Figures.columns(rows, indent: "  ") { shell.print(line) }
            shell.print(shell.text(verification.witnessed == 0 ? "cli.ledger-good-alone" : "cli.ledger-good"))
        }

        private func json(_ verification: LedgerVerification, in shell: Shell) -> JSONValue {
            [
                "isGood": .bool(verification.fault == nil), "size": .number(verification.size),
                "root": .string(verification.root.base64), "checkpoints": .number(verification.checkpoints),
                "witnessed": .number(verification.witnessed), "firstBad": .optional(verification.fault?.index),
                "problem": .optional(verification.fault.map { shell.text($0.phrase) }),
            ]
        }
    }
}
