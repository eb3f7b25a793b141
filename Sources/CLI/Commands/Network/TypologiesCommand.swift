import ArgumentParser
import Formats
import Networks

/// Ways in which money moves when somebody hides where it comes from.
struct TypologiesCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "typologies",
        abstract: "Look for cycles, fans, scatter and gather, layering, structuring and other typologies in transfers.",
        discussion: """
            Every hit says how many like it chance would make in the whole table, from the accounts' own habits and from how common \
            such amounts are: shops, banks and other busy accounts do not stand out by being busy. Of each typology no more hits \
            are shown than leave --false of them to chance.

              daybreak network typologies transfers.csv --from src --to dst --time ts --amount amount --json
              daybreak network typologies transfers.csv --only cycle --only fan-in --cycle-window 30

            Times below 10,000 are steps of a day. Columns: typology, score (the more the stronger: 2 is one in a hundred tables by \
            chance), accounts, transfers, lines, sum, start, end, reason.
            """)

    @OptionGroup var file: FileOptions
    @Option(help: ArgumentHelp("The column of who pays.", valueName: "column")) var from: String?
    @Option(help: ArgumentHelp("The column of how much.", valueName: "column")) var amount: String?
    @OptionGroup(title: "The transfers") var table: TransferOptions
    @Option(help: ArgumentHelp("Only this typology; may be given several times.", valueName: "typology"))
    var only: [String] = []
    @Option(help: ArgumentHelp("Hours within which payments belong together.", valueName: "hours")) var window = 24.0
    @Option(help: ArgumentHelp("Days within which a cycle closes.", valueName: "days")) var cycleWindow = 10.0
    @Option(help: ArgumentHelp("Hours that money stays in an account that hands it on.", valueName: "hours"))
    var dwell = 48.0
    @Option(help: ArgumentHelp("The fewest transfers of a cycle.", valueName: "number")) var shortest = 3
    @Option(help: ArgumentHelp("The most transfers of a cycle.", valueName: "number")) var longest = 8
    @Option(help: ArgumentHelp("The least part of an amount that goes on.", valueName: "share")) var kept = 0.8
    @Option(help: ArgumentHelp("How many accounts make a fan, at least.", valueName: "number")) var least = 3
    @Option(help: ArgumentHelp("How many transfers make a row, at least.", valueName: "number")) var row = 4
    @Option(
        help: ArgumentHelp("A sum from which questions are asked; may be given several times.", valueName: "sum"))
    var threshold: [String] = []
    @Option(help: ArgumentHelp("Days of silence.", valueName: "days")) var silence = 60.0
    @Option(help: ArgumentHelp("More accounts than this are a hub.", valueName: "number")) var hub = 50
    @Option(
        name: .customLong("false"), help: ArgumentHelp("The part of the hits that may be chance.", valueName: "share"))
    var falseShare = 0.05
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        let options = try options()
        let task = FileTask("typologies", file, common, in: shell)
        let named = try task.transfers(table.wanted(from: from, amount: amount), zone: try file.zoneMinutes())
        let hits = try task.compute { work in try Typologies(named.transfers, options, work: work).hits }
        var counts = JSONObject()
        for typology in Typology.allCases where options.wanted.contains(typology) {
            counts[typology.rawValue] = .number(hits.count { $0.typology == typology })
        }
        task.tell("counts", .object(counts))
        task.tell("hits", .array(hits.map { json($0, named, shell) }))
        return try task.finish(
            answer(hits, named, shell),
            saying: [shell.text("cli.network-typologies", ["count": Figures.grouped(hits.count)])])
    }

    private func options() throws -> TypologyOptions {
        var options = TypologyOptions()
        if !only.isEmpty {
            options.wanted = Set(
                try only.map { name throws(CLIError) in
                    guard let typology = Typology(rawValue: name) else {
                        throw .unknown(option: "--only", value: name, known: Typology.allCases.map(\.rawValue))
                    }
                    return typology
                })
        }
        for (name, value, most) in [
            ("--window", window, 1e5), ("--dwell", dwell, 1e5), ("--cycle-window", cycleWindow, 1e5),
            ("--silence", silence, 1e5), ("--kept", kept, 1), ("--false", falseShare, 1),
        ] {
            guard value >= 0, value <= most else { throw CLIError.outOfRange(option: name, range: "0…\(Int(most))") }
        }
        guard shortest >= 2, shortest <= longest, longest <= 16 else {
            throw CLIError.outOfRange(option: "--longest", range: "2…16")
        }
        guard least >= 2, row >= 2, hub >= 2 else { throw CLIError.outOfRange(option: "--least", range: "2…") }
        options.window = Int64(window * 3_600_000)
        options.dwell = Int64(dwell * 3_600_000)
        options.cycleWindow = Int64(cycleWindow * 86_400_000)
        options.silence = Int64(silence * 86_400_000)
        (options.lengths, options.kept, options.least) = (shortest...longest, kept, least)
        (options.row, options.hub, options.falseShare) = (row, hub, falseShare)
        options.thresholds = try threshold.map { text throws(CLIError) in
            guard let sum = TypedText.amount(text), sum > 0 else {
                throw .outOfRange(option: "--threshold", range: "0.01…")
            }
            return sum
        }
        return options
    }

    private func answer(_ hits: [TypologyHit], _ named: NamedTransfers, _ shell: Shell) -> AnswerTable {
        let all = named.transfers
        return AnswerTable(
            columns: ["typology", "score", "accounts", "transfers", "lines", "sum", "start", "end", "reason"],
            count: hits.count
        ) { place in
            let hit = hits[place]
            return [
                .text(hit.typology.rawValue), ReplacementsCommand.rounded(hit.score),
                .text(hit.accounts.map(named.name).joined(separator: " ")), .whole(hit.transfers.count),
                .text(hit.transfers.map { String(named.line($0)) }.joined(separator: " ")),
                .amount(hit.transfers.reduce(0) { $0 + all.amount[$1] }), named.cell(all.time[hit.transfers[0]]),
                named.cell(all.time[hit.transfers[hit.transfers.count - 1]]), .text(shell.text(hit.reason)),
            ]
        }
    }

    private func json(_ hit: TypologyHit, _ named: NamedTransfers, _ shell: Shell) -> JSONValue {
        let all = named.transfers
        let transfers = hit.transfers.map { transfer -> JSONValue in
            [
                "line": .number(named.line(transfer)), "from": .string(named.name(Int(all.from[transfer]))),
                "to": .string(named.name(Int(all.to[transfer]))), "time": named.cell(all.time[transfer]).json,
                "amount": AnswerTable.Cell.amount(all.amount[transfer]).json,
            ]
        }
        return [
            "typology": .string(hit.typology.rawValue), "score": .number(hit.score),
            "accounts": .array(hit.accounts.map { .string(named.name($0)) }), "transfers": .array(transfers),
            "reason": .string(shell.text(hit.reason)),
        ]
    }
}
