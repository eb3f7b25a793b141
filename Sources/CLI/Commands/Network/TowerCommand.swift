import ArgumentParser
import Formats
import Networks

/// Phones that were seen at several places and times.
struct TowerCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "tower",
        abstract: "Find phones that called from several places at given times: intersected tower dumps.",
        discussion: """
            Each --seen is a place and a time: cells parted by +, from, until, parted by commas; * is any cell.

              daybreak network tower calls.csv --seen "29,2006-06-01 08:00,2006-06-01 09:00" --seen "11+12,2006-06-02,2006-06-03"

            Columns: phone, places (at how many), bits (how telling: places where few were seen weigh more), and for each place \
            the number of calls and the first of them.
            """)

    @OptionGroup var file: FileOptions
    @OptionGroup(title: "The calls") var wanted: CallOptions
    @Option(help: ArgumentHelp("A place and a time: CELLS,FROM,UNTIL. May be given several times.", valueName: "place"))
    var seen: [String]
    @Option(
        name: .customLong("at-least"),
        help: ArgumentHelp("At so many of the places; without it, at all of them.", valueName: "number"))
    var atLeast: Int?
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        let task = FileTask("tower", file, common, in: shell)
        let named = try task.calls(wanted, zone: try file.zoneMinutes())
        let places = try seen.map { try Self.place($0, named) }
        let dump = task.compute { _ in TowerDump(named.calls, places, atLeast: atLeast ?? places.count) }
        task.tell("seenAtPlaces", .array(dump.crowd.map { .number($0) }))
        let headings = places.indices.flatMap { ["calls_\($0 + 1)", "first_\($0 + 1)"] }
        let table = AnswerTable(columns: ["phone", "places", "bits"] + headings, count: dump.entries.count) { place in
            let entry = dump.entries[place]
            return [
                .text(named.phones.text(entry.phone)), .whole(entry.places), ReplacementsCommand.rounded(entry.bits),
            ]
                + places.indices.flatMap { index -> [AnswerTable.Cell] in
                    [.whole(entry.seen[index]), entry.first[index].map { .time($0) } ?? .none]
                }
        }
        return try task.finish(table)
    }

    private static func place(_ text: String, _ named: NamedCalls) throws -> TowerDump.Place {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3 else { throw CLIError.outOfRange(option: "--seen", range: "CELLS,FROM,UNTIL") }
        var cells: Set<UInt32> = []
        if parts[0] != "*" {
            for name in parts[0].split(separator: "+").map(String.init) {
                guard let cell = named.cells.code(named: name) else { throw CLIError.nothing(id: name) }
                cells.insert(cell)
            }
        }
        let (from, until) = (try named.typedMoment(parts[1]), try named.typedMoment(parts[2]))
        guard from < until else { throw CLIError.outOfRange(option: "--seen", range: "FROM < UNTIL") }
        return TowerDump.Place(cells: cells, from: from, until: until)
    }
}
