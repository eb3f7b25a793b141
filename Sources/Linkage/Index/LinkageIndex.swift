/// What stands: records, what a person has said of them, and who is therefore one person. New records are resolved against it
/// without a rerun.
///
/// The clusters are at all times what they would be if everything had been given at once, in any order: a pure function of the
/// records, the judgements and the model. So taking back a record or a judgement restores exactly what stood before; only the
/// component that is touched is solved again. The model (weights, frequencies, keys that are too common) does not move
/// until a new index is made.
public struct LinkageIndex: Sendable {
    private var evidence: Evidence
    private let model: Model
    /// The settings, with what has been learned.
    public let settings: Settings
    private let threshold: Weight
    private var keys: KeyIndex
    private var graph: EdgeGraph
    private var judgements = Judgements()
    private var places: [String: Int] = [:]
    private var isRemoved: [Bool]
    /// For every record the smallest place in its cluster, and the clusters with more than one record.
    private var labels: [UInt32]
    private var members: [UInt32: [Int]] = [:]

    /// An index of everything that has been linked.
    public init(_ linker: Linker) {
        evidence = linker.evidence
        model = linker.model
        settings = linker.settings
        threshold = Weight(bits: linker.threshold.score)
        keys = KeyIndex(evidence, stopped: linker.stopped)
        let cut = Clustering.cut(threshold)
        graph = EdgeGraph(linker.edges.filter { $0.score >= cut }, records: evidence.count)
        for (place, id) in evidence.ids.enumerated() { places[id] = place }
        isRemoved = [Bool](repeating: false, count: evidence.count)
        labels = (0..<UInt32(evidence.count)).map { $0 }
        for cluster in linker.clusters() { set(cluster) }
    }

    // MARK: Asking

    /// How many records there are.
    public var count: Int { places.count }

    /// The cluster of a record: its members' ids, sorted; nil when there is no such record.
    public func cluster(of id: String) -> Cluster? {
        places[id].map { cluster(at: $0) }
    }

    /// All clusters with more than one record, by their ids.
    public func clusters() -> [Cluster] {
        members.values.map { Cluster($0.map { evidence.ids[$0] }) }.sorted { $0.id < $1.id }
    }

    /// Why two records have the score that they have; nil when one is not there.
    public func explanation(_ a: String, _ b: String) -> Explanation? {
        guard let x = places[a], let y = places[b] else { return nil }
        return Explanation(settings, model, model.outcomes(evidence, x, y))
    }

    private func cluster(at place: Int) -> Cluster {
        Cluster((members[labels[place]] ?? [place]).map { evidence.ids[$0] })
    }

    // MARK: Changing

    /// Resolves a new record against what stands. A record whose id is there already takes its place.
    public mutating func add(_ record: Record) -> Change {
        if places[record.id] != nil { _ = remove(record.id) }
        let place = evidence.append(id: record.id, source: record.source) { record.fields[$0] ?? "" }
        // Until its edges are in, it is not there.
        isRemoved.append(true)
        labels.append(UInt32(place))
        graph.grow()
        let cut = Clustering.cut(threshold)
        for other in keys.insert(place, evidence) where !isRemoved[Int(other)] {
            guard settings.links.allows(evidence.sources[Int(other)], record.source) else { continue }
            let score = model.score(model.outcomes(evidence, Int(other), place))
            if score >= cut { graph.add(Edge(first: other, second: UInt32(place), score: score)) }
        }
        for (other, verdict) in judgements.others(of: record.id) where verdict == .same {
            if let other = places[other] { graph.add(decided(place, other)) }
        }
        return changing([place]) { index in
            index.isRemoved[place] = false
            index.places[record.id] = place
        }
    }

    /// Takes a record out, and restores what would stand without it; nil when there is no such record.
    public mutating func remove(_ id: String) -> Change? {
        guard let place = places[id] else { return nil }
        return changing([place]) { index in
            index.isRemoved[place] = true
            index.places[id] = nil
        }
    }

    /// Obeys what a person has decided, for good or until it is withdrawn.
    public mutating func judge(_ judgement: Judgement) -> Change {
        let touched = [places[judgement.first], places[judgement.second]].compactMap { $0 }
        return changing(touched) { index in
            index.forget(judgement)
            index.judgements.add(judgement)
            guard judgement.verdict == .same, touched.count == 2 else { return }
            index.graph.add(index.decided(touched[0], touched[1]))
        }
    }

    /// Takes a decision back, and restores what stood before it.
    public mutating func withdraw(_ judgement: Judgement) -> Change {
        let touched = [places[judgement.first], places[judgement.second]].compactMap { $0 }
        return changing(touched) { index in
            index.forget(judgement)
            index.judgements.remove(judgement.first, judgement.second)
        }
    }

    private mutating func forget(_ judgement: Judgement) {
        guard let a = places[judgement.first], let b = places[judgement.second] else { return }
        graph.removeDecided(UInt32(a), UInt32(b))
    }

    private func decided(_ a: Int, _ b: Int) -> Edge {
        Edge(first: UInt32(min(a, b)), second: UInt32(max(a, b)), score: .decided)
    }

    // MARK: Solving

    private func component(of place: Int) -> [Int] {
        isRemoved[place] ? [] : graph.component(of: place, threshold: threshold) { !isRemoved[$0] }
    }

    /// Makes a change, and solves again the components that had to do with it before or have now: those of the records that it is
    /// about, and of their neighbours. A component is found from a record alone, so no other can have changed.
    private mutating func changing(_ touched: [Int], _ change: (inout LinkageIndex) -> Void) -> Change {
        let around = Set(touched + touched.flatMap { graph.neighbours(of: $0) })
        var places = Set(around.flatMap { component(of: $0) }).union(touched)
        let absent = Set(touched.filter { isRemoved[$0] })
        change(&self)
        // What was too large before may be small enough now, and the other way round.
        var solved: Set<Int> = []
        var components: [[Int]] = []
        for place in places.sorted() where !solved.contains(place) {
            let component = component(of: place)
            solved.formUnion(component)
            components.append(component)
        }
        places.formUnion(solved)
        let old = Set(places.subtracting(absent).map { cluster(at: $0) })
        for place in places { members[labels[place]] = nil }
        for place in places { labels[place] = UInt32(place) }
        let clustering = Clustering(evidence, model, threshold: threshold, judgements)
        for component in components { for cluster in clustering.clusters(in: component) { set(cluster) } }
        let new = Set(places.filter { !isRemoved[$0] }.map { cluster(at: $0) })
        return Change(before: old.subtracting(new).sorted(), after: new.subtracting(old).sorted())
    }

    private mutating func set(_ cluster: [Int]) {
        let label = UInt32(cluster.min() ?? 0)
        for place in cluster { labels[place] = label }
        members[label] = cluster
    }
}

/// A record that comes later.
public struct Record: Sendable, Hashable {
    /// Its id.
    public var id: String
    /// Which source it is of.
    public var source: UInt16
    /// Its values by column.
    public var fields: [String: String]

    /// Makes a record.
    public init(id: String, source: UInt16 = 0, fields: [String: String]) {
        self.id = id
        self.source = source
        self.fields = fields
    }
}

/// Records that are held to be one person.
public struct Cluster: Sendable, Hashable, Comparable {
    /// The cluster's id: that of its first member in the alphabet. It is a function of the members; so a cluster that is
    /// restored has its old id again.
    public var id: String { members[0] }
    /// The members' ids, sorted.
    public let members: [String]

    init(_ members: [String]) { self.members = members.sorted() }

    /// By the id.
    public static func < (a: Cluster, b: Cluster) -> Bool { a.members.lexicographicallyPrecedes(b.members) }
}

/// What a step has changed: the lineage of clusters, to be kept by whoever keeps the index.
public struct Change: Sendable, Hashable {
    /// The clusters that are no more.
    public let before: [Cluster]
    /// The clusters that have come instead.
    public let after: [Cluster]
}
