public import Access
import Formats
import Storage
import Words

extension RichPicture {
    /// Puts a staged source into the picture: all of it in one transaction, or, if anything fails on the way, nothing.
    public func commit(
        _ id: String, progress: @escaping @Sendable (ImportProgress) -> Void = { _ in }, as viewer: Viewer
    ) async throws -> Source {
        let (secret, now) = (secret, now())
        let source = try await database.write { connection in
            try connection.lock("import")
            let row = try Self.row(id, needs: .staged, as: viewer, connection)
            if let refusal = IntrusionAuthority.refusal(for: row.source.stream, under: row.source.authority) {
                throw IntakeError.notPermitted(refusal.phrase)
            }
            try Committing(row: row, now: now, secret: secret, progress: progress).run(connection)
            return try Self.row(id, needs: .committed, as: viewer, connection).source
        }
        try await snapshots.follow()
        return source
    }

    /// The source of a public identifier in a state, as far as the viewer may see it.
    static func row(
        _ id: String, needs state: Source.State?, as viewer: Viewer, _ connection: any Reading
    ) throws -> SourceRow {
        let visible = viewer.sees("s.label")
        guard let row = try SourceRow.load("s.pid = \(id.storable) AND \(visible)", from: connection).first else {
            throw IntakeError.unknownSource
        }
        if let state, row.source.state != state {
            throw IntakeError.wrongState(is: row.source.state, needs: state)
        }
        return row
    }
}

/// One staged source on its way into the picture.
struct Committing {
    let row: SourceRow
    let now: Int
    let secret: [UInt8]
    let progress: @Sendable (ImportProgress) -> Void

    func run(_ connection: any Writing) throws {
        let size = row.source.size
        var writer = try PictureWriter(
            (row.number, row.grade, row.label), size: size, now: now, secret: secret, connection: connection)
        var chunks = PackedChunks(of: row.number, from: connection)
        let pipeline = FactPipeline(
            plan: try row.plan(), scope: row.source.id, authority: row.source.authority, unpack: PackedChunks.unpack)
        var rows = 0
        var rejected: [FormatError] = []
        let outcome = try pipeline.run({ try chunks.next() }) { batch in
            rows += batch.facts.rows
            rejected += batch.facts.rejected.prefix(max(0, Staging.rejectionLimit - rejected.count))
            try writer.append(batch, done: chunks.bytes, to: connection)
            progress(ImportProgress(stage: .writing, bytesDone: chunks.bytes, bytesTotal: size, rows: rows))
        }
        // An authority given after staging refuses what lies outside its period (R064).
        try connection.execute("DELETE FROM rejection WHERE source = \(row.number)")
        try RejectionRow.insert(rejected, source: row.number, connection)
        try writer.finish(outcome, connection)
    }
}

extension SourceRow {
    /// The plan of the staging, made again from what was kept with the source: the same bytes, the same profile text.
    func plan() throws -> IntakePlan {
        let profile = profileText.isEmpty ? nil : try Profile(parsing: profileText)
        guard let format = SourceFormat(rawValue: source.format), let encoding = TextEncoding(named: source.encoding)
        else {
            throw IntakeError.unknownSource
        }
        return IntakePlan(
            format: format, stream: source.stream, encoding: encoding, profile: profile,
            zone: source.zone, country: country.isEmpty ? nil : country, fitting: [])
    }
}
