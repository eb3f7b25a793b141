public import Access
import Formats
import Storage

extension RichPicture {
    /// Writes what the viewer may see of the committed picture, as one consistent state, in bounded memory.
    ///
    /// Only what sources state is written: links that were concluded never are. Streams and grades of the filter limit
    /// everything; its times limit events; its kinds limit events and links. With times or kinds only the entities
    /// that stand on a written event or link are written.
    ///
    /// Identifiers are public ones, the same in every export of this database.
    ///
    /// People leave only when somebody or something is named to begin with: without a `reach` all others are written,
    /// and the tally says how many people were left out (RL-20).
    ///
    /// - Returns: how much was written.
    func export(
        _ format: ExportFormat, filter: PictureFilter = PictureFilter(), reach: ExportReach? = nil,
        as viewer: Viewer, to sink: @escaping ExportSink
    ) async throws -> ExportTally {
        let secret = secret
        var around: (ids: [String], beyond: Int)?
        if let reach { around = try await surroundings(reach, filter, viewer) }
        return try await database.read { [around] connection in
            var left = ExportTally()
            let scope: ExportScope
            if let around {
                left.beyondReach = around.beyond
                scope = try ExportScope(
                    filter: filter, viewer: viewer, canon: try canon(as: viewer, connection), around: around.ids,
                    connection)
            } else {
                scope = ExportScope(filter: filter, viewer: viewer, canon: try canon(as: viewer, connection))
                left.peopleLeftOut = try scope.peopleLeftOut(connection)
            }
            let written = try Self.write(
                format, Exporting(scope: scope, connection: connection, secret: secret, sink: sink))
            left.things = written.things
            left.links = written.links
            return left
        }
    }

    /// How many people an export without a beginning leaves out (RL-20).
    public func peopleLeftOut(filter: PictureFilter = PictureFilter(), as viewer: Viewer) async throws -> Int {
        try await database.read { connection in
            try ExportScope(filter: filter, viewer: viewer, canon: try canon(as: viewer, connection))
                .peopleLeftOut(connection)
        }
    }

    // The walk's own limits hold: it does not go on from a stop-listed number, nor from one that very many share.
    private func surroundings(
        _ reach: ExportReach, _ filter: PictureFilter, _ viewer: Viewer
    ) async throws -> (ids: [String], beyond: Int) {
        for id in reach.beginnings
        where try await database.read({ try Self.visible(id, as: viewer, $0) == nil }) {
            throw PictureRefusal.unknownBeginning(id)
        }
        let found = try await around(
            reach.beginnings, hops: reach.hops, filter: filter, limit: ExportReach.entityLimit, as: viewer)
        guard let found else { return ([], 0) }
        let near = found.nodes.count { $0.distance > 0 }
        return (found.nodes.map(\.entity.id), found.total - near)
    }

    private static func write(_ format: ExportFormat, _ exporting: Exporting) throws -> ExportTally {
        switch format {
        case .ftm: try FtMExport(exporting, as: .entities).run()
        case .ftmStatements: try FtMExport(exporting, as: .statements).run()
        case .gexf: try GraphExport(exporting, to: OneFileGraph<GEXFWriter>()).run()
        case .graphml: try GraphExport(exporting, to: OneFileGraph<GraphMLWriter>()).run()
        case .csv: try GraphExport(exporting, to: TwoTableGraph()).run()
        case .geojson: try GeoExport(exporting).run()
        }
    }
}

/// What every export needs.
struct Exporting {
    let scope: ExportScope
    let connection: any Reading
    let secret: [UInt8]
    let sink: ExportSink

    /// The public identifier of something that has no row of its own, such as a link.
    func id(_ kind: String, _ key: String) -> String { RichPicture.publicID(kind, key, secret: secret) }

    /// Bytes are handed on in pieces of about this size.
    static let pieceSize = 1 << 16
}
