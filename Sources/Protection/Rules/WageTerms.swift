public import Values

/// What an hour is worth: by contract or by law, whichever is more, and what certain hours count.
public struct WageTerms: Hashable, Sendable {
    /// A wage for a number of hours: 9,000 for 208.
    public struct Wage: Hashable, Sendable {
        /// The amount.
        public var amount: Amount
        /// The hours that it is for.
        public var hours: Int

        /// A wage.
        public init(_ amount: Amount, forHours hours: Int) {
            self.amount = amount
            self.hours = hours
        }
    }

    /// What was agreed, if anything can be shown.
    public var contract: Wage?
    /// What the law demands at least.
    public var minimum: Wage
    /// What each kind of hour counts, in hundredths: overtime 150.
    public var percent: [PayPeriod.HourKind: Int]
    /// How much of what is due may be paid in kind, in hundredths.
    public var inKindCap: Int
    /// Simple interest, in thousandths a year.
    public var interest: Int

    /// Terms.
    public init(
        contract: Wage? = nil, minimum: Wage, percent: [PayPeriod.HourKind: Int] = [:], inKindCap: Int = 0,
        interest: Int = 0
    ) {
        self.contract = contract
        self.minimum = minimum
        self.percent = percent
        self.inKindCap = inKindCap
        self.interest = interest
    }

    /// The better of the two wages, for an hour; nil when neither is for any hours.
    var hourly: Ratio? {
        let wages = [minimum, contract].compactMap { $0 }.compactMap { Ratio($0.amount.minor, of: $0.hours) }
        return wages.max()
    }

    func share(_ kind: PayPeriod.HourKind) -> Ratio? { Ratio(percent[kind] ?? 100, of: 100) }
}
