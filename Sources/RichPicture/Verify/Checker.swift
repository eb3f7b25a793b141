import Access
import Crypto
import Formats
import Storage

/// The checks of `verify`, one after the other; each throws the first fault that it finds.
struct Checker {
    let connection: any Reading
    let viewer: Viewer
    /// The sources that the viewer sees.
    let sources: [SourceRow]
    let progress: (Verification.Check, Int, Int) -> Void
    /// The last line of each source of text, as the bytes have it.
    private var lastLines: [Int: Int] = [:]

    init(
        connection: any Reading, viewer: Viewer, sources: [SourceRow],
        progress: @escaping (Verification.Check, Int, Int) -> Void
    ) {
        self.connection = connection
        self.viewer = viewer
        self.sources = sources
        self.progress = progress
    }

    /// The number of the last line of a source; of a sheet nobody knows before it is read.
    func lastLine(of source: Int) -> Int { lastLines[source] ?? .max }

    private var totalSize: Int { sources.reduce(0) { $0 + $1.source.size } }

    /// The bytes of every source against their hash; also counts their lines.
    mutating func checkBytes() throws -> Int {
        var done = 0
        for row in sources {
            let isText = SourceFormat(rawValue: row.source.format)?.isText ?? false
            let encoding = TextEncoding(named: row.source.encoding)
            var lines = RawLineCounter(isWide: isText && (encoding == .utf16le || encoding == .utf16be))
            var hash = SHA256()
            var size = 0
            let stream = SourceBytes.stream(of: row.number, from: connection)
            while let chunk = try stream.next() {
                hash.update(data: chunk)
                if isText { lines.count(chunk) }
                size += chunk.count
                done += chunk.count
                progress(.bytes, done, totalSize)
            }
            guard size == row.source.size, Hex.encode(hash.finalize()) == row.source.hash else {
                throw VerificationFault.bytes(source: row.source.name)
            }
            if isText { lastLines[row.number] = lines.ends + 1 }
        }
        return sources.count
    }

    /// Every committed source read again from its bytes, with what was kept of how it was read.
    func checkCounts() throws -> Int {
        var checked = 0
        var done = 0
        let committed = sources.filter { $0.source.state == .committed || $0.source.state == .withdrawn }
        let total = committed.reduce(0) { $0 + $1.source.size }
        for row in committed {
            let stream = SourceBytes.stream(of: row.number, from: connection)
            let bytes = ByteStream {
                let chunk = try stream.next()
                done += chunk?.count ?? 0
                return chunk
            }
            let again = try Rereading(row: row).counts(bytes) { progress(.counts, done, total) }
            let stated = row.source.counts
            guard again == stated else {
                throw VerificationFault.counts(source: row.source.name, what: Self.difference(stated, again))
            }
            try checkRowCounts(row)
            checked += 1
        }
        return checked
    }

    // The tables hold as many rows of a source as its counts say.
    private func checkRowCounts(_ row: SourceRow) throws {
        let counts = row.source.counts
        let events = try connection.row("SELECT COUNT(*) FROM event WHERE source = \(row.number)")?.int(0) ?? 0
        let stated = counts.events.values.reduce(0, +)
        guard events == stated else {
            throw VerificationFault.counts(source: row.source.name, what: "events: \(stated) / \(events)")
        }
        let statements = try connection.row("SELECT COUNT(*) FROM statement WHERE source = \(row.number)")?.int(0) ?? 0
        guard statements == counts.statements else {
            throw VerificationFault.counts(
                source: row.source.name, what: "statements: \(counts.statements) / \(statements)")
        }
        let entities = try connection.row("SELECT COUNT(*) FROM appearance WHERE source = \(row.number)")?.int(0) ?? 0
        let statedEntities = counts.entities.values.reduce(0, +)
        guard entities == statedEntities else {
            throw VerificationFault.counts(source: row.source.name, what: "entities: \(statedEntities) / \(entities)")
        }
    }

    private static func difference(_ stated: SourceCounts, _ again: SourceCounts) -> String {
        if stated.rows != again.rows { return "rows: \(stated.rows) / \(again.rows)" }
        if stated.rejected != again.rejected { return "rejected: \(stated.rejected) / \(again.rejected)" }
        if stated.statements != again.statements { return "statements: \(stated.statements) / \(again.statements)" }
        for kind in Set(stated.events.keys).union(again.events.keys).sorted()
        where stated.events[kind] != again.events[kind] {
            return "\(kind): \(stated.events[kind] ?? 0) / \(again.events[kind] ?? 0)"
        }
        for kind in Set(stated.entities.keys).union(again.entities.keys).sorted()
        where stated.entities[kind] != again.entities[kind] {
            return "\(kind): \(stated.entities[kind] ?? 0) / \(again.entities[kind] ?? 0)"
        }
        return "first, last"
    }
}
