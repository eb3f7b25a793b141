import Access
import Foundation
import Storage

/// Ranks what was found and makes one page of it.
struct SearchPageMaker {
    let query: SearchQuery
    let viewer: Viewer
    let canon: Canon
    let connection: any Reading

    func page(
        _ candidates: [Searcher.Candidate], _ facts: [Int: CandidateFacts], isTruncated: Bool
    ) throws -> SearchPage {
        let names = candidates.count > 1 ? try OrderOfEquals.keys(candidates.map { canon($0.entity) }, connection) : [:]
        let ranked = candidates.map { ($0, Self.score($0, facts[$0.entity])) }.sorted { left, right in
            (-left.1, names[canon(left.0.entity)] ?? "") < (-right.1, names[canon(right.0.entity)] ?? "")
        }
        let shown = ranked.dropFirst(max(0, query.offset)).prefix(max(0, query.limit)).map(\.0)
        let lines = try Captions(as: viewer, canon).lines(shown.map(\.entity), from: connection)
        let values = try values(shown)
        let hits = shown.compactMap { candidate -> SearchHit? in
            guard let line = lines[candidate.entity], let fact = facts[candidate.entity] else { return nil }
            let value = values[Place(candidate)]
            return SearchHit(
                entity: line, matched: value?.text ?? line.caption, property: Property(rawValue: candidate.property),
                reason: candidate.reason, sources: fact.sources, events: fact.events, first: fact.first,
                last: fact.last, streams: fact.streams.sorted { $0.rawValue < $1.rawValue },
                confidence: fact.confidence, citation: value?.citation)
        }
        return SearchPage(
            hits: hits, total: candidates.count, isTruncated: isTruncated, kinds: Self.kinds(candidates, facts),
            streams: Self.streams(candidates, facts),
            leavesPeopleOut: !query.namesSomebody && (query.kinds.isEmpty || query.kinds.contains(where: \.isPersonal)))
    }

    // How well it matched comes first; then how well it is known: confidence, and a little for how often it is seen.
    private static func score(_ candidate: Searcher.Candidate, _ facts: CandidateFacts?) -> Double {
        guard let facts else { return 0 }
        return candidate.weight * 100 + Double(facts.confidence) * 3 + Double(facts.sources) * 2
            + log2(1 + Double(facts.events))
    }

    private static func kinds(
        _ candidates: [Searcher.Candidate], _ facts: [Int: CandidateFacts]
    ) -> [(kind: EntityKind, count: Int)] {
        var counts: [EntityKind: Int] = [:]
        for candidate in candidates { if let fact = facts[candidate.entity] { counts[fact.kind, default: 0] += 1 } }
        return counts.map { (kind: $0.key, count: $0.value) }.sorted {
            ($1.count, $0.kind.rawValue) < ($0.count, $1.kind.rawValue)
        }
    }

    private static func streams(
        _ candidates: [Searcher.Candidate], _ facts: [Int: CandidateFacts]
    ) -> [(stream: StreamKind, count: Int)] {
        var counts: [StreamKind: Int] = [:]
        for candidate in candidates {
            for stream in facts[candidate.entity]?.streams ?? [] { counts[stream, default: 0] += 1 }
        }
        return counts.map { (stream: $0.key, count: $0.value) }.sorted {
            ($1.count, $0.stream.rawValue) < ($0.count, $1.stream.rawValue)
        }
    }

    // MARK: The matched values

    private struct Place: Hashable {
        var entity, source, property, line: Int

        init(_ candidate: Searcher.Candidate) {
            (entity, source) = (candidate.entity, candidate.source)
            (property, line) = (candidate.property, candidate.line)
        }

        init(entity: Int, source: Int, property: Int, line: Int) {
            (self.entity, self.source, self.property, self.line) = (entity, source, property, line)
        }
    }

    private func values(_ candidates: [Searcher.Candidate]) throws -> [Place: (text: String, citation: Citation)] {
        let matched = candidates.filter { $0.property > 0 }
        guard !matched.isEmpty else { return [:] }
        let wanted = Set(matched.map(Place.init))
        let sql: SQL = """
            SELECT s.pid, s.name, s.stream, s.owner, g.scheme, g.source, g.information, g.handling, t.line, t.entity,
                t.source, t.property, t.value FROM statement t JOIN source s ON s.id = t.source
            JOIN grade g ON g.id = t.grade WHERE t.entity IN \(matched.map(\.entity))
            AND t.property IN \(Array(Set(matched.map(\.property)))) AND \(viewer.sees("t.label"))
            """
        var values: [Place: (text: String, citation: Citation)] = [:]
        try connection.each(sql) { row in
            let place = Place(entity: row.int(9), source: row.int(10), property: row.int(11), line: row.int(8))
            guard wanted.contains(place), values[place] == nil else { return }
            values[place] = (row.text(12), Citation(row, line: row.int(8)))
        }
        return values
    }
}
