/// Lays a grid over a map and gathers what shares a field of it, so that a whole country can be looked at.
///
/// Fields are counted from the Earth's origin, not from the edge of the view: a view that moves a little keeps its
/// clusters. Things at one and the same position (the sectors of a mast) stay by themselves, because no closer look would part them.
struct MapGrid {
    /// Positions, in the given list, of the places that are drawn by themselves.
    private(set) var alone: [Int] = []
    private(set) var clusters: [MapView.Cluster] = []

    /// Fields across a view: circles of two fields do not touch in a drawing.
    private static let fields = 12.0
    /// A view of less than this many degrees is as close as it gets: nothing is gathered.
    private static let closest = 0.03

    private struct Field: Hashable {
        var x, y: Int
    }

    init(_ places: [(place: EntityView.Place, events: Int)], in extent: GeoExtent?) {
        guard let view = extent ?? Self.extent(of: places.map(\.place)) else { return }
        let span = max(view.east - view.west, view.north - view.south)
        guard span > Self.closest else {
            alone = Array(places.indices)
            return
        }
        let step = span / Self.fields
        let fields = Dictionary(grouping: places.indices) { index in
            let place = places[index].place
            return Field(
                x: Int((place.longitude / step).rounded(.down)), y: Int((place.latitude / step).rounded(.down)))
        }
        var crowds: [[Int]] = []
        for (_, members) in fields {
            if Set(members.map { [places[$0].place.latitude, places[$0].place.longitude] }).count < 2 {
                alone += members
            } else {
                crowds.append(members)
            }
        }
        clusters = Self.clusters(crowds.map { $0.map { places[$0] } }, apart: step)
        alone.sort()
        clusters.sort { ($1.places, $0.latitude, $0.longitude) < ($0.places, $1.latitude, $1.longitude) }
    }

    private typealias Members = [(place: EntityView.Place, events: Int)]

    // Two fields may be crowded on both sides of the line between them: the smaller then joins the larger.
    private static func clusters(_ crowds: [Members], apart: Double) -> [MapView.Cluster] {
        var taken: [(middle: (x: Double, y: Double), members: Members)] = []
        let ranked = crowds.map { ($0, middle($0)) }.sorted {
            ($1.0.count, $0.1.x, $0.1.y) < ($0.0.count, $1.1.x, $1.1.y)
        }
        for (members, middle) in ranked {
            let near = taken.firstIndex {
                abs($0.middle.x - middle.x) < apart * 0.8 && abs($0.middle.y - middle.y) < apart * 0.8
            }
            if let near { taken[near].members += members } else { taken.append((middle, members)) }
        }
        return taken.compactMap { crowd in
            extent(of: crowd.members.map(\.place)).map { extent in
                MapView.Cluster(
                    latitude: crowd.middle.y, longitude: crowd.middle.x, places: crowd.members.count,
                    events: crowd.members.reduce(0) { $0 + $1.events }, extent: extent)
            }
        }
    }

    private static func middle(_ members: Members) -> (x: Double, y: Double) {
        let sum = members.reduce((x: 0.0, y: 0.0)) { ($0.x + $1.place.longitude, $0.y + $1.place.latitude) }
        return (sum.x / Double(members.count), sum.y / Double(members.count))
    }

    private static func extent(of places: [EntityView.Place]) -> GeoExtent? {
        guard let first = places.first else { return nil }
        return places.reduce(
            into: GeoExtent(
                west: first.longitude, south: first.latitude, east: first.longitude, north: first.latitude)
        ) { extent, place in
            extent.west = min(extent.west, place.longitude)
            extent.east = max(extent.east, place.longitude)
            extent.south = min(extent.south, place.latitude)
            extent.north = max(extent.north, place.latitude)
        }
    }
}
