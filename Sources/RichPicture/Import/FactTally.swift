/// Counts what batches state, for the preview and for the record of a source.
struct FactTally {
    private(set) var counts = SourceCounts()
    private var events = [Int](repeating: 0, count: 16)
    private var mentions = [Int](repeating: 0, count: 64)
    private var first = Int.max
    private var last = Int.min

    /// Counts a batch, and tells the interner which of its entities accepted lines speak of.
    ///
    /// - Returns: positions in the interner of the entities met for the first time, in order.
    mutating func add(_ facts: FactBatch, _ interner: inout Interner) -> [Int] {
        counts.rows += facts.rows
        counts.rejected += facts.rejected.count
        counts.silent += facts.silent
        counts.statements += facts.statements.count
        var met: [Int] = []
        func touch(_ ref: EntityRef, _ line: Int) {
            guard !ref.isNone, !ref.isMention, interner.touch(ref, line: line) else { return }
            met.append(ref.index)
        }
        for (ref, line) in facts.touched { touch(ref, line) }
        for event in facts.events {
            let start = event.start.milliseconds
            events[event.kind.rawValue] += 1
            first = min(first, start)
            last = max(last, start)
            func count(_ ref: EntityRef) {
                guard !ref.isNone else { return }
                touch(ref, event.line)
                if !ref.isMention { interner.count(ref, at: start) }
            }
            count(event.a)
            // A call to oneself is one event.
            if event.b != event.a { count(event.b) }
            count(event.place)
            count(event.handset)
            count(event.sim)
        }
        for statement in facts.statements {
            touch(statement.entity, statement.line)
            touch(statement.object, statement.line)
        }
        for location in facts.locations { touch(location.entity, location.line) }
        for mention in facts.mentions { mentions[mention.kind.rawValue] += 1 }
        return met
    }

    /// The counts in the end.
    func total(_ interner: Interner) -> SourceCounts {
        var total = counts
        for kind in EventKind.allCases where events[kind.rawValue] > 0 {
            total.events[kind.name] = events[kind.rawValue]
        }
        var entities = mentions
        for entry in interner.entries where entry.line > 0 { entities[entry.kind.rawValue] += 1 }
        for kind in EntityKind.allCases where entities[kind.rawValue] > 0 {
            total.entities[kind.name] = entities[kind.rawValue]
        }
        if first <= last { (total.first, total.last) = (first, last) }
        return total
    }
}
