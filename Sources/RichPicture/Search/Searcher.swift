import Access
import Names
import Storage

/// One search, by one viewer.
///
/// 1. *Candidates*: identifiers by their normalised value, then names and texts by their terms, the strictest way
///    first; labels are part of each query, so that what the viewer may not see is never a candidate.
/// 2. *Facts*: which visible sources mention the candidates, under the filters.
/// 3. *Rank*, count by kind and stream, and show one page with the reason of each hit.
struct Searcher {
    /// Candidates that are ranked at most. A search that finds more says so.
    static let candidateLimit = 300
    /// Words that are looked up together in the index; of longer queries one word leads, and the values are compared.
    private static let joinLimit = 8

    let query: SearchQuery
    let viewer: Viewer
    let country: String?
    let canon: Canon
    let find: (String) throws -> RichPicture.Found?
    let connection: any Reading

    /// Something that may be a hit.
    struct Candidate {
        var entity: Int
        var reason: MatchReason
        var weight: Double
        /// Where the matched value stands; property 0 for an identifier.
        var source = 0
        var property = 0
        var line = 0
    }

    func page() throws -> SearchPage {
        var found = CandidateSet(limit: Self.candidateLimit)
        let maker = SearchPageMaker(query: query, viewer: viewer, canon: canon, connection: connection)
        let place = try query.place.map { try find($0)?.members }
        // A place that is not there has nobody.
        if place == .some(nil) { return try maker.page([], [:], isTruncated: false) }
        let text = query.text
        if text.allSatisfy(\.isWhitespace) {
            try addFiltered(at: place ?? nil, to: &found)
        } else {
            try addIdentifiers(text, to: &found)
            try addNames(text, to: &found)
        }
        let facts = try CandidateFacts.load(
            found.all.map(\.entity), query, at: place ?? nil, viewer, canon, connection)
        let hits = best(found.all.filter { facts[$0.entity] != nil })
        return try maker.page(hits, facts, isTruncated: found.isTruncated)
    }

    // Who is one with others is found once, by what matches best.
    private func best(_ candidates: [Candidate]) -> [Candidate] {
        guard !canon.isEmpty else { return candidates }
        var places: [Int: Int] = [:]
        var best: [Candidate] = []
        for candidate in candidates {
            if let place = places[canon(candidate.entity)] {
                if candidate.weight > best[place].weight { best[place] = candidate }
            } else {
                places[canon(candidate.entity)] = best.count
                best.append(candidate)
            }
        }
        return best
    }

    // MARK: Identifiers

    private func addIdentifiers(_ text: String, to found: inout CandidateSet) throws {
        let identifiers = Normaliser.candidates(text, country: country)
        for (kind, keys) in Dictionary(grouping: identifiers, by: \.kind).mapValues({ $0.map(\.key) }) {
            let sql: SQL = "SELECT id FROM entity WHERE kind = \(kind.rawValue) AND key IN \(keys)"
            for row in try connection.rows(sql) {
                found.add(Candidate(entity: row.int(0), reason: .identifier, weight: 2))
            }
        }
        for ending in Normaliser.endings(text, country: country) {
            let rows = try postings(where: Self.prefix(IndexTerms.ending(ending)), limit: Self.candidateLimit)
            for row in rows { found.add(Candidate(row, reason: .ending, weight: 0.9)) }
        }
        guard let beginning = Normaliser.beginning(text) else { return }
        // Labels stand in the query: numbers that the viewer may not see must not take the places of others.
        for kind in [EntityKind.phone, .handset, .sim] {
            let sql: SQL = """
                SELECT e.id FROM entity e WHERE e.kind = \(kind.rawValue) AND e.key >= \(beginning)
                AND e.key < \(beginning + "\u{10FFFF}") AND EXISTS (
                    SELECT 1 FROM appearance p JOIN source s ON s.id = p.source
                    WHERE p.entity = e.id AND s.state = 'committed' AND \(viewer.sees("p.label")))
                ORDER BY e.key LIMIT \(Self.candidateLimit)
                """
            for row in try connection.rows(sql) {
                found.add(Candidate(entity: row.int(0), reason: .beginning, weight: 0.8))
            }
        }
    }

    // MARK: Names and texts

    private func addNames(_ text: String, to found: inout CandidateSet) throws {
        let words = SearchTerms.query(text)
        guard let driver = words.max(by: { $0.text.unicodeScalars.count < $1.text.unicodeScalars.count }) else {
            return
        }
        if (2...Self.joinLimit).contains(words.count) { try addExact(words, to: &found) }
        for way in driver.ways where found.all.count < Self.candidateLimit {
            let rows = try self.rows(of: way)
            let reason = Self.reason(way.reason)
            if words.count == 1 {
                for row in rows { found.add(Candidate(row, reason: reason, weight: way.weight)) }
            } else {
                try addVerified(rows, text, way, to: &found)
            }
            if rows.count >= Self.candidateLimit { found.isTruncated = true }
        }
    }

    // All words at once, each whole: every posting is one step in the index, however common the words are.
    private func addExact(_ words: [QueryWord], to found: inout CandidateSet) throws {
        let terms = words.compactMap { word in
            word.ways.first { !$0.terms.contains(where: \.isPrefix) && $0.reason == .word }
        }
        .compactMap(\.terms.first?.text)
        guard terms.count == words.count, let first = terms.first else { return }
        var tables: SQL = "posting p"
        for (index, term) in terms.dropFirst().enumerated() {
            tables = tables + Self.join("p\(index + 1)", term)
        }
        for row in try postings(tables, where: "p.term = \(first)", limit: Self.candidateLimit) {
            found.add(Candidate(row, reason: .word, weight: 1.2))
        }
    }

    // The other words of the query are looked for in the values that the driving word has found.
    private func addVerified(_ rows: [Row], _ text: String, _ way: QueryWay, to found: inout CandidateSet) throws {
        guard !rows.isEmpty else { return }
        let entities = Array(Set(rows.map { $0.int(0) }))
        let sql: SQL = """
            SELECT entity, source, property, line, value FROM statement
            WHERE entity IN \(entities) AND object IS NULL AND \(viewer.sees("label"))
            """
        let wanted = Set(rows.map { [$0.int(0), $0.int(1), $0.int(2), $0.int(3)] })
        for row in try connection.rows(sql) where wanted.contains([row.int(0), row.int(1), row.int(2), row.int(3)]) {
            guard let reason = SearchTerms.verify(query: text, value: row.text(4)) else { continue }
            let bonus = reason == .exact ? 1.0 : 0
            found.add(Candidate(row, reason: Self.reason(reason), weight: way.weight + bonus))
        }
    }

    private func rows(of way: QueryWay) throws -> [Row] {
        guard let first = way.terms.first else { return [] }
        var tables: SQL = "posting p"
        // Six parts of a name narrow it down as far as more would; the value itself is checked where it is shown.
        for (index, term) in way.terms.dropFirst().prefix(6).enumerated() {
            tables = tables + Self.join("p\(index + 1)", term.text)
        }
        let condition = first.isPrefix ? Self.prefix(first.text) : "p.term = \(first.text)"
        return try postings(tables, where: condition, limit: Self.candidateLimit)
    }

    private func postings(_ tables: SQL = "posting p", where condition: SQL, limit: Int) throws -> [Row] {
        try connection.rows(
            """
            SELECT p.entity, p.source, p.property, p.line FROM \(tables)
            JOIN source s ON s.id = p.source
            WHERE \(condition) AND s.state = 'committed' AND \(viewer.sees("p.label"))
            ORDER BY p.term, p.source, p.line, p.property, p.entity LIMIT \(limit)
            """)
    }

    // Another term of the same value: one step in the index.
    private static func join(_ alias: String, _ term: String) -> SQL {
        """
         JOIN posting \(raw: alias) ON \(raw: alias).term = \(term) AND \(raw: alias).entity = p.entity
            AND \(raw: alias).source = p.source AND \(raw: alias).property = p.property
            AND \(raw: alias).line = p.line
        """
    }

    private static func prefix(_ term: String) -> SQL { "p.term >= \(term) AND p.term < \(term + "\u{10FFFF}")" }

    private static func reason(_ reason: Names.MatchReason) -> MatchReason {
        switch reason {
        case .exact: .exact
        case .word, .prefix: .word
        case .part: .part
        case .sound: .sound
        }
    }

    // MARK: Filters

    private func addFiltered(at place: [Int]?, to found: inout CandidateSet) throws {
        let sql: SQL = """
            SELECT e.id, q.n FROM (
                SELECT p.entity, SUM(p.events) AS n FROM appearance p JOIN source s ON s.id = p.source
                JOIN grade g ON g.id = s.grade WHERE \(CandidateFacts.condition(query, viewer, at: place))
                GROUP BY p.entity) q
            JOIN entity e ON e.id = q.entity ORDER BY q.n DESC, \(OrderOfEquals.sql)
            LIMIT \(Self.candidateLimit)
            """
        let rows = try connection.rows(sql)
        for row in rows { found.add(Candidate(entity: row.int(0), reason: .filter, weight: 0)) }
        found.isTruncated = rows.count == Self.candidateLimit
    }
}

extension Searcher.Candidate {
    /// Reads `entity, source, property, line`. A hit in a note or a report is a hit in a text.
    init(_ row: Row, reason: MatchReason, weight: Double) {
        let property = Property(rawValue: row.int(2))
        let isText = property == .note || property == .summary
        self.init(
            entity: row.int(0), reason: isText ? .text : reason, weight: isText ? weight * 0.5 : weight,
            source: row.int(1), property: row.int(2), line: row.int(3))
    }
}

/// Candidates, each entity once, with its best reason.
struct CandidateSet {
    private(set) var all: [Searcher.Candidate] = []
    private var position: [Int: Int] = [:]
    private let limit: Int
    var isTruncated = false

    init(limit: Int) { self.limit = limit }

    mutating func add(_ candidate: Searcher.Candidate) {
        if let known = position[candidate.entity] {
            if candidate.weight > all[known].weight { all[known] = candidate }
        } else if all.count < limit {
            position[candidate.entity] = all.count
            all.append(candidate)
        } else {
            isTruncated = true
        }
    }
}
