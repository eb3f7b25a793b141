/// Collects links and makes a graph of them, in linear time and in little more memory than the graph needs.
///
///     var builder = GraphBuilder(isDirected: false)
///     builder.add(0, 1)
///     let graph = builder.graph(count: 2)
public struct GraphBuilder {
    /// Whether links have a direction.
    public let isDirected: Bool
    /// Whether links have weights.
    public let isWeighted: Bool
    /// How many links of a node to itself were left out.
    public private(set) var loops = 0
    private var chunks: [[UInt64]] = []
    private var weights: [[Double]] = []
    private static let size = 1 << 18

    /// No links yet.
    public init(isDirected: Bool, isWeighted: Bool = false) {
        (self.isDirected, self.isWeighted) = (isDirected, isWeighted)
    }

    /// How many links were added.
    public var added: Int { chunks.reduce(0) { $0 + $1.count } }

    /// Adds a link.
    public mutating func add(_ from: UInt32, _ to: UInt32, weight: Double = 1) {
        guard from != to else {
            loops += 1
            return
        }
        makeRoom(1)
        chunks[chunks.count - 1].append(UInt64(from) << 32 | UInt64(to))
        if isWeighted { weights[weights.count - 1].append(weight) }
    }

    /// Adds links; their weights, where they have any, stand beside them.
    public mutating func add(
        _ from: UnsafeBufferPointer<UInt32>, _ to: UnsafeBufferPointer<UInt32>,
        weights values: UnsafeBufferPointer<Double>?
    ) {
        makeRoom(from.count)
        let last = chunks.count - 1
        for index in from.indices {
            guard from[index] != to[index] else {
                loops += 1
                continue
            }
            chunks[last].append(UInt64(from[index]) << 32 | UInt64(to[index]))
            if isWeighted { weights[last].append(values?[index] ?? 1) }
        }
    }

    private mutating func makeRoom(_ count: Int) {
        if let last = chunks.last, last.count + count <= Self.size { return }
        chunks.append([])
        chunks[chunks.count - 1].reserveCapacity(max(count, Self.size))
        if isWeighted {
            weights.append([])
            weights[weights.count - 1].reserveCapacity(max(count, Self.size))
        }
    }

    /// The graph of the links; parallel ones are joined. The links are given up on the way.
    ///
    /// - Parameter count: how many nodes there are; every end of a link is below it.
    public consuming func graph(count: Int) -> Graph {
        precondition(added * (isDirected ? 1 : 2) < Int(UInt32.max), "a graph holds fewer than 2^32 links")
        // Once by one end, unsorted; then turned, which sorts them: two passes of counting.
        var (offsets, targets, values) = scattered(count)
        (offsets, targets, values) = Rows.transposed(offsets: offsets, targets: targets, weights: values)
        Rows.merged(offsets: &offsets, targets: &targets, weights: &values)
        return Graph(isDirected: isDirected, offsets: offsets, targets: targets, weights: values)
    }

    /// Rows by the target of directed links, or by both ends of undirected ones.
    private mutating func scattered(_ count: Int) -> (offsets: [UInt32], targets: [UInt32], weights: [Double]?) {
        var starts = [UInt32](repeating: 0, count: count + 1)
        for chunk in chunks {
            for link in chunk {
                starts[Int(link & 0xFFFF_FFFF)] += 1
                if !isDirected { starts[Int(link >> 32)] += 1 }
            }
        }
        let total = added * (isDirected ? 1 : 2)
        Rows.begin(&starts)
        var next = starts
        var values = isWeighted ? [Double](repeating: 0, count: total) : nil
        let targets = [UInt32](unsafeUninitializedCapacity: total) { targets, filled in
            for index in chunks.indices {
                next.withUnsafeMutableBufferPointer { next in scatter(index, next, targets, &values) }
                chunks[index] = []
                if isWeighted { weights[index] = [] }
            }
            filled = total
        }
        return (starts, targets, values)
    }

    private func scatter(
        _ index: Int, _ next: UnsafeMutableBufferPointer<UInt32>, _ targets: UnsafeMutableBufferPointer<UInt32>,
        _ values: inout [Double]?
    ) {
        chunks[index].withUnsafeBufferPointer { chunk in
            for (place, link) in chunk.enumerated() {
                let (from, to) = (Int(link >> 32), Int(link & 0xFFFF_FFFF))
                let free = Int(next[to])
                next[to] &+= 1
                targets[free] = UInt32(truncatingIfNeeded: from)
                if isWeighted { values?[free] = weights[index][place] }
                guard !isDirected else { continue }
                let other = Int(next[from])
                next[from] &+= 1
                targets[other] = UInt32(truncatingIfNeeded: to)
                if isWeighted { values?[other] = weights[index][place] }
            }
        }
    }
}
