import Access
import Testing

@testable import RichPicture

@Suite("Walks reach what they should and no more")
struct WalkTests {
    static func viewer(_ labels: Set<Int>) -> Viewer {
        Viewer(name: "v", organisation: "o", clearance: Clearance(labels))
    }

    @Test("neighbours and reach are those of the plainest way", arguments: (1...12).map { UInt64($0) })
    func property(_ seed: UInt64) {
        var dice = Dice(seed: seed &+ 1_000)
        let graph = RandomGraph(seed: seed, nodes: dice.number(3...60), edges: dice.number(1...300))
        let snapshot = graph.snapshot
        for labels in [[0, 1, 2], [0, 2], [1], []] as [Set<Int>] {
            let until = dice.number(0...graph.edges.count)
            var filter = PictureFilter()
            filter.until = until
            let walk = Walk(snapshot, filter: filter, as: Self.viewer(labels))
            for node in 1...graph.nodes {
                let expected = graph.neighbours(node, labels: labels, until: until).sorted()
                #expect(walk.neighbours(of: UInt32(node)).map(Int.init) == expected, "seed \(seed), node \(node)")
                for hops in 0...3 {
                    let reached = walk.reach([UInt32(node)], hops: hops)
                    let plain = graph.reach(
                        node, hops: hops, labels: labels, until: until, cap: Walk.degreeCap, isSeedCapped: false)
                    let found = Dictionary(uniqueKeysWithValues: reached.map { (Int($0.node), $0.distance) })
                    #expect(found == plain, "seed \(seed), node \(node), \(hops) hops")
                    #expect(reached.map(\.distance) == reached.map(\.distance).sorted())
                }
            }
        }
    }

    @Test("a node over the degree cap links nobody, unless somebody asks for it by name")
    func degreeCap() {
        var columns = Snapshot.Edges()
        for node in 2...(Walk.degreeCap + 2) {
            columns.append(1, Int64(node), 1, time: 0, amount: .min, source: 1, namesSomebody: false)
        }
        columns.append(9_000, 2, 1, time: 0, amount: .min, source: 1, namesSomebody: false)
        let source = Snapshot.SourceFacts(isCommitted: true)
        let snapshot = Snapshot(
            edges: columns, sources: [Snapshot.SourceFacts(), source], stopped: [:], lastEvent: 0, lastStatement: 0)
        let walk = Walk(snapshot, filter: PictureFilter(), as: Self.viewer([0]))
        #expect(walk.neighbours(of: 1).count == Walk.degreeCap + 1)
        #expect(walk.reach([9_000], hops: 5).map(\.node).sorted() == [1, 2, 9_000])
        #expect(walk.reach([1], hops: 1).count == Walk.degreeCap + 2)
        #expect(walk.reach([1], hops: 2, isSeedCapped: true).count == 1)
        #expect(walk.halt(1, degree: 501) == .tooMany(501) && walk.halt(1, degree: 500) == nil)
    }

    @Test("an empty picture, a node that is not there, and a link of a thing to itself")
    func edges() {
        let empty = Walk(Snapshot(), filter: PictureFilter(), as: Self.viewer([0]))
        #expect(empty.neighbours(of: 0).isEmpty && empty.neighbours(of: 99).isEmpty)
        #expect(empty.reach([99], hops: 3).map(\.node) == [99])
        var columns = Snapshot.Edges()
        columns.append(5, 5, 1, time: 0, amount: .min, source: 1, namesSomebody: false)
        let snapshot = Snapshot(
            edges: columns, sources: [Snapshot.SourceFacts(), Snapshot.SourceFacts(isCommitted: true)], stopped: [:],
            lastEvent: 0, lastStatement: 0)
        let walk = Walk(snapshot, filter: PictureFilter(), as: Self.viewer([0]))
        #expect(snapshot.edges(of: 5).count == 1 && walk.neighbours(of: 5).isEmpty)
    }

    @Test("the same network is laid out in the same way, and no two nodes share a place")
    func layout() {
        var dice = Dice(seed: 4)
        let count = 80
        let distances = (0..<count).map { $0 == 0 ? 0 : $0 < 20 ? 1 : 2 }
        let edges = (0..<150).map { _ in (dice.number(0...count - 1), dice.number(0...count - 1)) }
        let first = Layout.place(distances: distances, edges: edges)
        let second = Layout.place(distances: distances, edges: edges)
        #expect(first.count == count)
        #expect(zip(first, second).allSatisfy { $0.x == $1.x && $0.y == $1.y && $0.x.isFinite && $0.y.isFinite })
        #expect(Set(first.map { "\(Int($0.x * 1_000)) \(Int($0.y * 1_000))" }).count == count)
        #expect(Layout.place(distances: [], edges: []).isEmpty)
        #expect(Layout.place(distances: [0, 0], edges: [(0, 1), (1, 0), (0, 0)]).count == 2)
    }

    @Test("the stop-list that comes with Daybreak is read whole, and its numbers are normalised")
    func stopList() {
        let entries = StopList.shipped()
        #expect(entries.count >= 25)
        #expect(entries.allSatisfy { $0.kind == .phone && !$0.reason.isEmpty })
        #expect(Set(entries.map(\.key)).count == entries.count)
        for entry in entries {
            let parts = entry.key.split(separator: ":").map(String.init)
            let key = try? Normaliser(country: parts[0]).read(.phone, parts[1]).get()
            #expect(key == entry.key)
        }
        #expect(entries.contains { $0.key == "TH:191" } && entries.contains { $0.key == "KH:1288" })
    }
}
