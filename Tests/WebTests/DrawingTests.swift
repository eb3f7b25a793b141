import Foundation
import Testing
import Words

@testable import RichPicture
@testable import Web

@Suite("Drawings")
struct DrawingTests {
    let reader = Reader(catalogue: .english, zone: Zone(offset: 420))

    private func place(_ latitude: Double, azimuth: Double? = nil, beam: Double? = nil, radius: Double?)
        -> EntityView.Place
    {
        EntityView.Place(
            latitude: latitude, longitude: 102, azimuth: azimuth, beam: beam, radius: radius, citation: Samples.citation
        )
    }

    private func draw(_ places: [EntityView.Place]) -> String {
        let items = places.map { MapDrawing.Item(place: $0, title: "<T>", link: nil, events: 1) }
        return MapDrawing(reader: reader, outlines: nil).draw(items, title: "map")?.text ?? ""
    }

    @Test("a cell is a wedge, another place a circle of its uncertainty, and never a bare point")
    func extents() {
        let text = draw([
            place(12, azimuth: 90, beam: 60, radius: 3_000), place(12.1, radius: 500), place(12.2, radius: nil),
        ])
        #expect(text.components(separatedBy: "<circle").count == 3)
        #expect(text.contains("A"))
        #expect(text.contains("unstated"))
        #expect(text.contains("&lt;T&gt;"))
        #expect(!text.contains("style="))
    }

    @Test("without outlines there is a graticule")
    func graticule() { #expect(draw([place(12, radius: 5_000)]).contains("class=\"grid\"")) }

    @Test("a lone place, the poles and the date line are drawn without a crash", arguments: [-90.0, -12, 0, 89.99, 90])
    func extremes(_ latitude: Double) {
        for longitude in [-180.0, 0, 180] {
            var one = place(latitude, radius: 1)
            one.longitude = longitude
            #expect(!draw([one]).isEmpty)
        }
    }

    @Test("the strip has a bar and a link for each stretch with events")
    func strip() {
        let timeline = Timeline(
            events: [], total: 7, histogram: [(0, 3), (86_400_000, 0), (172_800_000, 4)], bucket: 86_400_000)
        let text =
            TimeStrip(reader: reader).draw(timeline, title: "t") { from, until in
                var state = TimelineState()
                (state.filter.from, state.filter.until) = (from, until)
                return .timeline(state)
            }?.text ?? ""
        #expect(text.components(separatedBy: "<rect").count == 3)
        #expect(text.contains("from=1970-01-01T07%3A00&amp;until=1970-01-02T06%3A59"))
    }

    @Test("limits of degree leave seeds, drop edges of what is gone, and count what they hide")
    func degrees() {
        func node(_ id: String, _ distance: Int, _ degree: Int) -> Neighbourhood.Node {
            let line = EntityLine(id: id, kind: .phone, caption: id)
            return Neighbourhood.Node(entity: line, distance: distance, degree: degree, halted: nil, x: 0, y: 0)
        }
        func edge(_ from: Int, _ to: Int) -> Neighbourhood.Edge {
            Neighbourhood.Edge(from: from, to: to, kind: "call", count: 1, first: nil, last: nil, money: nil)
        }
        let network = Neighbourhood(
            nodes: [node("seed", 0, 900), node("hub", 1, 500), node("leaf", 1, 2)],
            edges: [edge(0, 1), edge(0, 2), edge(1, 2)],
            total: 2)
        let (left, hidden) = network.limited(least: 0, most: 100)
        #expect(left.nodes.map(\.entity.id) == ["seed", "leaf"])
        #expect(left.edges.map { [$0.from, $0.to] } == [[0, 1]])
        #expect(hidden == 1)
    }
}
