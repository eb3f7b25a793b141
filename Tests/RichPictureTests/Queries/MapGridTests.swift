import Access
import TestSupport
import Testing

@testable import RichPicture

@Suite("The map gathers what lies too close together")
struct MapGridTests {
    /// 600 towers over ten degrees, three of them with sectors at one mast.
    private static func filled(_ backend: Backend, _ body: (Picture) async throws -> Void) async throws {
        try await Picture.open(backend) { picture in
            let towers = (0..<600).map { "\($0),T\($0),\(10 + Double($0 % 30) / 3),\(98 + Double($0 / 30) / 2),,,500" }
            let mast = (0..<3).map { "m\($0),M,30.0,120.0,\($0 * 120),120,3000" }
            try await picture.add(
                TestProfiles.cells(towers + mast),
                ImportRequest(name: "c.csv", owner: "operator", profile: "test-cells"))
            try await body(picture)
        }
    }

    private static func map(_ picture: Picture, _ extent: GeoExtent? = nil, offset: Int = 0) async throws -> MapView {
        try #require(
            try await picture.rich.map(
                filter: PictureFilter(), around: nil, extent: extent, offset: offset, limit: 100, as: picture.viewer))
    }

    @Test("every place is drawn once, alone or gathered, and stands once in the table", arguments: Backend.present)
    func complete(_ backend: Backend) async throws {
        try await Self.filled(backend) { picture in
            let map = try await Self.map(picture)
            #expect(map.total == 603 && map.clusters.count < 200 && !map.clusters.isEmpty)
            #expect(map.alone.count + map.clusters.reduce(0) { $0 + $1.places } == 603)
            #expect(map.alone.filter { $0.place.latitude == 30 }.count == 3)
            var listed: Set<String> = []
            for offset in stride(from: 0, to: 700, by: 100) {
                listed.formUnion(try await Self.map(picture, offset: offset).marks.map(\.entity.id))
            }
            #expect(listed.count == 603)
        }
    }

    @Test("looking closer parts a cluster until nothing is gathered, and loses nothing", arguments: Backend.present)
    func closer(_ backend: Backend) async throws {
        try await Self.filled(backend) { picture in
            var extents = try await Self.map(picture).clusters.map { ($0.extent, $0.places) }
            var looks = 0
            while let (extent, places) = extents.popLast(), looks < 60 {
                looks += 1
                let map = try await Self.map(picture, extent)
                #expect(map.total == places, "\(extent)")
                #expect(map.alone.count + map.clusters.reduce(0) { $0 + $1.places } == map.total)
                #expect(map.clusters.allSatisfy { $0.places < places })
                extents += map.clusters.map { ($0.extent, $0.places) }
            }
            #expect(looks > 10)
        }
    }
}
