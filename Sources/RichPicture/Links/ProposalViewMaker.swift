import Access
import Linkage
import Storage

/// Puts together what a person has to see to decide.
struct ProposalViewMaker {
    let entities: [Int]
    let desk: LinkDesk
    let draft: Draft?
    let viewer: Viewer
    let canon: Canon
    let connection: any Reading

    func view() throws -> ProposalView? {
        let groups = columns()
        guard groups.allSatisfy({ !$0.isEmpty }), entities.count > 1 else { return nil }
        let lines = try Captions(as: viewer, canon).lines(entities, from: connection)
        let citations = try citations()
        let members = groups.compactMap { group -> ProposalView.Member? in
            guard let line = lines[canon(group[0].entity)] else { return nil }
            return ProposalView.Member(
                entity: line, mentions: group.count, citations: group.flatMap { citations[$0.entity] ?? [] },
                isAtRisk: group.contains(where: \.isAtRisk))
        }
        guard members.count == groups.count else { return nil }
        return ProposalView(
            subject: desk.subject, count: entities.count, members: members, rows: rows(groups), why: try why(citations),
            network: entities.count > 2 ? try network(lines) : nil, obstacle: obstacle(groups.flatMap(\.self)))
    }

    // Of a proposal its units, those that share an entity together; otherwise the entities, each with all that is one with it.
    private func columns() -> [[Mention]] {
        guard let draft else { return entities.map { canon.members(of: $0).compactMap { desk.mentions[$0] } } }
        var columns: [(entities: Set<Int>, mentions: [Mention])] = []
        for unit in draft.units {
            let entities = Set(unit.mentions.map { canon($0.entity) })
            if let place = columns.firstIndex(where: { !$0.entities.isDisjoint(with: entities) }) {
                columns[place].entities.formUnion(entities)
                columns[place].mentions += unit.mentions
            } else {
                columns.append((entities, unit.mentions))
            }
        }
        return columns.map(\.mentions)
    }

    // MARK: Side by side

    private func rows(_ groups: [[Mention]]) -> [ProposalView.Row] {
        var rows: [ProposalView.Row] = []
        func add(_ property: Property, isUnused: Bool = false, _ texts: (Mention) -> [String]) {
            let said = groups.map { group in Self.distinct(group.flatMap(texts)) }
            guard said.contains(where: { !$0.isEmpty }) else { return }
            let sets = said.filter { !$0.isEmpty }.map { Set($0.map { $0.lowercased() }) }
            let differs = sets.indices.contains { place in
                sets[(place + 1)...].contains { $0.isDisjoint(with: sets[place]) }
            }
            rows.append(ProposalView.Row(property: property, texts: said, differs: differs, isUnused: isUnused))
        }
        add(.name) { $0.names }
        let all = groups.flatMap(\.self)
        let values = Set(all.flatMap(\.values.keys)).sorted { $0.rawValue < $1.rawValue }
        for property in values where !property.isLink && !property.isName {
            add(property) { mention in mention.values[property].map { [$0] } ?? [] }
        }
        let kinds = Set(all.flatMap { $0.held.map(\.kind) }).sorted { $0.rawValue < $1.rawValue }
        for kind in kinds {
            guard let property = Property(name: kind.name) else { continue }
            for isUnused in [false, true] {
                add(property, isUnused: isUnused) { mention in
                    mention.held.filter { $0.kind == kind && (desk.unused[$0.entity] != nil) == isUnused }
                        .map { Normaliser.display(kind, $0.key) }
                }
            }
        }
        return rows
    }

    private static func distinct(_ texts: [String]) -> [String] {
        texts.reduce(into: []) { list, text in if !list.contains(text) { list.append(text) } }
    }

    // Of each mention the first line of every source that speaks of it.
    private func citations() throws -> [Int: [Citation]] {
        let all = entities.flatMap { canon.members(of: $0) }
        var citations: [Int: [Citation]] = [:]
        let sql: SQL = """
            SELECT s.pid, s.name, s.stream, s.owner, g.scheme, g.source, g.information, g.handling, p.line, p.entity
            FROM appearance p JOIN source s ON s.id = p.source JOIN grade g ON g.id = s.grade
            WHERE p.entity IN \(all) AND s.state = 'committed' AND \(viewer.sees("p.label")) ORDER BY p.entity, s.id
            """
        try connection.each(sql) { row in
            citations[row.int(9), default: []].append(Citation(row, line: row.int(8)))
        }
        return citations
    }

    // MARK: Why

    private func why(_ citations: [Int: [Citation]]) throws -> ProposalView.Why? {
        guard let pair = pair(), let a = desk.unit(pair.a, in: pair.pool), let b = desk.unit(pair.b, in: pair.pool),
            let explanation = desk.explanation(pair.a, pair.b, in: pair.pool)
        else { return nil }
        // A unit with itself: two of its mentions that are not one yet.
        let x = a.mentions[0]
        let y = pair.a == pair.b ? a.mentions.first { canon($0.entity) != canon(x.entity) } ?? x : b.mentions[0]
        let names = try Captions(as: viewer, .nobody).lines([x.entity, y.entity], from: connection)
        guard let left = names[x.entity], let right = names[y.entity] else { return nil }
        let form = LinkForm.of(desk.subject)
        let lines = explanation.lines.map { line in
            ProposalView.Why.Line(
                explanation: line,
                values: line.comparison.map { (form.text($0, a.row), form.text($0, b.row)) } ?? ("", ""))
        }
        return ProposalView.Why(
            left: left, right: right, lines: lines, leftSources: citations[x.entity] ?? [],
            rightSources: citations[y.entity] ?? [])
    }

    private func pair() -> (pool: Int, a: String, b: String)? {
        if let draft { return (draft.pool, draft.weakest.0, draft.weakest.1) }
        guard entities.count == 2 else { return nil }
        return desk.meeting(entities[0], entities[1])
    }

    private func obstacle(_ mentions: [Mention]) -> LinkRefusal? {
        if let apart = canon.apart(entities) { return .apart(organisation: apart.organisation, day: apart.day) }
        let mayMeet = mentions.enumerated().allSatisfy { place, one in
            mentions.dropFirst(place + 1).allSatisfy { LinkRules.mayMeet(one, $0) }
        }
        return mayMeet ? nil : .consent
    }

    // MARK: How it hangs together

    // The entities, joined where their likeness by itself would be enough.
    private func network(_ lines: [Int: EntityLine]) throws -> Neighbourhood? {
        guard let draft else { return nil }
        var best: [[Int]: Weight] = [:]
        for (place, one) in draft.units.enumerated() {
            for other in draft.units.dropFirst(place) {
                guard let score = desk.explanation(one.id, other.id, in: draft.pool)?.score,
                    score.bits >= (desk.threshold?.score ?? 0)
                else { continue }
                for a in Set(one.mentions.map { canon($0.entity) }) {
                    for b in Set(other.mentions.map { canon($0.entity) }) where a != b {
                        let pair = [min(a, b), max(a, b)]
                        best[pair] = max(best[pair] ?? score, score)
                    }
                }
            }
        }
        let shown = Array(entities.prefix(Self.drawn))
        let position = Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($1, $0) })
        let edges = best.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { pair, score in
            position[pair[0]].flatMap { from in
                position[pair[1]].map { to in
                    Neighbourhood.Edge(from: from, to: to, kind: "proposed", count: max(1, Int(score.bits.rounded())))
                }
            }
        }
        let places = Layout.place(distances: shown.map { _ in 1 }, edges: edges.map { ($0.from, $0.to) })
        let nodes = shown.enumerated().map { place, entity in
            Neighbourhood.Node(
                entity: lines[entity] ?? EntityLine(id: "", kind: .person, caption: ""), distance: 1,
                degree: edges.count { $0.from == place || $0.to == place }, x: places[place].x, y: places[place].y)
        }
        return Neighbourhood(nodes: nodes, edges: edges, total: entities.count)
    }

    /// Entities that are drawn at most.
    private static let drawn = 60
}
