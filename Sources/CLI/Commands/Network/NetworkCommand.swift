import ArgumentParser

/// The analyses of a network on plain files; each needs no database.
struct NetworkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "network",
        abstract: "Look at who is linked with whom, in a plain table; needs no database.",
        discussion: """
            A table has a row for each link (call, transfer, sighting); what parts its columns, and whether it has headings, is \
            found by looking. Columns are guessed from their headings, or named by heading or number with --from, --to and the \
            others. An adjacency matrix with names at its edges is read too.

              daybreak network components calls.csv --out parts.csv
              daybreak network pagerank transfers.csv --from src --to dst --weight amount --directed --json

            docs/network.md says of each task what goes in, what comes out, the method, the formula and its source. What is \
            computed here is inferred: it is a reason to look, never a fact.
            """,
        groupedSubcommands: [
            CommandGroup(name: "Places in the network:", subcommands: [ComponentsCommand.self]),
            CommandGroup(
                name: "Phones:",
                subcommands: [
                    ReplacementsCommand.self, ContactsCommand.self, AroundCommand.self, TowerCommand.self,
                    HistoriesCommand.self, PatternCommand.self,
                ]),
        ])
}
