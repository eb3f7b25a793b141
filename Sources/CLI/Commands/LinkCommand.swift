import ArgumentParser

/// Who is the same, in tables; and how good the answer is where the truth is known.
struct LinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Find records of one person in a table, or in two; measure the proposals where the truth is known.",
        discussion: """
              daybreak link people.csv --pairs pairs.csv --clusters clusters.csv
              daybreak link evaluate province/truth.json

            What people decide in the picture is at "daybreak links".
            """,
        subcommands: [LinkTablesCommand.self, LinkEvaluateCommand.self], defaultSubcommand: LinkTablesCommand.self)
}
