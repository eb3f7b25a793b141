internal import Foundation
public import Words

/// Everything that a run needs to know besides the records: a document that can be read, kept and written by hand.
///
/// After training it also holds what has been learned (`m`, `u` and `typical` of the levels, and `prior`): then it is a model.
public struct Settings: Codable, Sendable, Hashable {
    /// The column with the record's id; nil when records have none, and are known by their place.
    public var idColumn: String?
    /// What is linked with what.
    public var links: Links = .dedupe
    /// What is compared.
    public var comparisons: [Comparison]
    /// Which records are compared.
    public var blocking: [BlockingRule]
    /// How likely two random records are of the same person; learned.
    public var prior: Double?
    /// Two persons of one household; learned.
    public var household: Household?
    /// The score, in bits, from which clusters are joined; nil: chosen for `precision`.
    public var threshold: Double?
    /// Which share of the pairs that are joined shall be right, when `threshold` is not given.
    public var precision = 0.95
    /// How many pairs a rule may make for each record; blocks that are too large for it are left out.
    public var pairsPerRecord = 8.0
    /// How many pairs all rules together may make for each record; the last rules are cut down first.
    public var pairsInAll = 16.0
    /// The largest block that is ever compared.
    public var largestBlock = 500
    /// The largest cluster that is ever made.
    public var largestCluster = 40
    /// Whether a record may be joined with at most one of the other source.
    public var isOneToOne = false
    /// Whether that is to be found out from the records: two sources of which neither holds a person twice.
    public var findsOneToOne = false
    /// The country code for phone numbers without one, such as 66; empty for none.
    public var countryCode = ""
    /// What random pairs are drawn with.
    public var seed: UInt64 = 1

    enum CodingKeys: String, CodingKey {
        case idColumn, links, comparisons, blocking, prior, household, threshold, precision, pairsPerRecord, pairsInAll
        case largestBlock, largestCluster, isOneToOne, findsOneToOne, countryCode, seed
    }

    /// Makes settings.
    public init(comparisons: [Comparison], blocking: [BlockingRule]) {
        self.comparisons = comparisons
        self.blocking = blocking
    }

    /// Which records may belong together.
    public enum Links: String, Codable, Sendable {
        /// Records of different sources only.
        case link
        /// All; the source does not matter.
        case dedupe

        /// Whether two records of these sources may be compared.
        func allows(_ a: UInt16, _ b: UInt16) -> Bool { self == .dedupe || a != b }
    }

    /// Whether all levels have been learned.
    public var isTrained: Bool { prior != nil && comparisons.allSatisfy { $0.levels.allSatisfy { $0.m != nil } } }
}

/// What can be wrong with settings.
public enum SettingsError: Explained, Hashable {
    /// It is no settings document.
    case unreadable(String)
    /// There is no comparison, or no rule that makes pairs.
    case empty
    /// A comparison names a column that the table does not have.
    case noColumn(String, comparison: String)
    /// A rule names a comparison that the settings do not have.
    case noComparison(String)
    /// Two comparisons have one name.
    case twice(String)
    /// The levels of a comparison do not end in `otherwise`, or there are more than fifteen.
    case levels(String)
    /// All outcomes together need more than 64 bits.
    case tooMuch

    /// What went wrong and what to do.
    public var phrase: Phrase {
        switch self {
        case .unreadable(let why): Phrase("link.settings.unreadable", ["why": why])
        case .empty: Phrase("link.settings.empty")
        case .noColumn(let column, let comparison):
            Phrase("link.settings.no-column", ["column": column, "comparison": comparison])
        case .noComparison(let name): Phrase("link.settings.no-comparison", ["comparison": name])
        case .twice(let name): Phrase("link.settings.twice", ["comparison": name])
        case .levels(let name): Phrase("link.settings.levels", ["comparison": name])
        case .tooMuch: Phrase("link.settings.too-much")
        }
    }
}

extension Settings {
    /// Throws what is wrong with the settings for a table with these columns.
    public func check(columns: [String]) throws(SettingsError) {
        guard !comparisons.isEmpty, !blocking.isEmpty else { throw .empty }
        var names: Set<String> = []
        for comparison in comparisons {
            guard names.insert(comparison.name).inserted else { throw .twice(comparison.name) }
            if let missing = comparison.columns.first(where: { !columns.contains($0) }) {
                throw .noColumn(missing, comparison: comparison.name)
            }
            guard comparison.levels.last?.test == .otherwise, comparison.levels.count <= 15,
                !comparison.columns.isEmpty
            else { throw .levels(comparison.name) }
        }
        for part in blocking.flatMap(\.parts) where !names.contains(part.comparison) {
            throw .noComparison(part.comparison)
        }
        guard PatternLayout(comparisons).bits <= 64 else { throw .tooMuch }
    }
}
