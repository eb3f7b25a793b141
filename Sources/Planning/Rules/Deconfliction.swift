/// G16, RL-37: whether another operation is near in time and place, or about the same subject. It tells whom to call, and
/// nothing else.
public enum Deconfliction {
    /// What an operation gives for comparing. It leaves no organisation as it is: only the answer does.
    public struct Event: Hashable, Sendable {
        /// The own number of the matter.
        public var reference: String
        /// Whom to call.
        public var contact: String
        /// When it begins.
        public var from: Int
        /// When it ends.
        public var until: Int
        /// Place on a grid of metres.
        public var east: Int
        /// Metres to the north.
        public var north: Int
        /// Numbers of the subjects.
        public var subjects: Set<String>

        /// From its parts.
        public init(
            reference: String, contact: String, from: Int, until: Int, east: Int, north: Int, subjects: Set<String>
        ) {
            self.reference = reference
            self.contact = contact
            self.from = from
            self.until = until
            self.east = east
            self.north = north
            self.subjects = subjects
        }
    }

    /// All that either side learns: whom to call, about which of their own matters.
    public struct Notice: Hashable, Sendable, Codable {
        /// Whom to call.
        public let contact: String
        /// The own number of the matter.
        public let reference: String
    }

    /// Notices for both sides when two operations are near each other.
    public static func notices(_ one: Event, _ other: Event, metres: Int, margin: Int) -> (one: Notice, other: Notice)?
    {
        let apart = (one.east.distance(to: other.east), one.north.distance(to: other.north))
        let isNear = apart.0 * apart.0 + apart.1 * apart.1 <= metres * metres
        let isThen = one.from <= other.until + margin && other.from <= one.until + margin
        guard (isNear && isThen) || !one.subjects.isDisjoint(with: other.subjects) else { return nil }
        return (
            Notice(contact: other.contact, reference: one.reference),
            Notice(contact: one.contact, reference: other.reference)
        )
    }
}
