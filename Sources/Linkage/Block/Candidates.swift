/// Pairs of records that are worth comparing, each once.
///
/// Rules are taken in order. A rule's blocks are the records that share a key; a block that is too large, for itself or for
/// what the rule may make, is left out, and the report says so. A pair belongs to the first rule that makes it.
struct Candidates {
    /// What each rule did.
    private(set) var report: [RuleReport] = []
    /// Keys of blocks that were left out: part of the model, because later records must be treated alike.
    private(set) var stopped: Set<UInt64> = []
    /// The blocks that were kept, rule after rule: `members[starts[b]..<starts[b + 1]]` are the records of block `b`.
    private var members: [UInt32] = []
    private var starts: [UInt32] = [0]
    /// The first block of each rule.
    private var ruleStarts: [Int] = []

    init(_ evidence: Evidence) {
        let settings = evidence.settings
        let table = KeyTable(settings)
        let budget = Int(settings.pairsPerRecord * Double(evidence.count))
        var left = Int(max(settings.pairsInAll, settings.pairsPerRecord) * Double(evidence.count))
        let share = Self.allowed(evidence)
        for rule in settings.blocking.indices {
            var list = table.keyed(rule: rule, evidence)
            RadixSort.sort(&list)
            let blocks = Self.blocks(list)
            let (cap, pairs) = Self.cap(
                blocks, budget: Double(min(budget, left)), share: share, largest: settings.largestBlock)
            left -= Int(pairs)
            ruleStarts.append(starts.count - 1)
            keep(blocks, list, cap)
            let leftOut = blocks.count { $0.count > cap }
            report.append(RuleReport(rule: settings.blocking[rule].title, largestBlock: cap, leftOut: leftOut))
        }
        ruleStarts.append(starts.count - 1)
    }

    private mutating func keep(_ blocks: [Range<Int>], _ list: [KeyedRecord], _ cap: Int) {
        for block in blocks {
            guard block.count <= cap else {
                stopped.insert(list[block.lowerBound].key)
                continue
            }
            for item in list[block] { members.append(item.record) }
            starts.append(UInt32(members.count))
        }
    }

    // Records with one key, as ranges of the sorted list.
    private static func blocks(_ list: [KeyedRecord]) -> [Range<Int>] {
        var blocks: [Range<Int>] = []
        var from = 0
        for index in 1..<max(list.count, 1) where list[index].key != list[from].key {
            if index - from > 1 { blocks.append(from..<index) }
            from = index
        }
        if list.count - from > 1 { blocks.append(from..<list.count) }
        return blocks
    }

    /// Which share of all pairs may be compared: those across sources, where only these are.
    private static func allowed(_ evidence: Evidence) -> Double {
        guard evidence.settings.links == .link, evidence.count > 0 else { return 1 }
        var sizes: [UInt16: Double] = [:]
        for source in evidence.sources { sizes[source, default: 0] += 1 }
        let all = Double(evidence.count) * Double(evidence.count)
        return 1 - sizes.values.reduce(0) { $0 + $1 * $1 } / all
    }

    /// The largest size of block with which a rule stays within its budget, and how many pairs it then makes.
    private static func cap(
        _ blocks: [Range<Int>], budget: Double, share: Double, largest: Int
    ) -> (cap: Int, pairs: Double) {
        var ofSize: [Int: Int] = [:]
        for block in blocks where block.count <= largest { ofSize[block.count, default: 0] += 1 }
        var result = (cap: 1, pairs: 0.0)
        for (size, count) in ofSize.sorted(by: { $0.key < $1.key }) {
            let pairs = result.pairs + Double(count * size * (size - 1) / 2) * share
            if pairs > budget { break }
            result = (size, pairs)
        }
        return result
    }

    /// Which of the pairs.
    enum Which {
        /// Those that may be one person by the settings.
        case allowed
        /// Those inside one source.
        case inside
    }

    /// Calls `body` with the pairs, many at a time; the first of each pair comes earlier in the table.
    mutating func forEach(
        of evidence: Evidence, _ which: Which = .allowed, _ body: (_ first: [UInt32], _ second: [UInt32]) -> Void
    ) {
        let blocksOf = BlocksOfRecords(members: members, starts: starts, records: evidence.count)
        let links = evidence.settings.links
        var (first, second): ([UInt32], [UInt32]) = ([], [])
        for rule in report.indices {
            for block in ruleStarts[rule]..<ruleStarts[rule + 1] {
                let all = members[Int(starts[block])..<Int(starts[block + 1])]
                for i in all.indices {
                    for j in (i + 1)..<max(i + 1, all.endIndex) {
                        let (one, other) = (evidence.sources[Int(all[i])], evidence.sources[Int(all[j])])
                        guard which == .allowed ? links.allows(one, other) : one == other else { continue }
                        report[rule].made += 1
                        guard blocksOf.firstCommon(all[i], all[j]) == block else { continue }
                        report[rule].added += 1
                        first.append(all[i])
                        second.append(all[j])
                    }
                }
                if first.count >= Self.batch {
                    body(first, second)
                    first.removeAll(keepingCapacity: true)
                    second.removeAll(keepingCapacity: true)
                }
            }
        }
        if !first.isEmpty { body(first, second) }
    }

    private static let batch = 1 << 18
}

/// For every record the blocks that hold it, ascending.
private struct BlocksOfRecords {
    private var starts: [UInt32]
    private var blocks: [UInt32]

    init(members: [UInt32], starts blockStarts: [UInt32], records: Int) {
        starts = [UInt32](repeating: 0, count: records + 1)
        for member in members { starts[Int(member) + 1] += 1 }
        for record in 0..<records { starts[record + 1] += starts[record] }
        var next = starts
        blocks = [UInt32](repeating: 0, count: members.count)
        for block in 0..<blockStarts.count - 1 {
            for member in members[Int(blockStarts[block])..<Int(blockStarts[block + 1])] {
                blocks[Int(next[Int(member)])] = UInt32(block)
                next[Int(member)] += 1
            }
        }
    }

    /// The first block that holds both.
    @inline(__always)
    func firstCommon(_ a: UInt32, _ b: UInt32) -> Int {
        blocks.withUnsafeBufferPointer { blocks in
            var i = Int(starts[Int(a)])
            var j = Int(starts[Int(b)])
            // Both records are in at least one block together, so neither list ends before.
            while blocks[i] != blocks[j] {
                if blocks[i] < blocks[j] { i += 1 } else { j += 1 }
            }
            return Int(blocks[i])
        }
    }
}

/// What a blocking rule did.
public struct RuleReport: Sendable, Hashable, Codable {
    /// The rule in short.
    public var rule: String
    /// Blocks larger than this were left out.
    public var largestBlock: Int
    /// How many blocks were left out.
    public var leftOut: Int
    /// How many pairs it made.
    public var made = 0
    /// How many of them no earlier rule had made.
    public var added = 0
}
