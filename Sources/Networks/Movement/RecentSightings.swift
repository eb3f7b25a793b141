/// Who was seen in each cell within the window: a ring of sightings in the order of time, each with the one before it in its cell.
///
/// Nothing is ever taken out: who walks back through a cell stops at the first sighting that is too old, and the ring grows only
/// when what it would write over is still within the window.
struct RecentSightings {
    private struct Node {
        var time: Int64
        var before: Int
        var entity: UInt32
    }

    private var ring: [Node]
    private var last: [Int] = []
    private var next = 1
    private let window: Int64

    init(window: Int64) {
        self.window = window
        ring = [Node](repeating: Node(time: .min, before: 0, entity: 0), count: 1 << 12)
    }

    /// Adds a sighting, which is not before the last one, and calls for everybody else in its cell within the window.
    @inline(__always)
    mutating func add(
        _ entity: UInt32, _ cell: UInt32, _ time: Int64, _ body: (_ other: UInt32, _ seen: Int64) -> Void
    ) {
        if Int(cell) >= last.count { last += [Int](repeating: 0, count: max(Int(cell) + 1 - last.count, last.count)) }
        let mask = ring.count - 1
        let oldest = time - window
        let before = last[Int(cell)]
        var place = before
        while place > next - ring.count, place > 0 {
            let node = ring[place & mask]
            guard node.time >= oldest else { break }
            if node.entity != entity { body(node.entity, node.time) }
            place = node.before
        }
        if ring[next & mask].time >= oldest, next >= ring.count { grow() }
        ring[next & (ring.count - 1)] = Node(time: time, before: before, entity: entity)
        last[Int(cell)] = next
        next += 1
    }

    private mutating func grow() {
        var wider = [Node](repeating: Node(time: .min, before: 0, entity: 0), count: ring.count * 2)
        for place in max(1, next - ring.count)..<next {
            wider[place & (wider.count - 1)] = ring[place & (ring.count - 1)]
        }
        ring = wider
    }
}

/// Two entities as one number, the smaller one first.
@inline(__always)
func pairKey(_ one: UInt32, _ other: UInt32) -> UInt64 {
    one < other ? UInt64(one) << 32 | UInt64(other) : UInt64(other) << 32 | UInt64(one)
}
