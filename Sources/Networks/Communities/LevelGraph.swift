/// A graph on one level of Leiden: its nodes are the parts of the level below.
struct LevelGraph {
    let offsets: [UInt32]
    let targets: [UInt32]
    /// Beside `targets`; nil when all are 1.
    let weights: [Double]?
    /// The weight of all links of a node, those within it twice.
    let strength: [Double]
    /// Twice the weight of the links within a node.
    let inner: [Double]
    /// Twice the weight of all links.
    let total: Double

    var count: Int { strength.count }

    /// The first level.
    init(_ graph: Graph) {
        (offsets, targets, weights) = (graph.offsets, graph.targets, graph.weights)
        var strength = [Double](repeating: 0, count: graph.count)
        for node in 0..<graph.count {
            let places = Int(graph.offsets[node])..<Int(graph.offsets[node + 1])
            strength[node] =
                graph.weights.map { weights in places.reduce(0) { $0 + weights[$1] } } ?? Double(places.count)
        }
        self.strength = strength
        inner = [Double](repeating: 0, count: graph.count)
        total = strength.reduce(0, +)
    }

    /// The level above: nodes with one number become one.
    init(joining level: LevelGraph, _ number: [UInt32], count: Int) {
        var starts = [UInt32](repeating: 0, count: count + 1)
        for part in number { starts[Int(part)] += 1 }
        Rows.begin(&starts)
        var next = starts
        var members = [UInt32](repeating: 0, count: number.count)
        for node in number.indices {
            members[Int(next[Int(number[node])])] = UInt32(truncatingIfNeeded: node)
            next[Int(number[node])] += 1
        }
        var strength = [Double](repeating: 0, count: count)
        var inner = strength
        for node in number.indices {
            strength[Int(number[node])] += level.strength[node]
            inner[Int(number[node])] += level.inner[node]
        }
        var offsets = [UInt32](repeating: 0, count: count + 1)
        var targets: [UInt32] = []
        var weights: [Double] = []
        var gathered = Gathering(count: count)
        for part in 0..<count {
            for place in Int(starts[part])..<Int(starts[part + 1]) { gathered.add(level, Int(members[place]), number) }
            gathered.take { other, weight in
                if Int(other) == part {
                    inner[part] += weight
                } else {
                    targets.append(other)
                    weights.append(weight)
                }
            }
            offsets[part + 1] = UInt32(targets.count)
        }
        (self.offsets, self.targets, self.weights) = (offsets, targets, weights)
        (self.strength, self.inner, total) = (strength, inner, level.total)
    }

    /// Numbers labels from 0 up without gaps, in the order of first sight.
    static func numbered(_ labels: [UInt32]) -> (number: [UInt32], count: Int) {
        var known = [UInt32](repeating: .max, count: Int(labels.max() ?? 0) + 1)
        var count: UInt32 = 0
        let number = labels.map { label in
            if known[Int(label)] == .max {
                known[Int(label)] = count
                count += 1
            }
            return known[Int(label)]
        }
        return (number, Int(count))
    }

    /// The modularity of a partition.
    func quality(_ community: [UInt32], _ resolution: Double) -> Double {
        let size = Int(community.max() ?? 0) + 1
        var within = [Double](repeating: 0, count: size)
        var all = within
        for node in 0..<count {
            let own = community[node]
            var sum = inner[node]
            for place in Int(offsets[node])..<Int(offsets[node + 1]) where community[Int(targets[place])] == own {
                sum += weights?[place] ?? 1
            }
            within[Int(own)] += sum
            all[Int(own)] += strength[node]
        }
        return zip(within, all).reduce(0) { $0 + $1.0 / total - resolution * ($1.1 / total) * ($1.1 / total) }
    }
}

/// Adds up the weights of links by the label of what they lead to.
struct Gathering {
    private var weight: [Double]
    private var touched: [UInt32]
    private var count = 0

    init(count: Int) {
        weight = [Double](repeating: 0, count: count)
        touched = [UInt32](repeating: 0, count: count + 1)
    }

    /// Adds the links of a node. Weights are positive, so what is 0 has not been touched.
    @inline(__always)
    mutating func add(_ level: LevelGraph, _ node: Int, _ label: [UInt32]) {
        for place in Int(level.offsets[node])..<Int(level.offsets[node + 1]) {
            let other = label[Int(level.targets[place])]
            touched[count] = other
            count += weight[Int(other)] == 0 ? 1 : 0
            weight[Int(other)] += level.weights?[place] ?? 1
        }
    }

    /// Hands over the sums and forgets them.
    @inline(__always)
    mutating func take(_ body: (UInt32, Double) -> Void) {
        for index in 0..<count {
            body(touched[index], weight[Int(touched[index])])
            weight[Int(touched[index])] = 0
        }
        count = 0
    }
}
