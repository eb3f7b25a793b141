import Hummingbird
import Records
import RichPicture

/// The pages that read.
enum PageRoutes {
    static let all: [Route] = [
        .page(.home, "web.route.home", home),
        .page(.search(SearchState()), "web.route.search", search),
        .page(.suggest, "web.route.suggest", suggest),
        .page(.entity("{id}"), "web.route.entity", entity),
        .page(.sources, "web.route.sources", sources),
        .page(.source("{id}", line: nil), "web.route.source", source),
        .page(.network(NetworkState()), "web.route.network", network),
        .page(.map(MapState()), "web.route.map", map),
        .page(.timeline(TimelineState()), "web.route.timeline", timeline),
        .page(.help, "web.route.help", help),
    ]

    @Sendable static func home(_ visit: Visit) async throws -> Response {
        let home = try await visit.picture.home(as: visit.viewer)
        return Answer.page(HomePage.view(home, try await Board.load(.mine, visit), visit.reader), visit)
    }

    @Sendable static func search(_ visit: Visit) async throws -> Response {
        let state = SearchState(visit.query)
        guard !state.asksNothing else {
            return Answer.page(SearchPageView.view(nil, state: state, visit.reader), visit)
        }
        do {
            let page = try await visit.picture.search(state.search(in: visit.reader.zone), as: visit.viewer)
            return Answer.page(SearchPageView.view(page, state: state, visit.reader), visit)
        } catch let refusal as PictureRefusal {
            let page = SearchPageView.view(nil, state: state, refused: refusal.phrase, visit.reader)
            return Answer.page(page, visit, status: .unprocessableContent)
        }
    }

    @Sendable static func suggest(_ visit: Visit) async throws -> Response {
        guard let text = visit.query["q"] else { return Answer.html(.empty) }
        let lines = try await visit.picture.suggest(text, limit: 8, as: visit.viewer)
        return Answer.html(Suggestions.view(lines, visit.reader))
    }

    @Sendable static func entity(_ visit: Visit) async throws -> Response {
        guard let entity = try await visit.picture.entity(visit.id, as: visit.viewer) else { throw Problem.notFound }
        let model = EntityPage.Model(
            entity: entity, timeline: try await Reads.timeline(TimelineState(of: visit.id), limit: 10, visit),
            neighbours: try await visit.picture.neighbours(
                of: [visit.id], hops: 1, filter: PictureFilter(), limit: 12, as: visit.viewer),
            links: try await visit.picture.links(of: visit.id, as: visit.viewer) ?? [])
        return Answer.page(EntityPage.view(model, visit.reader, outlines: visit.world.assets.outlines), visit)
    }

    @Sendable static func sources(_ visit: Visit) async throws -> Response {
        let sources = try await visit.picture.sources(as: visit.viewer)
        return Answer.page(SourcesPage.view(sources, visit.reader), visit)
    }

    @Sendable static func source(_ visit: Visit) async throws -> Response {
        let line = visit.query["line"].flatMap { Int($0) }
        let refused = visit.query.number("refused", in: 0...Int.max, default: 0)
        let source = try await visit.picture.source(
            visit.id, line: line, context: 12, refused: refused, as: visit.viewer)
        guard let source else { throw Problem.notFound }
        let model = SourcePage.Model(
            view: source, changes: Relabelling.offered(to: visit.viewer, of: source.source))
        return Answer.page(SourcePage.view(model, visit.reader), visit)
    }

    @Sendable static func network(_ visit: Visit) async throws -> Response {
        let state = NetworkState(visit.query)
        let found = try await Reads.neighbours(state, visit)
        let model = NetworkPage.Model(
            network: found?.network, hidden: found?.hidden ?? 0, state: state,
            library: visit.world.assets.vendored("cytoscape.esm.js"))
        return Answer.page(NetworkPage.view(model, visit.reader), visit)
    }

    @Sendable static func map(_ visit: Visit) async throws -> Response {
        let state = MapState(visit.query)
        let entity = try await Reads.line(state.around, visit)
        let map = try await Reads.map(state, visit)
        let model = MapPage.Model(map: map, entity: entity, state: state)
        return Answer.page(MapPage.view(model, visit.reader, outlines: visit.world.assets.outlines), visit)
    }

    @Sendable static func timeline(_ visit: Visit) async throws -> Response {
        let state = TimelineState(visit.query)
        let entity = try await Reads.line(state.of, visit)
        let timeline = try await Reads.timeline(state, limit: TimelineState.pageSize, visit)
        return Answer.page(TimelinePage.view(timeline, of: entity, state: state, visit.reader), visit)
    }

    @Sendable static func help(_ visit: Visit) async throws -> Response {
        Answer.page(HelpPage.view(visit.reader), visit)
    }
}
