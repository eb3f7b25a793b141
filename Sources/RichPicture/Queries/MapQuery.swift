public import Access
import Storage

extension RichPicture {
    /// Places with how much happened there: of the whole picture, or where one entity was seen.
    ///
    /// Places that lie close together at the scale of the extent are gathered into clusters for the drawing; the list of
    /// marks is complete, page by page.
    ///
    /// A cell is shown as a sector with its reach, never as a point. `nil` when the entity does not exist or the viewer
    /// may not see it.
    public func map(
        filter: PictureFilter, around id: String?, extent: GeoExtent? = nil, offset: Int = 0, limit: Int,
        as viewer: Viewer
    ) async throws -> MapView? {
        try await noted("map", [id ?? ""], as: viewer) {
            try await readMap(filter: filter, around: id, extent: extent, offset: offset, limit: limit, as: viewer)
        }
    }

    private func readMap(
        filter: PictureFilter, around id: String?, extent: GeoExtent?, offset: Int, limit: Int, as viewer: Viewer
    ) async throws -> MapView? {
        let users = try await users(of: id, as: viewer)
        let page = MapPage(extent: extent, offset: max(0, offset), limit: max(0, limit))
        return try await database.read { connection in
            let events = EventCondition.sql(filter, as: viewer)
            let names = Captions(as: viewer, try canon(as: viewer, connection))
            guard let id else {
                let counts = try Self.counts(events, connection)
                return try Self.marks(counts, everywhere: true, page, names, viewer, connection)
            }
            guard let found = try find(id, as: viewer, connection) else { return nil }
            var counts = try Self.counts(events + " AND \(EventCondition.of(found, users: users))", connection)
            for member in found.members { counts[member, default: 0] += 0 }
            return try Self.marks(counts, everywhere: false, page, names, viewer, connection)
        }
    }

    // Events a place.
    private static func counts(_ condition: SQL, _ connection: any Reading) throws -> [Int: Int] {
        var counts: [Int: Int] = [:]
        let sql: SQL = """
            SELECT e.place, COUNT(*) FROM event e JOIN source s ON s.id = e.source JOIN grade g ON g.id = e.grade
            WHERE e.place IS NOT NULL AND \(condition) GROUP BY e.place
            """
        try connection.each(sql) { row in counts[row.int(0)] = row.int(1) }
        return counts
    }

    private static func marks(
        _ counts: [Int: Int], everywhere: Bool, _ page: MapPage, _ captions: Captions, _ viewer: Viewer,
        _ connection: any Reading
    ) throws -> MapView {
        let sql: SQL = """
            SELECT s.pid, s.name, s.stream, s.owner, g.scheme, g.source, g.information, g.handling, MIN(l.line), l.entity,
                l.latitude, l.longitude, l.azimuth, l.beam, l.radius
            FROM location l JOIN source s ON s.id = l.source JOIN grade g ON g.id = l.grade
            WHERE s.state = 'committed' AND \(viewer.sees("l.label"))
            GROUP BY s.id, g.id, l.entity, l.latitude, l.longitude, l.azimuth, l.beam, l.radius
            ORDER BY l.entity, g.confidence DESC, s.id, MIN(l.line)
            """
        // Files repeat a place on every line that names it; it is one mark, with the best grade that states it.
        // Places that differ stand side by side.
        var seen: Set<[Value]> = []
        var places: [(number: Int, place: EntityView.Place)] = []
        try connection.each(sql) { row in
            let number = row.int(9)
            guard everywhere || counts[number] != nil, seen.insert(Array(row.values[9...14])).inserted else { return }
            let place = EntityView.Place(row, at: 10, citation: Citation(row, line: row.int(8)))
            if page.extent?.holds(place) ?? true { places.append((number, place)) }
        }
        let names = try OrderOfEquals.keys(Array(Set(places.map(\.number))), connection)
        places.sort { left, right in
            (-(counts[left.number] ?? 0), names[left.number] ?? "") < (
                -(counts[right.number] ?? 0), names[right.number] ?? ""
            )
        }
        let shown = places.dropFirst(page.offset).prefix(page.limit)
        let grid = MapGrid(places.map { (place: $0.place, events: counts[$0.number] ?? 0) }, in: page.extent)
        let alone = grid.alone.map { places[$0] }
        let lines = try captions.lines(shown.map(\.number) + alone.map(\.number), from: connection)
        func marks(_ entries: some Sequence<(number: Int, place: EntityView.Place)>) -> [MapView.Mark] {
            entries.compactMap { entry in
                lines[entry.number].map {
                    MapView.Mark(entity: $0, place: entry.place, events: counts[entry.number] ?? 0)
                }
            }
        }
        return MapView(
            marks: marks(shown), total: places.count, alone: marks(alone), clusters: grid.clusters)
    }

    private struct MapPage {
        var extent: GeoExtent?
        var offset: Int
        var limit: Int
    }
}
