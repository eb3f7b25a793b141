import ArgumentParser
import Formats
import RichPicture

/// Lists events, oldest first.
struct TimelineCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline", abstract: "List the events of an entity, or of the whole picture, oldest first.")

    @Argument(help: ArgumentHelp("The entity; without it, the whole picture.", valueName: "id"))
    var id: String?

    @Option(help: ArgumentHelp("How many events to show.", valueName: "number"))
    var limit = 50

    @Option(help: ArgumentHelp("How many events to pass over first.", valueName: "number"))
    var offset = 0

    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        guard (1...10_000).contains(limit) else { throw CLIError.outOfRange(option: "--limit", range: "1-10000") }
        guard offset >= 0 else { throw CLIError.outOfRange(option: "--offset", range: "0-") }
        let filter = try filters.filter()
        return try await common.withPicture(in: shell) { picture, viewer in
            let found = try await picture.timeline(
                of: id, filter: filter, offset: offset, limit: limit, as: viewer)
            guard let found else { throw CLIError.nothing(id: id ?? "") }
            if common.json { shell.print(json: found.json) } else { show(found, in: shell) }
            return found.total == 0 ? .nothingFound : .done
        }
    }

    private func show(_ found: Timeline, in shell: Shell) {
        guard !found.events.isEmpty else {
            shell.print(shell.text("cli.no-events", ["total": Figures.grouped(found.total)]))
            return
        }
        let range = "\(Figures.grouped(offset + 1))-\(Figures.grouped(offset + found.events.count))"
        shell.print(shell.text("cli.timeline", ["range": range, "total": Figures.grouped(found.total)]))
        for line in Figures.columns(found.events.map { Self.row($0) }) { shell.print(line) }
    }

    private static func row(_ event: EventLine) -> [String] {
        let arrow = event.to.map { " → \($0.caption)" } ?? ""
        let place = event.place.map { " @ \($0.caption)" } ?? ""
        let duration = event.duration.map { Figures.duration($0) } ?? ""
        let money = event.money.map { "\($0.number()) \($0.currency)" } ?? ""
        let facts = [duration, money, event.note ?? ""].filter { !$0.isEmpty }
        return [
            event.start.iso, event.kind.name, event.from.caption + arrow + place, facts.joined(separator: ", "),
            EntityText.place(event.citation),
        ]
    }
}
