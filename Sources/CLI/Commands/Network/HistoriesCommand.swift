import ArgumentParser
import Formats
import Networks

/// Which number was in which handset and on which card.
struct HistoriesCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "histories",
        abstract: "Find which number was in which handset and on which card, from when until when.",
        discussion: """
            The number, the handset (IMEI) and the card (IMSI) are identities of their own. Only callers' handsets and cards \
            stand in most records.

            Columns: kind, identity, other_kind, other, from, until, records, open (nothing of the kind came after it), overlaps \
            (it was seen with something else of the kind in the meantime).
            """)

    @OptionGroup var file: FileOptions
    @OptionGroup(title: "The calls") var wanted: CallOptions
    @Option(help: ArgumentHelp("Only this number, handset or card; may be given several times.", valueName: "identity"))
    var of: [String] = []
    @Flag(help: "Only identities that were with more than one of a kind.") var changed = false
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        let task = FileTask("histories", file, common, in: shell)
        let named = try task.calls(wanted, zone: try file.zoneMinutes())
        guard !named.calls.imei.isEmpty || !named.calls.imsi.isEmpty else {
            throw InputError.needed(role: "imei, imsi", known: [])
        }
        let entries = task.compute { _ in chosen(IdentityHistory(named.calls).entries, named) }
        let table = AnswerTable(
            columns: ["kind", "identity", "other_kind", "other", "from", "until", "records", "open", "overlaps"],
            count: entries.count
        ) { place in
            let entry = entries[place]
            return [
                .text(entry.kind.rawValue), .text(Self.name(entry.kind, entry.identity, named)),
                .text(entry.otherKind.rawValue), .text(Self.name(entry.otherKind, entry.other, named)),
                .time(entry.from), .time(entry.until), .whole(entry.records), .text(entry.isOpen ? "yes" : "no"),
                .text(entry.overlaps ? "yes" : "no"),
            ]
        }
        return try task.finish(table)
    }

    private func chosen(_ all: [IdentityHistory.Entry], _ named: NamedCalls) -> [IdentityHistory.Entry] {
        var entries = all
        if !of.isEmpty {
            let asked = Set(of + of.compactMap { named.phone(named: $0).map { named.phones.text($0) } })
            entries = entries.filter { asked.contains(Self.name($0.kind, $0.identity, named)) }
        }
        guard changed else { return entries }
        struct Side: Hashable {
            let kind, other: IdentityHistory.Kind
            let identity: UInt32
        }
        let side = { (entry: IdentityHistory.Entry) in
            Side(kind: entry.kind, other: entry.otherKind, identity: entry.identity)
        }
        let groups = Dictionary(grouping: entries, by: side)
        return entries.filter { Set((groups[side($0)] ?? []).map(\.other)).count > 1 }
    }

    private static func name(_ kind: IdentityHistory.Kind, _ code: UInt32, _ named: NamedCalls) -> String {
        switch kind {
        case .number: named.phones.text(code)
        case .imei: named.imeis.text(code)
        case .imsi: named.imsis.text(code)
        }
    }
}
