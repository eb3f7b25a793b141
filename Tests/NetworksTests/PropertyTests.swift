import Testing

@testable import Networks

/// Everything is compared with what its definition gives, on hundreds of random graphs.
@Suite struct PropertyTests {
    static let seeds = Array(UInt64(1)...300)

    private func areNear(_ left: [Double], _ right: [Double]) -> Bool {
        left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) < 1e-8 * max(1, abs($1)) }
    }

    @Test("components are the sets in which each reaches each", arguments: seeds)
    func components(seed: UInt64) {
        let graph = RandomGraphs.graph(seed: seed, isDirected: seed % 2 == 0)
        let weak = Components(graph)
        let strong = Components(strong: graph)
        let reach = RandomGraphs.reach(graph)
        let loose = RandomGraphs.reach(graph.undirected())
        for a in 0..<graph.count {
            for b in 0..<graph.count {
                #expect((weak.part[a] == weak.part[b]) == loose[a][b])
                #expect((strong.part[a] == strong.part[b]) == (reach[a][b] && reach[b][a]))
            }
        }
        #expect(weak.sizes == weak.sizes.sorted(by: >) && weak.sizes.reduce(0, +) == graph.count)
    }

    @Test("betweenness is what its definition says", arguments: seeds)
    func betweenness(seed: UInt64) throws {
        let graph = RandomGraphs.graph(seed: seed, isDirected: seed % 2 == 0, isWeighted: true)
        #expect(areNear(try Betweenness.exact(graph), RandomGraphs.betweenness(graph) { _ in 1 }))
        let byWeight = RandomGraphs.betweenness(graph) { graph.weight($0) }
        #expect(areNear(try Betweenness.exact(graph, lengths: .weight), byWeight))
        let byStrength = RandomGraphs.betweenness(graph) { 1 / graph.weight($0) }
        #expect(areNear(try Betweenness.exact(graph, lengths: .inverse), byStrength))
    }

    @Test("sampled betweenness keeps its error", arguments: seeds.prefix(40))
    func sampled(seed: UInt64) throws {
        let graph = RandomGraphs.graph(seed: seed, isDirected: seed % 2 == 0)
        let exact = try Betweenness.exact(graph).map { $0 / Betweenness.most(graph) }
        let sampled = try SampledBetweenness(graph, error: 0.05, risk: 1e-6, seed: seed)
        #expect(zip(exact, sampled.values).allSatisfy { abs($0 - $1) <= 0.05 })
    }

    @Test("closeness is what the distances say", arguments: seeds)
    func closeness(seed: UInt64) throws {
        let graph = RandomGraphs.graph(seed: seed, isDirected: seed % 2 == 0, isWeighted: seed % 3 == 0)
        for lengths in [Lengths.steps, .inverse] {
            let far = RandomGraphs.all(graph) { lengths == .steps ? 1 : 1 / graph.weight($0) }.far
            for (node, value) in try Closeness.values(graph, lengths: lengths).enumerated() {
                let others = far[node].indices.filter { $0 != node && far[node][$0] < .infinity }.map { far[node][$0] }
                #expect(value.reached == others.count)
                #expect(abs(value.harmonic - others.reduce(0) { $0 + 1 / $1 }) < 1e-9)
                let sum = others.reduce(0, +)
                let part = Double(others.count) / Double(graph.count - 1)
                #expect(abs(value.closeness - (sum > 0 ? part * Double(others.count) / sum : 0)) < 1e-9)
            }
        }
    }

    @Test("PageRank solves its equation and sums to 1", arguments: seeds)
    func pageRank(seed: UInt64) throws {
        let graph = RandomGraphs.graph(seed: seed, isDirected: seed % 2 == 0, isWeighted: seed % 3 == 0)
        let ranks = try PageRank.ranks(graph)
        let count = Double(graph.count)
        var expected = [Double](repeating: 0, count: graph.count)
        var adrift = 0.0
        for node in 0..<graph.count {
            let places = Int(graph.offsets[node])..<Int(graph.offsets[node + 1])
            let sum = places.reduce(0) { $0 + graph.weight($1) }
            if places.isEmpty { adrift += ranks[node] }
            for place in places { expected[Int(graph.targets[place])] += ranks[node] * graph.weight(place) / sum }
        }
        expected = expected.map { 0.15 / count + 0.85 * ($0 + adrift / count) }
        #expect(areNear(ranks, expected))
        #expect(abs(ranks.reduce(0, +) - 1) < 1e-12)
    }

    @Test("the eigenvector is one", arguments: seeds.prefix(100))
    func eigenvector(seed: UInt64) throws {
        let graph = RandomGraphs.graph(seed: seed, isWeighted: seed % 3 == 0)
        let values = try Eigenvector.values(graph)
        let products = (0..<graph.count).map { node in
            (Int(graph.offsets[node])..<Int(graph.offsets[node + 1])).reduce(0) {
                $0 + graph.weight($1) * values[Int(graph.targets[$1])]
            }
        }
        guard let top = values.firstIndex(of: values.max() ?? 0), products[top] > 0 else { return }
        #expect(zip(values, products).allSatisfy { abs($0 * products[top] - $1) < 1e-6 * products[top] })
    }

    @Test("a core is what is left when nodes with fewer links are taken off again and again", arguments: seeds)
    func cores(seed: UInt64) {
        let graph = RandomGraphs.graph(seed: seed)
        let cores = Cores.numbers(graph)
        for level in 0...Int(cores.max() ?? 0) {
            var gone: Set<Int> = []
            while let weak = (0..<graph.count).first(where: { node in
                !gone.contains(node) && graph.neighbours(node).count { !gone.contains(Int($0)) } < level
            }) { gone.insert(weak) }
            #expect((0..<graph.count).allSatisfy { gone.contains($0) == (cores[$0] < UInt32(level)) })
        }
    }

    @Test("cut nodes and bridges part what hung together, and nothing else does", arguments: seeds)
    func cuts(seed: UInt64) {
        let graph = RandomGraphs.graph(seed: seed)
        let cuts = Cuts(graph)
        let parts = Components(graph).count
        for node in 0..<graph.count {
            // Without it, it is one component by itself.
            let without = Components(RandomGraphs.without(graph, [node])).count - 1 - (parts - 1)
            #expect(Int(cuts.partsWithout[node]) == without)
            #expect(cuts.nodes.contains(UInt32(node)) == (without > 1))
        }
        var links: [(Int, Int)] = []
        for node in 0..<graph.count { links += graph.neighbours(node).filter { $0 > node }.map { (node, Int($0)) } }
        for index in links.indices {
            var rest = links
            let link = rest.remove(at: index)
            let isBridge = Components(Graph(count: graph.count, rest)).count > parts
            #expect(cuts.links.contains { $0 == (UInt32(link.0), UInt32(link.1)) } == isBridge)
        }
    }

    @Test("nobody else fragments more than the key players", arguments: seeds.prefix(60))
    func keyPlayers(seed: UInt64) throws {
        let graph = RandomGraphs.graph(seed: seed)
        let pair = try KeyPlayers(graph, size: 2)
        let built = try KeyPlayers(graph, size: 2, effort: 0)
        #expect(pair.isExact && pair.fragmentation >= built.fragmentation - 1e-12)
        guard pair.nodes.count == 2 else { return }
        for a in 0..<graph.count {
            for b in a + 1..<graph.count where graph.degree(a) > 1 && graph.degree(b) > 1 {
                let reach = RandomGraphs.reach(RandomGraphs.without(graph, [a, b]))
                let left = (0..<graph.count).filter { $0 != a && $0 != b }
                let pairs = left.reduce(0) { sum, from in sum + left.count { $0 != from && reach[from][$0] } }
                let all = left.count * (left.count - 1)
                let fragmentation = all > 0 ? 1 - Double(pairs) / Double(all) : 0
                #expect(fragmentation <= pair.fragmentation + 1e-9)
            }
        }
    }

    @Test("hops are distances, hubs are not passed, weak links are not followed", arguments: seeds)
    func hops(seed: UInt64) {
        let graph = RandomGraphs.graph(seed: seed, isDirected: seed % 2 == 0, isWeighted: true)
        let far = RandomGraphs.all(graph) { _ in 1 }.far
        let strong = RandomGraphs.all(graph) { graph.weight($0) >= 3 ? 1 : .infinity }.far
        var walk = Hops(graph)
        for source in 0..<graph.count {
            for hops in 0...4 {
                walk.run(from: source, Hops.Rules(hops: hops))
                #expect(
                    Set(walk.order)
                        == Set((0..<graph.count).filter { far[source][$0] <= Double(hops) }.map(UInt32.init)))
                for place in walk.order.indices {
                    #expect(Double(walk.hops(place)) == far[source][Int(walk.order[place])])
                }
                walk.run(from: source, Hops.Rules(hops: hops, strengths: [3]))
                #expect(
                    Set(walk.order)
                        == Set((0..<graph.count).filter { strong[source][$0] <= Double(hops) }.map(UInt32.init)))
            }
            walk.run(from: source, Hops.Rules(hops: 9, hub: 0))
            #expect(walk.order.count == 1 + graph.degree(source))
        }
    }

    @Test("ways are all different, ascend, and are the best there are", arguments: seeds.prefix(150))
    func paths(seed: UInt64) {
        let graph = RandomGraphs.graph(seed: seed, isDirected: seed % 2 == 0, isWeighted: true)
        guard graph.count < 9 else { return }
        for measure in [PathFinder.Measure.steps, .weight, .inverse] {
            var finder = PathFinder(graph, by: measure)
            let found = finder.paths(from: 0, to: graph.count - 1, most: 6)
            let all = Self.simplePaths(graph, measure).sorted()
            #expect(found.count == min(6, all.count))
            #expect(areNear(found.map(\.cost), Array(all.prefix(6))), "\(measure)")
            #expect(Set(found.map(\.nodes)).count == found.count)
        }
    }

    private static func simplePaths(_ graph: Graph, _ measure: PathFinder.Measure) -> [Double] {
        var costs: [Double] = []
        func walk(_ node: Int, _ seen: Set<Int>, _ cost: Double) {
            if node == graph.count - 1 { return costs.append(cost) }
            for place in Int(graph.offsets[node])..<Int(graph.offsets[node + 1])
            where !seen.contains(Int(graph.targets[place])) {
                let weight = graph.weight(place)
                let link = measure == .steps ? 1 : measure == .weight ? weight : 1 / weight
                walk(Int(graph.targets[place]), seen.union([Int(graph.targets[place])]), cost + link)
            }
        }
        walk(0, [0], 0)
        return costs
    }

    @Test("communities hang together, and their modularity is what its definition says", arguments: seeds)
    func communities(seed: UInt64) throws {
        let graph = RandomGraphs.graph(seed: seed, isWeighted: seed % 2 == 0)
        let found = try Leiden(graph, beginnings: 3, seed: seed)
        let total = (0..<graph.targets.count).reduce(0) { $0 + graph.weight($1) }
        guard total > 0 else { return }
        let strength = Degrees(graph).strength
        var modularity = 0.0
        for a in 0..<graph.count {
            for b in 0..<graph.count where found.community[a] == found.community[b] {
                let weight = graph.place(from: a, to: b).map(graph.weight) ?? 0
                modularity += weight / total - strength[a] * strength[b] / (total * total)
            }
        }
        #expect(abs(found.modularity - modularity) < 1e-9)
        for community in 0..<found.count {
            let outside = Set((0..<graph.count).filter { found.community[$0] != UInt32(community) })
            #expect(Components(RandomGraphs.without(graph, outside)).sizes[0] == found.sizes[community])
        }
    }
}
