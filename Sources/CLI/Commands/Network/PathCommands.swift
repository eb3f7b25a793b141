import ArgumentParser
import Formats
import Networks

/// Everybody within some steps of a beginning.
struct HopsCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "khop", abstract: "Find everybody within some steps of a beginning, by rules of contact chaining.",
        discussion: """
            With --directed, links are followed along their direction. --strength 1,3 follows links of the first step that weigh \
            at least 1, and of all further steps at least 3. --hub 200 reaches nodes with more than 200 neighbours, and does not \
            pass them.

            Columns: seed, node, hops, via (from whom it was reached), links (how many it has), passed (no for a hub).
            """)

    @OptionGroup var file: FileOptions
    @OptionGroup(title: "The graph") var graph: GraphOptions
    @Option(help: "Where to begin; may be given several times.") var seed: [String] = []
    @Option(help: "How many steps.") var hops = 2
    @Option(help: ArgumentHelp("How much a link weighs at least, step by step.", valueName: "weights")) var strength:
        String?
    @Option(help: "Nodes with more neighbours are not passed.") var hub: Int?
    @OptionGroup(title: "Common options") var common: CommonOptions

    private struct Found {
        var seed: Int
        var node: UInt32
        var hops: Int
        var via: UInt32
    }

    func run(in shell: Shell) async throws -> Ending {
        guard hops >= 0 else { throw CLIError.outOfRange(option: "--hops", range: "0…") }
        guard !seed.isEmpty else { throw CLIError.unknown(option: "--seed", value: "", known: ["a node"]) }
        let strengths = try (strength ?? "").split(separator: ",").map { text in
            guard let value = Double(text) else { throw CLIError.outOfRange(option: "--strength", range: "1,3") }
            return value
        }
        let task = FileTask("khop", file, common, in: shell)
        let named = try task.graph(graph)
        let seeds = try seed.map { try named.node($0) }
        var found: [Found] = []
        task.compute { _ in
            var walk = Hops(named.graph)
            for node in seeds {
                walk.run(from: node, Hops.Rules(hops: hops, strengths: strengths, hub: hub))
                for (place, other) in walk.order.enumerated() {
                    let via = walk.order[Int(walk.via[place])]
                    found.append(Found(seed: node, node: other, hops: walk.hops(place), via: via))
                }
            }
        }
        task.tell("reached", .number(found.count - seeds.count))
        task.tell("perHop", .array((0...hops).prefix(100).map { step in .number(found.count { $0.hops == step }) }))
        let columns = ["seed", "node", "hops", "via", "links", "passed"]
        let table = AnswerTable(columns: columns, count: found.count) { place in
            let one = found[place]
            let links = named.graph.degree(Int(one.node))
            let isHub = hub.map { links > $0 && one.hops > 0 } ?? false
            return [
                .text(named.names.text(one.seed)), .text(named.names.text(one.node)), .whole(one.hops),
                one.hops == 0 ? .none : .text(named.names.text(one.via)), .whole(links), .text(isHub ? "no" : "yes"),
            ]
        }
        return try task.finish(table)
    }
}

/// The best ways from one node to another.
struct PathsCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "paths", abstract: "Find the best ways from one node to another.",
        discussion: """
            --by steps takes few steps; weight a small sum of weights; inverse what is strong as near; product the largest product \
            of weights, which are then probabilities; weakest the way whose weakest link is strongest. --hub 200 does not lead \
            ways through nodes with more than 200 neighbours.

            Columns: path (1 is the best), step, node, weight (of the link to it), cost (of the whole way: a sum, or the product, \
            or the weakest link).
            """)

    @OptionGroup var file: FileOptions
    @OptionGroup(title: "The graph") var graph: GraphOptions
    @Option(help: ArgumentHelp("Where the ways begin.", valueName: "node")) var source: String
    @Option(help: ArgumentHelp("Where the ways end.", valueName: "node")) var target: String
    @Option(name: [.customLong("count"), .customShort("k")], help: "How many ways at most.") var count = 5
    @Option(help: ArgumentHelp("What makes a way good: steps, weight, inverse, product or weakest.", valueName: "what"))
    var by = "steps"
    @Option(help: "Nodes with more neighbours are no way through.") var hub: Int?
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        guard let measure = PathFinder.Measure(rawValue: by) else {
            throw CLIError.unknown(option: "--by", value: by, known: PathFinder.Measure.allCases.map(\.rawValue))
        }
        guard count > 0 else { throw CLIError.outOfRange(option: "--count", range: "1…") }
        let task = FileTask("paths", file, common, in: shell)
        let named = try task.graph(graph)
        if measure != .steps { try named.requirePositiveWeights() }
        let (from, to) = (try named.node(source), try named.node(target))
        let paths = task.compute { _ in
            var finder = PathFinder(named.graph, by: measure, hub: hub)
            return finder.paths(from: from, to: to, most: count)
        }
        task.tell("paths", .number(paths.count))
        let rows = paths.indices.flatMap { path in paths[path].nodes.indices.map { (path, $0) } }
        let table = AnswerTable(columns: ["path", "step", "node", "weight", "cost"], count: rows.count) { place in
            let (path, step) = rows[place]
            let nodes = paths[path].nodes
            let link = step > 0 ? named.graph.place(from: Int(nodes[step - 1]), to: Int(nodes[step])) : nil
            return [
                .whole(path + 1), .whole(step), .text(named.names.text(nodes[step])),
                link.map { .number(named.graph.weight($0)) } ?? .none, .number(measure.said(paths[path].cost)),
            ]
        }
        return try task.finish(table)
    }
}
