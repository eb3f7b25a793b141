import Testing

@testable import Linkage

/// What stands, and what comes and goes.
@Suite struct IndexTests {
    private static let town = Town(people: 120, seed: 21)
    private static let standing: LinkageIndex = {
        guard let settings = try? Settings.auto(town.table, links: .dedupe),
            let linker = try? Linker(town.table, settings)
        else { fatalError("the made-up town cannot be linked") }
        return LinkageIndex(linker)
    }()

    private static func record(_ place: Int) -> Record {
        let table = town.table
        let fields = table.columns.indices.map { (table.columns[$0].name, table.value(place, $0)) }
        return Record(
            id: table.ids[place], source: table.sources[place], fields: Dictionary(uniqueKeysWithValues: fields))
    }

    @Test("records that come one by one, in any order, end in the clusters of the batch", arguments: [1, 2, 3])
    func orderOfArrival(_ seed: UInt64) {
        var dice = Dice(seed: seed)
        var index = Self.standing
        let all = Array(0..<Self.town.table.count)
        for place in dice.shuffled(all) { _ = index.remove(Self.town.table.ids[place]) }
        #expect(index.count == 0)
        #expect(index.clusters().isEmpty)
        for place in dice.shuffled(all) { _ = index.add(Self.record(place)) }
        #expect(index.clusters() == Self.standing.clusters(), "seed \(seed)")
    }

    @Test("taking a record out and a judgement back restores exactly what stood", arguments: [4, 5])
    func inverse(_ seed: UInt64) {
        var dice = Dice(seed: seed)
        var index = Self.standing
        let ids = Self.town.table.ids
        for _ in 0..<40 {
            let before = index.clusters()
            let (a, b) = (dice.below(ids.count), dice.below(ids.count))
            switch dice.below(3) {
            case 0:
                _ = index.remove(ids[a])
                _ = index.add(Self.record(a))
            case 1 where a != b:
                let judgement = Judgement(ids[a], ids[b], .same)
                _ = index.judge(judgement)
                #expect(index.cluster(of: ids[a]) == index.cluster(of: ids[b]) || isImpossible(index, ids[a], ids[b]))
                _ = index.withdraw(judgement)
            default:
                guard let cluster = before.first(where: { $0.members.contains(ids[a]) }) else { continue }
                let judgement = Judgement(cluster.members[0], cluster.members[1], .notSame)
                let change = index.judge(judgement)
                #expect(change.before.contains(cluster))
                let back = index.withdraw(judgement)
                #expect(back.after.contains(cluster), "the old id comes back with the old cluster")
            }
            #expect(index.clusters() == before, "seed \(seed)")
        }
    }

    // More members than one person may have: then even a person's word does not join them.
    private func isImpossible(_ index: LinkageIndex, _ a: String, _ b: String) -> Bool {
        (index.cluster(of: a)?.members.count ?? 0) + (index.cluster(of: b)?.members.count ?? 0)
            > index.settings.largestCluster
    }

    @Test("a \"not the same\" is never overruled, whatever comes after")
    func notTheSame() {
        var index = Self.standing
        guard let cluster = index.clusters().first(where: { $0.members.count >= 3 }) else {
            Issue.record("no cluster of three in the town")
            return
        }
        let (a, b) = (cluster.members[0], cluster.members[1])
        _ = index.judge(Judgement(a, b, .notSame))
        #expect(index.cluster(of: a) != index.cluster(of: b))
        // Not by saying that both are the same as a third, not by coming again, not by a copy that agrees with both.
        _ = index.judge(Judgement(a, cluster.members[2], .same))
        _ = index.judge(Judgement(b, cluster.members[2], .same))
        #expect(index.cluster(of: a) != index.cluster(of: b))
        for id in [a, b] {
            guard let place = Self.town.table.ids.firstIndex(of: id) else { continue }
            _ = index.add(Self.record(place))
            var copy = Self.record(place)
            copy.id = "copy of \(id)"
            _ = index.add(copy)
        }
        #expect(index.cluster(of: a) != index.cluster(of: b))
    }

    @Test("an unrelated record changes no decision")
    func unrelated() {
        var index = Self.standing
        let before = index.clusters()
        let change = index.add(
            Record(
                id: "zz", fields: ["given": "Xavier", "family": "Quixote", "dob": "1888-08-08", "passport": "Q0000001"])
        )
        #expect(index.clusters() == before)
        #expect(change.before.isEmpty)
        #expect(change.after == [index.cluster(of: "zz")].compactMap { $0 })
    }

    @Test("a change names what was and what has become of it")
    func lineage() {
        var index = Self.standing
        guard let cluster = index.clusters().first else { return }
        guard let change = index.remove(cluster.members[0]) else {
            Issue.record("the record was not there")
            return
        }
        #expect(change.before.contains(cluster))
        #expect(Set(change.after.flatMap(\.members)).isSubset(of: Set(cluster.members.dropFirst())))
        #expect(index.remove(cluster.members[0]) == nil)
    }
}
