import Crypto
import Storage

/// The numbers that every row of a source carries: its own, its grade's, and those of its labels, of which `identity`
/// stands on the rows that name persons.
struct SourceNumbers: Sendable {
    var source, grade, label, identity: Int
}

/// Writes one source into the picture as it is read, inside the one transaction of its import: the sink of the
/// pipeline, whether the bytes come from a file that nobody has looked at or from a source that was staged.
struct PictureWriter {
    private let source: Int
    private let size: Int
    private let now: Int
    private var loader: FactLoader
    private let eventsBefore: Int
    private var events = 0
    private var isRebuilding = false

    /// Makes a writer under the import lock.
    ///
    /// - Parameters:
    ///   - numbers: the source, its grade and its labels.
    ///   - size: the source's bytes.
    ///   - now: the time of the commit, in milliseconds since 1970 UTC.
    init(
        _ numbers: SourceNumbers, size: Int, now: Int, secret: [UInt8],
        connection: any Writing
    ) throws {
        (source, self.size, self.now) = (numbers.source, size, now)
        let stamp = FactLoader.Stamp(
            source: Int64(source), grade: Int64(numbers.grade), label: Int64(numbers.label),
            identity: Int64(numbers.identity), recordedAt: Int64(now))
        let keyed = HMAC<SHA256>(key: SymmetricKey(data: secret))
        loader = try FactLoader(stamp: stamp, database: connection) { kind, key in
            RichPicture.publicID(kind.name, key, keyed)
        }
        eventsBefore = try connection.row("SELECT COALESCE(MAX(id), 0) FROM event")?.int(0) ?? 0
    }

    /// Appends a batch; `done` bytes of the source have been read.
    mutating func append(_ batch: MappedBatch, done: Int, to connection: any Writing) throws {
        events += batch.facts.events.count
        if !isRebuilding, isLarge(after: done) {
            for index in RichPicture.eventIndexes { try connection.execute("DROP INDEX \(raw: index.name)") }
            isRebuilding = true
        }
        try loader.append(batch, to: connection)
    }

    /// Writes what is known only in the end, and puts the source into the picture.
    mutating func finish(_ outcome: FactPipeline.Outcome, _ connection: any Writing) throws {
        try loader.finish(outcome.entries, connection)
        if isRebuilding {
            for index in RichPicture.eventIndexes { try connection.execute(index.definition) }
        }
        try connection.execute(
            """
            UPDATE source SET state = \(Source.State.committed.rawValue), committed_at = \(now),
                counts = \(SourceRow.encode(outcome.counts)) WHERE id = \(source)
            """)
    }

    // Rebuilding pays when the import outnumbers what is there; below some thousands nothing is worth the lock. How
    // many events come is told by how many the bytes so far have held: before the first one is written.
    private func isLarge(after done: Int) -> Bool {
        let coming = Double(events) * Double(size) / Double(max(1, min(done, size)))
        return coming > 20_000 && coming > Double(eventsBefore)
    }
}
