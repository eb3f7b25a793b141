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
        "betweenness": { words in
            try onGraph(words) { graph, facts in
                let (values, fact) = try cost { try Betweenness.exact(graph) }
                facts += [fact, ("highest", values.max() ?? 0)]
            }
        },
        "sampled": { words in
            try onGraph(words) { graph, facts in
                let (found, fact) = try cost { try SampledBetweenness(graph, error: 0.01, risk: 0.1) }
                facts += [fact, ("highest", found.values.max() ?? 0), ("paths", Double(found.paths))]
            }
        },
        "leiden": { words in
            try onGraph(words) { graph, facts in
                let (found, fact) = try cost { try Leiden(graph) }
                facts += [fact, ("modularity", found.modularity), ("communities", Double(found.count))]
            }
        },
        "hops": { words in
            let named = try NamedGraph(source(words[0]))
            let seeds = (0..<200).compactMap { named.names.code(named: String($0 * 1301)) }.map(Int.init)
            var times: [Double] = []
            let (reached, fact) = cost {
                var walk = Hops(named.graph)
                var reached = 0
                for seed in seeds {
                    for hops in 2...3 {
                        let begun = Meter.cpu()
                        walk.run(from: seed, Hops.Rules(hops: hops))
                        reached += walk.order.count
                        times.append(Meter.cpu() - begun)
                    }
                }
                return reached
            }
            times.sort()
            let slowest = times.isEmpty ? 0 : times[min(times.count - 1, times.count * 99 / 100)]
            return [fact, ("seeds", Double(seeds.count)), ("reached", Double(reached)), ("p99_ms", slowest * 1000)]
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
