import RichPicture

/// What the export page offers, as it stands in its address.
struct ExportState: Sendable, Hashable {
    /// One file that can be downloaded: a format, or one table of one.
    enum File: String, CaseIterable, Sendable {
        case ftm
        case ftmStatements = "ftm-statements"
        case gexf, graphml, geojson
        case nodes = "csv-nodes"
        case edges = "csv-edges"

        var format: ExportFormat {
            switch self {
            case .ftm: .ftm
            case .ftmStatements: .ftmStatements
            case .gexf: .gexf
            case .graphml: .graphml
            case .geojson: .geojson
            case .nodes, .edges: .csv
            }
        }

        /// The part of the format's files that is wanted.
        var part: ExportPart {
            switch self {
            case .nodes: .nodes
            case .edges: .edges
            default: .whole
            }
        }

        var name: String {
            switch self {
            case .ftm: "daybreak.ftm.json"
            case .ftmStatements: "daybreak.statements.csv"
            case .nodes: "nodes.csv"
            case .edges: "edges.csv"
            default: "daybreak.\(rawValue)"
            }
        }

        var mediaType: String {
            switch self {
            case .ftm: "application/x-ndjson"
            case .ftmStatements, .nodes, .edges: "text/csv; charset=utf-8"
            case .gexf, .graphml: "application/xml"
            case .geojson: "application/geo+json"
            }
        }
    }

    var file = File.ftm
    /// Identifiers of the entities to begin with.
    var around: [String] = []
    var hops = 1
    var filter = FilterState()
    /// What was ordered; `nil` while somebody still chooses.
    var order: String?
    /// Whether whoever ordered it may fetch it, once it is approved.
    var isAsked = true

    init(around id: String? = nil) { around = id.map { [$0] } ?? [] }

    init(_ query: Query) {
        file = query["format"].flatMap(File.init) ?? .ftm
        around = Array(query.all("around").flatMap { $0.split { $0 == " " || $0 == "," } }.map(String.init).prefix(50))
        hops = query.number("hops", in: 1...3, default: 1)
        filter = FilterState(query)
        order = query["order"]
        isAsked = query["asked"] != "0"
    }

    /// The order of this, with its ground.
    func order(because ground: String, in zone: Zone) -> ExportOrder {
        ExportOrder(file.format, filter: filter.filter(in: zone), reach: reach, ground: ground)
    }

    /// The state as an address.
    var query: Query {
        var query = Query()
        query.add("format", file == .ftm ? nil : file.rawValue)
        for id in around { query.add("around", id) }
        query.add("hops", hops, default: 1)
        filter.add(to: &query)
        query.add("order", order)
        query.add("asked", isAsked ? nil : "0")
        return query
    }

    /// Where the export begins; `nil` for everything but people.
    var reach: ExportReach? { around.isEmpty ? nil : ExportReach(from: around, hops: hops) }
}
