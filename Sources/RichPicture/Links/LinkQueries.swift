public import Access
import Linkage
import Records
import Storage

extension RichPicture {
    /// The queue: who may be one and the same, of what the viewer may see. It is for those who may decide; to all others it is
    /// empty (RL-20).
    ///
    /// - Parameter subject: persons or organisations only; `nil` for both.
    public func proposals(
        _ subject: LinkSubject? = nil, offset: Int = 0, limit: Int = 25, as viewer: Viewer
    ) async throws -> ProposalPage {
        var page = ProposalPage(lines: [], total: 0, compared: 0)
        guard viewer.decidesLinks else { return page }
        var all: [(LinkDesk, Draft)] = []
        for subject in subject.map({ [$0] }) ?? LinkSubject.allCases {
            let desk = try await links.desk(subject, as: viewer)
            all += desk.drafts.map { (desk, $0) }
            page.compared += desk.mentions.count
            page.threshold = page.threshold ?? desk.threshold
        }
        page.total = all.count
        let shown = all.dropFirst(max(0, offset)).prefix(max(0, limit))
        page.lines = try await database.read { connection in
            let captions = Captions(as: viewer, try canon(as: viewer, connection))
            let names = try captions.lines(shown.flatMap { $0.1.entities }, from: connection)
            let streams = try Self.streams(connection)
            return shown.map { desk, draft in
                ProposalLine(
                    id: id(of: draft, desk), subject: desk.subject, entities: draft.entities.compactMap { names[$0] },
                    score: draft.score, sources: draft.sources,
                    streams: Set(draft.units.flatMap(\.sources).compactMap { streams[$0] })
                        .sorted { $0.rawValue < $1.rawValue })
            }
        }
        let seen = page.lines.flatMap { $0.entities.map(\.id) }
        return try await noted("link-proposal", seen.isEmpty ? [""] : seen, as: viewer) { page }
    }

    /// One proposal of the queue; `nil` when there is none of this name any more.
    public func proposal(_ id: String, as viewer: Viewer) async throws -> ProposalView? {
        guard viewer.decidesLinks, let (draft, desk) = try await draft(id, as: viewer) else { return nil }
        let all = desk.drafts
        let place = all.firstIndex { self.id(of: $0, desk) == id } ?? 0
        var view = try await view(draft.entities, desk, draft, as: viewer)
        view?.id = id
        view?.next = all.count > 1 ? self.id(of: all[(place + 1) % all.count], desk) : nil
        return view
    }

    /// Entities that somebody has brought together, side by side; `nil` when one is not there, or they cannot be compared.
    public func sideBySide(_ ids: [String], as viewer: Viewer) async throws -> ProposalView? {
        guard viewer.decidesLinks, (2...40).contains(Set(ids).count) else { return nil }
        let found = try await database.read { connection in
            try Set(ids).sorted().map { try find($0, as: viewer, connection) }
        }
        let kinds = Set(found.compactMap { $0.flatMap { LinkSubject($0.kind) } })
        guard found.allSatisfy({ $0.flatMap { LinkSubject($0.kind) } != nil }), kinds.count == 1,
            let subject = kinds.first
        else { return nil }
        let desk = try await links.desk(subject, as: viewer)
        let entities = Set(found.compactMap { $0?.number }).sorted()
        guard entities.count > 1 else { return nil }
        let draft = desk.drafts.first { $0.entities == entities }
        var view = try await view(entities, desk, draft, as: viewer)
        view?.id = draft.map { id(of: $0, desk) }
        return view
    }

    /// The decisions about an entity, oldest first: those that rest on nothing but what the viewer may see. `nil` for an entity
    /// that is not there.
    public func links(of id: String, as viewer: Viewer) async throws -> [LinkStory]? {
        try await database.read { connection in
            guard let found = try find(id, as: viewer, connection) else { return nil }
            let members = Set(found.members)
            return try stories(as: viewer, connection) { !members.isDisjoint(with: $0.members) }
        }
    }

    /// Decisions, the latest first, for those who may decide.
    ///
    /// - Parameter verdict: only those; `nil` for all.
    public func decisions(
        _ verdict: LinkVerdict? = nil, offset: Int = 0, limit: Int = 50, as viewer: Viewer
    ) async throws -> LinkStories {
        guard viewer.decidesLinks else { return LinkStories(stories: [], total: 0) }
        let stories: [LinkStory] = try await database.read { connection in
            try self.stories(as: viewer, connection) { verdict == nil || $0.verdict == verdict }
        }
        let shown = Array(stories.reversed().dropFirst(max(0, offset)).prefix(max(0, limit)))
        let seen = shown.flatMap { $0.members.map(\.id) }
        return try await noted("link-decision", seen.isEmpty ? [""] : seen, as: viewer) {
            LinkStories(stories: shown, total: stories.count)
        }
    }

    // MARK: Made from what stands

    /// The proposal of a name, with the desk that it is of; `nil` when there is none any more.
    func draft(_ id: String, as viewer: Viewer) async throws -> (Draft, LinkDesk)? {
        for subject in LinkSubject.allCases {
            let desk = try await links.desk(subject, as: viewer)
            if let draft = desk.drafts.first(where: { self.id(of: $0, desk) == id }) { return (draft, desk) }
        }
        return nil
    }

    /// A proposal is named after what it is about.
    func id(of draft: Draft, _ desk: LinkDesk) -> String {
        let members = draft.entities.compactMap { desk.mentions[$0]?.pid }
        return publicID("link-proposal", members.sorted().joined(separator: " "))
    }

    private static func streams(_ connection: any Reading) throws -> [Int: StreamKind] {
        let rows = try connection.rows("SELECT id, stream FROM source WHERE state = 'committed'")
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.int(0), StreamKind(rawValue: $0.text(1)) ?? .partner) })
    }

    private func stories(
        as viewer: Viewer, _ connection: any Reading, where holds: (Canon.Decision) -> Bool
    ) throws -> [LinkStory] {
        let canon = try canon(as: viewer, connection)
        let chosen = canon.decisions.filter(holds)
        let names = try Captions(as: viewer, .nobody).lines(chosen.flatMap(\.members), from: connection)
        return try chosen.map { decision in
            LinkStory(
                record: decision.record, verdict: decision.verdict, organisation: decision.organisation,
                at: decision.at,
                members: decision.members.compactMap { names[$0] },
                isObeyed: !canon.contradicted.contains(decision.number),
                isReadable: try desk.mayRead(decision.record, of: LinkDecision.self, as: viewer, connection))
        }
    }

    private func view(
        _ entities: [Int], _ desk: LinkDesk, _ draft: Draft?, as viewer: Viewer
    ) async throws -> ProposalView? {
        let ids = entities.compactMap { desk.mentions[$0]?.pid }
        return try await noted("link-proposal", ids, as: viewer) {
            try await database.read { connection in
                try ProposalViewMaker(
                    entities: entities, desk: desk, draft: draft, viewer: viewer,
                    canon: try canon(as: viewer, connection), connection: connection
                ).view()
            }
        }
    }
}

extension Viewer {
    /// Whether the viewer's role is one that decides who is the same.
    var decidesLinks: Bool { SourceRecord.keepers.contains(standing.role) && standing.isPostingCurrent }
}
