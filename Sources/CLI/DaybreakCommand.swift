import ArgumentParser

/// The command `daybreak` itself: the list of the others.
struct DaybreakCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "daybreak",
        abstract:
            "One searchable, graded, mapped picture from many files, in which every value leads back to its line.",
        discussion: """
            A first look:

              daybreak init --demonstration
              daybreak sample --seed 7 --people 2000 --out province
              daybreak import --manifest province/manifest.json
              daybreak search "somchai" --as analyst
              daybreak serve

            With real data: "daybreak init --help", then "daybreak sign-in".

            Every command answers with one JSON document when it is given --json.

            Exit codes:
              0  done; also when a file was there already
              1  it could not be done, or a check failed
              2  the command line is wrong
              3  there is nothing of that kind, or nothing that may be seen
              4  the file was refused, or every row of it
              5  the file is kept but may not be used: its authority is missing
              6  the database cannot be opened, read or written, or was never founded
              7  nobody has signed in, or nobody who may act; also a wrong passphrase or code
            """,
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: "Begin, and say who you are:",
                subcommands: [
                    InitCommand.self, SignInCommand.self, SignOutCommand.self, WhoAmICommand.self, PeopleCommand.self,
                    InviteCommand.self, SuspendCommand.self, ResumeCommand.self,
                ]),
            CommandGroup(
                name: "Bring in:",
                subcommands: [
                    ImportCommand.self, CommitCommand.self, DiscardCommand.self, AuthoriseCommand.self,
                    WithdrawCommand.self, ReinstateCommand.self, RelabelCommand.self, SourcesCommand.self,
                    ProfileCommand.self,
                ]),
            CommandGroup(
                name: "Look:",
                subcommands: [
                    SearchCommand.self, ShowCommand.self, NeighboursCommand.self, TimelineCommand.self,
                    LinkCommand.self, LinksCommand.self, NetworkCommand.self, StopCommand.self,
                ]),
            CommandGroup(
                name: "Hand on and keep:",
                subcommands: [ExportCommand.self, ServeCommand.self, VerifyCommand.self, SampleCommand.self]),
            CommandGroup(
                name: "Keep safe:", subcommands: [VaultCommand.self, BackupCommand.self, RestoreCommand.self]),
            CommandGroup(
                name: "Do and decide:",
                subcommands: [
                    RecordsCommand.self, ActCommand.self, DueCommand.self, NoticesCommand.self,
                    ApprovalsCommand.self, BreakGlassCommand.self, ReviewGlassCommand.self, ExcludeCommand.self,
                    RecuseCommand.self, LifecyclesCommand.self,
                ]),
            CommandGroup(name: "Who may what, and who did:", subcommands: [AccessCommand.self, LedgerCommand.self]),
        ])
}
