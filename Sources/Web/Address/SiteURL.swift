import Identity
import Records

/// Every address of this site. The same case gives a route's pattern and a page's link, so that neither is ever a
/// string in a view.
///
///     SiteURL.entity("{id}").pattern   // "/entity/{id}", for the route
///     SiteURL.entity(line.id).path     // "/entity/7f3a…", for the link
enum SiteURL: Sendable, Hashable {
    case home
    case search(SearchState)
    case suggest
    case entity(String)
    case sources
    case source(String, line: Int?, refused: Int = 0)
    case image(String)
    case withdraw(String)
    case restore(String)
    case relabel(String)
    case importForm
    case staged(String)
    case commit(String)
    case discard(String)
    case authorise(String)
    case job(String)
    case network(NetworkState)
    case map(MapState)
    case timeline(TimelineState)
    case links(LinksState)
    case proposal(String)
    case decideProposal(String)
    case compare([String])
    case decisions(DecisionsState)
    case takeBack(String)
    case stops
    case unstop
    case export(ExportState)
    case exported(ExportState)
    case board(BoardScope)
    case notices
    case putAway(String)
    case approvals
    case approve(String)
    case carryOut(String)
    case glasses
    case reviewGlass(String)
    case conflict(String)
    case records
    case recordList(RecordsState)
    case openRecord(String)
    case record(String, String)
    case recordHistory(String, String)
    case recordReaders(String, String)
    case recordAction(String, String, String)
    case undoRecord(String, String)
    case help
    case door(Door, next: String?)
    case prove(StepUp, next: String?)
    case invitation(String?)
    case provider(String)
    case trace
    case health
    case asset(String, version: String?)
    case vendor(String, version: String?)
    case openAPI
    case api(String)

    /// The address, with its query.
    var path: String { place + query.suffix }

    /// The address as a route's pattern: `{id}` stays as it is.
    var pattern: String {
        place.replacing("%7B", with: "{").replacing("%7D", with: "}")
    }

    private var place: String {
        switch self {
        case .home: "/"
        case .search: "/search"
        case .suggest: "/suggest"
        case .entity(let id): "/entity/" + Percent.encode(id)
        case .sources: "/sources"
        case .source(let id, _, _): "/source/" + Percent.encode(id)
        case .image(let id): "/source/\(Percent.encode(id))/image"
        case .withdraw(let id): "/source/\(Percent.encode(id))/withdraw"
        case .restore(let id): "/source/\(Percent.encode(id))/restore"
        case .relabel(let id): "/source/\(Percent.encode(id))/relabel"
        case .importForm: "/import"
        case .staged(let id): "/import/" + Percent.encode(id)
        case .commit(let id): "/import/\(Percent.encode(id))/commit"
        case .discard(let id): "/import/\(Percent.encode(id))/discard"
        case .authorise(let id): "/import/\(Percent.encode(id))/authorise"
        case .job(let id): "/work/" + Percent.encode(id)
        case .network: "/network"
        case .map: "/map"
        case .timeline: "/timeline"
        case .links: "/links"
        case .proposal(let id): "/links/" + Percent.encode(id)
        case .decideProposal(let id): "/links/\(Percent.encode(id))/decide"
        case .compare: "/compare"
        case .decisions: "/decisions"
        case .takeBack(let id): "/decisions/\(Percent.encode(id))/take-back"
        case .stops: "/stops"
        case .unstop: "/stops/remove"
        case .export: "/export"
        case .exported: "/export/file"
        case .board: "/board"
        case .notices: "/notices"
        case .putAway(let id): "/notices/\(Percent.encode(id))/put-away"
        case .approvals: "/approvals"
        case .approve(let id): "/approvals/\(Percent.encode(id))/approve"
        case .carryOut(let id): "/approvals/\(Percent.encode(id))/carry-out"
        case .glasses: "/break-glass"
        case .reviewGlass(let id): "/break-glass/\(Percent.encode(id))/review"
        case .conflict(let id): "/conflicts/" + Percent.encode(id)
        case .records: "/records"
        case .recordList(let state): Self.records([state.type])
        case .openRecord(let type): Self.records([type, "new"])
        case .record(let type, let id): Self.records([type, id])
        case .recordHistory(let type, let id): Self.records([type, id, "history"])
        case .recordReaders(let type, let id): Self.records([type, id, "readers"])
        case .recordAction(let type, let id, let action): Self.records([type, id, action])
        case .undoRecord(let type, let id): Self.records([type, id, "undo"])
        case .help: "/help"
        case .door(let door, _): door.rawValue
        case .prove: Door.prove.rawValue
        case .invitation: "/invitation"
        case .provider(let name): "/sign-in/with/" + Percent.encode(name)
        case .trace: "/account/trace"
        case .health: "/health"
        case .asset(let name, _): "/assets/" + Percent.encode(name)
        case .vendor(let name, _): "/vendor/" + Percent.encode(name)
        case .openAPI: "/openapi.json"
        case .api(let rest):
            "/api/" + rest.split(separator: "/").map { Percent.encode(String($0)) }.joined(separator: "/")
        }
    }

    private static func records(_ parts: [String]) -> String {
        "/records/" + parts.map(Percent.encode).joined(separator: "/")
    }

    private var query: Query {
        var query = Query()
        switch self {
        case .search(let state): query = state.query
        case .network(let state): query = state.query
        case .map(let state): query = state.query
        case .timeline(let state): query = state.query
        case .export(let state), .exported(let state): query = state.query
        case .recordList(let state): query = state.query
        case .links(let state): query = state.query
        case .decisions(let state): query = state.query
        case .compare(let ids): for id in ids { query.add("with", id) }
        case .board(let scope): query.add("scope", scope == .mine ? nil : scope.rawValue)
        case .source(_, let line, let refused):
            query.add("line", line.map(String.init))
            query.add("refused", refused, default: 0)
        case .door(_, let next): query.add("next", next)
        case .prove(let stepUp, let next):
            query.add("for", stepUp.rawValue)
            query.add("next", next)
        case .invitation(let code): query.add("code", code)
        case .asset(_, let version), .vendor(_, let version): query.add("v", version)
        default: break
        }
        return query
    }

    /// The anchor of a source's highlighted line.
    static let lineAnchor = "line"
}

/// The addresses at the door: signing in and out, and the own account.
enum Door: String, Sendable, CaseIterable {
    case signIn = "/sign-in"
    case second = "/sign-in/second"
    case recovery = "/sign-in/recovery"
    case passkeyAsk = "/sign-in/passkey/ask"
    case passkey = "/sign-in/passkey"
    case secondPasskeyAsk = "/sign-in/second/passkey/ask"
    case secondPasskey = "/sign-in/second/passkey"
    case back = "/sign-in/back"
    case signOut = "/sign-out"
    case eyes = "/eyes"
    case postings = "/postings"
    case prove = "/prove"
    case proveAsk = "/prove/passkey/ask"
    case provePasskey = "/prove/passkey"
    case account = "/account"
    case codes = "/account/codes"
    case codesConfirm = "/account/codes/confirm"
    case codesRemove = "/account/codes/remove"
    case passkeys = "/account/passkeys"
    case passkeysAsk = "/account/passkeys/ask"
    case passkeysRemove = "/account/passkeys/remove"
    case recoveryCodes = "/account/recovery"
    case passphrase = "/account/passphrase"
    case sessionsEnd = "/account/sessions/end"

    /// Whether it is a step of proving who one is.
    var isSignIn: Bool {
        switch self {
        case .signIn, .second, .recovery, .passkeyAsk, .passkey, .secondPasskeyAsk, .secondPasskey, .back, .prove,
            .proveAsk, .provePasskey, .eyes, .passphrase:
            true
        default: false
        }
    }
}
