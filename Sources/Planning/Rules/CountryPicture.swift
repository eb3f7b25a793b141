public import Values
import Words

/// R011, R187: what a country's institutions can and will do, each rated, dated and sourced; old ratings do not count.
public struct CountryPicture: Sendable {
    /// What is rated from 0 to 4.
    public enum Scale: String, CaseIterable, Sendable, Codable {
        case policeCapacity, labourCapacity, prosecutionCapacity, shelterPlaces, interpreters, witnessProtection
        case freedomFromCorruption, politicalWill
    }

    /// A rating.
    public struct Rating: Hashable, Sendable {
        /// 0 to 4.
        public var value: Int
        /// When it was made.
        public var on: Day
        /// By whom, from what.
        public var source: String

        /// A rating.
        public init(_ value: Int, on day: Day, source: String) {
            self.value = value
            on = day
            self.source = source
        }
    }

    /// The ratings.
    public var ratings: [Scale: Rating]

    /// A picture.
    public init(_ ratings: [Scale: Rating]) { self.ratings = ratings }

    /// What planning must look at: scales that are low, unknown, without source, or older than a year.
    public func cautions(today: Day) -> [Reason] {
        Scale.allCases.compactMap { scale in
            let rule = scale == .witnessProtection ? "R187" : "R011"
            guard let rating = ratings[scale], !rating.source.isEmpty, rating.on.adding(months: 12) >= today else {
                return Reason(rule, Phrase("planning.scale-unknown", ["scale": scale.rawValue]))
            }
            guard rating.value < 2 else { return nil }
            return Reason(rule, Phrase("planning.scale-low", ["scale": scale.rawValue]))
        }
    }
}
