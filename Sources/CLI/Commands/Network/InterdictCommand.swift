import ArgumentParser
import Formats
import Foundation
import Networks

/// What to take from a network with a budget, and what that leaves.
struct InterdictCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "interdict",
        abstract: "Find what to take from a network with a budget so that the least is left, with a proof.",
        discussion: """
            A row of the table is an arc: from, to, capacity, cost. Without a cost column every arc costs 1; an empty cost means \
            that nobody can take the arc. The published instances (first line: source and sink; then tail, head, capacity, cost, \
            special, trafficker, bottom, victim) and DIMACS maximum flow files are read as they are.

            flow: what the network can still carry. pessimistic: how many counted arcs can still be reached. optimistic: the \
            fewest counted arcs with which the network still carries its largest flow. traffickers: how many can still reach the \
            sink. both: the plans that no other matches in the optimistic and the pessimistic form at once.

              daybreak network interdict arcs.csv --budget 10 --source s --sink t
              daybreak network interdict Net10_1.csv --budget 32 40 48 --rate 0.4 1 --json
              daybreak network interdict arcs.csv --budget 8 --restructure replacements.csv

            Columns: model, rate, budget, left, second (for two measures), before, share, lower (no plan leaves less), proven, \
            cost, count, taken (from>to; …).
            """)

    @OptionGroup var file: FileOptions
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("What may be spent; several give several answers.", valueName: "amount"))
    var budget: [Double]
    @Option(help: ArgumentHelp("Where the flow begins.", valueName: "node")) var source: String?
    @Option(help: ArgumentHelp("Where the flow ends.", valueName: "node")) var sink: String?
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "flow, pessimistic, optimistic, traffickers, both, victims-traffickers, victims-flow. Without it: flow, and all "
                + "of the first five when the table says which arcs are counted.", valueName: "model"))
    var model: [String] = []
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "The share of what leaves the source that traffickers can still bring, 0…1.", valueName: "share"))
    var rate: [Double] = [1]
    @Option(help: ArgumentHelp("Which may be taken: all, victims or traffickers.", valueName: "arcs"))
    var only = "all"
    @Flag(help: "Every budget from 0 to the largest at which the answer changes.") var front = false
    @Flag(help: "Arcs carry both ways.") var undirected = false
    @Option(
        help: ArgumentHelp(
            "Nodes that can be taken: node, cost, capacity. Arcs then keep their own cost.", valueName: "path"))
    var nodes: String?
    @Option(
        help: ArgumentHelp(
            "Ways that the network opens in answer: from, to, capacity, for (the node or from>to that has been taken).",
            valueName: "path"))
    var restructure: String?
    @Option(help: ArgumentHelp("How many replacements the network can open.", valueName: "count")) var replacements:
        Int?
    @Option(help: ArgumentHelp("Ends the search with how far the proof got.", valueName: "seconds")) var limit: Double?
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        guard !budget.isEmpty, budget.allSatisfy({ $0 >= 0 && $0 < 1e15 }) else {
            throw CLIError.outOfRange(option: "--budget", range: "0…")
        }
        guard rate.allSatisfy({ (0...1).contains($0) }) else {
            throw CLIError.outOfRange(option: "--rate", range: "0…1")
        }
        let task = FileTask("interdict", file, common, in: shell)
        let (table, described) = try task.load { _, _, _ -> (FlowTable, FlowTable.Described) in
            let table = try FlowTable(Files.text(file.file == "-" ? "/dev/stdin" : file.file))
            return (table, try table.described(reading()))
        }
        let allowed = try restricted(described.network)
        task.tell("nodes", .number(described.network.nodeCount))
        task.tell("arcs", .number(described.network.arcs.count))
        let answers = try task.compute { work in try answered(table, described, allowed, work) }
        return try task.finish(
            InterdictAnswer.table(answers, described, table),
            saying: Set(answers.compactMap { $0.plan.warning.map(shell.text) }).sorted())
    }

    private func reading() throws -> FlowTable.Reading {
        var reading = FlowTable.Reading(source: source, sink: sink)
        reading.isUndirected = undirected
        if let nodes { reading.nodes = try FlowTable.nodes(Files.text(nodes)) }
        return reading
    }

    private func restricted(_ network: FlowNetwork) throws -> FlowNetwork {
        switch only {
        case "all": return network
        case "traffickers":
            return network.takingAway { $0.marks.contains(.trafficker) || $0.from == network.source }
        case "victims":
            let bottoms = Set(network.arcs.filter { $0.marks.contains(.bottom) }.map(\.to))
            return network.takingAway {
                $0.marks.isDisjoint(with: [.trafficker, .bottom]) && !bottoms.contains($0.from)
            }
        default: throw CLIError.unknown(option: "--only", value: only, known: ["all", "traffickers", "victims"])
        }
    }

    private func answered(
        _ table: FlowTable, _ described: FlowTable.Described, _ network: FlowNetwork, _ work: Work
    ) throws -> [InterdictAnswer] {
        let clock = ContinuousClock()
        let end = limit.map { clock.now + .seconds($0) }
        let work = Work { done, total throws(CancellationError) in
            if let end, clock.now > end { throw CancellationError() }
            try work.step(done, total)
        }
        let models = try InterdictAnswer.models(model, isMarked: table.hasMarks)
        var answers: [InterdictAnswer] = []
        for rate in rate {
            let reduced = rate == 1 ? network : network.supply(reducedTo: rate)
            let plans = FlowInterdiction(InterdictAnswer.counted(reduced, table.hasMarks))
            for budget in budget {
                let amount = Int((budget * Double(table.costScale)).rounded(.down))
                if let path = restructure {
                    let ways = try described.replacements(Files.text(path), scale: table.capacityScale)
                    let plan = try Restructuring(reduced, ways, limit: replacements).plan(budget: amount, work)
                    let plain = try plans.plan(.flow, budget: amount, work)
                    answers.append(InterdictAnswer(model: "flow", rate: rate, plan: plain))
                    answers.append(InterdictAnswer(model: "restructured", rate: rate, plan: plan))
                    continue
                }
                for model in models {
                    answers += try model.plans(plans, amount, front, work)
                        .map { InterdictAnswer(model: model.name, rate: rate, plan: $0) }
                }
            }
        }
        return answers
    }
}
