public import Values

/// What was worked and received in one pay period.
public struct PayPeriod: Hashable, Sendable {
    /// The first day.
    public var from: Day
    /// The last day.
    public var to: Day
    /// Hours of each kind, in quarters of an hour, so that they stay whole.
    public var quarters: [HourKind: Int]
    /// What reached the person's hand.
    public var received: Amount
    /// The worth of lawful payment in kind.
    public var inKind: Amount
    /// What the law adds for the period, such as a thirteenth month or leave.
    public var statutory: Amount
    /// Deductions that the employer made. Evidence only: what was not received is owed already.
    public var deductions: [String: Amount]

    /// Hours that are paid differently.
    public enum HourKind: String, CaseIterable, Sendable, Codable { case regular, overtime, night, rest }

    /// A period in which these hours were worked; amounts that are not given are zero.
    public init(
        from: Day, to: Day, quarters: [HourKind: Int], received: Amount, inKind: Amount? = nil,
        statutory: Amount? = nil, deductions: [String: Amount] = [:]
    ) {
        self.from = from
        self.to = to
        self.quarters = quarters
        self.received = received
        self.inKind = inKind ?? Amount(0, received.currency)
        self.statutory = statutory ?? Amount(0, received.currency)
        self.deductions = deductions
    }

    /// The months of the calendar between two days, the first and the last cut to fit.
    public static func months(from first: Day, to last: Day) -> [(from: Day, to: Day)] {
        var months: [(from: Day, to: Day)] = []
        var start = first
        while start <= last {
            let firstOfMonth = start.adding(days: 1 - start.date.day)
            let end = min(last, firstOfMonth.adding(months: 1).adding(days: -1))
            months.append((start, end))
            start = end.adding(days: 1)
        }
        return months
    }
}
