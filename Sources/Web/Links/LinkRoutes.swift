import Hummingbird
import RichPicture
import Words

/// Who is the same: the queue, the decisions, and undoing them; for people and for programs.
enum LinkRoutes {
    static let all: [Route] = [
        .page(.links(LinksState()), "web.route.links") { visit in
            let state = LinksState(visit.query)
            return Answer.page(LinksPage.view(try await queue(visit), state: state, visit.reader), visit)
        },
        .page(.proposal("{id}"), "web.route.proposal") { visit in
            guard let view = try await visit.picture.proposal(visit.id, as: visit.viewer) else {
                throw Problem.notFound
            }
            return page(view, .decideProposal(visit.id), visit)
        },
        .form(.decideProposal("{id}"), "web.route.decide-link", decideProposal),
        .page(.compare([]), "web.route.compare") { visit in
            guard let view = try await visit.picture.sideBySide(visit.query.all("with"), as: visit.viewer) else {
                throw Problem.notFound
            }
            return page(view, view.id.map { .decideProposal($0) } ?? .compare([]), visit)
        },
        .form(.compare([]), "web.route.decide-link", decideTogether),
        .page(.decisions(DecisionsState()), "web.route.decisions") { visit in
            let state = DecisionsState(visit.query)
            return Answer.page(DecisionsPage.view(try await decisions(visit), state: state, visit.reader), visit)
        },
        .form(.takeBack("{id}"), "web.route.take-back") { visit in
            let fields = try await Body.form(visit)
            _ = try await visit.picture.takeBack(
                visit.id, andNotSame: fields["not-same"] != nil, because: fields["reason"] ?? "", key: fields.key,
                as: visit.viewer)
            return Answer.see(.decisions(DecisionsState()))
        },
    ]

    static func queue(_ visit: Visit) async throws -> ProposalPage {
        let state = LinksState(visit.query)
        let limit = visit.query.number("limit", in: 1...500, default: LinksState.pageSize)
        return try await visit.picture.proposals(state.subject, offset: state.offset, limit: limit, as: visit.viewer)
    }

    static func decisions(_ visit: Visit) async throws -> LinkStories {
        let state = DecisionsState(visit.query)
        let limit = visit.query.number("limit", in: 1...500, default: DecisionsState.pageSize)
        return try await visit.picture.decisions(state.verdict, offset: state.offset, limit: limit, as: visit.viewer)
    }

    private static func page(
        _ view: ProposalView, _ action: SiteURL, entries: Query = Query(), problem: Problem? = nil, _ visit: Visit
    ) -> Response {
        let model = ProposalViewPage.Model(
            view: view, action: action, entries: entries, problem: problem.map { visit.reader($0.phrase) })
        return Answer.page(ProposalViewPage.view(model, visit.reader), visit, status: problem?.status ?? .ok)
    }

    // On to the next one: a queue is worked through.
    @Sendable private static func decideProposal(_ visit: Visit) async throws -> Response {
        let fields = try await Body.form(visit)
        let view = try await visit.picture.proposal(visit.id, as: visit.viewer)
        do {
            let verdict = try verdict(fields["verdict"])
            _ = try await visit.picture.decide(
                verdict, proposal: visit.id, because: fields["reason"] ?? "", key: fields.key, as: visit.viewer)
            return Answer.see(view?.next.map { .proposal($0) } ?? .links(LinksState()))
        } catch  where Problem(error).status != .notFound {
            guard let view else { throw error }
            return page(view, .decideProposal(visit.id), entries: fields, problem: Problem(error), visit)
        }
    }

    @Sendable private static func decideTogether(_ visit: Visit) async throws -> Response {
        let fields = try await Body.form(visit)
        let ids = fields.all("with")
        let view = try await visit.picture.sideBySide(ids, as: visit.viewer)
        do {
            let verdict = try verdict(fields["verdict"])
            let receipt = try await visit.picture.decide(
                verdict, about: ids, because: fields["reason"] ?? "", key: fields.key, as: visit.viewer)
            return Answer.see(receipt.entity.map { .entity($0) } ?? .decisions(DecisionsState()))
        } catch  where Problem(error).status != .notFound {
            guard let view else { throw error }
            return page(view, .compare([]), entries: fields, problem: Problem(error), visit)
        }
    }

    static func verdict(_ name: String?) throws -> LinkVerdict {
        guard let verdict = name.flatMap(LinkVerdict.init(name:)) else {
            throw Problem(status: .unprocessableContent, phrase: Phrase("web.links.verdict-needed"))
        }
        return verdict
    }
}

/// The same for programs.
enum LinkAPI {
    static let all: [Route] = [
        .asking("links", "api.route.links", .json(Wire.Proposals.self), queue) { visit in
            Answer.json(Wire.Proposals(try await LinkRoutes.queue(visit)))
        },
        .asking("links/{id}", "api.route.proposal", .json(Wire.ProposalDetail.self)) { visit in
            guard let view = try await visit.picture.proposal(visit.id, as: visit.viewer) else {
                throw Problem.notFound
            }
            return Answer.json(Wire.ProposalDetail(view, visit.reader))
        },
        RecordAPI.post(
            "links/{id}/decide", "api.route.decide-link", .json(Wire.LinkDecided.self),
            body: Wire.LinkVerdictRequest.self
        ) { visit in
            let asked = try await RecordAPI.decoded(Wire.LinkVerdictRequest.self, visit)
            let receipt = try await visit.picture.decide(
                try LinkRoutes.verdict(asked.verdict), proposal: visit.id, because: asked.reason,
                key: try RecordAPI.key(visit), as: visit.viewer)
            return Answer.json(Wire.LinkDecided(receipt))
        },
        .asking("compare", "api.route.compare", .json(Wire.ProposalDetail.self), [together]) { visit in
            guard let view = try await visit.picture.sideBySide(visit.query.all("with"), as: visit.viewer) else {
                throw Problem.notFound
            }
            return Answer.json(Wire.ProposalDetail(view, visit.reader))
        },
        RecordAPI.post(
            "compare", "api.route.decide-link", .json(Wire.LinkDecided.self), body: Wire.LinkTogetherRequest.self
        ) { visit in
            let asked = try await RecordAPI.decoded(Wire.LinkTogetherRequest.self, visit)
            let receipt = try await visit.picture.decide(
                try LinkRoutes.verdict(asked.verdict), about: asked.entities, because: asked.reason,
                key: try RecordAPI.key(visit), as: visit.viewer)
            return Answer.json(Wire.LinkDecided(receipt))
        },
        .asking("decisions", "api.route.decisions", .json(Wire.LinkStories.self), decisions) { visit in
            Answer.json(Wire.LinkStories(try await LinkRoutes.decisions(visit)))
        },
        .asking("entities/{id}/links", "api.route.entity-links", .list(Wire.LinkStory.self)) { visit in
            guard let stories = try await visit.picture.links(of: visit.id, as: visit.viewer) else {
                throw Problem.notFound
            }
            return Answer.json(stories.map { Wire.LinkStory($0) })
        },
        RecordAPI.post(
            "decisions/{id}/take-back", "api.route.take-back", .json(Wire.LinkDecided.self),
            body: Wire.TakeBackRequest.self
        ) { visit in
            let asked = try await RecordAPI.decoded(Wire.TakeBackRequest.self, visit)
            let receipt = try await visit.picture.takeBack(
                visit.id, andNotSame: asked.isNotSame ?? false, because: asked.reason, key: try RecordAPI.key(visit),
                as: visit.viewer)
            return Answer.json(Wire.LinkDecided(receipt))
        },
    ]

    private static let offset = Parameter(name: "offset", kind: .number(0...100_000_000))
    private static let limit = Parameter(name: "limit", kind: .number(1...500))
    private static let together = Parameter(name: "with", kind: .id, isRepeated: true, isRequired: true)
    private static let queue = [
        Parameter(name: "about", kind: .choice(LinkSubject.allCases.map(\.rawValue))), offset, limit,
    ]
    private static let decisions = [
        Parameter(name: "verdict", kind: .choice(LinkVerdict.allCases.map(\.name))), offset, limit,
    ]
}
