public import Access
import Formats
import Records
import Storage
import Words

extension RichPicture {
    /// Puts a staged source into the picture: all of it in one transaction, or, if anything fails on the way, nothing.
    public func commit(
        _ id: String, key: String? = nil, progress: @escaping @Sendable (ImportProgress) -> Void = { _ in },
        as viewer: Viewer
    ) async throws -> Source {
        let (secret, now) = (secret, now())
        let source = try await act(.commit, on: id, in: [.staged], Asking(key: key), as: viewer) { row, connection in
            try Committing(row: row, now: now, secret: secret, progress: progress).run(connection)
        }
        try await snapshots.follow()
        return source
    }

    /// Performs an action on a source at the desk, with its effect on the picture's rows, in one transaction.
    ///
    /// What the viewer may not see is `unknownSource`; what the source's state does not allow, `wrongState`. Where the fields
    /// follow from what stands, `edits` makes them of it, and those of the asking are only the wish.
    @discardableResult func act(
        _ action: SourceRecord.Action, on id: String, in states: [Source.State], _ asking: Asking = Asking(),
        as viewer: Viewer, edits: (@Sendable (any Reading) throws -> Document)? = nil,
        effect: @escaping @Sendable (SourceRow, any Writing) throws -> Void
    ) async throws -> Source {
        do {
            return try await desk.transaction(as: viewer) { door in
                try door.connection.lock("import")
                let row = try Self.row(id, needs: asking.key == nil ? states : [], as: viewer, door.connection)
                var asking = asking
                if let edits { (asking.wish, asking.edits) = (asking.edits, try edits(door.connection)) }
                _ = try door.perform(action, on: id, of: SourceRecord.self, asking) { connection in
                    let row = try Self.row(id, needs: states, as: viewer, connection)
                    try effect(row, connection)
                }
                return try SourceRow.find(id, door.connection)?.source(for: viewer) ?? row.source(for: viewer)
            }
        } catch DeskError.notFound {
            throw IntakeError.unknownSource
        }
    }

    /// The source of a public identifier in one of some states (none: in any), as far as the viewer may see it.
    static func row(
        _ id: String, needs states: [Source.State], as viewer: Viewer, _ connection: any Reading
    ) throws -> SourceRow {
        let visible = viewer.sees("s.label")
        guard let row = try SourceRow.load("s.pid = \(id.storable) AND \(visible)", from: connection).first else {
            throw IntakeError.unknownSource
        }
        if let needed = states.first, !states.contains(row.source.state) {
            throw IntakeError.wrongState(is: row.source.state, needs: needed)
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
            SourceNumbers(source: row.number, grade: row.grade, label: row.label, identity: row.identity), size: size,
            now: now, secret: secret, connection: connection)
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
    /// The source of a public identifier, whoever may see it: within an action that has been permitted.
    static func of(_ id: String, _ connection: any Reading) throws -> SourceRow {
        guard let row = try find(id, connection) else { throw IntakeError.unknownSource }
        return row
    }

    static func find(_ id: String, _ connection: any Reading) throws -> SourceRow? {
        try load("s.pid = \(id)", from: connection).first
    }

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
