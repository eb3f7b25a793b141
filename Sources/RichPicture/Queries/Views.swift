public import Formats
public import Words

// The values that pages, API and command line show. They are plain: made by an authorised query, testable without
// a page. Identifiers in them are public ones; nothing here reveals a sequence.

/// An entity in a list: what it is and what to call it.
public struct EntityLine: Sendable, Hashable {
    /// The public identifier.
    public var id: String
    /// What it is.
    public var kind: EntityKind
    /// The best name that the viewer may see, or the identifier as people write it.
    public var caption: String

    /// Makes a line.
    public init(id: String, kind: EntityKind, caption: String) {
        self.id = id
        self.kind = kind
        self.caption = caption
    }
}

/// Where something stands in a source: the way back to the line that said it.
public struct Citation: Sendable, Hashable {
    /// The source's public identifier.
    public var source: String
    /// The name of the file.
    public var sourceName: String
    /// The stream that it came in.
    public var stream: StreamKind
    /// The organisation that supplied it.
    public var owner: String
    /// How far it is to be trusted.
    public var grade: Grade
    /// The line (or sheet row) in the source, from 1.
    public var line: Int
}

/// The home page: what came in, what is new, what waits.
public struct Home: Sendable {
    /// One stream with what it holds now.
    public struct StreamLine: Sendable {
        /// The stream.
        public var stream: StreamKind
        /// Committed sources.
        public var sources: Int
        /// Events that they tell of.
        public var events: Int
        /// Statements that they make.
        public var statements: Int
        /// The latest event of the stream, or `nil`.
        public var latest: Int?
    }
    /// Entities in the picture, by kind.
    public var entities: [(kind: EntityKind, count: Int)]
    /// Every stream, also those that hold nothing.
    public var streams: [StreamLine]
    /// The latest committed sources, newest first.
    public var recent: [Source]
    /// What waits for a person: staged and unusable sources.
    public var waiting: [Source]
}

/// Everything that the viewer may know of one entity.
public struct EntityView: Sendable {
    /// One asserted value. Values that contradict each other stand side by side (R043).
    public struct Value: Sendable {
        /// What the value is of.
        public var property: Property
        /// The text, or the caption of the linked entity.
        public var text: String
        /// The value as the source wrote it, when it was normalised.
        public var raw: String?
        /// The linked entity, for a link.
        public var link: EntityLine?
        /// Who says so, and where.
        public var citation: Citation
    }
    /// A position: a sector with an uncertainty for a cell, a point with an uncertainty otherwise.
    public struct Place: Sendable {
        /// Degrees north (WGS 84).
        public var latitude: Double
        /// Degrees east.
        public var longitude: Double
        /// Direction of the sector in degrees; `nil` for none stated.
        public var azimuth: Double?
        /// The width of the sector in degrees.
        public var beam: Double?
        /// Reach of the sector, or uncertainty of the point, in metres.
        public var radius: Double?
        /// Who says so, and where.
        public var citation: Citation
    }
    /// Who or what it is.
    public var entity: EntityLine
    /// What is said of it, each value by itself.
    public var values: [Value]
    /// Links that other entities state about this one (the director *of* this company).
    public var inverse: [Value]
    /// Where it is, or was said to be.
    public var places: [Place]
    /// How often each source mentions it.
    public var appearances: [Appearance]
    /// Whether two or more sources state different values for a property that has one value for one person.
    public var contradictions: [Property]
    /// The reason why it never links people (hotline, shelter, taxi, bank switch), if it is stop-listed.
    public var stopped: String?
    /// Events in all.
    public var eventCount: Int
}

/// How one source mentions an entity.
public struct Appearance: Sendable {
    /// The source, and the first line that mentions it.
    public var citation: Citation
    /// Events in which it takes part.
    public var events: Int
    /// The earliest of them in milliseconds since 1970 UTC; `nil` without events.
    public var first: Int?
    /// The latest of them, likewise.
    public var last: Int?
}

/// One event in a list.
public struct EventLine: Sendable {
    /// What happened.
    public var kind: EventKind
    /// When it began.
    public var start: Moment
    /// Duration in seconds, or `nil`.
    public var duration: Int?
    /// Who called, paid or was seen.
    public var from: EntityLine
    /// Who was called or paid.
    public var to: EntityLine?
    /// Where it happened: the tower, the checkpoint, the site.
    public var place: EntityLine?
    /// The telephone that was used.
    public var handset: EntityLine?
    /// The SIM card that was used.
    public var sim: EntityLine?
    /// What was paid.
    public var money: Money?
    /// What was said or written.
    public var note: String?
    /// Who says so, and where.
    public var citation: Citation
}

/// A page of events, oldest first.
public struct Timeline: Sendable {
    /// The events of this page.
    public var events: [EventLine]
    /// How many there are on all pages.
    public var total: Int
    /// Events a bucket over the whole range, for the drawing: bucket start (milliseconds) and count.
    public var histogram: [(start: Int, count: Int)]
    /// The width of a bucket in milliseconds.
    public var bucket: Int
}

/// The lines of a source around a place, as they came.
public struct SourceView: Sendable {
    /// One line of a source.
    public struct Line: Sendable {
        /// The line number, from 1.
        public var number: Int
        /// The line as it came.
        public var text: String
        /// Why the row was refused, if it was.
        public var rejected: Phrase?
    }
    /// The source.
    public var source: Source
    /// The lines shown; for an image none.
    public var lines: [Line]
    /// The number of the last line of the source, when known.
    public var lastLine: Int?
    /// A page of the refused rows that are kept.
    public var rejected: [RejectedRow]
    /// How many of those come before this page.
    public var rejectedOffset = 0
    /// How many are kept in all; `source.counts.rejected` says how many were refused.
    public var rejectedKept = 0
    /// The line that was asked for.
    public var highlighted: Int?
    /// What the highlighted row says: the entities that it mentions.
    public var mentions: [EntityLine]

    /// Refused rows on a page.
    public static let rejectedPage = 200
}

/// What is known after staging a file: shown to a person before anything enters the picture.
public struct StagedImport: Sendable {
    /// What was staged: waiting, or unusable for want of an authority.
    public var source: Source
    /// The column names, for tables.
    public var columns: [String]
    /// The first rows as read, cell by cell.
    public var firstRows: [[String]]
    /// What the first rows would become.
    public var firstFacts: [PreviewFact]
    /// The first refused rows; `source.counts.rejected` says how many in all.
    public var rejected: [RejectedRow]
    /// How many refused rows are kept by line.
    public var rejectedKept = 0
    /// The profiles that would fit, best first.
    public var profiles: [String]
    /// The source that has the same bytes already, if there is one: importing again adds nothing.
    public var alreadyThere: Source?
}

/// A node's surroundings, for the canvas, its table and the API.
public struct Neighbourhood: Sendable {
    /// An entity on the canvas.
    public struct Node: Sendable {
        /// Who or what it is.
        public var entity: EntityLine
        /// Steps from the seed.
        public var distance: Int
        /// Distinct neighbours that the viewer may see, under the filter.
        public var degree: Int
        /// Why the walk does not go on from here: stop-listed or over the degree cap. `nil` if it may.
        public var halted: Phrase?
        /// Where the layout puts it: rightwards, in units of the canvas.
        public var x: Double
        /// Downwards, in the same units.
        public var y: Double
    }
    /// What joins two nodes: all events or links of one kind between them.
    public struct Edge: Sendable {
        /// The position of its beginning in `nodes`.
        public var from: Int
        /// The position of its end in `nodes`.
        public var to: Int
        /// `call`, `message`, `transfer`, `sighting`, `stay`, or the property's name of a stated link.
        public var kind: String
        /// How many events or statements it stands for.
        public var count: Int
        /// The earliest of them in milliseconds since 1970 UTC; `nil` for links.
        public var first: Int?
        /// The latest of them, likewise.
        public var last: Int?
        /// The sum in minor units with currency, for transfers of one currency.
        public var money: Money?
    }
    /// The nodes shown.
    public var nodes: [Node]
    /// What joins them.
    public var edges: [Edge]
    /// How many neighbours there are in all; `nodes` may hold fewer ("showing 200 of 1,043").
    public var total: Int
}

/// What limits a walk, a timeline or a map.
public struct PictureFilter: Sendable, Hashable {
    /// Events from this instant (milliseconds since 1970 UTC), or open.
    public var from: Int?
    /// Events before this instant, or open.
    public var until: Int?
    /// Event kinds and link properties by name; empty for all.
    public var kinds: Set<String> = []
    /// The least confidence (0-4) of the grade.
    public var confidence = 0
    /// The streams; empty for all.
    public var streams: Set<StreamKind> = []
    /// The legs on which contributors work; empty for all.
    public var legs: Set<Leg> = []

    /// A filter that lets everything through.
    public init() {}
}

/// What the map shows: places with what happened there.
public struct MapView: Sendable {
    /// One place on the map.
    public struct Mark: Sendable {
        /// The tower, site, checkpoint or area.
        public var entity: EntityLine
        /// Where it is.
        public var place: EntityView.Place
        /// Events at the place, under the filter.
        public var events: Int
    }
    /// Several places that lie too close together to be told apart at this scale.
    public struct Cluster: Sendable, Hashable {
        /// The middle of the places, degrees north.
        public var latitude: Double
        /// Degrees east.
        public var longitude: Double
        /// How many places.
        public var places: Int
        /// Events at them, under the filter.
        public var events: Int
        /// Where they lie: the closer look.
        public var extent: GeoExtent
    }
    /// The places of this page of the table, those with most events first.
    public var marks: [Mark]
    /// How many there are in all, in the extent.
    public var total: Int
    /// The places that are drawn by themselves.
    public var alone: [Mark] = []
    /// The others, gathered.
    public var clusters: [Cluster] = []
}

/// A part of the Earth between two meridians and two parallels, in degrees.
public struct GeoExtent: Sendable, Hashable {
    /// The western and southern ends.
    public var west, south: Double
    /// The eastern and northern ends.
    public var east, north: Double

    /// Makes an extent.
    public init(west: Double, south: Double, east: Double, north: Double) {
        (self.west, self.south, self.east, self.north) = (west, south, east, north)
    }

    func holds(_ place: EntityView.Place) -> Bool {
        place.longitude >= west && place.longitude <= east && place.latitude >= south && place.latitude <= north
    }
}
