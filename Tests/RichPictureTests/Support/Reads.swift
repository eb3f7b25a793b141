import Access

@testable import RichPicture

/// Every read of the picture by one viewer, as values that can be compared: home, search with facets and totals,
/// suggestions, entities, timelines, neighbours, reach, map, sources.
struct Reads: Equatable {
    var entities: [String] = []
    var streams: [String] = []
    var recent: [String] = []
    var waiting: [String] = []
    var sources: [String] = []
    var searches: [String] = []
    var entityViews: [String] = []
    var timelines: [String] = []
    var neighbours: [String] = []
    var reach: [[Int]] = []
    var maps: [String] = []
    var sourceViews: [String] = []

    static let queries = [
        "0812345678", "081-234", "0820000002", "สมชาย", "somchai", "pier", "boat", "N1234567", "1", "hidden", "", "66",
        "668", "66801", "+6680", "0801", "6682000",
    ]

    /// - Parameter ids: entities to look at, known or not.
    static func all(_ picture: Picture, ids: [String] = [], as viewer: Viewer? = nil) async throws -> Reads {
        let viewer = viewer ?? picture.viewer
        let rich = picture.rich
        var reads = Reads()
        let home = try await rich.home(as: viewer)
        reads.entities = home.entities.map { "\($0.kind) \($0.count)" }
        reads.streams = home.streams.map { "\($0)" }
        reads.recent = home.recent.map(\.name)
        reads.waiting = home.waiting.map(\.name)
        let sources = try await rich.sources(as: viewer)
        reads.sources = try sources.map(describe)
        for text in queries {
            for kinds in [[], [EntityKind.phone]] as [Set<EntityKind>] {
                var query = SearchQuery(text)
                query.kinds = kinds
                reads.searches.append("\(text): \(try await rich.search(query, country: "TH", as: viewer))")
            }
            reads.searches.append("\(try await rich.suggest(text, limit: 5, as: viewer))")
        }
        reads.timelines.append(
            describe(try await rich.timeline(of: nil, filter: PictureFilter(), offset: 0, limit: 100, as: viewer)))
        reads.maps.append(describe(try await rich.map(filter: PictureFilter(), around: nil, limit: 100, as: viewer)))
        for id in ids {
            reads.entityViews.append(describe(try await rich.entity(id, as: viewer)))
            reads.timelines.append(
                describe(try await rich.timeline(of: id, filter: PictureFilter(), offset: 0, limit: 100, as: viewer)))
            reads.neighbours.append(
                describe(try await rich.neighbours(of: [id], hops: 2, filter: PictureFilter(), limit: 50, as: viewer)))
            reads.reach.append(try await rich.reach(from: id, hops: 3, filter: PictureFilter(), as: viewer) ?? [-1])
            reads.maps.append(describe(try await rich.map(filter: PictureFilter(), around: id, limit: 100, as: viewer)))
        }
        for source in sources {
            guard var view = try await rich.source(source.id, line: 2, context: 3, as: viewer) else { continue }
            let head = try describe(view.source)
            view.source.counts = SourceCounts()
            reads.sourceViews.append("\(head) \(view)")
        }
        return reads
    }

    // Counts are dictionaries, whose order is nobody's.
    private static func describe(_ source: Source) throws -> String {
        var bare = source
        bare.counts = SourceCounts()
        return "\(bare) \(try SourceRow.encode(source.counts))"
    }

    private static func describe<Value>(_ value: Value?) -> String { value.map { "\($0)" } ?? "nothing" }
}
