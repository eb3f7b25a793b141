import Access
import Hummingbird
import Identity
import Records

/// With whose eyes to look: the postings of one's own account, and, at demonstration data, everybody's.
enum EyesRoutes {
    static let all: [Route] = [
        Route(for: .anybody(list), .page, .get, .door(.eyes, next: nil), "web.route.eyes", answer: .html),
        Route(
            for: .anybody(look), .page, .post, .door(.eyes, next: nil), "web.route.eyes.take", body: .form, answer: .see
        ),
        Route(for: .account(postings), .page, .get, .door(.postings, next: nil), "web.route.postings", answer: .html),
        Route(
            for: .account(take), .page, .post, .door(.postings, next: nil), "web.route.postings.take", body: .form,
            answer: .see),
    ]

    @Sendable private static func list(_ call: Call) async throws -> Response {
        guard call.world.isDemonstration else { throw Problem.notFound }
        let people = try await call.world.directory.everybody()
        return try DoorRoutes.begin(
            call,
            Answer.page(EyesPage.view(people, own: call.eyes.viewer, next: DoorRoutes.next(call), call.reader), call))
    }

    @Sendable private static func look(_ call: Call) async throws -> Response {
        guard call.world.isDemonstration else { throw Problem.notFound }
        let posting = try await Body.form(call)["posting"] ?? ""
        var response = DoorRoutes.onward(call)
        let signedIn = try await session(posting, call.world)
        call.world.cookies.give(.session, signedIn.token, to: &response)
        return response
    }

    /// A session of whoever holds a posting of a demonstration.
    static func session(_ posting: String, _ world: WebWorld) async throws -> SignedIn {
        guard let held = try await world.directory.everybody().first(where: { $0.id == posting }),
            let account = try await world.identity.account(held.posting.account)
        else { throw Problem.notFound }
        let signedIn = try await world.identity.signInForDemonstration(name: account.name)
        _ = try await world.identity.take(posting: held.id, token: signedIn.token)
        return signedIn
    }

    @Sendable private static func postings(_ visit: AccountVisit) async throws -> Response {
        guard !visit.session.mustEnrol else { throw Problem.enrol }
        let postings = try await visit.world.directory.postings(of: visit.session.account)
        return Answer.page(EyesPage.postings(postings, next: DoorRoutes.next(visit.call), visit.reader), visit)
    }

    @Sendable private static func take(_ visit: AccountVisit) async throws -> Response {
        try await take(try await Body.form(visit)["posting"] ?? "", visit)
        return DoorRoutes.onward(visit.call)
    }

    /// Lets the session act under one of the account's postings that runs.
    static func take(_ posting: String, _ visit: AccountVisit) async throws {
        guard !visit.session.mustEnrol else { throw Problem.enrol }
        let own = try await visit.world.directory.postings(of: visit.session.account)
        guard own.contains(where: { $0.id == posting }) else { throw Problem.notFound }
        _ = try await visit.world.identity.take(posting: posting, token: visit.token)
    }
}

/// Lists of people to look through the eyes of.
enum EyesPage {
    /// Everybody of a demonstration, by organisation.
    static func view(_ people: [Directory.Held], own: Viewer?, next: String?, _ reader: Reader) -> Page {
        var organisations: [String] = []
        for held in people where !organisations.contains(held.posting.organisation) {
            organisations.append(held.posting.organisation)
        }
        let sections = organisations.map { name -> Markup in
            let members = people.filter { $0.posting.organisation == name }
            let isOwn = { (held: Directory.Held) in
                own?.standing.account == held.posting.account && own?.standing.role.rawValue == held.posting.role
            }
            return """
                <section><h2>\(name)</h2><ul class="people">\
                \(Markup.joined(members.map { item($0, .door(.eyes, next: next), isOwn: isOwn($0), reader) }))</ul></section>
                """
        }
        return Page(
            title: reader("web.eyes.title"), section: nil,
            body: """
                <h1>\(reader("web.eyes.title"))</h1><p class="lead">\(reader("web.eyes.lead"))</p>\(Markup.joined(sections))
                """)
    }

    /// The postings of one account.
    static func postings(_ postings: [Directory.Held], next: String?, _ reader: Reader) -> Page {
        let parts = Parts(reader: reader)
        let list = postings.map { item($0, .door(.postings, next: next), isOwn: false, reader) }
        return Page(
            title: reader("web.postings.title"), section: nil,
            body: """
                <h1>\(reader("web.postings.title"))</h1>\
                \(postings.isEmpty ? parts.empty(reader("web.postings.none")) : "<ul class=\"people\">\(Markup.joined(list))</ul>")
                <p><a href="\(url: .door(.account, next: nil))">\(reader("web.account.link"))</a></p>
                """)
    }

    private static func item(_ held: Directory.Held, _ url: SiteURL, isOwn: Bool, _ reader: Reader) -> Markup {
        let posting = held.posting
        return """
            <li><form method="post" action="\(url: url)"><input type="hidden" name="posting" value="\(held.id)">\
            <button\(if: isOwn, " class=\"primary\"")><strong>\(posting.name)</strong> \
            \(reader("web.role.\(posting.role)"))\(if: !posting.unit.isEmpty, " · \(posting.unit)")</button></form></li>
            """
    }
}
