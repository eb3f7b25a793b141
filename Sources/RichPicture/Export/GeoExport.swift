import Formats
import Storage

/// Writes places as areas: the sector of a cell, the disc of a position with its uncertainty. Never a point for a cell,
/// because nobody stood at the mast.
struct GeoExport {
    private let exporting: Exporting

    init(_ exporting: Exporting) { self.exporting = exporting }

    /// How far a cell may reach that states nothing: the farthest that GSM can.
    static let unstatedReach = 35_000.0

    private struct Stated {
        var number: Int
        var latitude: Double
        var longitude: Double
        var azimuth: Double?
        var beam: Double?
        var radius: Double?
        var line: Int
        var citation: [GeoFeature.Property]
    }

    func run() throws -> ExportTally {
        var writer = GeoJSONWriter()
        var piece: [UInt8] = []
        var tally = ExportTally()
        writer.begin(to: &piece)
        var waiting: [Stated] = []
        func write() throws {
            let lines = try Captions(as: exporting.scope.viewer, exporting.scope.canon).lines(
                waiting.map(\.number), from: exporting.connection)
            for stated in waiting {
                guard let line = lines[stated.number] else { continue }
                writer.write(feature(stated, line), to: &piece)
                tally.things += 1
            }
            waiting = []
            guard piece.count >= Exporting.pieceSize else { return }
            try exporting.sink(.whole, piece, tally)
            piece = []
        }
        let sql: SQL = """
            SELECT l.entity, l.latitude, l.longitude, l.azimuth, l.beam, l.radius, l.line, s.pid, s.name, s.owner,
                g.scheme, g.source, g.information, g.handling
            FROM \(ExportScope.locationTables) JOIN entity x ON x.id = l.entity WHERE \(exporting.scope.locations)
            ORDER BY x.pid, l.source, l.line
            """
        try exporting.connection.each(sql) { row in
            waiting.append(Self.stated(row))
            if waiting.count == 1_000 { try write() }
        }
        try write()
        writer.end(to: &piece)
        try exporting.sink(.whole, piece, tally)
        return tally
    }

    private static func stated(_ row: Row) -> Stated {
        Stated(
            number: row.int(0), latitude: row.optionalReal(1) ?? 0, longitude: row.optionalReal(2) ?? 0,
            azimuth: row.optionalReal(3), beam: row.optionalReal(4), radius: row.optionalReal(5), line: row.int(6),
            citation: [
                .init("source", row.text(7)), .init("sourceName", row.text(8)), .init("line", String(row.int(6))),
                .init("owner", row.text(9)), .init("grade", Grade(row, at: 10).code),
            ])
    }

    private func feature(_ stated: Stated, _ line: EntityLine) -> GeoFeature {
        var properties: [GeoFeature.Property] = [.init("entity", line.id), .init("kind", line.kind.name)]
        properties.append(.init("label", line.caption.isEmpty ? line.kind.name : line.caption))
        let isCell = line.kind == .cell
        let reach = stated.radius ?? (isCell ? Self.unstatedReach : nil)
        if let azimuth = stated.azimuth { properties.append(.init("azimuth", azimuth.description)) }
        if let beam = stated.beam { properties.append(.init("beam", beam.description)) }
        if let reach { properties.append(.init("radius", reach.description)) }
        if stated.radius == nil, isCell { properties.append(.init("radiusIs", "assumed")) }
        let key = "\(line.id)/\(stated.citation[0].text)/\(stated.line)"
        return GeoFeature(
            id: exporting.id("location", key), geometry: Self.area(stated, reach: reach),
            properties: properties + stated.citation)
    }

    // A cell without a direction hears all round; a position without an uncertainty is a point, as it was stated.
    private static func area(_ stated: Stated, reach: Double?) -> GeoGeometry {
        let point = GeoGeometry.point(GeoPosition(longitude: stated.longitude, latitude: stated.latitude))
        guard let reach else { return point }
        let ring = try? Sector.polygon(
            lat: stated.latitude, lon: stated.longitude, azimuth: stated.azimuth ?? 0,
            beamWidth: stated.azimuth == nil ? 360 : stated.beam ?? 120, radiusMetres: min(max(reach, 1), 200_000))
        return ring.map { .polygon([$0]) } ?? point
    }
}
