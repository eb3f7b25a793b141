/// Makes the keys of records: for one rule, every combination of the keys of its parts.
struct KeyTable: Sendable {
    private let rules: [[(comparison: Int, way: KeyWay)]]

    /// A value with many words makes no more keys than this for one rule.
    static let mostKeys = 6

    init(_ settings: Settings) {
        rules = settings.blocking.map { rule in
            rule.parts.compactMap { part in
                settings.comparisons.firstIndex { $0.name == part.comparison }.map { ($0, part.way) }
            }
        }
    }

    /// All keys of a rule, with their records: in the order of the records, a record's keys each once.
    func keyed(rule: Int, _ evidence: Evidence) -> [KeyedRecord] {
        let parts = rules[rule].map { PartKeys(evidence.features[$0.comparison], $0.way) }
        let codes = rules[rule].map { evidence.features[$0.comparison].codes }
        var list: [KeyedRecord] = []
        list.reserveCapacity(evidence.count)
        var (keys, next): ([UInt64], [UInt64]) = ([], [])
        for record in 0..<evidence.count {
            keys.removeAll(keepingCapacity: true)
            keys.append(Self.root(rule))
            for part in parts.indices {
                let own = parts[part].range(codes[part][record])
                next.removeAll(keepingCapacity: true)
                for key in keys {
                    for index in own where next.count < Self.mostKeys {
                        next.append(Hash.join(key, parts[part].keys[index]))
                    }
                }
                swap(&keys, &next)
                if keys.isEmpty { break }
            }
            for index in keys.indices where !keys[..<index].contains(keys[index]) {
                list.append(KeyedRecord(key: keys[index], record: UInt32(record)))
            }
        }
        return list
    }

    /// The keys of one record by all rules.
    func keys(_ record: Int, _ evidence: Evidence) -> [UInt64] {
        var all: [UInt64] = []
        for rule in rules.indices {
            var keys = [Self.root(rule)]
            for part in rules[rule] {
                var own: [UInt64] = []
                evidence.features[part.comparison].keys(record, part.way, into: &own)
                keys = Array(keys.flatMap { key in own.map { Hash.join(key, $0) } }.prefix(Self.mostKeys))
            }
            for key in keys where !all.contains(key) { all.append(key) }
        }
        return all
    }

    private static func root(_ rule: Int) -> UInt64 { Hash.mix(UInt64(rule) &+ 0x5EED) }
}

/// The keys of all distinct values of a comparison.
private struct PartKeys {
    private var starts: [UInt32] = [0]
    private(set) var keys: [UInt64] = []

    init(_ column: any ComparedColumn, _ way: KeyWay) {
        for code in 0..<column.distinct {
            if code > 0 { column.keys(code: UInt32(code), way, into: &keys) }
            starts.append(UInt32(keys.count))
        }
    }

    @inline(__always)
    func range(_ code: UInt32) -> Range<Int> { Int(starts[Int(code)])..<Int(starts[Int(code) + 1]) }
}
