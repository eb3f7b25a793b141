import Access
import Formats
import Foundation
import Storage
import Words

extension Viewer {
    /// The condition that a row's label is one that this viewer may see. It stands in every read, before anything is
    /// searched, counted, ranked or joined.
    func sees(_ column: String) -> SQL {
        guard let labels = clearance.labels else { return "1 = 1" }
        return "\(raw: column) IN \(labels)"
    }
}

/// A source with its number in the database.
struct SourceRow {
    var number: Int
    var label: Int
    var grade: Int
    var country: String
    var profileText: String
    var source: Source

    /// The sources for which a condition on `s` holds, newest first.
    static func load(_ condition: SQL, from connection: any Reading) throws -> [SourceRow] {
        let columns: SQL = """
            SELECT s.id, s.pid, s.name, s.hash, s.size, s.stream, s.owner, s.conditions, s.authority_reference,
                s.authority_basis, s.authority_subject, s.authority_from, s.authority_until, s.format, s.profile,
                s.encoding, s.zone, s.state, s.reason, s.counts, s.received_at, s.received_by, s.committed_at,
                g.scheme, g.source, g.information, g.handling, s.label, s.grade, s.country, s.profile_text
            FROM source s JOIN grade g ON g.id = s.grade WHERE
            """
        return try connection.rows("\(columns) \(condition) ORDER BY s.id DESC").map(SourceRow.init)
    }

    private init(_ row: Row) {
        number = row.int(0)
        label = row.int(27)
        grade = row.int(28)
        country = row.text(29)
        profileText = row.text(30)
        source = Source(
            id: row.text(1), name: row.text(2), hash: row.text(3), size: row.int(4),
            stream: Stream(rawValue: row.text(5)) ?? .partner, owner: row.text(6), grade: Grade(row, at: 23),
            conditions: row.text(7), authority: Self.authority(row), format: row.text(13), profile: row.text(14),
            encoding: row.text(15), zone: row.text(16), state: Source.State(rawValue: row.text(17)) ?? .staged,
            reason: row.text(18), counts: Self.decode(row.text(19)), receivedAt: row.int(20), receivedBy: row.text(21),
            committedAt: row.optionalInt(22))
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

/// A refused row as it is stored.
enum RejectionRow {
    static func insert(_ errors: [FormatError], source: Int, _ connection: any Writing) throws {
        for error in errors {
            let arguments = try JSONEncoder().encode(error.problem.arguments)
            try connection.execute(
                """
                INSERT INTO rejection (source, line, col, phrase, arguments) VALUES (\(source), \(error.line),
                    \(error.column), \(error.problem.key), \(String(decoding: arguments, as: UTF8.self)))
                """)
        }
    }

    static func load(source: Int, limit: Int, from connection: any Reading) throws -> [RejectedRow] {
        let rows = try connection.rows(
            """
            SELECT line, col, phrase, arguments FROM rejection WHERE source = \(source) ORDER BY line LIMIT \(limit)
            """)
        return rows.map { row in
            let arguments = try? JSONDecoder().decode([String: String].self, from: Data(row.text(3).utf8))
            return RejectedRow(line: row.int(0), column: row.int(1), problem: Phrase(row.text(2), arguments ?? [:]))
        }
    }
}
