public import Access
import Formats
import Storage

extension RichPicture {
    /// A source with its lines around one of them, as they came; `nil` when there is none, or none that the viewer may
    /// see.
    ///
    /// - Parameters:
    ///   - line: the line to highlight, from 1; without one the beginning is shown.
    ///   - context: how many lines before and after it.
    ///   - refused: how many of the refused rows to pass over; a page of `SourceView.rejectedPage` is given.
    public func source(
        _ id: String, line: Int?, context: Int, refused: Int = 0, as viewer: Viewer
    ) async throws -> SourceView? {
        try await noted("source", [id], as: viewer) {
            try await database.read { connection in
                let condition: SQL = "s.pid = \(id.storable) AND \(viewer.sees("s.label"))"
                guard let row = try SourceRow.load(condition, from: connection).first else { return nil }
                // Whatever an address asks for: a line that a file can have, and no more of them than a page holds.
                let asked = line.map { min(max($0, 1), 1 << 40) }
                return try SourceQuery(
                    row: row, viewer: viewer, canon: try canon(as: viewer, connection), connection: connection
                )
                .view(line: asked, context: min(max(context, 0), 1_000), refused: max(0, refused))
            }
        }
    }

    /// What was shown when a source was staged, made again from its bytes; `nil` when there is none in that state.
    public func staged(_ id: String, as viewer: Viewer) async throws -> StagedImport? {
        try await noted("source", [id], action: "preview", as: viewer) {
            try await database.read { connection in
                let condition: SQL =
                    "s.pid = \(id.storable) AND s.state IN \(["staged", "unusable"]) AND \(viewer.sees("s.label"))"
                guard let row = try SourceRow.load(condition, from: connection).first else { return nil }
                return try SourceQuery(
                    row: row, viewer: viewer, canon: try canon(as: viewer, connection), connection: connection
                ).staged()
            }
        }
    }

    /// An image source, stripped of everything that tells where and with what it was taken (R068).
    ///
    /// Throws an `ImageRefusal` when it cannot be cleaned; then it is not shown at all.
    public func image(_ id: String, as viewer: Viewer) async throws -> (bytes: [UInt8], mediaType: String)? {
        let stored: [UInt8]? = try await noted("source", [id], action: "image", as: viewer) {
            try await database.read { connection in
                let condition: SQL = """
                    s.pid = \(id.storable) AND s.format = \(SourceFormat.image.rawValue) AND s.state = 'committed'
                    AND \(viewer.sees("s.label")) AND \(viewer.sees("s.identity"))
                    """
                guard let row = try SourceRow.load(condition, from: connection).first else { return nil }
                return try SourceBytes.all(of: row.number, from: connection, limit: Limits.standard.containerBytes)
            }
        }
        guard let stored else { return nil }
        let facts = try ImageFacts.read(stored)
        return (try ImageCleaner.strip(stored), facts.format.mediaType)
    }
}

/// The reads behind a source's page.
private struct SourceQuery {
    let row: SourceRow
    let viewer: Viewer
    let canon: Canon
    let connection: any Reading

    /// What came, word for word, can name anybody: it is for those who may know persons.
    private var showsBytes: Bool { viewer.clearance.contains(row.identity) }

    func view(line: Int?, context: Int, refused: Int) throws -> SourceView {
        guard showsBytes else {
            return SourceView(
                source: row.source(for: viewer), lines: [], lastLine: nil, rejected: [], rejectedOffset: 0,
                rejectedKept: 0, highlighted: line, mentions: try line.map(mentions) ?? [])
        }
        let first = max(1, (line ?? 1) - context)
        let last = line.map { $0 + context } ?? first + 2 * context
        let marked = try RejectionRow.load(source: row.number, lines: first...max(first, last), from: connection)
        let problems = Dictionary(marked.map { ($0.line, $0.problem) }, uniquingKeysWith: { first, _ in first })
        let lines = try texts(first, last).map { number, text in
            SourceView.Line(number: number, text: text, rejected: problems[number])
        }
        return SourceView(
            source: row.source(for: viewer), lines: lines, lastLine: nil, rejected: try rejected(from: refused),
            rejectedOffset: refused, rejectedKept: try RejectionRow.count(source: row.number, connection),
            highlighted: line, mentions: try line.map(mentions) ?? [])
    }

    private func rejected(from offset: Int) throws -> [RejectedRow] {
        try RejectionRow.load(
            source: row.number, offset: offset, limit: SourceView.rejectedPage, from: connection)
    }

    private func texts(_ first: Int, _ last: Int) throws -> [(Int, String)] {
        switch SourceFormat(rawValue: row.source.format) {
        case .workbook: return try sheetRows(first, last)
        case .image, nil: return []
        default:
            let encoding = TextEncoding(named: row.source.encoding) ?? .utf8
            return try SourceLines(source: row.number, encoding: encoding, connection: connection).texts(first, last)
        }
    }

    // A workbook has rows, not lines; they are shown with a bar between the cells.
    private func sheetRows(_ first: Int, _ last: Int) throws -> [(Int, String)] {
        let bytes = try SourceBytes.all(of: row.number, from: connection, limit: Limits.standard.containerBytes)
        var reader = try WorkbookReader(bytes)
        var batch = RecordBatch()
        var shown: [(Int, String)] = []
        while try reader.read(into: &batch, atMost: batchRows) {
            for record in 0..<batch.count where (first...max(first, last)).contains(batch.lines[record]) {
                shown.append((batch.lines[record], batch.record(record).joined(separator: " | ")))
            }
            if let end = batch.lines.last, end > last { break }
            batch.clear()
        }
        return shown
    }

    // What a line says: the entities of its events and statements.
    private func mentions(_ line: Int) throws -> [EntityLine] {
        guard row.source.state == .committed else { return [] }
        let numbers = try connection.rows(
            """
            SELECT entity, object, NULL, NULL, NULL FROM statement WHERE source = \(row.number) AND line = \(line)
            AND \(viewer.sees("label"))
            UNION SELECT a, b, place, handset, sim FROM event WHERE source = \(row.number) AND line = \(line)
            AND \(viewer.sees("label"))
            """
        ).flatMap { row in (0..<5).compactMap { row.optionalInt($0) } }
        let lines = try Captions(as: viewer, canon).lines(numbers, from: connection)
        return Set(lines.values).sorted { ($0.kind.rawValue, $0.id) < ($1.kind.rawValue, $1.id) }
    }

    func staged() throws -> StagedImport {
        guard showsBytes else { return StagedImport(of: row.source(for: viewer)) }
        let plan = try row.plan()
        var chunks = PackedChunks(of: row.number, from: connection)
        let pipeline = FactPipeline(
            plan: plan, scope: row.source.id, authority: row.source.authority, unpack: PackedChunks.unpack)
        defer { pipeline.cancel() }
        var preview = FactPreview()
        // The first batch holds all that is shown, and the stored refusals hold the rest.
        reading: while true {
            switch try pipeline.next() {
            case .wantsBytes: pipeline.give(try chunks.next())
            case .batch(let batch):
                preview.add(batch)
                break reading
            case .finished: break reading
            }
        }
        preview.table = plan.preview(of: SourceBytes.stream(of: row.number, from: connection))
        var shown = preview.staged(row.source, profiles: [])
        shown.rejected = try rejected(from: 0)
        shown.rejectedKept = try RejectionRow.count(source: row.number, connection)
        return shown
    }
}
