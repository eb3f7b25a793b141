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
    /// - Returns: how much was written.
    public func export(
        _ format: ExportFormat, filter: PictureFilter = PictureFilter(), as viewer: Viewer,
        to sink: @escaping ExportSink
    ) async throws -> ExportTally {
        let secret = secret
        return try await database.read { connection in
            let scope = ExportScope(filter: filter, viewer: viewer)
            let exporting = Exporting(scope: scope, connection: connection, secret: secret, sink: sink)
            switch format {
            case .ftm: return try FtMExport(exporting, as: .entities).run()
            case .ftmStatements: return try FtMExport(exporting, as: .statements).run()
            case .gexf: return try GraphExport(exporting, to: OneFileGraph<GEXFWriter>()).run()
            case .graphml: return try GraphExport(exporting, to: OneFileGraph<GraphMLWriter>()).run()
            case .csv: return try GraphExport(exporting, to: TwoTableGraph()).run()
            case .geojson: return try GeoExport(exporting).run()
            }
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
