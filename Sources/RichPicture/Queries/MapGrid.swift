/// Lays a grid over a map and gathers what shares a field of it, so that a whole country can be looked at.
///
/// Fields are counted from the Earth's origin, not from the edge of the view: a view that moves a little keeps its
/// clusters. Things at one and the same position (the sectors of a mast) stay by themselves, because no closer look would part them.
struct MapGrid {
    /// Positions, in the given list, of the places that are drawn by themselves.
    private(set) var alone: [Int] = []
    private(set) var clusters: [MapView.Cluster] = []

    /// Fields across a view.
    private static let fields = 16.0
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
        for (_, members) in fields {
            if Set(members.map { [places[$0].place.latitude, places[$0].place.longitude] }).count < 2 {
                alone += members
            } else {
                clusters += Self.cluster(members.map { places[$0] })
            }
        }
        alone.sort()
        clusters.sort { ($1.places, $0.latitude, $0.longitude) < ($0.places, $1.latitude, $1.longitude) }
    }

    private static func cluster(_ members: [(place: EntityView.Place, events: Int)]) -> [MapView.Cluster] {
        guard let extent = extent(of: members.map(\.place)) else { return [] }
        let count = Double(members.count)
        return [
            MapView.Cluster(
                latitude: members.reduce(0) { $0 + $1.place.latitude } / count,
                longitude: members.reduce(0) { $0 + $1.place.longitude } / count, places: members.count,
                events: members.reduce(0) { $0 + $1.events }, extent: extent)
        ]
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
