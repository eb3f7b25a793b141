import Formats
import Storage

/// What some rows of a source state, ready to be appended to the tables.
struct FactBatch: Sendable {
    /// An entity that belongs to one row alone: somebody whom a line mentions.
    struct Mention: Sendable {
        var kind: EntityKind
        /// Unique within the source: line and alias.
        var key: String
        var line: Int
        var id: Int64 = 0
    }

    var mentions: [Mention] = []
    /// The mentions of the import's earlier batches.
    var mentionsBefore = 0
    /// Interned entities that a row speaks of by itself, and the row's line.
    var touched: [(ref: EntityRef, line: Int)] = []
    var events: [EventFacts] = []
    var statements: [StatementFacts] = []
    var locations: [LocationFacts] = []
    var rejected: [FormatError] = []
    /// Data rows behind this batch, good and bad.
    var rows = 0
    /// Good rows that state nothing: no event applies to them, and they name nobody.
    var silent = 0

    /// The number of the next mention in its import: a file may be one line long, so that a line names nobody.
    var mentionNumber: Int { mentionsBefore + mentions.count }

    var isEmpty: Bool { rows == 0 && rejected.isEmpty && events.isEmpty && statements.isEmpty }
}

/// One event, as an importer states it.
struct EventFacts: Sendable {
    var kind: EventKind
    var a: EntityRef
    var b = EntityRef.none
    var place = EntityRef.none
    var handset = EntityRef.none
    var sim = EntityRef.none
    var start: Moment
    var duration: Int?
    var money: Money?
    var note: String?
    var line: Int
}

/// One statement: the value of a property, or a link to another entity.
struct StatementFacts: Sendable {
    var entity: EntityRef
    var property: Property
    /// The value; empty for a link.
    var value = ""
    /// The value as the file writes it, where that is another.
    var raw: String?
    var object = EntityRef.none
    var language: String?
    var line: Int
}

/// One position. A cell is a sector or, when the operator states no more, a disc of unknown reach.
struct LocationFacts: Sendable {
    var entity: EntityRef
    var latitude: Double
    var longitude: Double
    var azimuth: Double?
    var beam: Double?
    var radius: Double?
    var line: Int
}

extension [StatementFacts] {
    /// Appends a statement of a text.
    mutating func append(
        _ entity: EntityRef, _ property: Property, _ value: String, raw: String? = nil, language: String? = nil,
        line: Int
    ) {
        append(
            StatementFacts(
                entity: entity, property: property, value: value.storable, raw: raw?.storable,
                language: language?.storable, line: line))
    }

    /// Appends a statement that links two entities.
    mutating func append(_ entity: EntityRef, _ property: Property, to object: EntityRef, line: Int) {
        append(StatementFacts(entity: entity, property: property, object: object, line: line))
    }
}

extension FactBatch {
    /// How far the arrays are filled, to take back a row that turns out bad half-way.
    struct Mark {
        var mentions, touched, events, statements, locations: Int
    }

    var mark: Mark {
        Mark(
            mentions: mentions.count, touched: touched.count, events: events.count, statements: statements.count,
            locations: locations.count)
    }

    /// Takes back what was appended since a mark.
    mutating func cut(to mark: Mark) {
        mentions.removeSubrange(mark.mentions...)
        touched.removeSubrange(mark.touched...)
        events.removeSubrange(mark.events...)
        statements.removeSubrange(mark.statements...)
        locations.removeSubrange(mark.locations...)
    }
}
