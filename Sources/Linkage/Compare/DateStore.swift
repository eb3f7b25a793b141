/// Days of birth and other days.
struct DateStore: FeatureStore {
    private let levels: [Level]
    private var seen: [CalendarDay: UInt32] = [:]
    private var days: [CalendarDay?] = [nil]
    private var rarity = Rarity()

    init(_ comparison: Comparison) { levels = comparison.levels }

    mutating func code(of fields: [ArraySlice<UInt8>]) -> UInt32 {
        guard let text = fields.first, let day = CalendarDay(text) else { return 0 }
        if let code = seen[day] { return code }
        let code = UInt32(days.count)
        seen[day] = code
        days.append(day)
        return code
    }

    mutating func freeze(counts: [UInt32]) {
        rarity = Rarity(counts: counts)
    }

    /// The day of a code.
    func day(_ code: UInt32) -> CalendarDay? { days[Int(code)] }

    mutating func match(_ a: UInt32, _ b: UInt32) -> Match {
        guard let x = days[Int(a)], let y = days[Int(b)] else { return Match(level: levels.count - 1) }
        for (index, level) in levels.enumerated() where Self.holds(level, x, y) {
            return Match(level: index, bits: level.rarity > 0 ? min(rarity[a], rarity[b]) : 0)
        }
        return Match(level: levels.count - 1)
    }

    private static func holds(_ level: Level, _ a: CalendarDay, _ b: CalendarDay) -> Bool {
        switch level.test {
        case .otherwise: true
        case .transposed: a.isTransposed(b)
        case .digits: a.differingDigits(b) <= Int(level.limit)
        case .onlyYear: a.year == b.year && (a.isOnlyYear || b.isOnlyYear)
        case .days: abs(a.number - b.number) <= Int(level.limit)
        case .years: abs(Int(a.year) - Int(b.year)) <= Int(level.limit)
        default: a == b
        }
    }

    mutating func keys(of code: UInt32, by way: KeyWay, into keys: inout [UInt64]) {
        guard let day = days[Int(code)] else { return }
        let year = UInt64(day.year)
        let low = UInt64(min(day.month, day.day))
        let high = UInt64(max(day.month, day.day))
        switch way {
        case .whole: if !day.isOnlyYear { keys.append(year << 16 | low << 8 | high) }
        case .near:
            let week = UInt64(day.number / 8)
            keys.append(week)
            keys.append(week + 1)
        case .year: keys.append(year)
        case .monthDay: if !day.isOnlyYear { keys.append(low << 8 | high) }
        case .yearMonth: if !day.isOnlyYear { keys.append(year << 8 | UInt64(day.month)) }
        default: break
        }
    }
}
