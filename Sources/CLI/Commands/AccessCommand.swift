import Access
import ArgumentParser
import Formats
import Words

/// The access matrix.
struct AccessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access",
        abstract: "The access matrix: who may do what, and why. Needs no database.",
        subcommands: [Explain.self, Enumerate.self])

    /// Says why, for one decision.
    struct Explain: ShellCommand {
        static let configuration = CommandConfiguration(
            commandName: "explain",
            abstract: "Say whether a role may do something, and why.",
            discussion: """
                  daybreak access explain --role D --operation R --kind victim_id \\
                    --context assigned,consent=valid,approvals=2-different

                Roles: V survivor (own view) · T teller or community monitor · N NGO caseworker · S service provider · \
                C counsellor · I interpreter · L the person's lawyer · A analyst · D investigator · O operation \
                commander · M raid team member · E evidence officer · P prosecutor · W labour inspector · G immigration \
                officer · K anti-corruption oversight · U auditor · Q key custodian · X administrator · J media or \
                public; or a role that people have, such as ngoManager.

                Operations: R read · C create · U update or append · S share or route · X export · E request erasure · \
                P co-approve.

                Context, what is true, with commas: assigned · own · consent=valid, or withdrawn · approvals=1, 2-same \
                or 2-different · released · order · excluded · posting-ended · break-glass. What is not named is not \
                so; a posting is current.
                """)

        @Option(help: ArgumentHelp("A letter of the matrix, or a role that people have.", valueName: "role"))
        var role: String

        @Option(help: ArgumentHelp("R, C, U, S, X, E or P.", valueName: "letter"))
        var operation: String

        @Option(help: ArgumentHelp("A row of the matrix, such as victim_id.", valueName: "kind"))
        var kind: String

        @Option(help: ArgumentHelp("What is true, with commas between.", valueName: "facts"))
        var context = ""

        @OptionGroup(title: "Common options") var common: CommonOptions

        func run(in shell: Shell) async throws -> Ending {
            try AccessQuestion(self).answer(in: shell, asJSON: common.json)
            return .done
        }
    }

    /// Writes all decisions.
    struct Enumerate: ShellCommand {
        static let configuration = CommandConfiguration(
            commandName: "enumerate",
            abstract: "Write all 5,806,080 decisions of the matrix, one bit each.",
            discussion: """
                1 is permit, the first decision is the highest bit of the first byte. Kinds as in the table, top to \
                bottom; then roles (V T N S C I L A D O M E P W G K U Q X J); then operations (R C U S X E P); then \
                contexts: assigned, own, consent (none, valid, withdrawn), approvals (0, 1, 2 of the same organisation, \
                2 of different ones), released, order, excluded, posting current, break-glass; the last one fastest.
                """)

        @Option(help: ArgumentHelp("The file to write: 725,760 bytes.", valueName: "file"))
        var out: String

        @OptionGroup(title: "Common options") var common: CommonOptions

        func run(in shell: Shell) async throws -> Ending {
            let bytes = Access.enumerate()
            try Files.write(out) { write in try write(bytes) }
            let permits = bytes.reduce(0) { $0 + $1.nonzeroBitCount }
            if common.json {
                shell.print(
                    json: [
                        "out": .string(out), "decisions": .number(bytes.count * 8), "permits": .number(permits),
                    ])
            } else {
                let (all, some) = (Figures.grouped(bytes.count * 8), Figures.grouped(permits))
                shell.print(shell.text("cli.access-written", ["count": all, "permits": some, "path": out]))
            }
            return .done
        }
    }
}
