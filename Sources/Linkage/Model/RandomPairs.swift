/// How often each outcome occurs between two records taken at random, which are almost never of one person.
struct RandomPairs: Sendable {
    /// By comparison and level: the share of pairs, of those where both have a value.
    private(set) var share: [[Double]]
    /// By comparison and level: how many pairs that was.
    private(set) var hits: [[Double]]
    /// By comparison: in which share of pairs both have a value.
    private(set) var present: [Double]
    /// How many pairs could be made of all records.
    let possible: Double

    /// Pairs are drawn with the settings' seed; all are taken when there are not many more.
    static let sample = 400_000

    init(_ evidence: Evidence) {
        possible = Self.possible(evidence)
        let (first, second) = Self.draw(evidence, possible)
        let table = Tally(evidence, first, second)
        share = table.shares
        hits = table.hits
        present = table.present
        conditionOnNames(evidence)
    }

    private static func possible(_ evidence: Evidence) -> Double {
        let all = Double(evidence.count)
        guard evidence.settings.links == .link else { return all * (all - 1) / 2 }
        var sizes: [UInt16: Double] = [:]
        for source in evidence.sources { sizes[source, default: 0] += 1 }
        return (all * all - sizes.values.reduce(0) { $0 + $1 * $1 }) / 2
    }

    private static func draw(_ evidence: Evidence, _ possible: Double) -> ([UInt32], [UInt32]) {
        var (first, second): ([UInt32], [UInt32]) = ([], [])
        let (count, sources) = (evidence.count, evidence.sources)
        let links = evidence.settings.links
        if Double(count) * Double(count) / 2 <= Double(sample) * 1.5 {
            for a in 0..<count {
                for b in (a + 1)..<max(count, a + 1) where links.allows(sources[a], sources[b]) {
                    first.append(UInt32(a))
                    second.append(UInt32(b))
                }
            }
            return (first, second)
        }
        var random = SplitMix(seed: evidence.settings.seed)
        while first.count < sample {
            let (a, b) = (random.below(count), random.below(count))
            guard a != b, links.allows(sources[a], sources[b]) || possible == 0 else { continue }
            first.append(UInt32(a))
            second.append(UInt32(b))
        }
        return (first, second)
    }

    // Names tell where somebody is from, and often the sex: between two persons with a name in common, nationality and sex
    // agree nearly always, and that agreement is then no news. So what has few values is counted on pairs that share a
    // frequent word of a name (among which hardly any are of one person), and not on all.
    private mutating func conditionOnNames(_ evidence: Evidence) {
        let kinds = evidence.settings.comparisons.map(\.kind)
        guard let name = kinds.firstIndex(of: .name) else { return }
        let (first, second) = NameSharers.draw(evidence, name, count: Self.sample / 2)
        guard first.count > 1_000 else { return }
        let table = Tally(evidence, first, second)
        for index in kinds.indices where kinds[index] == .category || kinds[index] == .place {
            share[index] = table.shares[index]
            hits[index] = table.hits[index]
        }
    }
}

/// Counts of outcomes.
private struct Tally {
    private(set) var hits: [[Double]]
    private var pairs = 0.0

    init(_ evidence: Evidence, _ first: [UInt32], _ second: [UInt32]) {
        hits = evidence.settings.comparisons.map { Array(repeating: 0, count: $0.levels.count) }
        pairs = Double(first.count)
        for pattern in evidence.patterns(first, second) {
            for index in hits.indices {
                let level = evidence.layout.unpack(pattern, index).level
                if level >= 0 { hits[index][level] += 1 }
            }
        }
    }

    var shares: [[Double]] {
        hits.map { row in
            let all = row.reduce(0, +)
            return row.map { all > 0 ? $0 / all : 0 }
        }
    }
    var present: [Double] { hits.map { $0.reduce(0, +) / max(pairs, 1) } }
}

/// Pairs of records that share a frequent word of a name.
private enum NameSharers {
    static func draw(_ evidence: Evidence, _ name: Int, count: Int) -> ([UInt32], [UInt32]) {
        var list: [KeyedRecord] = []
        var keys: [UInt64] = []
        for record in 0..<evidence.count {
            keys.removeAll(keepingCapacity: true)
            evidence.features[name].keys(record, .words, into: &keys)
            for key in keys { list.append(KeyedRecord(key: key, record: UInt32(record))) }
        }
        RadixSort.sort(&list)
        var starts = [Int](repeating: 0, count: list.count)
        var ends = starts
        var from = 0
        for index in 0...list.count where index == list.count || (index > 0 && list[index].key != list[from].key) {
            for member in from..<index { (starts[member], ends[member]) = (from, index) }
            from = index
        }
        var random = SplitMix(seed: evidence.settings.seed ^ 0xA5)
        var (first, second): ([UInt32], [UInt32]) = ([], [])
        for _ in 0..<(list.isEmpty ? 0 : count * 4) where first.count < count {
            let one = random.below(list.count)
            guard ends[one] - starts[one] >= leastFrequent else { continue }
            let other = starts[one] + random.below(ends[one] - starts[one])
            let (a, b) = (list[one].record, list[other].record)
            guard a != b, evidence.settings.links.allows(evidence.sources[Int(a)], evidence.sources[Int(b)]) else {
                continue
            }
            first.append(a)
            second.append(b)
        }
        return (first, second)
    }

    private static let leastFrequent = 100
}
