import ArgumentParser
import Formats
import Networks

/// Which phones took the place of others.
struct ReplacementsCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "replacements",
        abstract: "Find phones that took the place of others, by behaviour, whatever their numbers.",
        discussion: """
            A phone that falls silent and a new one that speaks with the same people, from the same places, at the same hours, are \
            likely to be in one hand. What is found is used to look again: a boss shows when the lieutenants are known. Nobody is \
            proposed who merely fell silent, or who is merely new.

              daybreak network replacements calls.csv --out pairs.csv

            Each pair is inferred, never a fact: it has its probability, its evidence in bits and its reasons in words, for and \
            against. Columns: old, new, probability, bits, change (the first call of the new phone with the shared contacts), \
            old_last, shared_contacts, contacts, calls before and after, cells, round, the evidence by kind, reasons, status, method.
            """)

    @OptionGroup var file: FileOptions
    @OptionGroup(title: "The calls") var wanted: CallOptions

    @Option(help: ArgumentHelp("From which probability a pair is proposed.", valueName: "p"))
    var threshold = ReplacementSettings().threshold

    @Option(
        name: .customLong("shared"),
        help: ArgumentHelp("How many contacts two phones must share at least.", valueName: "number"))
    var shared = ReplacementSettings().sharedContacts

    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        guard threshold >= 0, threshold <= 1 else { throw CLIError.outOfRange(option: "--threshold", range: "0…1") }
        guard shared >= 1 else { throw CLIError.outOfRange(option: "--shared", range: "1…") }
        let task = FileTask("replacements", file, common, in: shell)
        let named = try task.calls(wanted, zone: try file.zoneMinutes())
        var settings = ReplacementSettings()
        (settings.threshold, settings.sharedContacts) = (threshold, shared)
        settings.zoneOffset = named.zoneOffset
        let (pairs, contacts) = try task.compute { work in
            let pairs = try named.calls.replacements(settings, work: work)
            return (pairs, named.calls.sharedContacts(pairs))
        }
        let days = ChangeDay.days(pairs, zoneOffset: named.zoneOffset)
        tell(task, days, named)
        return try task.finish(table(pairs, contacts, named, shell), saying: said(pairs, days, named, shell))
    }

    private func tell(_ task: FileTask, _ days: [ChangeDay], _ named: NamedCalls) {
        task.tell("status", .string("inferred"))
        task.tell("method", .string(Replacement.method))
        task.tell("threshold", .number(threshold))
        task.tell("changeDay", days.first.map { .string(Self.day($0, named)) } ?? .null)
        task.tell(
            "changeDays",
            .array(days.map { ["day": .string(Self.day($0, named)), "phones": .number($0.count)] }))
    }

    private func said(
        _ pairs: [Replacement], _ days: [ChangeDay], _ named: NamedCalls, _ shell: Shell
    ) -> [String] {
        guard let most = days.first else { return [shell.text("cli.network-replacements-none")] }
        return [
            shell.text(
                "cli.network-replacements",
                [
                    "count": Figures.grouped(pairs.count), "day": Self.day(most, named), "most": String(most.count),
                    "method": Replacement.method,
                ])
        ]
    }

    /// The day as it is called where the records are from.
    private static func day(_ day: ChangeDay, _ named: NamedCalls) -> String {
        String((Figures.instant(Int(day.start + named.zoneOffset)) ?? "").prefix(10))
    }

    private static let columns = [
        "old", "new", "probability", "bits", "change", "old_last", "shared_contacts", "contacts", "old_calls_before",
        "old_calls_after", "new_calls_before", "new_calls_after", "shared_cells", "round", "contacts_bits",
        "coverage_bits", "places_bits", "hours_bits", "together_bits", "against_bits", "reasons", "status", "method",
    ]

    private func table(
        _ pairs: [Replacement], _ contacts: [[UInt32]], _ named: NamedCalls, _ shell: Shell
    ) -> AnswerTable {
        AnswerTable(columns: Self.columns, count: pairs.count) { place in
            let pair = pairs[place]
            let evidence = pair.evidence
            let (old, new) = (named.phones.text(pair.old), named.phones.text(pair.new))
            let shared = contacts[place].map { named.phones.text($0) }
            let reasons = pair.reasons(names: (old, new), contacts: shared) { Figures.instant(Int($0)) ?? "" }
            let against = evidence.silence + evidence.newness + evidence.stray + evidence.mutual + evidence.claims
            return [
                .text(old), .text(new), Self.rounded(pair.probability), Self.rounded(pair.bits),
                .time(evidence.newFrom), .time(evidence.oldUntil), .whole(evidence.shared),
                .text(shared.joined(separator: " ")), .whole(evidence.oldBefore), .whole(evidence.oldAfter),
                .whole(evidence.newBefore), .whole(evidence.newAfter), .whole(evidence.sharedCells),
                .whole(pair.round), Self.rounded(evidence.contacts), Self.rounded(evidence.coverage),
                Self.rounded(evidence.places), Self.rounded(evidence.hours), Self.rounded(evidence.together),
                Self.rounded(against), .text(reasons.map { shell.text($0) }.joined(separator: "; ")), "inferred",
                .text(Replacement.method),
            ]
        }
    }

    static func rounded(_ value: Double) -> AnswerTable.Cell { .number((value * 1000).rounded() / 1000) }
}
