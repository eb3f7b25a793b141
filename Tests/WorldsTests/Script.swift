import Foundation
import HTTPTypes
import RichPicture

@testable import Web

/// One request of the script.
struct Step: Sendable, Hashable {
    var route: String
    var method: HTTPRequest.Method
    var path: String
    var type = ""
    var body: [UInt8] = []

    var name: String { "\(method.rawValue) \(path)" }
}

/// The requests that every role sends to both worlds, made from the route table: for each route its path with ids that are
/// seen, hidden and unknown, each of its parameters with each of their values, and bodies of all three flavours. A new
/// route is asked for as soon as it stands in the table.
struct Script {
    let routes: [Route]
    let pool: Pool
    /// The tables whose ids a path takes, where that has been found out.
    var tables: [String: Set<String>] = [:]

    /// What is only read.
    var reads: [Step] {
        routes.filter { $0.method == .get && !$0.isDoor }.flatMap { steps($0) }
            + routes.filter { $0.method == .get && $0.isDoor }.flatMap { steps($0) }
            + compared
            + [
                Step(route: "", method: .get, path: "/no/such/page"),
                Step(route: "", method: .get, path: "/api/nothing"),
            ]
    }

    // Two that can be compared, and one of them with what is hidden and with nothing.
    private var compared: [Step] {
        let others = [Flavour.hidden, .unknown].compactMap {
            pool.ids[$0]?["entity"]?.first ?? pool.ids[$0]?[""]?.first
        }
        let pairs = pool.pairs.prefix(2) + pool.pairs.prefix(1).flatMap { pair in others.map { [pair[0], $0] } }
        return ["/compare", "/api/compare"].flatMap { route in
            pairs.map { pair in
                Step(route: route, method: .get, path: route + Self.text(pair.map { ("with", $0) }))
            }
        }
    }

    /// What changes something.
    var writes: [Step] { routes.filter { $0.method != .get && !$0.isDoor }.flatMap { steps($0) } }

    /// Signing in and out, and whatever else ends the session: last.
    var doors: [Step] { routes.filter { $0.method != .get && $0.isDoor }.flatMap { steps($0) } }

    /// For each path with ids, a request with one id of each table: whatever is answered tells which ids it takes.
    var probes: [(table: String, step: Step)] {
        routes.filter { $0.method == .get && $0.namesAThing }.flatMap { route in
            pool.one(.seen).flatMap { table, id in
                fills(route, id).prefix(1).map { (table, Step(route: route.pattern, method: .get, path: $0)) }
            }
        }
    }

    private func steps(_ route: Route) -> [Step] {
        let paths = route.namesAThing ? ids(route).flatMap { fills(route, $0) } : [route.pattern]
        let first = paths.first ?? route.pattern
        let queries = route.method == .get || !route.parameters.isEmpty ? self.queries(route) : [""]
        let base = queries.first ?? ""
        let all = paths.map { $0 + base } + queries.dropFirst().map { first + $0 }
        let bodies = Bodies(route: route, script: self).all
        return all.enumerated().flatMap { place, path in
            // Every body once; with every other id the one that asks for what is seen.
            bodies.prefix(place == 0 ? bodies.count : 1).map { type, body in
                Step(route: route.pattern, method: route.method, path: path, type: type, body: body)
            }
        }
    }

    private func ids(_ route: Route) -> [String] {
        guard route.places.contains(where: { $0 != "type" && $0 != "action" }) else { return [""] }
        if route.face == .file { return Self.files + pool.all(tables[route.pattern]) }
        guard route.method != .get else { return pool.all(tables[route.pattern]) }
        // A page and its twin in the API do a thing to different things: done once, it is not there to be done again.
        let seen = pool.ids[.seen, default: [:]].sorted { $0.key < $1.key }.flatMap { _, ids in
            ids.enumerated().filter { $0.offset % 2 == (route.face == .page ? 0 : 1) || ids.count == 1 }.map(\.element)
        }
        return seen + pool.one(.hidden).map(\.id) + pool.one(.unknown).map(\.id)
    }

    // Files are named, not numbered.
    private static let files = ["app.js", "daybreak.css", "icon.svg", "htmx.min.js"]

    /// What is only there once something has been done: work, and whatever it led to.
    var after: [Step] {
        let unknown = routes.filter { $0.method == .get && $0.namesAThing && tables[$0.pattern] == nil }
        return Array(reads.prefix(3)) + unknown.filter { $0.face != .file }.flatMap { steps($0) }
    }

    /// The paths of a route to one thing: with the type that it has, and with what may be done with that.
    func fills(_ route: Route, _ id: String) -> [String] {
        let types =
            id.isEmpty
            ? ["posting"] + pool.actions.keys.sorted().filter { $0 != "posting" } + ["nosuchtype"]
            : [pool.types[id] ?? "posting"]
        guard route.places.contains("type") else { return [Self.fill(route.pattern, ["": id])] }
        return types.flatMap { type -> [String] in
            let actions = route.places.contains("action") ? (pool.actions[type] ?? []) + ["nosuchaction"] : [""]
            return actions.map { Self.fill(route.pattern, ["": id, "type": type, "action": $0]) }
        }
    }

    private static func fill(_ pattern: String, _ values: [String: String]) -> String {
        pattern.replacing(/\{(\w+)\}/) { match in
            Percent.encode(values[String(match.1)] ?? values[""] ?? "")
        }
    }

    // MARK: Queries

    // A page shows what a route of the API answers, and takes what that takes.
    private static let twins = [
        "/network": "/api/neighbours", "/export": "/api/export", "/export/file": "/api/export",
        "/source/{id}": "/api/sources/{id}", "/links": "/api/links", "/decisions": "/api/decisions",
    ]

    /// The parameters of a route; those of its twin in the API where it declares none.
    func parameters(_ route: Route) -> [Parameter] {
        guard route.parameters.isEmpty, route.face != .api else { return route.parameters }
        let twin = Self.twins[route.pattern] ?? "/api" + route.pattern
        return routes.first { $0.pattern == twin && $0.method == route.method }?.parameters ?? []
    }

    // First the query that is sent with every id; then each parameter with each value, beside what must be there.
    private func queries(_ route: Route) -> [String] {
        let parameters = parameters(route)
        let needed = parameters.filter(\.isRequired)
        let base = needed.compactMap { parameter in
            values(parameter, .seen).first.map { (parameter.name, $0) }
        }
        var queries = [base]
        for parameter in parameters {
            let others = base.filter { $0.0 != parameter.name }
            for flavour in Flavour.allCases {
                for value in values(parameter, flavour) { queries.append(others + [(parameter.name, value)]) }
            }
        }
        // What is looked for or looked around, together with every other parameter.
        let focus = parameters.first { $0.kind == .id || ["place", "q"].contains($0.name) }
        if let focus, focus.name != "order" {
            for value in focusValues(focus) {
                for parameter in parameters where parameter.name != focus.name {
                    guard let other = values(parameter, .seen).last else { continue }
                    queries.append([(focus.name, value), (parameter.name, other)])
                }
            }
        }
        return queries.map(Self.text)
    }

    private static func text(_ items: [(String, String)]) -> String {
        var query = Query()
        for (name, value) in items { query.add(name, value) }
        return query.suffix
    }

    private func focusValues(_ parameter: Parameter) -> [String] {
        parameter.name == "q" ? ["Somchai", "0805550101"] : Array(values(parameter, .seen).prefix(3))
    }

    /// The values of a parameter.
    func values(_ parameter: Parameter, _ flavour: Flavour) -> [String] {
        switch parameter.kind {
        case .choice where parameter.name == "verdict": return flavour == .seen ? LinkVerdict.allCases.map(\.name) : []
        case .id where parameter.name == "order": return pool.ids[flavour]?["record"] ?? []
        case .id,
            .text where parameter.name == "place":
            return pool.ids[flavour]?["entity"] ?? pool.ids[flavour]?[""] ?? []
        case .text where parameter.name == "q": return Pool.texts[flavour] ?? []
        case .text where parameter.name == "box": return flavour == .seen ? ["100,13,101,15", "0,0,1,1"] : []
        case .text: return Array((Pool.texts[flavour] ?? []).prefix(1)) + pool.one(flavour).prefix(1).map(\.id)
        case .number(let range):
            guard flavour == .seen else { return [] }
            return Set([range.lowerBound, min(range.upperBound, range.lowerBound + 2)])
                .sorted().map(String.init)
        case .choice(let choices): return flavour == .seen ? Array(choices.prefix(3)) : []
        case .time: return flavour == .seen ? ["2026-05-02", "2026-06-02T10:00:00Z"] : []
        }
    }
}

extension Route {
    /// Whether it is for more than those who act under a posting: then it may be about the session itself.
    var isDoor: Bool {
        switch handler {
        case .viewer: false
        case .anybody, .account: true
        }
    }
}
