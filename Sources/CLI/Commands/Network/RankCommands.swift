import ArgumentParser
import Formats
import Networks

/// How many links each node has.
struct DegreeCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "degree", abstract: "Count the links of each node.",
        discussion: """
            Columns: node, degree, in, out, strength (the sum of weights), inStrength, outStrength, rank. Without --directed, in \
            and out are the same.
            """)

    @OptionGroup var file: FileOptions
    @OptionGroup(title: "The graph") var graph: GraphOptions
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        let task = FileTask("degree", file, common, in: shell)
        let named = try task.graph(graph)
        let (links, back) = task.compute { _ in (Degrees(named.graph), Degrees(named.graph.reversed())) }
        let isDirected = named.graph.isDirected
        let rank = named.graph.offsets.indices.dropLast().map {
            Double(links.count[$0] + (isDirected ? back.count[$0] : 0))
        }
        let measure = NodeMeasure(columns: ["degree", "in", "out", "strength", "inStrength", "outStrength"]) { node in
            let strength = links.strength[node] + (isDirected ? back.strength[node] : 0)
            return [
                .whole(Int(rank[node])), .whole(back.count[node]), .whole(links.count[node]), .number(strength),
                .number(back.strength[node]), .number(links.strength[node]),
            ]
        }
        return try task.finish(measure.table(named, by: rank))
    }
}

/// Where one is found who follows links at random.
struct PageRankCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "pagerank", abstract: "Rank nodes by where one is found who follows links at random.",
        discussion: "Columns: node, pagerank (all sum to 1), rank.")

    @OptionGroup var file: FileOptions
    @OptionGroup(title: "The graph") var graph: GraphOptions
    @Option(help: "How likely a link is followed rather than begun anew.") var damping = 0.85
    @Option(help: "Rounds go on until all ranks together change by less.") var tolerance = 1e-10
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        guard damping >= 0, damping < 1 else { throw CLIError.outOfRange(option: "--damping", range: "0…1") }
        guard tolerance > 0 else { throw CLIError.outOfRange(option: "--tolerance", range: "> 0") }
        let task = FileTask("pagerank", file, common, in: shell)
        let named = try task.graph(graph)
        try named.requirePositiveWeights()
        let ranks = try task.compute { work in
            try PageRank.ranks(named.graph, damping: damping, tolerance: tolerance, work: work)
        }
        let measure = NodeMeasure(columns: ["pagerank"]) { [.number(ranks[$0])] }
        return try task.finish(measure.table(named, by: ranks))
    }
}

/// On how many shortest paths a node lies.
struct BetweennessCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "betweenness", abstract: "Find who lies between others.",
        discussion: """
            Exact without --error. With it, random shortest paths are drawn until every normalised value is within the error, \
            with a probability of one less the --risk. --lengths weight takes weights as distances, --lengths inverse takes one \
            over them (what is strong is near).

            Columns: node, betweenness (pairs; without directions each once), normalised (a part of all pairs of others), rank.
            """)

    @OptionGroup var file: FileOptions
    @OptionGroup(title: "The graph") var graph: GraphOptions
    @Option(help: ArgumentHelp("How long a link is: steps, weight or inverse.", valueName: "how")) var lengths = "steps"
    @Option(help: "The error of sampled values, as a part of all pairs, such as 0.01.") var error: Double?
    @Option(help: "How likely the error may be larger.") var risk = 0.1
    @Option(help: "The seed of the random paths.") var seed: UInt64 = 1
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        let lengths = try Lengths.named(lengths)
        if let error, !(error > 0 && error < 1) { throw CLIError.outOfRange(option: "--error", range: "0…1") }
        guard risk > 0, risk < 1 else { throw CLIError.outOfRange(option: "--risk", range: "0…1") }
        guard error == nil || lengths == .steps else {
            throw CLIError.unknown(option: "--lengths", value: lengths.rawValue, known: ["steps"])
        }
        let task = FileTask("betweenness", file, common, in: shell)
        let named = try task.graph(graph)
        if lengths != .steps { try named.requirePositiveWeights() }
        let most = Betweenness.most(named.graph)
        let values: [Double] = try task.compute { work in
            guard let error else { return try Betweenness.exact(named.graph, lengths: lengths, work: work) }
            let sampled = try SampledBetweenness(named.graph, error: error, risk: risk, seed: seed, work: work)
            task.tell("paths", .number(sampled.paths))
            task.tell("error", .number(error))
            return sampled.values.map { $0 * most }
        }
        let measure = NodeMeasure(columns: ["betweenness", "normalised"]) { node in
            [.number(values[node]), .number(values[node] / most)]
        }
        return try task.finish(measure.table(named, by: values))
    }
}

/// How near a node is to all others.
struct ClosenessCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "closeness", abstract: "Find who is near to all others.",
        discussion: """
            With --directed, distances go along the links.

            Columns: node, closeness, harmonic (the sum of one over the distance), reached (how many others), rank.
            """)

    @OptionGroup var file: FileOptions
    @OptionGroup(title: "The graph") var graph: GraphOptions
    @Option(help: ArgumentHelp("How long a link is: steps, weight or inverse.", valueName: "how")) var lengths = "steps"
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        let lengths = try Lengths.named(lengths)
        let task = FileTask("closeness", file, common, in: shell)
        let named = try task.graph(graph)
        if lengths != .steps { try named.requirePositiveWeights() }
        let values = try task.compute { work in try Closeness.values(named.graph, lengths: lengths, work: work) }
        let measure = NodeMeasure(columns: ["closeness", "harmonic", "reached"]) { node in
            [.number(values[node].closeness), .number(values[node].harmonic), .whole(values[node].reached)]
        }
        return try task.finish(measure.table(named, by: values.map(\.closeness)))
    }
}

/// Who is linked with those who are well linked.
struct EigenvectorCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "eigenvector", abstract: "Find who is linked with those who are well linked.",
        discussion: "With --directed, links that come in count. Columns: node, eigenvector (the largest is 1), rank.")

    @OptionGroup var file: FileOptions
    @OptionGroup(title: "The graph") var graph: GraphOptions
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        let task = FileTask("eigenvector", file, common, in: shell)
        let named = try task.graph(graph)
        try named.requirePositiveWeights()
        let values = try task.compute { work in try Eigenvector.values(named.graph, work: work) }
        let measure = NodeMeasure(columns: ["eigenvector"]) { [.number(values[$0])] }
        return try task.finish(measure.table(named, by: values))
    }
}

extension Lengths {
    /// The lengths of a word of the command line.
    static func named(_ word: String) throws(CLIError) -> Lengths {
        guard let lengths = Lengths(rawValue: word) else {
            throw .unknown(option: "--lengths", value: word, known: allCases.map(\.rawValue))
        }
        return lengths
    }
}
