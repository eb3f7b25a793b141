/// Work on compressed sparse rows: counting and turning, in linear time.
enum Rows {
    /// Where the rows begin, from how long each is: `counts` has one entry more than there are rows, the last is 0.
    static func begin(_ counts: inout [UInt32]) {
        var sum: UInt32 = 0
        counts.withUnsafeMutableBufferPointer { counts in
            for row in counts.indices {
                let count = counts[row]
                counts[row] = sum
                sum &+= count
            }
        }
    }

    /// Turns rows into columns: the entries of every new row ascend.
    static func transposed(
        offsets: [UInt32], targets: [UInt32], weights: [Double]?
    ) -> (offsets: [UInt32], targets: [UInt32], weights: [Double]?) {
        let count = offsets.count - 1
        var starts = [UInt32](repeating: 0, count: count + 1)
        for target in targets { starts[Int(target)] += 1 }
        begin(&starts)
        var next = starts
        var turnedWeights = weights.map { [Double](repeating: 0, count: $0.count) }
        let turned = [UInt32](unsafeUninitializedCapacity: targets.count) { turned, filled in
            offsets.withUnsafeBufferPointer { offsets in
                targets.withUnsafeBufferPointer { targets in
                    next.withUnsafeMutableBufferPointer { next in
                        scatter(offsets, targets, weights, &turnedWeights, next, turned)
                    }
                }
            }
            filled = targets.count
        }
        return (starts, turned, turnedWeights)
    }

    private static func scatter(
        _ offsets: UnsafeBufferPointer<UInt32>, _ targets: UnsafeBufferPointer<UInt32>, _ weights: [Double]?,
        _ turnedWeights: inout [Double]?, _ next: UnsafeMutableBufferPointer<UInt32>,
        _ turned: UnsafeMutableBufferPointer<UInt32>
    ) {
        for row in 0..<offsets.count - 1 {
            for place in Int(offsets[row])..<Int(offsets[row + 1]) {
                let target = Int(targets[place])
                let free = Int(next[target])
                next[target] &+= 1
                turned[free] = UInt32(truncatingIfNeeded: row)
                if let weights { turnedWeights?[free] = weights[place] }
            }
        }
    }

    /// Makes equal neighbours in ascending rows one, adding up their weights, and leaves out links of a node to itself.
    static func merged(offsets: inout [UInt32], targets: inout [UInt32], weights: inout [Double]?) {
        var end = 0
        var start = 0
        for row in 0..<offsets.count - 1 {
            let stop = Int(offsets[row + 1])
            let rowStart = end
            for place in start..<stop where targets[place] != UInt32(truncatingIfNeeded: row) {
                let (target, weight) = (targets[place], weights?[place] ?? 0)
                if end > rowStart, targets[end - 1] == target {
                    weights?[end - 1] += weight
                    continue
                }
                targets[end] = target
                weights?[end] = weight
                end += 1
            }
            start = stop
            offsets[row + 1] = UInt32(end)
        }
        let left = targets.count - end
        guard left > 0 else { return }
        targets.removeLast(left)
        weights?.removeLast(left)
    }
}
