/// Counts the meetings of the pairs that a sieve has kept.
struct MeetingCount {
    private var table: PairTable
    private var states: [State]
    private let sieve: PairSieve
    private let window: Int64
    private static let most = 4_000_000

    private struct State {
        var end = Int64.min
        var cell = UInt32.max
        var meetings: UInt32 = 0
    }

    init(_ window: Int64, _ sieve: PairSieve) {
        self.window = window
        var kept = sieve
        table = sieve.isExact ? kept.kept() : PairTable()
        self.sieve = sieve.isExact ? PairSieve(least: 1) : sieve
        states = [State](repeating: State(), count: table.count)
    }

    /// Which entities belong to a pair that is kept; empty when every one may.
    func wanted(_ entities: Int) -> [Bool] { sieve.isExact ? table.members(entities) : [] }

    /// Two were seen in a cell within the window: one then, the other now.
    mutating func add(_ key: UInt64, _ cell: UInt32, _ seen: Int64, _ now: Int64) throws {
        let number: Int
        if let known = table.number(key) {
            number = known
        } else {
            guard !sieve.isExact, sieve.isKept(key) else { return }
            guard table.count < Self.most else { throw MovementError.tooManyPairs(limit: Self.most) }
            number = table.add(key)
            states.append(State())
        }
        let state = states[number]
        if state.cell != cell || seen > state.end &+ window || state.meetings == 0 { states[number].meetings += 1 }
        states[number].cell = cell
        states[number].end = now
    }

    /// The pairs that met often enough.
    func found(_ least: Int) -> PairTable {
        var found = PairTable()
        for (number, key) in table.keys.enumerated() where Int(states[number].meetings) >= least { _ = found.add(key) }
        return found
    }
}
