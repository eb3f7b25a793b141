/// A format in which the picture is handed on.
public enum ExportFormat: String, CaseIterable, Sendable {
    /// FollowTheMoney entities, one a line.
    case ftm
    /// FollowTheMoney statements, one a row, each with its source.
    case ftmStatements = "ftm-statements"
    /// The network for Gephi and networkx.
    case gexf
    /// The network for yEd, igraph and networkx.
    case graphml
    /// Places, as areas.
    case geojson
    /// The network as two tables.
    case csv
}

/// Which of an export's files some bytes belong to.
public enum ExportPart: Sendable, Hashable {
    /// The only one.
    case whole
    /// The table of nodes.
    case nodes
    /// The table of edges.
    case edges
}

/// How much has been written.
public struct ExportTally: Sendable, Hashable {
    /// Entities, nodes or places.
    public var things = 0
    /// Links and events.
    public var links = 0
    /// People who were left out, because the export names nobody to begin with (RL-20).
    public var peopleLeftOut = 0
    /// Entities in reach of the beginning that were left out, because there are too many.
    public var beyondReach = 0

    /// Makes an empty tally.
    public init() {}
}

/// Where an export begins, and how far it goes.
public struct ExportReach: Sendable, Hashable {
    /// Public identifiers of entities: a person, a number, a place.
    public var beginnings: [String]
    /// Steps from there.
    public var hops: Int

    /// Entities that such an export holds at most; the nearest and most strongly joined come first.
    public static let entityLimit = 1_000

    /// Goes some steps from some entities.
    public init(from beginnings: [String], hops: Int = 1) {
        (self.beginnings, self.hops) = (beginnings, hops)
    }
}

/// Takes the next bytes of an export, and how much has been written with them.
public typealias ExportSink = @Sendable (_ part: ExportPart, _ bytes: [UInt8], _ tally: ExportTally) throws -> Void
