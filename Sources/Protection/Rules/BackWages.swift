public import Values
public import Words

/// What is owed to somebody for work (R172; domain.md 2.12): exact fractions to the end, rounded once, half to even.
///
/// Deductions are already inside *due less received*: they are evidence, and never added a second time.
public struct BackWages: Hashable, Sendable {
    /// Owed for each period, never below zero: too much in one does not pay for another.
    public let periods: [Ratio]
    /// Owed for all periods.
    public let wages: Ratio
    /// Interest on them.
    public let interest: Ratio
    /// Fees of recruitment that the person paid.
    public let fees: Amount
    /// Everything, rounded.
    public let claim: Amount
    /// Whether the person's own account stands for records that the employer does not show.
    public let restsOnAccount: Bool

    /// Why it cannot be computed.
    public enum Problem: Explained, Equatable {
        case currencies(String, String)
        case period(Int)
        case noHours
        case tooPrecise

        /// The problem in words.
        public var phrase: Phrase {
            switch self {
            case .currencies(let first, let second):
                Phrase("values.two-currencies", ["first": first, "second": second])
            case .period(let number): Phrase("protection.wage-period", ["number": String(number + 1)])
            case .noHours: Phrase("protection.wage-hours")
            case .tooPrecise: Phrase("values.too-large")
            }
        }
    }

    /// Computes a claim.
    ///
    /// - Parameters:
    ///   - fees: recruitment fees that the person paid.
    ///   - day: the day for which it is computed.
    ///   - hasRecords: whether the employer shows records; without them a reasonable account of the person stands.
    public init(_ work: [PayPeriod], _ terms: WageTerms, fees: Amount, on day: Day, hasRecords: Bool)
        throws(Problem)
    {
        guard let hourly = terms.hourly else { throw .noHours }
        let currency = terms.minimum.amount.currency
        try Self.check(work, terms, fees, currency)
        do {
            var (owed, total, interest): ([Ratio], Ratio, Ratio) = ([], .zero, .zero)
            for period in work {
                let due = try Self.due(period, hourly, terms)
                let open = max(.zero, try due.plus(Ratio(0 - (try Self.paid(period, due, terms)))))
                owed.append(open)
                total = try total.plus(open)
                interest = try interest.plus(try Self.interest(on: open, since: period.to, on: day, terms))
            }
            let all = try total.plus(interest).plus(Ratio(fees.minor))
            guard let rounded = all.rounded else { throw Problem.tooPrecise }
            (periods, wages, self.interest, self.fees) = (owed, total, interest, fees)
            claim = Amount(rounded, currency)
            restsOnAccount = !hasRecords
        } catch { throw .tooPrecise }
    }

    private static func check(_ work: [PayPeriod], _ terms: WageTerms, _ fees: Amount, _ currency: String)
        throws(Problem)
    {
        var amounts = [fees]
        if let contract = terms.contract { amounts.append(contract.amount) }
        for (number, period) in work.enumerated() {
            let days = period.to.number - period.from.number + 1
            let quarters = period.quarters.values
            guard days >= 1, quarters.allSatisfy({ $0 >= 0 }), quarters.reduce(0, +) <= days * 96,
                number == 0 || work[number - 1].to < period.from
            else { throw .period(number) }
            amounts += [period.received, period.inKind, period.statutory]
        }
        if let other = amounts.first(where: { $0.currency != currency }) { throw .currencies(currency, other.currency) }
    }

    // due = Σ hours · wage · share, and what the law adds.
    private static func due(_ period: PayPeriod, _ hourly: Ratio, _ terms: WageTerms) throws(Ratio.Overflow) -> Ratio {
        var due = Ratio(period.statutory.minor)
        for kind in PayPeriod.HourKind.allCases {
            guard let quarters = period.quarters[kind], let hours = Ratio(quarters, of: 4),
                let share = terms.share(kind)
            else { continue }
            due = try due.plus(try hours.times(hourly).times(share))
        }
        return due
    }

    // What counts as paid: what was received, and in kind what the law lets count.
    private static func paid(_ period: PayPeriod, _ due: Ratio, _ terms: WageTerms) throws(Ratio.Overflow) -> Int {
        guard let share = Ratio(terms.inKindCap, of: 100) else { return period.received.minor }
        let cap = max(.zero, try due.times(share))
        // A part of a unit in kind counts as none: in doubt for the person.
        let whole = Int(clamping: cap.numerator / cap.denominator)
        return period.received.minor + min(max(0, period.inKind.minor), whole)
    }

    private static func interest(on open: Ratio, since end: Day, on day: Day, _ terms: WageTerms)
        throws(Ratio.Overflow) -> Ratio
    {
        guard day > end, let rate = Ratio(terms.interest, of: 1000), let years = Ratio(day.number - end.number, of: 365)
        else { return .zero }
        return try open.times(rate).times(years)
    }
}
