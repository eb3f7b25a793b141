import ArgumentParser
import Daybreak
import Formats
import Foundation
import Ledger
import Storage

extension LedgerCommand {
    /// Being a witness, and keeping what witnesses say.
    struct Witness: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "witness",
            abstract: "Cosign the checkpoints of another organisation's ledger, or keep cosignatures.",
            subcommands: [Cosign.self, Keep.self, NewKey.self])
    }

    /// Cosigns.
    struct Cosign: ShellCommand {
        static let configuration = CommandConfiguration(
            commandName: "cosign",
            abstract: "Cosign a checkpoint that continues the last one seen, and append it to the file of those seen.",
            discussion: "  daybreak ledger witness cosign --log KEY --key witness.key --state seen.txt request.txt")

        @Argument(help: ArgumentHelp("What daybreak ledger checkpoint --since printed.", valueName: "note"))
        var note: String

        @Option(
            help: ArgumentHelp("The key of a ledger that is watched; may be given several times.", valueName: "key"))
        var log: [String]

        @Option(help: ArgumentHelp("The file with the witness's own key.", valueName: "path"))
        var key: String

        @Option(
            help: ArgumentHelp(
                "The file of the checkpoints seen so far; it is only ever appended to.", valueName: "path"))
        var state: String

        @OptionGroup(title: "Common options") var common: CommonOptions

        func run(in shell: Shell) async throws -> Ending {
            let key = try KeyFile.read(key)
            let request = try WitnessRequest(parsing: try Files.bytes(note))
            let seen = FileManager.default.fileExists(atPath: state) ? try Files.bytes(state) : []
            var witness = try LedgerWitness(
                logs: try log.map { try VerifierKey($0) }, notes: try WitnessFile.notes(in: seen))
            let cosigned = try witness.cosign(
                request.note, proof: request.proof, with: key, at: shell.now() / 1_000)
            // Remembered first: a cosignature that left the house without being remembered could be contradicted.
            try Files.append(Array(cosigned.description.utf8), to: state)
            if common.json {
                shell.print(json: ["note": .string(cosigned.description)])
            } else {
                shell.output(Array(cosigned.description.utf8))
            }
            return .done
        }
    }

    /// Keeps cosignatures.
    struct Keep: ShellCommand {
        static let configuration = CommandConfiguration(
            commandName: "keep", abstract: "Keep a witness's cosignature with our checkpoint.")

        @Argument(help: ArgumentHelp("What daybreak ledger witness cosign printed.", valueName: "note"))
        var note: String

        @Option(help: ArgumentHelp("The key of a witness that we trust; may be given several times.", valueName: "key"))
        var witness: [String]

        @OptionGroup(title: "Common options") var common: CommonOptions

        func run(in shell: Shell) async throws -> Ending {
            let cosigned = try SignedNote(parsing: try Files.bytes(note))
            let keys = try witness.map { try VerifierKey($0) }
            return try await common.withDaybreak(in: shell) { daybreak in
                let kept = try await daybreak.ledger.keep(cosigned, by: keys).description
                if common.json { shell.print(json: ["note": .string(kept)]) } else { shell.output(Array(kept.utf8)) }
                return .done
            }
        }
    }

    /// Makes a witness's key.
    struct NewKey: ShellCommand {
        static let configuration = CommandConfiguration(
            commandName: "key", abstract: "Make a witness's key, and print the part that others may have.")

        @Argument(help: ArgumentHelp("Whose key it is, such as ngo.example/witness.", valueName: "name"))
        var name: String

        @Option(help: ArgumentHelp("The file for the secret key; one that is there stays.", valueName: "path"))
        var out: String

        @OptionGroup(title: "Common options") var common: CommonOptions

        func run(in shell: Shell) async throws -> Ending {
            let made = try SignerKey(name: name, purpose: .cosignature, seed: shell.random(32))
            let key = try KeyFile.write(made, to: out) ? made : try KeyFile.read(out)
            if common.json {
                shell.print(json: ["key": .string(key.verifier.description)])
            } else {
                shell.print(key.verifier.description)
            }
            return .done
        }
    }
}
