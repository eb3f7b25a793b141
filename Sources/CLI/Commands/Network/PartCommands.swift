import ArgumentParser
import Formats
import Networks

/// In how tight a part each node lies.
struct CoresCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "cores", abstract: "Find in how tight a part each node lies (k-core).",
        discussion: "Directions do not matter. Columns: node, core, rank.")

    @OptionGroup var file: FileOptions
    @OptionGroup(title: "The graph") var graph: GraphOptions
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        let task = FileTask("cores", file, common, in: shell)
        let named = try task.graph(graph)
        let cores = task.compute { _ in Cores.numbers(named.graph) }
        task.tell("highest", .number(Int(cores.max() ?? 0)))
        let measure = NodeMeasure(columns: ["core"]) { [.whole(Int(cores[$0]))] }
        return try task.finish(measure.table(named, by: cores.map(Double.init)))
    }
}

/// Nodes without which a network comes apart.
struct ArticulationCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "articulation", abstract: "Find nodes without which their component comes apart.",
        discussion:
            "Directions do not matter. Columns: node, parts (into how many its component falls without it), rank.")

    @OptionGroup var file: FileOptions
    @OptionGroup(title: "The graph") var graph: GraphOptions
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        let task = FileTask("articulation", file, common, in: shell)
        let named = try task.graph(graph)
        let cuts = task.compute { _ in Cuts(named.graph) }
        task.tell("articulationPoints", .number(cuts.nodes.count))
        let order = cuts.nodes.sorted { left, right in
            let (a, b) = (cuts.partsWithout[Int(left)], cuts.partsWithout[Int(right)])
            return a != b ? a > b : left < right
        }
        let table = AnswerTable(columns: ["node", "parts", "rank"], count: order.count) { place in
            [
                .text(named.names.text(order[place])), .whole(Int(cuts.partsWithout[Int(order[place])])),
                .whole(place + 1),
            ]
        }
        return try task.finish(table)
    }
}

/// Links without which a network comes apart.
struct BridgesCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "bridges", abstract: "Find links without which their component comes apart.",
        discussion: "Directions do not matter. Columns: from, to.")

    @OptionGroup var file: FileOptions
    @OptionGroup(title: "The graph") var graph: GraphOptions
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        let task = FileTask("bridges", file, common, in: shell)
        let named = try task.graph(graph)
        let cuts = task.compute { _ in Cuts(named.graph) }
        let table = AnswerTable(columns: ["from", "to"], count: cuts.links.count) { place in
            [.text(named.names.text(cuts.links[place].from)), .text(named.names.text(cuts.links[place].to))]
        }
        return try task.finish(table)
    }
}

/// Those without whom a network falls apart most.
struct KeyPlayersCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "keyplayers", abstract: "Find the few without whom the network falls apart most.",
        discussion: """
            Directions do not matter. All sets of each size are looked at where that can be done, else the best set is built up \
            and improved; the column exact tells which.

            Columns: size, fragmentation (the part of pairs that cannot reach each other without them), nodes, exact.
            """)

    @OptionGroup var file: FileOptions
    @OptionGroup(title: "The graph") var graph: GraphOptions
    @Option(help: "The largest set.") var size = 3
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        guard (1...20).contains(size) else { throw CLIError.outOfRange(option: "--size", range: "1…20") }
        let task = FileTask("keyplayers", file, common, in: shell)
        let named = try task.graph(graph)
        let sets = try task.compute { work in
            try (1...size).map { try KeyPlayers(named.graph, size: $0, work: work) }
        }
        let table = AnswerTable(columns: ["size", "fragmentation", "nodes", "exact"], count: sets.count) { place in
            [
                .whole(place + 1), .number(sets[place].fragmentation),
                .text(sets[place].nodes.map(named.names.text).joined(separator: ";")),
                .text(sets[place].isExact ? "yes" : "no"),
            ]
        }
        return try task.finish(table)
    }
}

/// Groups that are linked with one another more than chance has it.
struct CommunitiesCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "communities", abstract: "Find groups linked with one another more than chance has it (Leiden).",
        discussion: """
            Directions do not matter. The same seed gives the same groups.

            Columns: node, community (1 is the largest), size.
            """)

    @OptionGroup var file: FileOptions
    @OptionGroup(title: "The graph") var graph: GraphOptions
    @Option(help: "More than 1 gives smaller groups.") var resolution = 1.0
    @Option(help: "The seed of the order in which nodes are looked at.") var seed: UInt64 = 1
    @Option(help: "How often it is begun anew; without it small networks up to 100 times.") var beginnings: Int?
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        guard resolution > 0 else { throw CLIError.outOfRange(option: "--resolution", range: "> 0") }
        if let beginnings, beginnings < 1 { throw CLIError.outOfRange(option: "--beginnings", range: "> 0") }
        let task = FileTask("communities", file, common, in: shell)
        let named = try task.graph(graph)
        try named.requirePositiveWeights()
        let found = try task.compute { work in
            try Leiden(named.graph, resolution: resolution, beginnings: beginnings, seed: seed, work: work)
        }
        task.tell("modularity", .number(found.modularity))
        task.tell("communities", .number(found.count))
        let order = found.community.indices.sorted { (found.community[$0], $0) < (found.community[$1], $1) }
        let table = AnswerTable(columns: ["node", "community", "size"], count: order.count) { place in
            let community = Int(found.community[order[place]])
            return [.text(named.names.text(order[place])), .whole(community + 1), .whole(found.sizes[community])]
        }
        let line = shell.text(
            "cli.network-communities",
            ["count": Figures.grouped(found.count), "modularity": String(found.modularity)])
        return try task.finish(table, saying: [line])
    }
}
