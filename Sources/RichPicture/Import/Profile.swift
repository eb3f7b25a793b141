/// A mapping profile: a small text file that says which column of a table is what.
///
/// A profile holds one or more tables, told apart by their column names, because an operator delivers call records
/// and cell lists together. `docs/formats.md` describes the language; this is what has been read from it.
public struct Profile: Sendable, Hashable {
    /// The short name, such as `calls-siam`.
    public var name: String
    /// What it is for, in a line.
    public var title: String
    /// The stream of such files, unless the import names another.
    public var stream: StreamKind
    /// The time zone of times that state none, such as `Asia/Bangkok`.
    public var zone: String?
    /// The country of national phone numbers and documents, ISO 3166 alpha-2.
    public var country: String?
    /// The text encoding, when detection is not wanted.
    public var encoding: String?
    /// The tables.
    public var tables: [Table]
    /// The text of the profile, kept with every source that it was used on, so that the import can be repeated.
    public var text: String

    /// One layout of columns.
    public struct Table: Sendable, Hashable {
        /// The name of the layout within its profile.
        public var name: String
        /// What each row becomes.
        public var facts: [Fact]
        /// The columns that no row may leave empty, besides those that its events need.
        public var needs: [String]
        /// The columns that a file must have to be of this layout, in the order of their first mention.
        public var columns: [String]
    }

    /// Something that a row states.
    public enum Fact: Sendable, Hashable {
        case event(EventFact)
        case entity(EntityFact)
        case link(LinkFact)
    }

    /// An event, if its conditions hold.
    public struct EventFact: Sendable, Hashable {
        /// What happened.
        public var kind: EventKind
        /// Only rows for which all of these hold.
        public var conditions: [Condition]
        /// What stands for each role.
        public var fields: [Role: Field]
    }

    /// What a column is to an event.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        case from, to, who, place, start, end, duration, amount, currency, handset, sim, note
    }

    /// An entity: an identifier when it has a key, otherwise a mention that belongs to this row alone.
    public struct EntityFact: Sendable, Hashable {
        /// What it is.
        public var kind: EntityKind
        /// The name by which links of this table speak of it.
        public var alias: String
        /// The identifier; `nil` for a mention.
        public var key: Field?
        /// Only rows for which all of these hold.
        public var conditions: [Condition]
        /// What the row says of it.
        public var properties: [(Property, Field)] { zip(names, fields).map { ($0, $1) } }
        /// Where it is.
        public var position: [Coordinate: Field]
        var names: [Property]
        var fields: [Field]
    }

    /// A part of a position.
    public enum Coordinate: String, Sendable, Hashable, CaseIterable {
        case latitude, longitude, azimuth, beam, radius
    }

    /// A link between two entities of the same row.
    public struct LinkFact: Sendable, Hashable {
        /// What the one is to the other.
        public var property: Property
        /// The alias of the entity that the link belongs to.
        public var from: String
        /// The alias of the entity that it leads to.
        public var to: String
    }

    /// Only rows in which a column has one of these values.
    public struct Condition: Sendable, Hashable {
        /// The name of the column.
        public var column: String
        /// The values of which it has one.
        public var values: [String]
    }

    /// A value: columns and literal texts joined, read as a type.
    public struct Field: Sendable, Hashable {
        /// A piece of a value.
        public enum Part: Sendable, Hashable {
            case column(String)
            case literal(String)
        }
        /// The pieces, in order.
        public var parts: [Part]
        /// How the joined text is read.
        public var type: FieldType
        /// The language of the text (BCP 47), when the profile names one.
        public var language: String?

        var columns: [String] {
            parts.compactMap { if case .column(let name) = $0 { name } else { nil } }
        }
    }

    /// How the text of a field is read.
    public enum FieldType: Sendable, Hashable {
        case text
        /// An identifier of this kind, normalised.
        case identifier(EntityKind)
        /// A point in time, by pattern.
        case time(TimePattern)
        /// A duration: whole seconds, or `m:ss` / `h:mm:ss`.
        case seconds
        /// Whole seconds; what is none (`-44`) is left out, and the row stays.
        case secondsOrNothing
        case clock
        /// Money in major units with a decimal point; with a decimal comma.
        case money
        case moneyComma
        case number
    }
}
