import Access
import Formats
import Foundation
import Storage
import Words

extension Viewer {
    /// The condition that a row's label is one that this viewer may see. It stands in every read, before anything is
    /// searched, counted, ranked or joined.
    ///
    /// The labels are bits of a few numbers that are bound, so that the text of the statement, and what it costs, do not
    /// grow with them.
    func sees(_ column: String) -> SQL {
        guard let words = clearance.words else { return "1 = 1" }
        guard let run = clearance.bounds else { return "1 = 0" }
        // Most people may see most of what there is: a run of numbers is one comparison.
        if run.isWhole { return "\(raw: column) BETWEEN \(run.first) AND \(run.last)" }
        var word: SQL = "CASE \(raw: column) >> 6"
        for (index, bits) in words.enumerated() {
            word = word + " WHEN \(raw: String(index)) THEN \(Int(truncatingIfNeeded: bits))"
        }
        return "(\(word) ELSE 0 END >> CAST(\(raw: column) & 63 AS INTEGER)) & 1 = 1"
    }
}

/// A source with its number in the database.
struct SourceRow {
    var number: Int
    /// The label of its rows, and of those that name persons; its bytes can name anybody.
    var label: Int
    var identity: Int
    var grade: Int
    var country: String
    var profileText: String
    var source: Source

    /// The tables that hold what a source says, each row with its source, line and label.
    static let tables = ["event", "statement", "location", "appearance", "posting"]

    /// The sources for which a condition on `s` holds, newest first.
    static func load(_ condition: SQL, from connection: any Reading) throws -> [SourceRow] {
        let columns: SQL = """
            SELECT s.id, s.pid, s.name, s.hash, s.size, s.stream, s.owner, s.conditions, s.authority_reference,
                s.authority_basis, s.authority_subject, s.authority_from, s.authority_until, s.format, s.profile,
                s.encoding, s.zone, s.state, s.reason, s.reason_arguments, s.counts, s.received_at, s.received_by,
                s.committed_at, g.scheme, g.source, g.information, g.handling, s.label, s.grade, s.country, s.profile_text, s.identity,
                s.leg
            FROM source s JOIN grade g ON g.id = s.grade WHERE
            """
        return try connection.rows("\(columns) \(condition) ORDER BY s.id DESC").map(SourceRow.init)
    }

    private init(_ row: Row) {
        number = row.int(0)
        label = row.int(28)
        grade = row.int(29)
        country = row.text(30)
        profileText = row.text(31)
        identity = row.int(32)
        source = Source(
            id: row.text(1), name: row.text(2), hash: row.text(3), size: row.int(4),
            stream: StreamKind(rawValue: row.text(5)) ?? .partner, owner: row.text(6), grade: Grade(row, at: 24),
            conditions: row.text(7), authority: Self.authority(row), format: row.text(13), profile: row.text(14),
            encoding: row.text(15), zone: row.text(16), state: Source.State(rawValue: row.text(17)) ?? .staged,
            leg: row.optionalText(33).flatMap(Leg.init(rawValue:)), reason: StoredPhrase.read(row, at: 18),
            counts: Self.decode(row.text(20)), receivedAt: row.int(21),
            receivedBy: row.text(22), committedAt: row.optionalInt(23))
    }

    /// The source as a viewer may know it: of persons whom they may not see, not even how many.
    func source(for viewer: Viewer) -> Source {
        var source = source
        guard !viewer.clearance.contains(identity) else { return source }
        for kind in EntityKind.personal { source.counts.entities[kind.name] = nil }
        return source
    }

    private static func authority(_ row: Row) -> IntrusionAuthority? {
        guard let reference = row.optionalText(8), let from = row.optionalInt(11), let until = row.optionalInt(12)
        else {
            return nil
        }
        return IntrusionAuthority(
            reference: reference, basis: row.text(9),
            subject: IntrusionAuthority.SubjectClass(rawValue: row.text(10)) ?? .suspect, from: from, until: until)
    }

    /// Counts as they are stored: JSON with sorted keys.
    static func encode(_ counts: SourceCounts) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(counts), as: UTF8.self)
    }

    private static func decode(_ text: String) -> SourceCounts {
        (try? JSONDecoder().decode(SourceCounts.self, from: Data(text.utf8))) ?? SourceCounts()
    }
}

extension Grade {
    /// The grade whose scheme, source, information and handling stand at four positions.
    init(_ row: Row, at position: Int) {
        self.init(
            scheme: Scheme(rawValue: row.text(position)) ?? .threeFiveTwo, source: row.text(position + 1),
            information: row.text(position + 2), handling: row.text(position + 3))
    }
}

/// A phrase in two columns: its key, and its arguments as JSON. So it is read in whatever language the reader has.
enum StoredPhrase {
    static func arguments(_ phrase: Phrase) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(phrase.arguments), as: UTF8.self)
    }

    /// The phrase whose key and arguments stand at two positions; `nil` for none.
    static func read(_ row: Row, at position: Int) -> Phrase? {
        guard let key = row.optionalText(position) else { return nil }
        let stored = row.optionalText(position + 1) ?? "{}"
        let arguments = try? JSONDecoder().decode([String: String].self, from: Data(stored.utf8))
        return Phrase(key, arguments ?? [:])
    }
}

/// A refused row as it is stored.
enum RejectionRow {
    static func insert(_ errors: [FormatError], source: Int, _ connection: any Writing) throws {
        for error in errors {
            try connection.execute(
                """
                INSERT INTO rejection (source, line, col, phrase, arguments) VALUES (\(source), \(error.line),
                    \(error.column), \(error.problem.key), \(StoredPhrase.arguments(error.problem)))
                """)
        }
    }

    /// How many refused rows of a source are kept.
    static func count(source: Int, _ connection: any Reading) throws -> Int {
        try connection.row("SELECT COUNT(*) FROM rejection WHERE source = \(source)")?.int(0) ?? 0
    }

    /// Those on some lines.
    static func load(source: Int, lines: ClosedRange<Int>, from connection: any Reading) throws -> [RejectedRow] {
        let range: SQL = "line >= \(lines.lowerBound) AND line <= \(lines.upperBound)"
        return try rows("source = \(source) AND \(range) ORDER BY line, col", connection)
    }

    /// A page of them, by line.
    static func load(source: Int, offset: Int, limit: Int, from connection: any Reading) throws -> [RejectedRow] {
        try rows("source = \(source) ORDER BY line, col LIMIT \(limit) OFFSET \(offset)", connection)
    }

    private static func rows(_ condition: SQL, _ connection: any Reading) throws -> [RejectedRow] {
        let rows = try connection.rows("SELECT line, col, phrase, arguments FROM rejection WHERE \(condition)")
        return rows.compactMap { row in
            StoredPhrase.read(row, at: 2).map { RejectedRow(line: row.int(0), column: row.int(1), problem: $0) }
        }
    }
}
