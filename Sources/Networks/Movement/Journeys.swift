public import Words

/// Two who travelled together: meetings one after another in several cells, no further apart in time than a journey allows.
public struct SharedJourney: Sendable, Hashable {
    /// The pair, by its place among the pairs found.
    public let pair: Int
    /// The meetings on the way, in the order of time.
    public let meetings: [Meeting]
    /// In how many different cells.
    public let cells: Int

    /// What was shared, in words.
    public var reason: Phrase {
        Phrase(
            "network.movement.journey",
            [
                "cells": String(cells), "meetings": String(meetings.count),
                "time": MoneyText.time((meetings.last?.end ?? 0) - (meetings.first?.time ?? 0)),
            ])
    }
}

/// Entities that went together: every two of them met in the same cells, all at overlapping times.
public struct Convoy: Sendable, Hashable {
    /// Who, ascending.
    public let members: [UInt32]
    /// Where and when all of them were together, in the order of time.
    public let stops: [Stop]

    /// A place where all were together.
    public struct Stop: Sendable, Hashable {
        /// The cell.
        public let cell: UInt32
        /// When the first of them was seen.
        public let time: Int64
        /// When the last of them was seen.
        public let end: Int64
    }

    /// In how many different cells.
    public var cells: Int { Set(stops.map(\.cell)).count }
}

extension Colocation {
    /// The journeys that pairs shared: through at least so many different cells, never longer than `pause` milliseconds from one
    /// meeting to the next. Of one pair the journeys do not overlap.
    public func journeys(cells least: Int = 3, pause: Int64 = 6 * 3_600_000) -> [SharedJourney] {
        var journeys: [SharedJourney] = []
        var first = 0
        while first < meetings.count {
            var last = first + 1
            while last < meetings.count, meetings[last].pair == meetings[first].pair,
                meetings[last].time - meetings[last - 1].end <= pause
            { last += 1 }
            let cells = Set(meetings[first..<last].map(\.cell)).count
            if cells >= least {
                journeys.append(
                    SharedJourney(pair: meetings[first].pair, meetings: Array(meetings[first..<last]), cells: cells))
            }
            first = last
        }
        return journeys.sorted { ($1.cells, $0.pair) < ($0.cells, $1.pair) }
    }

    /// Convoys of at least so many members who were together in at least so many different cells; only those to which nobody can be
    /// added. Throws `CancellationError` when the work is stopped.
    public func convoys(
        members: Int = 3, cells: Int = 3, work: Work = .quiet
    ) throws(CancellationError) -> [Convoy] {
        var search = ConvoySearch(self, members: members, cells: cells)
        return try search.run(work)
    }
}
