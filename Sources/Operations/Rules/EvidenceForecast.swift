public import Values
import Words

/// R137, R139: what was expected to be found, and how each item ended. Nothing is passed by without a word.
public struct EvidenceForecast: Sendable {
    /// How an expected item ended.
    public enum Outcome: Hashable, Sendable {
        case seized(reference: String)
        case notFound
        /// It was there and was left, and why.
        case left(reason: String)
    }

    /// The items that were expected, and how they ended; nil while it is open.
    public var items: [String: Outcome?]

    /// A forecast.
    public init(_ items: [String: Outcome?]) { self.items = items }

    /// The items that are still open, or were left without a reason.
    public var shortcomings: [Reason] {
        items.keys.sorted().compactMap { item in
            switch items[item] ?? nil {
            case nil: Reason("R137", Phrase("operations.forecast-open", ["item": item]))
            case .left(let reason) where reason.isEmpty:
                Reason("R137", Phrase("operations.left-without-reason", ["item": item]))
            case .seized, .notFound, .left: nil
            }
        }
    }

    /// R139: how much of what was expected was there; nil when nothing was expected.
    public var hitRate: Ratio? {
        let found = items.values.count { outcome in
            switch outcome {
            case .seized, .left: true
            case .notFound, nil: false
            }
        }
        return Ratio(found, of: items.count)
    }
}
