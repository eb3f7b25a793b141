import ArgumentParser
import Daybreak
import Formats
import Ledger
import Storage

extension LedgerCommand {
    /// Signs it.
    struct Sign: ShellCommand {
        static let configuration = CommandConfiguration(
            commandName: "checkpoint",
            abstract: "Sign the ledger as it is now, and give the signed note to others.",
            discussion: """
                The note has the form that transparency logs share (C2SP tlog-checkpoint). With --since the answer is what a \
                witness needs: the note, and the proof that it continues the one the witness has.
                """)

        @Option(help: ArgumentHelp("A file to append the note to, instead of printing it.", valueName: "path"))
        var out: String?

        @Option(help: ArgumentHelp("The number of entries of the checkpoint that the witness has.", valueName: "size"))
        var since: Int?

        @OptionGroup(title: "Common options") var common: CommonOptions

        func run(in shell: Shell) async throws -> Ending {
            try await common.withDaybreak(in: shell) { daybreak in
                let note = try await daybreak.ledger.checkpoint()
                let size = try note.checkpoint().size
                var text = note.description
                if let since {
                    let proof =
                        since == 0 || since == size
                        ? []
                        : try await daybreak.database.read {
                            try Ledger.consistency(from: since, to: size, $0)
                        }
                    text = WitnessRequest(old: since, proof: proof, note: note).description
                }
                if let out { try Files.append(Array(text.utf8), to: out) }
                if common.json {
                    shell.print(json: ["size": .number(size), "note": .string(text)])
                } else if out == nil {
                    shell.output(Array(text.utf8))
                } else {
                    shell.print(shell.text("cli.ledger-signed", ["size": Figures.grouped(size)]))
                }
                return .done
            }
        }
    }

    /// Proves an entry.
    struct Proof: ShellCommand {
        static let configuration = CommandConfiguration(
            commandName: "proof",
            abstract: "Prove that an entry is in the signed ledger, to somebody who has nothing but the checkpoint.")

        @Argument(help: ArgumentHelp("The number of the entry, from 0.", valueName: "index"))
        var index: Int

        @OptionGroup(title: "Common options") var common: CommonOptions

        func run(in shell: Shell) async throws -> Ending {
            try await common.withDaybreak(in: shell) { daybreak in
                let note = try await daybreak.ledger.checkpoint()
                let size = try note.checkpoint().size
                let proof = try await daybreak.database.read { [index] in try Ledger.inclusion(of: index, in: size, $0)
                }
                let isRight = proof.isRight(for: try note.checkpoint().root)
                if common.json {
                    shell.print(json: [
                        "index": .number(index), "size": .number(size), "isRight": .bool(isRight),
                        "leaf": .string(proof.leafBase64), "proof": .array(proof.hashes.map { .string($0.base64) }),
                        "checkpoint": .string(note.description),
                    ])
                } else {
                    shell.print(shell.text("cli.ledger-proof", ["index": "\(index)", "size": Figures.grouped(size)]))
                    shell.print(shell.text("cli.ledger-leaf", ["leaf": proof.leafBase64]))
                    for hash in proof.hashes { shell.print(hash.base64) }
                    shell.print()
                    shell.output(Array(note.description.utf8))
                    if !isRight { shell.print(shell.text("cli.ledger-proof-wrong")) }
                }
                return isRight ? .done : .failed
            }
        }
    }

    /// Shows its key.
    struct Key: ShellCommand {
        static let configuration = CommandConfiguration(
            commandName: "key",
            abstract: "Print the key that others check this ledger's checkpoints with. It is no secret.",
            discussion: """
                The secret part stands beside the database (daybreak.db.ledger-key), or where DAYBREAK_LEDGER_KEY says. \
                Without it the ledger cannot be signed again under its name: back it up apart from the database.
                """)

        @OptionGroup(title: "Common options") var common: CommonOptions

        func run(in shell: Shell) async throws -> Ending {
            try await common.withDaybreak(in: shell, isNew: true) { daybreak in
                let key = daybreak.ledger.verifierKey.description
                if common.json { shell.print(json: ["key": .string(key)]) } else { shell.print(key) }
                return .done
            }
        }
    }
}
