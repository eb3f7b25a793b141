import Testing

@testable import Networks

@Suite("Restructuring: the network answers")
struct RestructuringTests {
    @Test("the best plan against the best answer is what trying everything finds", arguments: 0..<150)
    func exhaustive(seed: Int) throws {
        var random = RandomNetwork(UInt64(5000 + seed))
        let network = try random.any()
        let ways = (0..<4).map { _ in
            Replacement(
                random.below(network.nodeCount), random.below(network.nodeCount), capacity: random.below(6),
                standsFor: random.below(3) == 0 ? [] : [random.below(network.arcs.count)])
        }
        let limit = [nil, 1, 2][seed % 3]
        let asked = try Restructuring(network, ways, limit: limit)
        func answered(_ taken: Set<Int>) -> Int {
            let open = ways.indices.filter { ways[$0].standsFor.isEmpty || !ways[$0].standsFor.isDisjoint(with: taken) }
            let slow = Exhaustive(network: asked.whole)
            return slow.sets(open).filter { $0.count <= limit ?? 9 }.map { chosen in
                slow.flow(
                    asked.whole.arcs.indices.map {
                        let isThere =
                            $0 < network.arcs.count ? !taken.contains($0) : chosen.contains($0 - network.arcs.count)
                        return isThere ? asked.whole.arcs[$0].capacity : 0
                    })
            }.max() ?? 0
        }
        for budget in [0, 2, 5] {
            let best = Exhaustive(network: network).affordable(budget).map { answered($0.set) }.min()
            let plan = try asked.plan(budget: budget)
            #expect(
                plan.left == [best] && plan.isProven, "seed \(seed) budget \(budget) limit \(String(describing: limit))"
            )
            #expect(answered(Set(plan.arcs)) == best)
        }
    }

    @Test("R164: a recruiter who is replaced is hardly missed, and the plan says so")
    func replaced() throws {
        let table = try FlowTable("from,to,capacity,cost\ns,broker,10,1\nbroker,site,10,\nsite,t,10,\n")
        let described = try table.described()
        let ways = try described.replacements("from,to,capacity,for\ns,site,10,s>broker\n")
        let plain = try FlowInterdiction(described.network).plan(.flow, budget: 1)
        #expect(plain.left == [0] && plain.warning == nil)
        let plan = try Restructuring(described.network, ways).plan(budget: 1)
        #expect(plan.left == [10] && plan.warning != nil)
    }
}
