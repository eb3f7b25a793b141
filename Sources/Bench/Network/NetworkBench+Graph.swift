import Foundation
import Networks

extension NetworkBench {
    /// Loading, and the measures of place.
    static let graphTasks: [String: Task] = [
        "load": { words in
            let (graph, fact) = try cost { try NamedGraph(source(words[0])) }
            if words.count > 1 { try write(graph, words[1]) }
            return [fact, ("nodes", Double(graph.graph.count)), ("links", Double(graph.graph.linkCount))]
        },
        "open": { words in
            let (graph, fact) = try cost { try NamedGraph(snapshot: source(words[0])) }
            return [fact, ("nodes", Double(graph.graph.count)), ("links", Double(graph.graph.linkCount))]
        },
        "components": { words in
            try onGraph(words) { graph, facts in
                let (parts, fact) = cost { Components(graph) }
                facts += [fact, ("components", Double(parts.count)), ("largest", Double(parts.sizes[0]))]
            }
        },
        "pagerank": { words in
            try onGraph(words) { graph, facts in
                let (ranks, fact) = try cost { try PageRank.ranks(graph) }
                facts += [fact, ("highest", ranks.max() ?? 0)]
            }
        },
        "cores": { words in
            try onGraph(words) { graph, facts in
                let (cores, fact) = cost { Cores.numbers(graph) }
                facts += [fact, ("highest", Double(cores.max() ?? 0))]
            }
        },
        "cuts": { words in
            try onGraph(words) { graph, facts in
                let (cuts, fact) = cost { Cuts(graph) }
                facts += [fact, ("nodes", Double(cuts.nodes.count)), ("links", Double(cuts.links.count))]
            }
        },
    ]

    static func onGraph(_ words: [String], _ body: (Graph, inout [Fact]) throws -> Void) throws -> [Fact] {
        var facts: [Fact] = []
        try body(try NamedGraph(source(words[0])).graph, &facts)
        return facts
    }

    private static func write(_ graph: NamedGraph, _ path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil) else { throw BenchError.usage }
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try graph.writeSnapshot { try file.write(contentsOf: Data($0)) }
        try file.close()
    }
}
