import Access

/// A walk through a snapshot, by one viewer, under one filter.
///
/// What the viewer may not see is not there: it is neither counted nor passed through. Stop-listed entities (hotlines,
/// shelters, taxis, bank switches) and entities with more neighbours than the degree cap are reached but never passed
/// through, so that they link nobody.
struct Walk {
    /// Neighbours beyond which an entity is taken for a hub that says nothing about people.
    static let degreeCap = 500
    /// Steps beyond which a walk says nothing any more.
    static let hopLimit = 16

    let snapshot: Snapshot
    /// By the stamp of an edge: whether its rows are there for this viewer and filter.
    private let visible: [Bool]
    private let kinds: [Bool]
    private let from: Int64
    private let until: Int64
    /// Entities that others stand for, and those that stand for others.
    private let canonical: [UInt32: UInt32]
    private let members: [UInt32: [UInt32]]

    init(_ snapshot: Snapshot, filter: PictureFilter, as viewer: Viewer, _ canon: Canon = .nobody) {
        self.snapshot = snapshot
        canonical = Dictionary(uniqueKeysWithValues: canon.replaced.map { (UInt32($0.key), UInt32($0.value)) })
        members = Dictionary(
            uniqueKeysWithValues: Set(canon.replaced.values).map { first in
                (UInt32(first), canon.members(of: first).map(UInt32.init))
            })
        visible = snapshot.sources.flatMap { source in
            let isMeant =
                source.isCommitted && source.confidence >= filter.confidence
                && (filter.streams.isEmpty || filter.streams.contains(source.stream))
                && (filter.legs.isEmpty || source.leg.map(filter.legs.contains) == true)
            return [source.label, source.identity].map { isMeant && viewer.clearance.contains($0) }
        }
        kinds = (0..<256).map { filter.kinds.isEmpty || filter.kinds.contains(Snapshot.EdgeKind.name(UInt8($0))) }
        from = filter.from.map(Int64.init) ?? .min
        until = filter.until.map(Int64.init) ?? .max
    }

    /// Whether the walk may use an edge.
    func admits(_ edge: Int) -> Bool {
        let edges = snapshot.edges
        guard visible[Int(edges.stamp[edge])], kinds[Int(edges.kind[edge])] else { return false }
        let time = edges.time[edge]
        return time == .min || (time >= from && time < until)
    }

    /// The distinct neighbours of an entity, in ascending order.
    func neighbours(of node: UInt32) -> [UInt32] {
        var found: [UInt32] = []
        for edge in edges(of: node) where admits(Int(edge)) {
            let other = other(edge, than: node)
            if other != node { found.append(other) }
        }
        found.sort()
        var distinct = 0
        for index in found.indices where index == 0 || found[index] != found[distinct - 1] {
            found[distinct] = found[index]
            distinct += 1
        }
        found.removeLast(found.count - distinct)
        return found
    }

    /// The edges of an entity and of all that are one with it.
    func edges(of node: UInt32) -> ArraySlice<UInt32> {
        guard let members = members[node] else { return snapshot.edges(of: node) }
        return members.flatMap { snapshot.edges(of: $0) }[...]
    }

    /// The entity that stands for one.
    func end(_ node: UInt32) -> UInt32 { canonical.isEmpty ? node : canonical[node] ?? node }

    func other(_ edge: UInt32, than node: UInt32) -> UInt32 {
        let from = end(snapshot.edges.from[Int(edge)])
        return from == node ? end(snapshot.edges.to[Int(edge)]) : from
    }

    /// Why a walk does not pass through an entity; `nil` if it may.
    enum Halt: Sendable, Hashable {
        case stopListed(String)
        case tooMany(Int)
    }

    /// Entities with their distance from the seeds, nearest first.
    ///
    /// - Parameter isSeedCapped: whether the degree cap holds for the seeds too; somebody who asks for a hub by name
    ///   sees its neighbours, but a stop-listed entity links nobody even then.
    func reach(_ seeds: [UInt32], hops: Int, isSeedCapped: Bool = false) -> [(node: UInt32, distance: Int)] {
        var reached: [(node: UInt32, distance: Int)] = []
        var seen = Set<UInt32>(minimumCapacity: 1_024)
        for seed in seeds where seen.insert(seed).inserted { reached.append((seed, 0)) }
        var next = 0
        while next < reached.count {
            let (node, distance) = reached[next]
            next += 1
            guard distance < hops, snapshot.stopped[node] == nil else { continue }
            let around = neighbours(of: node)
            guard around.count <= Self.degreeCap || (distance == 0 && !isSeedCapped) else { continue }
            for neighbour in around where seen.insert(neighbour).inserted {
                reached.append((neighbour, distance + 1))
            }
        }
        return reached
    }

    /// Whether a walk halts at an entity of so many neighbours.
    func halt(_ node: UInt32, degree: Int) -> Halt? {
        if let reason = snapshot.stopped[node] { return .stopListed(reason) }
        return degree > Self.degreeCap ? .tooMany(degree) : nil
    }
}
