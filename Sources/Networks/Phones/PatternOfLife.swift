/// When and where a phone is used: hours and days of the week, where it is at night and at work.
public struct PatternOfLife: Sendable {
    /// A cell with what was seen from there.
    public struct Stay: Sendable, Hashable {
        /// Which.
        public let cell: UInt32
        /// On how many nights or days.
        public let days: Int
        /// Calls.
        public let calls: Int
        /// Its share of the nights or days with calls.
        public let share: Double
    }

    /// Calls by day of the week (Monday first) and hour.
    public let hours: [[Int]]
    /// Calls in all.
    public let calls: Int
    /// On how many days.
    public let activeDays: Int
    /// The first and the last call, ms.
    public let first, last: Int64
    /// Cells from which it called between 22:00 and 06:00, by nights; a night counts for the day on which it began.
    public let overnight: [Stay]
    /// Cells from which it called between 09:00 and 17:00 from Monday to Friday, by days.
    public let working: [Stay]
    /// All cells, by days.
    public let places: [Stay]

    /// Looks at the calls of a phone; nil when it has none. Hours are those of a zone so many ms ahead of UTC.
    public init?(_ calls: Calls, phone: UInt32, zoneOffset: Int64 = 0) {
        var hours = [[Int]](repeating: [Int](repeating: 0, count: 24), count: 7)
        var days: Set<Int64> = []
        var (count, first, last) = (0, Int64.max, Int64.min)
        var (night, work, all) = (Stays(), Stays(), Stays())
        for row in 0..<calls.count where calls.from[row] == phone || calls.to[row] == phone {
            let local = calls.time[row] + zoneOffset
            let day = local.quotient(by: 86_400_000)
            let hour = Int((local - day * 86_400_000) / 3_600_000)
            // 1 January 1970 was a Thursday.
            let weekday = Int((day + 3) - (day + 3).quotient(by: 7) * 7)
            hours[weekday][hour] += 1
            days.insert(day)
            count += 1
            first = min(first, calls.time[row])
            last = max(last, calls.time[row])
            guard calls.from[row] == phone, !calls.cell.isEmpty, calls.cell[row] != Calls.none else { continue }
            all.add(calls.cell[row], day)
            if hour >= 22 || hour < 6 { night.add(calls.cell[row], hour < 6 ? day - 1 : day) }
            if (9..<17).contains(hour), weekday < 5 { work.add(calls.cell[row], day) }
        }
        guard count > 0 else { return nil }
        (self.hours, self.calls, activeDays, self.first, self.last) = (hours, count, days.count, first, last)
        (overnight, working, places) = (night.list, work.list, all.list)
    }

    /// Where it is, by the cells of a list of stays, weighted by their days; nil when no cell is known.
    public static func place(_ stays: [Stay], _ sectors: [UInt32: CellSector]) -> CellSector.Estimate? {
        CellSector.mean(stays.compactMap { stay in sectors[stay.cell].map { ($0.middle, Double(stay.days)) } })
    }

    private struct Stays {
        private var days: [UInt32: Set<Int64>] = [:]
        private var calls: [UInt32: Int] = [:]
        private var all: Set<Int64> = []

        mutating func add(_ cell: UInt32, _ day: Int64) {
            days[cell, default: []].insert(day)
            calls[cell, default: 0] += 1
            all.insert(day)
        }

        var list: [Stay] {
            days.map { cell, days in
                Stay(
                    cell: cell, days: days.count, calls: calls[cell] ?? 0,
                    share: Double(days.count) / Double(all.count))
            }.sorted { ($1.days, $1.calls, $0.cell) < ($0.days, $0.calls, $1.cell) }
        }
    }
}
