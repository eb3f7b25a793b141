import HTTPTypes
import Records

/// The OpenAPI 3.1 document, generated from the route table.
enum OpenAPI {
    /// The document's bytes: all routes of the API's face.
    static func document(_ routes: [Route], _ declarations: [Declaration], _ reader: Reader) -> [UInt8] {
        let shown = routes.filter { $0.face == .api }
        let described = shown.flatMap { RecordOperations.described($0, declarations, reader) }
        var paths: [String: JSON] = [:]
        for (path, operations) in Dictionary(grouping: described, by: \.path) {
            let operations = operations.map { ($0.route.method.rawValue.lowercased(), operation($0, reader)) }
            paths[path] = .object(Dictionary(operations) { first, _ in first })
        }
        let document: JSON = [
            "openapi": "3.1.0",
            "info": ["title": .text(reader("api.title")), "description": .text(reader("api.text")), "version": "1"],
            "servers": [["url": "/"]],
            "paths": .object(paths),
            "components": [
                "schemas": .object(
                    schemas(shown, reader).merging(RecordOperations.schemas(declarations, reader)) { $1 }),
                "securitySchemes": security(reader),
            ],
            "security": [["bearer": .list([])], ["cookie": .list([])]],
        ]
        return JSONText.bytes(of: document)
    }

    private static func security(_ reader: Reader) -> JSON {
        [
            "bearer": ["type": "http", "scheme": "bearer", "description": .text(reader("api.security.bearer"))],
            "cookie": [
                "type": "apiKey", "in": "cookie", "name": .text(Cookies.Use.session.rawValue),
                "description": .text(reader("api.security.cookie")),
            ],
        ]
    }

    /// An operation of the document: a route, or what a route is for one type of record.
    struct Described {
        var route: Route
        var path: String
        var summary: String
        var parameters: [Parameter]
        /// Another schema of the request's body than the route's own.
        var body: JSON?
        /// Another schema of the answer than the route's own.
        var answer: JSON?
    }

    private static func operation(_ described: Described, _ reader: Reader) -> JSON {
        let route = described.route
        var operation: [String: JSON] = [
            "operationId": .text(operationID(described)), "summary": .text(described.summary),
            "responses": responses(described, reader),
        ]
        let parameters =
            path(described, reader) + described.parameters.map { parameter($0, reader) } + key(route, reader)
        if !parameters.isEmpty { operation["parameters"] = .list(parameters) }
        if let body = described.body {
            operation["requestBody"] = ["required": true, "content": ["application/json": ["schema": body]]]
        } else if let body = route.body {
            operation["requestBody"] = request(body)
        }
        if case .anybody = route.handler { operation["security"] = .list([]) }
        return .object(operation)
    }

    // `get_entities_id`: stable, and a name in any language.
    private static func operationID(_ described: Described) -> String {
        let parts = described.path.split { !$0.isLetter }.dropFirst().map(String.init)
        return ([described.route.method.rawValue.lowercased()] + parts).joined(separator: "_")
    }

    private static func path(_ described: Described, _ reader: Reader) -> [JSON] {
        guard described.path.contains("{id}") else { return [] }
        return [
            [
                "name": "id", "in": "path", "required": true, "description": .text(reader("api.parameter.id")),
                "schema": ["type": "string"],
            ]
        ]
    }

    // A wish that names a key can be sent again without harm.
    private static func key(_ route: Route, _ reader: Reader) -> [JSON] {
        guard route.takesKey else { return [] }
        return [
            [
                "name": "Idempotency-Key", "in": "header", "required": false,
                "description": .text(reader("api.parameter.idempotency-key")),
                "schema": ["type": "string", "minLength": .whole(1), "maxLength": .whole(200)],
            ]
        ]
    }

    private static func parameter(_ parameter: Parameter, _ reader: Reader) -> JSON {
        let one: JSON =
            switch parameter.kind {
            case .text, .id, .time: ["type": "string"]
            case .number(let range) where range.upperBound == .max:
                ["type": "integer", "minimum": .whole(range.lowerBound)]
            case .number(let range):
                ["type": "integer", "minimum": .whole(range.lowerBound), "maximum": .whole(range.upperBound)]
            case .choice(let choices): ["type": "string", "enum": .list(choices.map(JSON.text))]
            }
        return [
            "name": .text(parameter.name), "in": "query", "required": .flag(parameter.isRequired),
            "description": .text(reader(parameter.summary)),
            "schema": parameter.isRepeated ? ["type": "array", "items": one] : one,
        ]
    }

    private static func request(_ body: Route.Body) -> JSON {
        let content: JSON =
            switch body {
            case .form: ["application/x-www-form-urlencoded": ["schema": ["type": "object"]]]
            case .json(let type): ["application/json": ["schema": reference(type)]]
            case .upload:
                [
                    "multipart/form-data": [
                        "schema": ["type": "object", "properties": ["file": ["type": "string", "format": "binary"]]]
                    ],
                    "application/octet-stream": [:],
                ]
            }
        return ["required": true, "content": content]
    }

    private static func responses(_ described: Described, _ reader: Reader) -> JSON {
        let route = described.route
        var responses: [String: JSON] = [:]
        for status in problems(route) { responses[String(status)] = problem("api.problem", reader) }
        responses["401"] = problem("api.unauthorized", reader)
        responses["429"] = problem("api.too-many", reader, retryAfter: true)
        if route.method != .get || route.stepUp != nil { responses["403"] = problem("api.forbidden", reader) }
        let good = described.answer ?? answer(route.answer, reader)
        responses[route.creates ? "201" : "200"] = good
        if case .json(let type) = route.answer, route.method == .post, type == Wire.Work.self {
            responses["202"] = answer(route.answer, reader)
        }
        if case .upload = route.body { responses["201"] = answer(route.answer, reader) }
        return .object(responses)
    }

    private static func problem(_ key: String, _ reader: Reader, retryAfter: Bool = false) -> JSON {
        var problem: [String: JSON] = [
            "description": .text(reader(key)),
            "content": ["application/problem+json": ["schema": reference(Wire.Problem.self)]],
        ]
        if retryAfter {
            problem["headers"] = [
                "Retry-After": ["description": .text(reader("api.retry-after")), "schema": ["type": "integer"]]
            ]
        }
        return .object(problem)
    }

    // What can go wrong, by what a route takes: no session, another host's name, too many requests, a database that is busy;
    // nothing there, a value that does not fit; and for what changes something, a body that is none or too large, a right
    // that is missing, a state or a conflict. There is no `default`: a status that is not listed is a fault.
    private static func problems(_ route: Route) -> [Int] {
        let isAboutAThing = route.namesAThing || route.parameters.contains { $0.kind == .id }
        return [401, 421, 429, 503] + (isAboutAThing ? [404] : []) + (route.parameters.isEmpty ? [] : [422])
            + (route.method == .post ? [400, 403, 404, 409, 413, 422] : [])
    }

    static func answer(_ answer: Route.Answer, _ reader: Reader) -> JSON {
        let content: JSON =
            switch answer {
            case .json(let type): ["application/json": ["schema": reference(type)]]
            case .list(let type): ["application/json": ["schema": ["type": "array", "items": reference(type)]]]
            case .bytes(let type): .object([type: [:]])
            case .document: ["application/json": [:]]
            case .html, .see: ["text/html": [:]]
            }
        return ["description": .text(reader("api.answer")), "content": content]
    }

    static func reference(_ type: any WireValue.Type) -> JSON {
        ["$ref": .text("#/components/schemas/\(type.schemaName)")]
    }
}

/// The components: every value that a route answers or takes, and what these hold.
extension OpenAPI {
    static func schemas(_ routes: [Route], _ reader: Reader) -> [String: JSON] {
        var schemas: [String: JSON] = [:]
        var waiting: [any WireValue.Type] = [Wire.Problem.self] + routes.flatMap(types)
        while let type = waiting.popLast() {
            guard schemas[type.schemaName] == nil else { continue }
            let fields = SchemaReader.fields(of: type)
            schemas[type.schemaName] = schema(type.schemaName, fields, reader)
            waiting += fields.flatMap { inner($0.shape) }
        }
        return schemas
    }

    private static func types(_ route: Route) -> [any WireValue.Type] {
        var types: [any WireValue.Type] = []
        switch route.answer {
        case .json(let type), .list(let type): types.append(type)
        case .html, .bytes, .document, .see: break
        }
        if case .json(let type) = route.body { types.append(type) }
        return types
    }

    private static func inner(_ shape: SchemaReader.Shape) -> [any WireValue.Type] {
        switch shape {
        case .value(let type): [type]
        case .list(let item), .map(let item): inner(item)
        case .fields(let fields): fields.flatMap { inner($0.shape) }
        case .text, .whole, .number, .flag, .any: []
        }
    }

    private static func schema(_ name: String, _ fields: [SchemaReader.Field], _ reader: Reader) -> JSON {
        var properties: [String: JSON] = [:]
        for field in fields {
            guard case .object(var described) = describe(field.shape) else { continue }
            described["description"] = .text(reader("api.field.\(field.name)"))
            properties[field.name] = .object(described)
        }
        return [
            "type": "object", "description": .text(reader("api.schema.\(name)")), "properties": .object(properties),
            "required": .list(fields.filter { !$0.isOptional }.map { .text($0.name) }),
        ]
    }

    private static func describe(_ shape: SchemaReader.Shape) -> JSON {
        switch shape {
        case .text: ["type": "string"]
        case .whole: ["type": "integer"]
        case .number: ["type": "number"]
        case .flag: ["type": "boolean"]
        case .list(let item): ["type": "array", "items": describe(item)]
        case .map(let value): ["type": "object", "additionalProperties": describe(value)]
        case .value(let type): reference(type)
        case .fields: ["type": "object"]
        case .any: [:]
        }
    }
}
