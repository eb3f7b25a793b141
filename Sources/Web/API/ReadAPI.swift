import Hummingbird
import RichPicture

/// The API's reads: what the pages show, as JSON.
enum ReadAPI {
    static let all: [Route] = [
        .asking("home", "api.route.home", .json(Wire.Home.self)) { visit in
            Answer.json(Wire.Home(try await visit.picture.home(as: visit.viewer), visit.reader))
        },
        .asking("search", "api.route.search", .json(Wire.Search.self), search) { visit in
            let query = SearchState(visit.query).search(in: visit.reader.zone)
            return Answer.json(Wire.Search(try await visit.picture.search(query, as: visit.viewer)))
        },
        .asking("suggest", "api.route.suggest", .list(Wire.Entity.self), [q]) { visit in
            guard let text = visit.query["q"] else { return Answer.json([Wire.Entity]()) }
            let lines = try await visit.picture.suggest(text, limit: 8, as: visit.viewer)
            return Answer.json(lines.map { Wire.Entity($0) })
        },
        .asking("entities/{id}", "api.route.entity", .json(Wire.EntityDetail.self)) { visit in
            guard let entity = try await visit.picture.entity(visit.id, as: visit.viewer) else {
                throw Problem.notFound
            }
            return Answer.json(Wire.EntityDetail(entity))
        },
        .asking("timeline", "api.route.timeline", .json(Wire.Timeline.self), timelineParameters, timeline),
        .asking("neighbours", "api.route.neighbours", .json(Wire.Neighbourhood.self), neighbourParameters) { visit in
            guard let found = try await Reads.neighbours(NetworkState(visit.query), visit) else {
                throw Problem.notFound
            }
            return Answer.json(Wire.Neighbourhood(found.network, hidden: found.hidden, visit.reader))
        },
        .asking("map", "api.route.map", .json(Wire.Map.self), mapParameters, map),
        .asking("sources", "api.route.sources", .list(Wire.Source.self)) { visit in
            Answer.json(try await visit.picture.sources(as: visit.viewer).map { Wire.Source($0, visit.reader) })
        },
        .asking("sources/{id}", "api.route.source", .json(Wire.SourceLines.self), sourceParameters, source),
        .asking("sources/{id}/image", "api.route.image", .bytes("image/*")) { try await FileRoutes.image($0) },
        .asking("profiles", "api.route.profiles", .list(Wire.Profile.self)) { visit in
            let profiles = visit.picture.profiles
            return Answer.json(
                profiles.map { Wire.Profile(name: $0.name, title: $0.title, stream: $0.stream.rawValue) })
        },
    ]

    @Sendable private static func timeline(_ visit: Visit) async throws -> Response {
        let limit = visit.query.number("limit", in: 1...1_000, default: TimelineState.pageSize)
        return Answer.json(Wire.Timeline(try await Reads.timeline(TimelineState(visit.query), limit: limit, visit)))
    }

    @Sendable private static func map(_ visit: Visit) async throws -> Response {
        Answer.json(Wire.Map(try await Reads.map(MapState(visit.query), visit)))
    }

    @Sendable private static func source(_ visit: Visit) async throws -> Response {
        let line = visit.query["line"].flatMap { Int($0) }
        let context = visit.query.number("context", in: 0...500, default: 12)
        let refused = visit.query.number("refused", in: 0...Int.max, default: 0)
        let view = try await visit.picture.source(
            visit.id, line: line, context: context, refused: refused, as: visit.viewer)
        guard let view else { throw Problem.notFound }
        return Answer.json(Wire.SourceLines(view, visit.reader))
    }
}

/// The parameters that the reads take.
extension ReadAPI {
    private static let q = Parameter(name: "q", kind: .text)
    private static let offset = Parameter(name: "offset", kind: .number(0...100_000_000))
    private static let streams = Parameter(
        name: "stream", kind: .choice(StreamKind.allCases.map(\.rawValue)), isRepeated: true)
    private static let filter: [Parameter] = [
        Parameter(name: "from", kind: .time), Parameter(name: "until", kind: .time),
        Parameter(name: "grade", kind: .number(0...4)), streams,
        Parameter(name: "leg", kind: .choice(Leg.allCases.map(\.rawValue)), isRepeated: true),
    ]
    private static let eventKinds = Parameter(
        name: "kind", kind: .choice(EventKind.allCases.map(\.name) + Property.allCases.filter(\.isLink).map(\.name)),
        isRepeated: true)

    private static let search =
        [
            q, Parameter(name: "kind", kind: .choice(EntityKind.allCases.map(\.name)), isRepeated: true),
            Parameter(name: "place", kind: .text), offset,
        ] + filter
    private static let timelineParameters =
        [Parameter(name: "of", kind: .id), eventKinds, offset, Parameter(name: "limit", kind: .number(1...1_000))]
        + filter
    private static let neighbourParameters =
        [
            Parameter(name: "seed", kind: .id, isRepeated: true, isRequired: true),
            Parameter(name: "hops", kind: .number(1...3)), eventKinds,
            Parameter(name: "least", kind: .number(0...1_000_000)),
            Parameter(name: "most", kind: .number(0...1_000_000)), Parameter(name: "limit", kind: .number(1...2_000)),
        ] + filter
    private static let mapParameters =
        [
            Parameter(name: "around", kind: .id), Parameter(name: "box", kind: .text), eventKinds, offset,
            Parameter(name: "limit", kind: .number(1...5_000)),
        ] + filter
    private static let sourceParameters = [
        Parameter(name: "line", kind: .number(1...Int.max)), Parameter(name: "context", kind: .number(0...500)),
        Parameter(name: "refused", kind: .number(0...Int.max)),
    ]
}
