import ArgumentParser
import Formats
import Networks

/// Where money went, or where it came from.
struct TraceCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace",
        abstract: "Follow money from account to account, to the minor unit.",
        discussion: """
            Follows what --account pays from a moment on, or, with --backward, what it received up to then. Nothing is lost: what \
            the first transfers carry is what is found in the accounts at the end.

              daybreak network trace transfers.csv --account A12 --from "2026-06-01 08:00" --steps 6
              daybreak network trace transfers.csv --account A12 --backward --method proportional --amount 50000

            --from takes a moment, written as in tables; where it is none, it names the column of who pays, as --payer does. \
            --amount takes a sum; where it is none, it names the column of sums, as --value does. Times below 10,000 are steps of \
            a day.

            Columns: step, from, to, time, amount (of the transfer), followed (the part of it), line. The JSON document has the \
            rests (where the money is at the end, and why it is not followed further) and the bands of a picture of the flow.
            """)

    @OptionGroup var file: FileOptions
    @Option(help: ArgumentHelp("Whose money is followed.", valueName: "name")) var account: String
    @Option(help: ArgumentHelp("From when on (backward: up to when).", valueName: "time")) var from: [String] = []
    @Option(help: ArgumentHelp("Until when (backward: not before).", valueName: "time")) var until: String?
    @Option(help: ArgumentHelp("How many transfers in a row.", valueName: "number")) var steps = 6
    @Flag(help: "Follow money back to where it came from.") var backward = false
    @Option(help: ArgumentHelp("fifo: what came first leaves first; proportional.", valueName: "method"))
    var method = "fifo"
    @Option(help: ArgumentHelp("No more than this is followed.", valueName: "sum")) var amount: [String] = []
    @OptionGroup(title: "The transfers") var table: TransferOptions
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        guard (1...64).contains(steps) else { throw CLIError.outOfRange(option: "--steps", range: "1…64") }
        let methods = TraceRequest.Method.allCases.map(\.rawValue)
        guard let method = TraceRequest.Method(rawValue: method) else {
            throw CLIError.unknown(option: "--method", value: method, known: methods)
        }
        let zone = try file.zoneMinutes()
        let columns = table.wanted(
            from: from.first { TypedText.moment($0, zone: zone) == nil },
            amount: amount.first { TypedText.amount($0) == nil })
        let task = FileTask("trace", file, common, in: shell)
        let named = try task.transfers(columns, zone: zone)
        var request = TraceRequest(account: try named.account(called: account), steps: steps)
        request.from = try from.filter { TypedText.moment($0, zone: zone) != nil }.first.map { try moment($0, named) }
        request.until = try until.map { try moment($0, named) }
        request.amount = amount.lazy.compactMap(TypedText.amount).first
        (request.method, request.isBackward) = (method, backward)
        let trace = try task.compute { work in try Trace(named.transfers, request, work: work) }
        tell(trace, named, task)
        return try task.finish(
            answer(trace, named),
            saying: [
                shell.text(
                    backward ? "cli.network-trace-back" : "cli.network-trace",
                    ["account": account, "total": AnswerTable.Cell.amount(trace.total).text])
            ] + rests(trace, named, shell))
    }

    private func moment(_ text: String, _ named: NamedTransfers) throws(CLIError) -> Int64 {
        guard let moment = named.moment(text) else { throw .notADate(text) }
        return moment
    }

    private func answer(_ trace: Trace, _ named: NamedTransfers) -> AnswerTable {
        let all = named.transfers
        return AnswerTable(
            columns: ["step", "from", "to", "time", "amount", "followed", "line"], count: trace.flows.count
        ) { place in
            let flow = trace.flows[place]
            return [
                .whole(flow.step), .text(named.name(Int(all.from[flow.transfer]))),
                .text(named.name(Int(all.to[flow.transfer]))), named.cell(all.time[flow.transfer]),
                .amount(all.amount[flow.transfer]), .amount(flow.amount), .whole(named.line(flow.transfer)),
            ]
        }
    }

    private func tell(_ trace: Trace, _ named: NamedTransfers, _ task: FileTask) {
        typealias Cell = AnswerTable.Cell
        task.tell("total", Cell.amount(trace.total).json)
        let rests = trace.rests.map { rest -> JSONValue in
            [
                "account": .string(named.name(rest.account)), "step": .number(rest.step),
                "amount": Cell.amount(rest.amount).json, "reason": .string(rest.reason.rawValue),
            ]
        }
        task.tell("rests", .array(rests))
        let bands = trace.bands(named.transfers).map { band -> JSONValue in
            [
                "step": .number(band.step), "from": .string(named.name(band.from)), "to": .string(named.name(band.to)),
                "amount": Cell.amount(band.amount).json, "transfers": .number(band.transfers),
                "first": named.cell(band.first).json, "last": named.cell(band.last).json,
            ]
        }
        task.tell("bands", .array(bands))
    }

    private func rests(_ trace: Trace, _ named: NamedTransfers, _ shell: Shell) -> [String] {
        trace.rests.prefix(10).map { rest in
            shell.text(
                "cli.network-rest.\(rest.reason.rawValue)",
                ["account": named.name(rest.account), "amount": AnswerTable.Cell.amount(rest.amount).text])
        }
    }
}
