import ArgumentParser
import Formats
import Networks

/// Who was called around an event.
struct AroundCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "around",
        abstract: "Find who spoke with whom around an event, against what is usual for the two.",
        discussion: """
            Calls from --before minutes ahead of the event to --after minutes behind it are held against the rest of the records: \
            how many would be usual in such a time, and how unusual it is that there were so many (surprise, in bits).

              daybreak network around calls.csv --at "2026-06-11 19:00" --phone 0692971562 --before 60 --after 60

            Columns: phone, contact, before, after, usual, surprise, new (they had not spoken before), nearest (minutes from the \
            event to the nearest call; negative: before it).
            """)

    @OptionGroup var file: FileOptions
    @OptionGroup(title: "The calls") var wanted: CallOptions
    @Option(help: ArgumentHelp("When it happened, written as in tables.", valueName: "time")) var at: String
    @Option(help: ArgumentHelp("Minutes before it.", valueName: "minutes")) var before = 120
    @Option(help: ArgumentHelp("Minutes after it.", valueName: "minutes")) var after = 120
    @Option(help: ArgumentHelp("Only calls of this phone; may be given several times.", valueName: "number"))
    var phone: [String] = []
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        guard before >= 0, after >= 0, before + after > 0, before + after < 1_000_000 else {
            throw CLIError.outOfRange(option: "--before", range: "0…1000000")
        }
        let task = FileTask("around", file, common, in: shell)
        let named = try task.calls(wanted, zone: try file.zoneMinutes())
        let event = try named.typedMoment(at)
        let phones = Set(try named.phones(named: phone))
        let window = task.compute { _ in
            EventWindow(
                named.calls, at: event, before: Int64(before) * 60_000, after: Int64(after) * 60_000, phones: phones)
        }
        let table = AnswerTable(
            columns: ["phone", "contact", "before", "after", "usual", "surprise", "new", "nearest"],
            count: window.entries.count
        ) { place in
            let entry = window.entries[place]
            return [
                .text(named.phones.text(entry.phone)), .text(named.phones.text(entry.contact)), .whole(entry.before),
                .whole(entry.after), ReplacementsCommand.rounded(entry.usual),
                ReplacementsCommand.rounded(entry.surprise), .text(entry.isNew ? "yes" : "no"),
                ReplacementsCommand.rounded(Double(entry.nearest) / 60_000),
            ]
        }
        return try task.finish(table)
    }
}
