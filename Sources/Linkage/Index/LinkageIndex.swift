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
        places[record.id] = place
        isRemoved.append(false)
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
        return solve(around: [place], without: record.id)
    }

    /// Takes a record out, and restores what would stand without it.
    public mutating func remove(_ id: String) -> Change? {
        guard let place = places[id] else { return nil }
        let around = component(of: [place])
        isRemoved[place] = true
        places[id] = nil
        return solve(around: around.filter { $0 != place }, before: around)
    }

    /// Obeys what a person has decided, for good or until it is withdrawn.
    public mutating func judge(_ judgement: Judgement) -> Change {
        let touched = [places[judgement.first], places[judgement.second]].compactMap { $0 }
        let before = component(of: touched)
        forget(judgement)
        judgements.add(judgement)
        if judgement.verdict == .same && touched.count == 2 { graph.add(decided(touched[0], touched[1])) }
        return solve(around: component(of: touched), before: before)
    }

    /// Takes a decision back, and restores what stood before it.
    public mutating func withdraw(_ judgement: Judgement) -> Change {
        let touched = [places[judgement.first], places[judgement.second]].compactMap { $0 }
        let before = component(of: touched)
        forget(judgement)
        judgements.remove(judgement.first, judgement.second)
        return solve(around: before, before: before)
    }

    private mutating func forget(_ judgement: Judgement) {
        guard let a = places[judgement.first], let b = places[judgement.second] else { return }
        graph.removeDecided(UInt32(a), UInt32(b))
    }

    private func decided(_ a: Int, _ b: Int) -> Edge {
        Edge(first: UInt32(min(a, b)), second: UInt32(max(a, b)), score: .decided)
    }

    // MARK: Solving

    private func component(of places: [Int]) -> [Int] {
        graph.component(of: places) { !isRemoved[$0] }
    }

    private mutating func solve(around places: [Int], without new: String) -> Change {
        let all = component(of: places)
        return solve(around: all, before: all.filter { evidence.ids[$0] != new || !places.contains($0) })
    }

    private mutating func solve(around places: [Int], before: [Int]) -> Change {
        let old = Set(before.map { cluster(at: $0) })
        let live = places.filter { !isRemoved[$0] }
        for place in Set(places + before) {
            members[labels[place]] = nil
            labels[place] = UInt32(place)
        }
        let inside = Set(live.map { UInt32($0) })
        let clustering = Clustering(evidence, model, threshold: threshold, judgements)
        for cluster in clustering.clusters(graph.edges(inside)) { set(cluster) }
        let new = Set(live.map { cluster(at: $0) })
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
