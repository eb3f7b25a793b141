public import Access
import Formats
import Foundation
import Records
import Storage
import Words

extension RichPicture {
    /// Reads a file, keeps its bytes, and shows what it would become. Nothing of it enters the picture yet.
    ///
    /// A file that is there already (the same bytes) is not read again: the answer says which source has it.
    /// Throws an `IntakeError` when the file has to be refused as a whole; then nothing is kept.
    public func stage(
        path: String, request: ImportRequest, progress: @escaping @Sendable (ImportProgress) -> Void = { _ in },
        as viewer: Viewer
    ) async throws -> StagedImport {
        try await stage(path: path, request: request, commits: false, progress: progress, as: viewer)
    }

    /// The same; with `commits` the rows go into the picture as they are read, unless the source may not be used: both
    /// actions in one transaction.
    ///
    /// Throws `AllRefused`, and keeps nothing, when it commits and no row is good.
    func stage(
        path: String, request: ImportRequest, commits: Bool, progress: @escaping @Sendable (ImportProgress) -> Void,
        as viewer: Viewer
    ) async throws -> StagedImport {
        let file = try FileInput(path: path, name: request.name)
        let hash = try file.hash()
        if let there = try await database.read({ try Self.source(withHash: hash, as: viewer, $0) }) {
            return StagedImport(of: there, isNew: false)
        }
        let plan = try IntakePlan.make(request, file: file, profiles: profiles)
        let record = SourceRecord(
            request, stream: plan.stream, hash: hash, size: file.size, broughtBy: viewer.organisation)
        let staging = Staging(
            file: file, record: record, plan: plan, labels: try await labels(of: record), commits: commits,
            receivedAt: now(), receivedBy: viewer.name, secret: secret, progress: progress)
        do {
            return try await desk.transaction(as: viewer) { door in
                try door.connection.lock("import")
                // Somebody may have brought the same bytes in while this file was looked at.
                if let there = try Self.source(withHash: hash, as: viewer, door.connection) {
                    return StagedImport(of: there, isNew: false)
                }
                return try staging.run(try newID(of: record, door), key: request.key, door)
            }
        } catch let error as FormatError {
            throw IntakeError.refused(line: error.line, column: error.column, problem: error.problem)
        }
    }

    /// The numbers of a source's labels. A new label is made in a transaction of its own: it changes everybody's
    /// clearance, and an import may take long.
    private func labels(of record: SourceRecord) async throws -> (plain: LabelID, identity: LabelID) {
        let labels = record.labels
        let known = try await database.read { connection in
            (try Labels.find(labels.plain, connection), try Labels.find(labels.identity, connection))
        }
        if let plain = known.0, let identity = known.1 { return (plain, identity) }
        return try await database.write { connection in
            try connection.lock("labels")
            return (
                try Labels.number(of: labels.plain, connection), try Labels.number(of: labels.identity, connection)
            )
        }
    }

    // An id says nothing of what else there is: it is made of the bytes, of whose they are and of who brings them, and
    // of how often that one has brought them before and thrown them away.
    private func newID(of record: SourceRecord, _ door: Door) throws -> RecordID {
        let account = door.viewer.standing.account
        var times = 0
        while true {
            let id = publicID("source", "\(record.hash)/\(record.owner)/\(account)/\(times)")
            if try !door.isTaken(id) { return id }
            times += 1
        }
    }

    // Committed, waiting and withdrawn sources count: their bytes are there.
    private static func source(withHash hash: String, as viewer: Viewer, _ connection: any Reading) throws -> Source? {
        let filter: SQL = "s.hash = \(hash) AND \(viewer.sees("s.label"))"
        return try SourceRow.load(filter, from: connection).first?.source(for: viewer)
    }
}

extension StagedImport {
    /// A source that was not read now, so that there is nothing to show of it.
    init(of source: Source, isNew: Bool = true) {
        self.init(
            source: source, columns: [], firstRows: [], firstFacts: [], rejected: [], profiles: [],
            alreadyThere: isNew ? nil : source)
    }
}

/// One file on its way to being staged, or, if nobody wants to look first, on its way into the picture.
struct Staging: Sendable {
    let file: FileInput
    let record: SourceRecord
    let plan: IntakePlan
    let labels: (plain: LabelID, identity: LabelID)
    let commits: Bool
    let receivedAt: Int
    let receivedBy: String
    let secret: [UInt8]
    let progress: @Sendable (ImportProgress) -> Void

    /// How many refused rows are kept word for word; all are counted.
    static let rejectionLimit = 1_000

    /// Runs under the import lock.
    func run(_ id: RecordID, key: String?, _ door: Door) throws -> StagedImport {
        var staged: StagedImport?
        let receipt = try door.open(record, key: key, id: id) { connection in
            staged = try write(id, connection)
        }
        // The same wish under the same key was fulfilled before.
        guard var staged else {
            return StagedImport(of: try SourceRow.of(receipt.id, door.connection).source, isNew: false)
        }
        guard commits, record.refusal == nil else { return staged }
        _ = try door.perform(.commit, on: id, of: SourceRecord.self)
        staged.source = try SourceRow.of(id, door.connection).source
        return staged
    }

    // Everything that the file holds; with `commits` also into the picture.
    private func write(_ pid: RecordID, _ connection: any Writing) throws -> StagedImport {
        let id = try connection.nextNumber(in: "source")
        let grade = try insert(id, pid, connection)
        var preview = FactPreview()
        var writer: PictureWriter?
        if commits, record.refusal == nil {
            writer = try PictureWriter(
                SourceNumbers(source: id, grade: grade, label: labels.plain, identity: labels.identity),
                size: file.size, now: receivedAt, secret: secret, connection: connection)
        }
        let outcome = try read(id, pid, connection) { batch, done in
            preview.add(batch)
            try writer?.append(batch, done: done, to: connection)
        }
        preview.table = outcome.preview
        try connection.execute("UPDATE source SET counts = \(SourceRow.encode(outcome.counts)) WHERE id = \(id)")
        try RejectionRow.insert(preview.rejected, source: id, connection)
        let isUseless = outcome.counts.rows > 0 && outcome.counts.accepted == 0
        if commits, !isUseless { try writer?.finish(outcome, connection) }
        let staged = preview.staged(try SourceRow.of(pid, connection).source, profiles: plan.fitting)
        if writer != nil, isUseless { throw AllRefused(staged: staged) }
        return staged
    }

    private func insert(_ id: Int, _ pid: RecordID, _ connection: any Writing) throws -> Int {
        let (grade, refusal) = (try Interned.grade(record.grade, connection), record.refusal?.phrase)
        let state: Source.State = refusal == nil ? .staged : .unusable
        try connection.execute(
            """
            INSERT INTO source (id, pid, name, hash, size, stream, owner, grade, conditions, label, identity,
                authority_reference, authority_basis, authority_subject, authority_from, authority_until, format,
                profile, profile_text, encoding, zone, country, state, reason, reason_arguments, counts, received_at,
                received_by, leg)
            VALUES (\(id), \(pid), \(record.name), \(record.hash), \(record.size), \(record.stream), \(record.owner),
                \(grade), \(record.conditions), \(labels.plain), \(labels.identity), \(record.authorityReference),
                \(record.authorityBasis), \(record.authoritySubject), \(record.authorityFrom), \(record.authorityUntil),
                \(plan.format.rawValue), \(plan.profile?.name ?? ""), \(plan.profile?.text ?? ""), \(plan.encoding.name),
                \(plan.zone), \(plan.country ?? ""), \(state.rawValue), \(refusal?.key),
                \(try refusal.map(StoredPhrase.arguments)), '', \(receivedAt), \(receivedBy), \(record.leg))
            """)
        return grade
    }

    private func read(
        _ id: Int, _ pid: String, _ connection: any Writing, _ take: (MappedBatch, Int) throws -> Void
    ) throws -> FactPipeline.Outcome {
        let handle = try file.open()
        defer { try? handle.close() }
        let isWide = plan.encoding == .utf16le || plan.encoding == .utf16be
        let writer = SourceBytesWriter(source: id, isWide: plan.format.isText && isWide)
        let pipeline = FactPipeline(plan: plan, scope: pid, authority: record.authority)
        var done = 0
        var rows = 0
        func next() throws -> [UInt8]? {
            let chunk = try handle.read(upToCount: SourceBytesWriter.chunkSize).map(Array.init) ?? []
            guard !chunk.isEmpty else { return nil }
            try writer.append(chunk, into: connection)
            done += chunk.count
            return chunk
        }
        let outcome = try pipeline.run(next) { batch in
            rows += batch.facts.rows
            try take(batch, done)
            progress(ImportProgress(stage: .reading, bytesDone: done, bytesTotal: file.size, rows: rows))
        }
        // A file that somebody is still writing would be stored under the hash of another one.
        guard done == file.size else {
            throw IntakeError.unreadable(file.name, reason: "it changed while it was read")
        }
        try writer.flush(into: connection)
        return outcome
    }
}
