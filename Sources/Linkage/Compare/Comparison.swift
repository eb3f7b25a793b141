/// What of two records is compared, and how finely: a row of the settings.
///
/// The levels are asked in order, the best first; the first whose test holds is the outcome. The last one is `otherwise`.
/// A value that is missing on either side is an outcome of its own, and says nothing.
public struct Comparison: Codable, Sendable, Hashable {
    /// Its name, unique in the settings.
    public var name: String
    /// What kind of value it is.
    public var kind: Kind
    /// The columns that hold the value. For places, from the narrow (village) to the broad (province); for names, given
    /// name, family name, and the name in its own script; the last may be absent.
    public var columns: [String]
    /// The levels of agreement, the best first.
    public var levels: [Level]

    enum CodingKeys: String, CodingKey { case name, kind, columns, levels }

    /// Makes a comparison.
    public init(_ name: String, kind: Kind, columns: [String], levels: [Level]? = nil) {
        self.name = name
        self.kind = kind
        self.columns = columns
        self.levels = levels ?? kind.levels(columns: columns.count)
    }

    /// What kind of value is compared.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// A person's name, in any script and order.
        case name
        /// Words of any kind; case, marks and signs do not matter.
        case text
        /// A text that is compared to the letter.
        case letters
        /// One of few values: sex, nationality, type.
        case category
        /// A day of birth, or another that belongs to a person for good: day and month may have been changed over, a digit be wrong.
        case date
        /// The day of an event: a few days earlier or later is near.
        case day
        /// A telephone number.
        case phone
        /// The number of a document that belongs to one person: passport, identity card, social security.
        case document
        /// A mail address.
        case email
        /// A street address.
        case address
        /// A place in a hierarchy of places.
        case place
        /// An amount.
        case number
        /// Latitude and longitude in degrees, in two columns.
        case coordinates

        /// Whether one value belongs to one person, as a rule.
        var isIdentifier: Bool { self == .document || self == .phone || self == .email }
    }
}

/// A level of agreement.
public struct Level: Codable, Sendable, Hashable {
    /// What has to hold.
    public var test: Test
    /// The test's limit, where it has one: a similarity from 0 to 1, a count of edits, days, kilometres, a share, or which
    /// of the columns.
    public var limit: Double
    /// How much the frequency of the value counts: 1 wholly, 0 not at all.
    public var rarity: Double
    /// How often this is the outcome between records of one person; learned.
    public var m: Double?
    /// How often this is the outcome between records of two persons; learned.
    public var u: Double?
    /// The frequency of values to which `u` belongs; learned. A rarer value weighs more, a more common one less.
    public var typical: Double?

    enum CodingKeys: String, CodingKey { case test, limit, rarity, m, u, typical }

    /// Makes a level that has not learned yet.
    public init(_ test: Test, _ limit: Double = 0, rarity: Double = 0) {
        self.test = test
        self.limit = limit
        self.rarity = rarity
    }

    /// What has to hold for a level.
    public enum Test: String, Codable, Sendable {
        /// The same after normalising.
        case exact
        /// Jaro-Winkler similarity at least the limit.
        case jaroWinkler
        /// At most so many edits, a swap of neighbours counting as one.
        case edits
        /// At most so many insertions, deletions and replacements.
        case levenshtein
        /// At least this share of what the words of both tell is common to both; a word that all have tells nothing.
        case words
        /// Mail addresses: the same before the @.
        case localPart
        /// Names: the same words, in any order.
        case sameName
        /// Names: they sound alike, or one is the other's romanisation.
        case soundsAlike
        /// Names: all words agree but for slips of the pen.
        case misspelled
        /// Names: all words of the shorter are in the longer.
        case partOf
        /// Names: a word in common, and others that differ.
        case oneWord
        /// Days: day and month changed over.
        case transposed
        /// Days: at most so many digits differ.
        case digits
        /// Days: the same year, and one of them says no more than the year.
        case onlyYear
        /// Days: at most so many days apart.
        case days
        /// Days: at most so many years apart.
        case years
        /// Places: this column agrees (0 is the narrowest).
        case column
        /// Amounts: at most this share of the greater apart.
        case share
        /// Coordinates: at most so many kilometres apart.
        case kilometres
        /// Anything else.
        case otherwise
    }
}

extension Comparison.Kind {
    /// The levels that are asked when the settings say nothing else.
    func levels(columns: Int) -> [Level] {
        switch self {
        case .name:
            [
                Level(.sameName, rarity: 1), Level(.soundsAlike, rarity: 1), Level(.misspelled, rarity: 1),
                Level(.partOf, rarity: 1), Level(.oneWord, rarity: 1), Level(.otherwise),
            ]
        case .text:
            [
                Level(.exact, rarity: 1), Level(.words, 0.9, rarity: 1), Level(.words, 0.5, rarity: 1),
                Level(.words, 0.25, rarity: 1), Level(.words, 0.02, rarity: 1), Level(.otherwise),
            ]
        case .letters:
            [
                Level(.exact, rarity: 1), Level(.jaroWinkler, 0.92), Level(.jaroWinkler, 0.82),
                Level(.otherwise),
            ]
        case .category: [Level(.exact, rarity: 1), Level(.otherwise)]
        case .date:
            [
                Level(.exact, rarity: 1), Level(.transposed), Level(.digits, 1), Level(.onlyYear), Level(.digits, 2),
                Level(.years, 1), Level(.otherwise),
            ]
        case .phone: [Level(.exact, rarity: 1), Level(.edits, 1), Level(.otherwise)]
        case .document: [Level(.exact), Level(.edits, 1), Level(.edits, 2), Level(.otherwise)]
        case .email:
            [
                Level(.exact, rarity: 1), Level(.localPart), Level(.jaroWinkler, 0.92), Level(.jaroWinkler, 0.82),
                Level(.otherwise),
            ]
        case .address:
            [
                Level(.words, 0.99, rarity: 1), Level(.words, 0.6, rarity: 1), Level(.words, 0.3, rarity: 1),
                Level(.otherwise),
            ]
        case .place: (0..<columns).map { Level(.column, Double($0), rarity: 1) } + [Level(.otherwise)]
        case .day:
            [
                Level(.exact, rarity: 1), Level(.days, 1), Level(.days, 4), Level(.days, 10), Level(.days, 31),
                Level(.otherwise),
            ]
        case .number:
            [
                Level(.exact, rarity: 1), Level(.share, 0.01), Level(.share, 0.035), Level(.share, 0.1),
                Level(.share, 0.3), Level(.otherwise),
            ]
        case .coordinates:
            [Level(.kilometres, 0.1), Level(.kilometres, 1), Level(.kilometres, 10), Level(.otherwise)]
        }
    }
}
