/// Finds out how a column writes times.
struct TimeGuess {
    /// The pattern.
    var pattern: String
    /// Why somebody should look at it; `nil` when there is no doubt.
    var doubt: String?
    /// Whether the texts state their zone.
    var hasZone: Bool { pattern.contains("X") }

    /// The pattern that reads nearly all values; `nil` when none does.
    init?(_ column: ColumnValues) {
        let bytes = column.values.prefix(2_000).map { Array($0.utf8) }
        guard !bytes.isEmpty else { return nil }
        if let steps = Self.steps(column) {
            self = steps
            return
        }
        var best: (pattern: String, reads: Int)?
        for candidate in Self.candidates {
            guard let pattern = TimePattern(candidate) else { continue }
            let reads = bytes.count { pattern.read($0, offset: { _ in 0 }).map(Self.isLikely) ?? false }
            if reads > best?.reads ?? 0 { best = (candidate, reads) }
        }
        guard let best, best.reads * 10 >= bytes.count * 8 else { return nil }
        self.init(pattern: best.pattern, doubt: nil)
        settleOrder(bytes)
    }

    private init(pattern: String, doubt: String?) {
        self.pattern = pattern
        self.doubt = doubt
    }

    // Earlier candidates win when several read the same values.
    private static let candidates: [String] = {
        let clocks = ["", " HH:mm?:ss", " H:mm?:ss", " HH:mm:ss.SSS"]
        let days = [
            "yyyy-MM-dd", "yyyy/MM/dd", "BBBB-MM-dd", "BBBB/MM/dd", "yyyy/M/d", "dd/MM/yyyy", "MM/dd/yyyy",
            "dd/MM/BBBB", "d/M/yyyy", "M/d/yyyy",
            "d/M/BBBB", "dd-MM-yyyy", "dd-MM-BBBB", "dd.MM.yyyy", "d.M.yyyy", "dd/MM/yy", "MM/dd/yy", "yyyyMMdd",
        ]
        let iso = [
            "yyyy-MM-dd'T'HH:mm:ssX", "yyyy-MM-dd'T'HH:mmX", "yyyy-MM-dd'T'HH:mm?:ss", "yyyy-MM-dd'T'HH:mm:ss.SSSX",
            "yyyy-MM-dd HH:mm:ssX", "yyyyMMddHHmmss", "yyyyMMdd HHmmss", "yyyyMMdd HH:mm:ss", "epoch-ms", "epoch",
        ]
        return iso + days.flatMap { day in clocks.map { day + $0 } }
    }()

    // 2569 read as a Christian year, or 1970 as seconds since 1970, is a mistake.
    private static func isLikely(_ moment: Moment) -> Bool {
        let year = Moment.civil(milliseconds: moment.milliseconds).year
        return (1_900...2_100).contains(year)
    }

    // Simulators count steps.
    private static func steps(_ column: ColumnValues) -> TimeGuess? {
        let isCount = column.mostly { Int($0).map { (0...100_000).contains($0) } ?? false }
        guard isCount else { return nil }
        return TimeGuess(
            pattern: "step 2000-01-01 day",
            doubt: "times are plain numbers: taken as days, counted from a first day that is made up")
    }

    // Day and month can change places when no day lies beyond the twelfth: the order that gives the shorter span is
    // the likelier, because a file covers weeks, not the same day of many months.
    private mutating func settleOrder(_ bytes: [[UInt8]]) {
        let pairs = [("dd/MM", "MM/dd"), ("d/M", "M/d")]
        for (day, month) in pairs where pattern.hasPrefix(day) || pattern.hasPrefix(month) {
            let tail = pattern.dropFirst(day.count)
            guard let first = Self.span(day + tail, bytes), let second = Self.span(month + tail, bytes) else { return }
            let isMonthFirst = first == second ? day == "d/M" : second < first
            pattern = (isMonthFirst ? month : day) + tail
            doubt = "day and month could be the other way round: \(isMonthFirst ? "month" : "day") first is taken"
            return
        }
    }

    // The milliseconds between the earliest and the latest, if (nearly) all can be read.
    private static func span(_ text: String, _ bytes: [[UInt8]]) -> Int? {
        guard let pattern = TimePattern(text) else { return nil }
        let times = bytes.compactMap { pattern.read($0, offset: { _ in 0 })?.milliseconds }
        guard times.count * 100 >= bytes.count * 98, let first = times.min(), let last = times.max() else { return nil }
        return last - first
    }
}
