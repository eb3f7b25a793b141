import HTTPTypes
import Hummingbird
import Identity

/// One route: what it is called, what it takes, what it answers. Routes, the OpenAPI document and the tests are all made
/// from the same table of these.
struct Route: Sendable {
    /// Whom the route is for.
    enum Face: String, Sendable {
        case page
        case file
        case api
    }

    /// What a body may hold.
    enum Body: Sendable {
        /// A form as browsers send it.
        case form
        /// A file with its description, as `multipart/form-data` or as raw bytes with the description in the query.
        case upload
        case json(any WireValue.Type)
    }

    /// What is answered when all is well.
    enum Answer: Sendable {
        case html
        case json(any WireValue.Type)
        case list(any WireValue.Type)
        case bytes(String)
        case document
        /// Another address.
        case see
    }

    var face: Face
    var method: HTTPRequest.Method
    var url: SiteURL
    /// The key of the summary in the catalogue.
    var summary: String
    var parameters: [Parameter] = []
    var body: Body?
    var answer: Answer
    var handler: Handler
    /// A proof of the last minutes that it demands.
    var stepUp: StepUp?
    /// Whether something new comes to be: 201 and its address.
    var creates = false

    /// Who may ask: a handler gets what its askers have, and there is no other way to write one.
    enum Handler: Sendable {
        /// Anybody at all: signing in, style sheets, whether the program runs.
        case anybody(@Sendable (Call) async throws -> Response)
        /// Whoever has signed in: the own account, and choosing a posting.
        case account(@Sendable (AccountVisit) async throws -> Response)
        /// Whoever acts under a posting.
        case viewer(@Sendable (Visit) async throws -> Response)
    }

    /// Makes a route for whoever acts under a posting.
    init(
        face: Face, method: HTTPRequest.Method, url: SiteURL, summary: String, parameters: [Parameter] = [],
        body: Body? = nil, answer: Answer, stepUp: StepUp? = nil, creates: Bool = false,
        handler: @escaping @Sendable (Visit) async throws -> Response
    ) {
        self.init(
            for: .viewer(handler), face, method, url, summary, parameters: parameters, body: body, answer: answer,
            stepUp: stepUp)
        self.creates = creates
    }

    /// Makes a route.
    init(
        for handler: Handler, _ face: Face, _ method: HTTPRequest.Method, _ url: SiteURL, _ summary: String,
        parameters: [Parameter] = [], body: Body? = nil, answer: Answer, stepUp: StepUp? = nil
    ) {
        self.face = face
        self.method = method
        self.url = url
        self.summary = summary
        self.parameters = parameters
        self.body = body
        self.answer = answer
        self.handler = handler
        self.stepUp = stepUp
    }

    /// A page for whoever acts under a posting.
    static func page(
        _ url: SiteURL, _ summary: String, _ handler: @escaping @Sendable (Visit) async throws -> Response
    ) -> Route {
        Route(face: .page, method: .get, url: url, summary: summary, answer: .html, handler: handler)
    }

    /// A form of such a page, which leads to another.
    static func form(
        _ url: SiteURL, _ summary: String, _ handler: @escaping @Sendable (Visit) async throws -> Response
    ) -> Route {
        Route(face: .page, method: .post, url: url, summary: summary, body: .form, answer: .see, handler: handler)
    }

    /// A question to the API.
    static func asking(
        _ path: String, _ summary: String, _ answer: Answer, _ parameters: [Parameter] = [],
        _ handler: @escaping @Sendable (Visit) async throws -> Response
    ) -> Route {
        Route(
            face: .api, method: .get, url: .api(path), summary: summary, parameters: parameters, answer: answer,
            handler: handler)
    }

    /// The path with its `{id}` and other places.
    var pattern: String { url.pattern }

    /// The names of the path's places: `type` and `id` of `/records/{type}/{id}`.
    var places: [String] {
        pattern.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }

    /// Whether it can be sent again under a key without harm: every action of the API under a posting can.
    var takesKey: Bool {
        guard face == .api, method == .post, case .viewer = handler else { return false }
        return true
    }

    /// Whether the path names a thing that may be unknown.
    var namesAThing: Bool { !places.isEmpty }
}

/// A value in the query of an address.
struct Parameter: Sendable, Hashable {
    /// What it holds.
    enum Kind: Sendable, Hashable {
        case text
        /// The public id of something, which may be unknown.
        case id
        case number(ClosedRange<Int>)
        case choice([String])
        case time
    }

    var name: String
    var kind: Kind
    var isRepeated = false
    var isRequired = false

    /// The key of its description in the catalogue.
    var summary: String { "api.parameter.\(name)" }
}
