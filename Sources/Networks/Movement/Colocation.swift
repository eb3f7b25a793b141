/// Who was where somebody else was, at about the same time, again and again: exact, in memory that does not grow with the sightings.
///
/// A meeting of two begins when both are seen in one cell within the window; it goes on as long as the next such two sightings in
/// that cell begin no later than a window after the last ones ended, and the two are not side by side in another cell in between.
/// So two who stay side by side for hours have met once.
///
/// Sightings come in the order of time, and are read three times: once to learn habits and to sieve pairs, once to count meetings,
/// once to note those of the pairs found.
public struct Colocation: Sendable {
    /// The pairs that met often enough: the least likely by chance first, then the heaviest.
    public let pairs: [MetPair]
    /// Their meetings, pair by pair, in the order of time.
    public let meetings: [Meeting]

    /// A way to go through sightings: calls for each of them, in the order of time. Used several times.
    public typealias Replay = ((_ entity: UInt32, _ cell: UInt32, _ time: Int64) throws -> Void) throws -> Void

    /// Finds pairs in sightings that are in memory.
    public init(
        _ sightings: Sightings, _ options: ColocationOptions = ColocationOptions(), work: Work = .quiet
    ) throws {
        var pass = 0
        try self.init(options) { body in
            for index in 0..<sightings.count {
                if index & 0xF_FFFF == 0 { try work.step(pass * sightings.count + index, 3 * sightings.count) }
                try body(sightings.entity[index], sightings.cell[index], sightings.time[index])
            }
            pass += 1
        }
    }

    /// Finds pairs in sightings that come along.
    ///
    /// Throws what `replay` throws, and a `MovementError` when they are not in the order of time, or when too many pairs meet.
    /// - Parameter room: how many pairs of sightings are held before counting goes over to counters that pairs share.
    public init(_ options: ColocationOptions, room: Int = 1 << 23, replay: Replay) throws {
        var sieve = PairSieve(least: options.least, room: room)
        let habits = try Self.sift(options, &sieve, replay)
        let found = try Self.count(options, sieve, habits, replay)
        (pairs, meetings) = found.count > 0 ? try Self.notes(options, found, habits, replay) : ([], [])
    }

    /// First: learns how busy places and hours are, and which pairs are side by side at all.
    private static func sift(
        _ options: ColocationOptions, _ sieve: inout PairSieve, _ replay: Replay
    ) throws -> Busyness {
        var habits = Busyness()
        var recent = RecentSightings(window: options.window)
        try replay { entity, cell, time in
            guard time >= habits.last else { throw MovementError.notInOrder(sighting: habits.count + 1) }
            habits.add(entity, cell, time)
            if let cells = options.cells, !cells.contains(cell) { return }
            recent.add(entity, cell, time) { other, _ in sieve.add(pairKey(entity, other)) }
        }
        return habits
    }

    /// Second: counts the meetings of the pairs that were kept.
    private static func count(
        _ options: ColocationOptions, _ sieve: PairSieve, _ habits: Busyness, _ replay: Replay
    ) throws -> PairTable {
        var count = MeetingCount(options.window, sieve)
        let isWanted = count.wanted(habits.entities.count)
        var recent = RecentSightings(window: options.window)
        var failure: (any Error)?
        try replay { entity, cell, time in
            guard isWanted.isEmpty || isWanted[Int(entity)] else { return }
            if let cells = options.cells, !cells.contains(cell) { return }
            recent.add(entity, cell, time) { other, seen in
                do { try count.add(pairKey(entity, other), cell, seen, time) } catch { failure = error }
            }
            if let failure { throw failure }
        }
        return count.found(options.least)
    }

    /// Third: notes the meetings of the pairs that were found, and where else their entities are seen.
    private static func notes(
        _ options: ColocationOptions, _ found: PairTable, _ habits: Busyness, _ replay: Replay
    ) throws -> (pairs: [MetPair], meetings: [Meeting]) {
        var notes = MeetingNotes(options.window, found)
        let isWanted = found.members(habits.entities.count)
        var recent = RecentSightings(window: options.window)
        try replay { entity, cell, time in
            guard isWanted[Int(entity)] else { return }
            if let cells = options.cells, !cells.contains(cell) { return }
            notes.see(entity, cell)
            recent.add(entity, cell, time) { other, seen in notes.add(pairKey(entity, other), cell, seen, time) }
        }
        return notes.pairs(habits)
    }
}
