/// Which records are compared at all: those that share a key. A rule is a list of parts; the key is made of one key of each.
public struct BlockingRule: Codable, Sendable, Hashable {
    /// What the key is made of.
    public var parts: [Part]

    /// Makes a rule.
    public init(_ parts: [Part]) { self.parts = parts }

    /// One part of a key.
    public struct Part: Codable, Sendable, Hashable {
        /// The comparison whose value it is.
        public var comparison: String
        /// How keys are made from the value.
        public var way: KeyWay

        /// Makes a part.
        public init(_ comparison: String, _ way: KeyWay) {
            self.comparison = comparison
            self.way = way
        }
    }

    /// The rule in short, such as `dob.year + name.words`.
    public var title: String { parts.map { "\($0.comparison).\($0.way.rawValue)" }.joined(separator: " + ") }
}

/// How keys are made from a value; a value may have several.
public enum KeyWay: String, Codable, Sendable {
    /// The value as a whole; of a day, whether or not day and month are changed over; of a name, in any order and spelling.
    case whole
    /// Its first half.
    case start
    /// Its second half.
    case end
    /// Each word, names by their sound; of more than three the rarest.
    case words
    /// Each two words together.
    case pairs
    /// The first letter or sound of each word.
    case initial
    /// Numbers and days: what is near, within a twentieth and within eight days, shares a key.
    case near
    /// The year of a day.
    case year
    /// Month and day without the year.
    case monthDay
    /// Year and month.
    case yearMonth
    /// The narrowest place, when it is not the broadest.
    case narrow
    /// The broadest place.
    case broad
    /// What stands before the @.
    case beforeAt
}
