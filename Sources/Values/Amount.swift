public import Words

/// An amount of money in whole minor units of one currency. Never a floating number.
public struct Amount: Hashable, Sendable {
    /// Minor units, such as cents; negative below zero.
    public let minor: Int
    /// The ISO 4217 code.
    public let currency: String

    /// An amount of minor units.
    public init(_ minor: Int, _ currency: String) {
        self.minor = minor
        self.currency = currency
    }

    /// Why amounts cannot be put together.
    public enum Problem: Explained, Equatable {
        case currencies(String, String)
        case tooLarge

        /// The problem in words.
        public var phrase: Phrase {
            switch self {
            case .currencies(let first, let second):
                Phrase("values.two-currencies", ["first": first, "second": second])
            case .tooLarge: Phrase("values.too-large")
            }
        }
    }

    /// The sum of amounts of one currency; zero of that currency when there are none.
    public static func sum(_ amounts: some Sequence<Amount>, in currency: String) throws(Problem) -> Amount {
        var total = 0
        for amount in amounts {
            guard amount.currency == currency else { throw .currencies(currency, amount.currency) }
            let (sum, over) = total.addingReportingOverflow(amount.minor)
            guard !over else { throw .tooLarge }
            total = sum
        }
        return Amount(total, currency)
    }
}
