import Formats
import Storage

/// What some rows of a source state, column by column, ready to be appended to the tables.
struct FactBatch: Sendable {
    /// An entity that belongs to one row alone: somebody whom a line mentions.
    struct Mention: Sendable {
        var kind: EntityKind
        /// Unique within the source: line and alias.
        var key: String
        var line: Int
        var id: Int64 = 0
    }

    /// Events, in parallel arrays.
    struct Events: Sendable {
        var kind: [Int64] = []
        var a: [EntityRef] = []
        var b: [EntityRef] = []
        var place: [EntityRef] = []
        var handset: [EntityRef] = []
        var sim: [EntityRef] = []
        var start: [Int64] = []
        var precision: [Int64] = []
        var zone: [Int64] = []
        var duration: [Int64] = []
        var amount: [Int64] = []
        var digits: [Int64] = []
        var currency = TextColumn()
        var note = TextColumn()
        var line: [Int64] = []
    }

    /// Statements, in parallel arrays.
    struct Statements: Sendable {
        var entity: [EntityRef] = []
        var property: [Property] = []
        var value: [String] = []
        var raw: [String?] = []
        var object: [EntityRef] = []
        var language: [String?] = []
        var line: [Int64] = []
    }

    /// Positions, in parallel arrays; NaN stands for "not stated".
    struct Locations: Sendable {
        var entity: [EntityRef] = []
        var latitude: [Double] = []
        var longitude: [Double] = []
        var azimuth: [Double] = []
        var beam: [Double] = []
        var radius: [Double] = []
        var line: [Int64] = []
    }

    var mentions: [Mention] = []
    /// The mentions of the import's earlier batches.
    var mentionsBefore = 0
    /// Interned entities that a row speaks of by itself, and the row's line.
    var touched: [(ref: EntityRef, line: Int)] = []
    var events = Events()
    var statements = Statements()
    var locations = Locations()
    var rejected: [FormatError] = []
    /// Data rows behind this batch, good and bad.
    var rows = 0
    /// Good rows that state nothing: no event applies to them, and they name nobody.
    var silent = 0

    /// The number of the next mention in its import: a file may be one line long, so that a line names nobody.
    var mentionNumber: Int { mentionsBefore + mentions.count }

    var isEmpty: Bool { rows == 0 && rejected.isEmpty && events.kind.isEmpty && statements.entity.isEmpty }

    /// The number of facts, to decide when a batch is large enough.
    var count: Int { events.kind.count + statements.entity.count }
}

/// One event, as an importer states it.
struct EventFacts {
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

extension FactBatch.Events {
    /// Appends an event.
    mutating func append(_ event: EventFacts) {
        kind.append(Int64(event.kind.rawValue))
        a.append(event.a)
        b.append(event.b)
        place.append(event.place)
        handset.append(event.handset)
        sim.append(event.sim)
        start.append(Int64(event.start.milliseconds))
        precision.append(Int64(event.start.precision.rawValue))
        zone.append(Int64(event.start.offset))
        duration.append(event.duration.map(Int64.init) ?? .min)
        amount.append(event.money.map { Int64($0.units) } ?? .min)
        digits.append(event.money.map { Int64($0.decimals) } ?? .min)
        currency.append(event.money?.currency.storable)
        note.append(event.note?.storable)
        line.append(Int64(event.line))
    }
}

extension FactBatch.Statements {
    /// Appends a statement of a text.
    mutating func append(
        _ entity: EntityRef, _ property: Property, _ value: String, raw: String? = nil, language: String? = nil,
        line: Int
    ) {
        append(entity, property, value, raw, .none, language, line)
    }

    /// Appends a statement that links two entities.
    mutating func append(_ entity: EntityRef, _ property: Property, to object: EntityRef, line: Int) {
        append(entity, property, "", nil, object, nil, line)
    }

    private mutating func append(
        _ entity: EntityRef, _ property: Property, _ value: String, _ raw: String?, _ object: EntityRef,
        _ language: String?, _ line: Int
    ) {
        self.entity.append(entity)
        self.property.append(property)
        self.value.append(value.storable)
        self.raw.append(raw?.storable)
        self.object.append(object)
        self.language.append(language)
        self.line.append(Int64(line))
    }
}

extension FactBatch.Locations {
    /// Appends a position. A cell is a sector or, when the operator states no more, a disc of unknown reach.
    mutating func append(
        _ entity: EntityRef, latitude: Double, longitude: Double, azimuth: Double? = nil, beam: Double? = nil,
        radius: Double? = nil, line: Int
    ) {
        self.entity.append(entity)
        self.latitude.append(latitude)
        self.longitude.append(longitude)
        self.azimuth.append(azimuth ?? .nan)
        self.beam.append(beam ?? .nan)
        self.radius.append(radius ?? .nan)
        self.line.append(Int64(line))
    }
}

extension FactBatch {
    /// How far the arrays are filled, to take back a row that turns out bad half-way.
    struct Mark {
        var mentions, touched, events, statements, locations: Int
    }

    var mark: Mark {
        Mark(
            mentions: mentions.count, touched: touched.count, events: events.kind.count,
            statements: statements.entity.count, locations: locations.entity.count)
    }

    /// Takes back what was appended since a mark. Events come last in a row and are appended only when complete, so
    /// that several events of one row are the only case in which some have to go.
    mutating func cut(to mark: Mark) {
        mentions.removeLast(mentions.count - mark.mentions)
        touched.removeLast(touched.count - mark.touched)
        statements.cut(to: mark.statements)
        locations.cut(to: mark.locations)
        events.cut(to: mark.events)
    }
}

extension FactBatch.Statements {
    mutating func cut(to count: Int) {
        let excess = entity.count - count
        guard excess > 0 else { return }
        entity.removeLast(excess)
        property.removeLast(excess)
        value.removeLast(excess)
        raw.removeLast(excess)
        object.removeLast(excess)
        language.removeLast(excess)
        line.removeLast(excess)
    }
}

extension FactBatch.Locations {
    mutating func cut(to count: Int) {
        let excess = entity.count - count
        guard excess > 0 else { return }
        entity.removeLast(excess)
        latitude.removeLast(excess)
        longitude.removeLast(excess)
        azimuth.removeLast(excess)
        beam.removeLast(excess)
        radius.removeLast(excess)
        line.removeLast(excess)
    }
}

extension FactBatch.Events {
    mutating func cut(to count: Int) {
        let excess = kind.count - count
        guard excess > 0 else { return }
        kind.removeLast(excess)
        a.removeLast(excess)
        b.removeLast(excess)
        place.removeLast(excess)
        handset.removeLast(excess)
        sim.removeLast(excess)
        start.removeLast(excess)
        precision.removeLast(excess)
        zone.removeLast(excess)
        duration.removeLast(excess)
        amount.removeLast(excess)
        digits.removeLast(excess)
        line.removeLast(excess)
        currency.removeLast(excess)
        note.removeLast(excess)
    }
}
