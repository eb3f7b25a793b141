import ArgumentParser

/// The ledger.
struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Who did or saw what: check the ledger, sign it, prove an entry, be a witness for another.",
        discussion: """
            The ledger cannot be rewritten unseen as long as somebody outside keeps what it has signed:

              daybreak ledger checkpoint --out shared/checkpoints.txt      every day, to a place that others read
              daybreak ledger verify --witness shared/checkpoints.txt      whenever somebody asks
            """,
        subcommands: [Verify.self, Sign.self, Proof.self, Witness.self, Key.self], defaultSubcommand: Verify.self)
}
