public import Words

/// What would still stand when something is taken from a group: a site closed, a broker arrested, accounts frozen (R164).
///
/// People flow from those who bring them to the sites; money flows from those who pay more than they receive to those who
/// receive more than they pay. What a node lets through is gone when it is taken.
public struct WhatStands: Sendable {
    private let scene: Scene
    private let brokers: BrokerRanking
    private let people: FlowNetwork, money: FlowNetwork

    /// What is left after an action.
    public struct Aftermath: Sendable {
        /// What was taken, as places in the scene.
        public var taken: [Int]
        /// People and money that flow, before and after.
        public var people: (before: Int, left: Int), money: (before: Int, left: Int)
        /// The sites that still receive people.
        public var sites: [Int]
        /// What to tell the people who decide, the most important first.
        public var words: [Phrase]
    }

    /// What is asked to fall.
    public enum Flow: String, Sendable { case people, money }

    /// Reads the flows of a scene.
    public init(_ scene: Scene) throws(StandingError) {
        self.scene = scene
        brokers = BrokerRanking(scene)
        people = try Self.network(scene, .supplies)
        money = try Self.network(scene, .transfers)
    }

    /// Every node is a pair of numbers joined by an arc that can be taken for 1, so that arc i stands for node i.
    private static func network(_ scene: Scene, _ tie: Scene.Tie) throws(StandingError) -> FlowNetwork {
        let count = scene.nodes.count
        let links = scene.links.filter { $0.tie == tie && $0.from != $0.to }
        let most = links.reduce(1) { min(1 << 50, $0 + $1.weight) }
        var arcs = scene.nodes.indices.map {
            FlowNetwork.Arc($0, count + $0, capacity: most, cost: scene.nodes[$0].isAtRisk ? nil : 1)
        }
        var balance = [Int](repeating: 0, count: count)
        for link in links {
            arcs.append(.init(count + link.from, link.to, capacity: link.weight))
            balance[link.from] += link.weight
            balance[link.to] -= link.weight
        }
        for node in 0..<count where balance[node] != 0 {
            arcs.append(
                balance[node] > 0
                    ? .init(2 * count, node, capacity: balance[node])
                    : .init(count + node, 2 * count + 1, capacity: -balance[node]))
        }
        return try FlowNetwork(nodes: 2 * count + 2, source: 2 * count, sink: 2 * count + 1, arcs: arcs)
    }

    /// What is left when these nodes are taken.
    public func after(_ taken: [Int]) -> Aftermath {
        let (people, money) = (FlowInterdiction(people), FlowInterdiction(money))
        let gone = Set(taken)
        let suppliers = Set(brokers.entries.filter { gone.contains($0.person) }.map(\.person))
        let sites = Set(scene.links.filter { $0.tie == .supplies && !gone.contains($0.from) }.map(\.to))
            .filter { scene.nodes[$0].kind == .site && !gone.contains($0) }.sorted()
        var after = Aftermath(
            taken: taken, people: (people.left(.flow, without: []), people.left(.flow, without: taken)),
            money: (money.left(.flow, without: []), money.left(.flow, without: taken)), sites: sites, words: [])
        after.words = words(after, suppliers)
        return after
    }

    /// The best set of nodes to take with a budget: the least flows of what is asked. `cost` says what each takes; nil when it
    /// cannot be taken.
    public func best(
        _ flow: Flow, budget: Int, _ work: Work = .quiet, cost: (Scene.Node) -> Int? = { $0.isAtRisk ? nil : 1 }
    ) throws(StandingError) -> (taken: [Int], plan: InterdictionPlan) {
        var network = flow == .people ? people : money
        for place in scene.nodes.indices { network.arcs[place].cost = cost(scene.nodes[place]) }
        let plan = try FlowInterdiction(network).plan(.flow, budget: budget, work)
        return (plan.arcs, plan)
    }

    private func words(_ after: Aftermath, _ arrested: Set<Int>) -> [Phrase] {
        var words: [Phrase] = []
        let names = after.taken.map { scene.nodes[$0].name }.joined(separator: ", ")
        func share(_ flow: (before: Int, left: Int)) -> String {
            flow.before == 0 ? "–" : "\((flow.left * 100 + flow.before / 2) / flow.before)"
        }
        words.append(
            Phrase(
                after.taken.count == 1 ? "network.standing.one" : "network.standing.several",
                ["taken": names, "people": share(after.people), "money": share(after.money)]))
        let closed = Set(after.taken.filter { scene.nodes[$0].kind == .site })
        for entry in brokers.entries
        where !closed.isDisjoint(with: entry.supplied) && !after.taken.contains(entry.person) {
            let others = entry.supplied.filter { !closed.contains($0) }
            guard !others.isEmpty else { continue }
            words.append(
                Phrase(
                    "network.standing.broker",
                    [
                        "broker": scene.nodes[entry.person].name, "phones": "\(entry.phones.count)",
                        "count": "\(others.count)",
                        "sites": others.map { scene.nodes[$0].name }.joined(separator: ", "),
                    ]))
        }
        let (before, left) = after.people
        if before > 0, Double(left) > InterdictionPlan.hardly * Double(before) {
            words.append(Phrase("network.standing.hardly", ["share": share(after.people)]))
        }
        return words
    }
}
