/// Which records have a key: those of the first load in sorted arrays, later ones beside them.
struct KeyIndex: Sendable {
    private var keys: [UInt64] = []
    private var starts: [UInt32] = [0]
    private var members: [UInt32] = []
    private var later: [UInt64: [UInt32]] = [:]
    /// Keys under which nobody is looked for: too many have them.
    private let stopped: Set<UInt64>
    private let table: KeyTable

    init(_ evidence: Evidence, stopped: Set<UInt64>) {
        self.stopped = stopped
        table = KeyTable(evidence.settings)
        var all: [KeyedRecord] = []
        for rule in evidence.settings.blocking.indices { all += table.keyed(rule: rule, evidence) }
        RadixSort.sort(&all)
        for (index, item) in all.enumerated() where !stopped.contains(item.key) {
            if index == 0 || keys.last != item.key {
                if !keys.isEmpty { starts.append(UInt32(members.count)) }
                keys.append(item.key)
            }
            members.append(item.record)
        }
        if !keys.isEmpty { starts.append(UInt32(members.count)) }
    }

    /// The records that share a key with a record that is not in the index yet; ascending. Then the record is put in.
    mutating func insert(_ record: Int, _ evidence: Evidence) -> [UInt32] {
        var found: Set<UInt32> = []
        for key in table.keys(record, evidence) where !stopped.contains(key) {
            if let place = place(of: key) {
                found.formUnion(members[Int(starts[place])..<Int(starts[place + 1])])
            }
            found.formUnion(later[key] ?? [])
            later[key, default: []].append(UInt32(record))
        }
        found.remove(UInt32(record))
        return found.sorted()
    }

    private func place(of key: UInt64) -> Int? {
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < keys.count && keys[low] == key ? low : nil
    }
}
