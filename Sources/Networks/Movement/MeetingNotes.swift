/// Notes the meetings of the pairs that were found, and where their entities are seen otherwise.
struct MeetingNotes {
    private let table: PairTable
    private let window: Int64
    private var notes: [Note] = []
    /// The last note of each pair; the notes of a pair are chained backward.
    private var last: [Int32]
    private var sightings: [UInt32]
    /// How often each entity of a pair was seen in each cell.
    private var seen: [UInt64: UInt32] = [:]

    private struct Note {
        var pair: UInt32
        var cell: UInt32
        var time: Int64
        var end: Int64
        var before: Int32
    }

    init(_ window: Int64, _ table: PairTable) {
        (self.window, self.table) = (window, table)
        last = [Int32](repeating: -1, count: table.count)
        sightings = [UInt32](repeating: 0, count: table.count)
    }

    /// An entity of a pair was seen in a cell.
    mutating func see(_ entity: UInt32, _ cell: UInt32) { seen[UInt64(entity) << 32 | UInt64(cell), default: 0] += 1 }

    /// Two were seen in a cell within the window.
    mutating func add(_ key: UInt64, _ cell: UInt32, _ then: Int64, _ now: Int64) {
        guard let pair = table.number(key) else { return }
        sightings[pair] += 1
        let note = Int(last[pair])
        if note >= 0, notes[note].cell == cell, then <= notes[note].end + window {
            notes[note].end = now
            notes[note].time = min(notes[note].time, then)
        } else {
            last[pair] = Int32(notes.count)
            notes.append(Note(pair: UInt32(pair), cell: cell, time: then, end: now, before: Int32(note)))
        }
    }

    /// The pairs, weighed, and their meetings.
    func pairs(_ habits: Busyness) -> (pairs: [MetPair], meetings: [Meeting]) {
        let cellsOf = cellsByEntity()
        let nearness = habits.nearness(window)
        var found: [(pair: MetPair, meetings: [Note])] = []
        for (number, key) in table.keys.enumerated() {
            var own: [Note] = []
            var note = Int(last[number])
            while note >= 0 {
                own.append(notes[note])
                note = Int(notes[note].before)
            }
            own.reverse()
            let (first, second) = (UInt32(key >> 32), UInt32(truncatingIfNeeded: key))
            let expected = common(cellsOf[first] ?? [], second) * nearness
            let weight = own.reduce(0.0) { $0 + 1 / (1 + habits.crowd($1.cell, $1.time, window)) }
            let pair = MetPair(
                first: first, second: second, meetings: own.count, sightings: Int(sightings[number]),
                cells: Set(own.map(\.cell)).count, weight: weight, expected: expected,
                chance: Chance.tail(own.count, expected: expected), start: own.first?.time ?? 0, end: own.last?.end ?? 0
            )
            found.append((pair, own))
        }
        found.sort { Self.isBefore($0.pair, $1.pair) }
        let meetings = found.enumerated().flatMap { place, found in
            found.meetings.map { Meeting(pair: place, cell: $0.cell, time: $0.time, end: $0.end) }
        }
        return (found.map(\.pair), meetings)
    }

    /// In how many ways two are seen in one cell: the products of how often each is seen there, summed up.
    private func common(_ cells: [(cell: UInt32, count: UInt32)], _ other: UInt32) -> Double {
        cells.reduce(0) { $0 + Double($1.count) * Double(seen[UInt64(other) << 32 | UInt64($1.cell)] ?? 0) }
    }

    private func cellsByEntity() -> [UInt32: [(cell: UInt32, count: UInt32)]] {
        var cells: [UInt32: [(cell: UInt32, count: UInt32)]] = [:]
        for (key, count) in seen {
            cells[UInt32(key >> 32), default: []].append((UInt32(truncatingIfNeeded: key), count))
        }
        return cells
    }

    private static func isBefore(_ one: MetPair, _ other: MetPair) -> Bool {
        one.chance != other.chance
            ? one.chance < other.chance
            : one.weight != other.weight
                ? one.weight > other.weight : (one.first, one.second) < (other.first, other.second)
    }
}
