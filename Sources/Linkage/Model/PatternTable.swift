/// Distinct patterns, and how many pairs have each.
struct PatternTable: Sendable {
    private var numbers = CodeMap(capacity: 1 << 12)
    private(set) var patterns: [UInt64] = []
    private(set) var counts: [Double] = []

    init() {}

    /// The number of a pattern, counted once more.
    @inline(__always)
    mutating func add(_ pattern: UInt64) -> UInt32 {
        let number = numbers.number(of: pattern, orNew: UInt32(patterns.count))
        if Int(number) == patterns.count {
            patterns.append(pattern)
            counts.append(0)
        }
        counts[Int(number)] += 1
        return number
    }
}

/// The compared candidates: for each pair its records and the number of its pattern. Twelve bytes a pair.
struct ComparedPairs: Sendable {
    private(set) var first: [UInt32] = []
    private(set) var second: [UInt32] = []
    private(set) var number: [UInt32] = []
    private(set) var table = PatternTable()
    /// What each blocking rule did.
    private(set) var report: [RuleReport] = []
    private(set) var stopped: Set<UInt64> = []

    /// How many pairs of one person a model expects.
    func expected(_ model: Model, _ layout: PatternLayout) -> Double {
        zip(table.patterns, table.counts).reduce(0) { $0 + $1.1 / (1 + Double.exp2(-model.bits($1.0, layout))) }
    }

    init(_ evidence: Evidence, _ which: Candidates.Which = .allowed) {
        var candidates = Candidates(evidence)
        stopped = candidates.stopped
        candidates.forEach(of: evidence, which) { first, second in
            for pattern in evidence.patterns(first, second) { number.append(table.add(pattern)) }
            self.first += first
            self.second += second
        }
        report = candidates.report
    }
}
