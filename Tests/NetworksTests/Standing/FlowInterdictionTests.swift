import Testing

@testable import Networks

@Suite("Interdiction: which arcs to take so that the least is left")
struct FlowInterdictionTests {
    @Test(
        "the best plan is what trying every set finds, for every measure and budget, and is proven", arguments: 0..<120)
    func anyNetwork(seed: Int) throws {
        var random = RandomNetwork(UInt64(seed))
        let network = try random.any()
        let slow = Exhaustive(network: network)
        for measure in FlowMeasure.allCases {
            for budget in [0, 1, 3, 6, 30] {
                let best = slow.affordable(budget).map { slow.left(measure, $0.set) }.min()
                let plan = try FlowInterdiction(network).plan(measure, budget: budget)
                #expect(plan.left == [best], "seed \(seed) \(measure) \(budget)")
                #expect(plan.isProven && plan.lower == best)
                #expect(slow.left(measure, Set(plan.arcs)) == best)
                #expect(
                    plan.arcs.reduce(0) { $0 + (network.arcs[$1].cost ?? 1000) } == plan.cost && plan.cost <= budget)
            }
        }
    }

    @Test("branch and bound alone finds what trying every set finds", arguments: 0..<100)
    func search(seed: Int) throws {
        var random = RandomNetwork(UInt64(1000 + seed))
        let network = seed % 2 == 0 ? try random.any() : try random.people(traffickers: 2, victims: 2, isShared: true)
        let slow = Exhaustive(network: network)
        let arcs = network.carrying
        for budget in [1, 4, 7, 9] {
            for measure in [FlowMeasure.flow, .reach] {
                var search = CutSearch(CutProblem(network, arcs, measure.capacity))
                let found = search.best(budget: budget, .quiet)
                let best = slow.affordable(budget).map { slow.left(measure, $0.set) }.min()
                #expect(found.left == best && found.lower == best, "seed \(seed) \(measure) \(budget)")
            }
            var search = NeedSearch(
                CutProblem(network, arcs, FlowMeasure.need.capacity),
                isCounted: arcs.map { network.arcs[$0].marks.contains(.counted) })
            let found = search.best(budget: budget, .quiet)
            let best = slow.affordable(budget).map { slow.left(.need, $0.set) }.min()
            #expect(found.left == best && found.lower == best, "seed \(seed) need \(budget)")
        }
    }

    @Test("the front from 0 to a budget holds the best of every budget", arguments: 0..<40)
    func front(seed: Int) throws {
        var random = RandomNetwork(UInt64(2000 + seed))
        let network = try random.people(traffickers: 2, victims: 2, isShared: seed % 2 == 0)
        let slow = Exhaustive(network: network)
        for measure in FlowMeasure.allCases {
            let front = try FlowInterdiction(network).front(measure, budget: 20)
            let all = slow.affordable(20).map { ($0.cost, slow.left(measure, $0.set)) }
            for budget in 0...20 {
                let best = all.filter { $0.0 <= budget }.map(\.1).min()
                #expect(front.last { $0.cost <= budget }?.left.first == best, "seed \(seed) \(measure) \(budget)")
            }
            #expect(zip(front, front.dropFirst()).allSatisfy { $0.cost < $1.cost && $0.left[0] > $1.left[0] })
        }
    }

    @Test(
        "two measures: the front is what trying every set finds",
        arguments: 0..<30, [[FlowMeasure.need, .reach], [.reach, .traffickers], [.reach, .flow]])
    func pairs(seed: Int, measures: [FlowMeasure]) throws {
        var random = RandomNetwork(UInt64(3000 + seed))
        let network = try random.people(traffickers: 2, victims: 2, isShared: seed % 3 == 0)
            .supply(reducedTo: seed % 2 == 0 ? 0.4 : 1)
        let slow = Exhaustive(network: network)
        let all = slow.affordable(8).map { (slow.left(measures[0], $0.set), slow.left(measures[1], $0.set)) }
        let best = all.filter { a in !all.contains { ($0.0 < a.0 && $0.1 <= a.1) || ($0.0 <= a.0 && $0.1 < a.1) } }
        let expected = Set(best.map { [$0.0, $0.1] }).sorted { $0[0] < $1[0] }
        #expect(try FlowInterdiction(network).pairs(measures[0], measures[1], budget: 8).map(\.left) == expected)
    }

    @Test("capacities and costs in the millions of millions keep their bounds")
    func large() throws {
        var random = RandomNetwork(7)
        for _ in 0..<50 {
            var network = try random.any()
            for place in network.arcs.indices {
                network.arcs[place].capacity *= 1_000_000_000_007
                network.arcs[place].cost = network.arcs[place].cost.map { $0 * 1_000_003 }
            }
            let slow = Exhaustive(network: network)
            for measure in [FlowMeasure.flow, .reach] {
                var search = CutSearch(CutProblem(network, network.carrying, measure.capacity))
                let found = search.best(budget: 5_000_015, .quiet)
                let best = slow.affordable(5_000_015).map { slow.left(measure, $0.set) }.min()
                #expect(found.left == best && found.lower == best)
            }
        }
    }

    @Test("cancelled work ends with a plan and how far the proof got")
    func cancelled() throws {
        var random = RandomNetwork(11)
        let arcs = (0..<400).map { _ in
            FlowNetwork.Arc(
                random.below(40), random.below(40), capacity: 1 + random.below(90), cost: 1 + random.below(9))
        }
        let network = try FlowNetwork(nodes: 40, source: 0, sink: 39, arcs: arcs)
        let work = Work { _, _ throws(CancellationError) in throw CancellationError() }
        let plan = try FlowInterdiction(network).plan(.need, budget: 30, work)
        #expect(plan.cost <= 30 && plan.lower <= plan.left[0])
    }

    @Test("a network whose arcs make no sense is refused")
    func refused() {
        #expect(throws: StandingError.sourceIsSink) { try FlowNetwork(nodes: 2, source: 0, sink: 0, arcs: []) }
        #expect(throws: StandingError.noSuchNode) {
            try FlowNetwork(nodes: 2, source: 0, sink: 1, arcs: [.init(0, 2, capacity: 1)])
        }
        #expect(throws: StandingError.negative(arc: 0)) {
            try FlowNetwork(nodes: 2, source: 0, sink: 1, arcs: [.init(0, 1, capacity: -1)])
        }
    }
}
