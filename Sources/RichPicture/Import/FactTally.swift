/// Counts what batches state, for the preview and for the record of a source.
struct FactTally {
    private(set) var counts = SourceCounts()
    private var events = [Int](repeating: 0, count: 16)
    private var mentions: [EntityKind: Int] = [:]
    private var first = Int.max
    private var last = Int.min

    /// Counts a batch, and tells the interner which of its entities accepted lines speak of.
    ///
    /// - Returns: positions in the interner of the entities met for the first time, in order.
    mutating func add(_ facts: FactBatch, _ interner: inout Interner) -> [Int] {
        counts.rows += facts.rows
        counts.rejected += facts.rejected.count
        counts.silent += facts.silent
        counts.statements += facts.statements.entity.count
        var met: [Int] = []
        func touch(_ ref: EntityRef, _ line: Int) {
            guard !ref.isNone, !ref.isMention, interner.touch(ref, line: line) else { return }
            met.append(ref.index)
        }
        for (ref, line) in facts.touched { touch(ref, line) }
        let rows = facts.events
        for row in rows.kind.indices {
            let line = Int(rows.line[row])
            let start = Int(rows.start[row])
            events[Int(rows.kind[row])] += 1
            first = min(first, start)
            last = max(last, start)
            func count(_ ref: EntityRef) {
                guard !ref.isNone else { return }
                touch(ref, line)
                if !ref.isMention { interner.count(ref, at: start) }
            }
            count(rows.a[row])
            // A call to oneself is one event.
            if rows.b[row] != rows.a[row] { count(rows.b[row]) }
            count(rows.place[row])
            count(rows.handset[row])
            count(rows.sim[row])
        }
        let statements = facts.statements
        for row in statements.entity.indices {
            touch(statements.entity[row], Int(statements.line[row]))
            touch(statements.object[row], Int(statements.line[row]))
        }
        for row in facts.locations.entity.indices { touch(facts.locations.entity[row], Int(facts.locations.line[row])) }
        for mention in facts.mentions { mentions[mention.kind, default: 0] += 1 }
        return met
    }

    /// The counts in the end.
    func total(_ interner: Interner) -> SourceCounts {
        var total = counts
        for kind in EventKind.allCases where events[kind.rawValue] > 0 {
            total.events[kind.name] = events[kind.rawValue]
        }
        for (kind, count) in mentions { total.entities[kind.name, default: 0] += count }
        for entry in interner.entries where entry.line > 0 { total.entities[entry.kind.name, default: 0] += 1 }
        if first <= last { (total.first, total.last) = (first, last) }
        return total
    }
}
