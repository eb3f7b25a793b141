import HTTPTypes

/// The OpenAPI 3.1 document, generated from the route table.
enum OpenAPI {
    /// The document's bytes: all routes of the API's face.
    static func document(_ routes: [Route], _ reader: Reader) -> [UInt8] {
        let shown = routes.filter { $0.face == .api }
        var paths: [String: JSON] = [:]
        for pattern in Set(shown.map(\.pattern)) {
            let operations = shown.filter { $0.pattern == pattern }
                .map { ($0.method.rawValue.lowercased(), operation($0, reader)) }
            paths[pattern] = .object(Dictionary(operations) { first, _ in first })
        }
        let document: JSON = [
            "openapi": "3.1.0",
            "info": ["title": .text(reader("api.title")), "description": .text(reader("api.text")), "version": "1"],
            "servers": [["url": "/"]],
            "paths": .object(paths),
            "components": ["schemas": .object(schemas(shown, reader)), "securitySchemes": security(reader)],
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

    private static func operation(_ route: Route, _ reader: Reader) -> JSON {
        var operation: [String: JSON] = [
            "operationId": .text(operationID(route)), "summary": .text(reader(route.summary)),
            "responses": responses(route, reader),
        ]
        let parameters = path(route, reader) + route.parameters.map { parameter($0, reader) }
        if !parameters.isEmpty { operation["parameters"] = .list(parameters) }
        if let body = route.body { operation["requestBody"] = request(body) }
        if case .anybody = route.handler { operation["security"] = .list([]) }
        return .object(operation)
    }

    // `get_entities_id`: stable, and a name in any language.
    private static func operationID(_ route: Route) -> String {
        let parts = route.pattern.split { !$0.isLetter }.dropFirst().map(String.init)
        return ([route.method.rawValue.lowercased()] + parts).joined(separator: "_")
    }

    private static func path(_ route: Route, _ reader: Reader) -> [JSON] {
        guard route.namesAThing else { return [] }
        return [
            [
                "name": "id", "in": "path", "required": true, "description": .text(reader("api.parameter.id")),
                "schema": ["type": "string"],
            ]
        ]
    }

    private static func parameter(_ parameter: Parameter, _ reader: Reader) -> JSON {
        let one: JSON =
            switch parameter.kind {
            case .text, .time: ["type": "string"]
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

    private static func responses(_ route: Route, _ reader: Reader) -> JSON {
        var responses: [String: JSON] = [
            "200": answer(route.answer, reader),
            "401": problem("api.unauthorized", reader), "429": problem("api.too-many", reader, retryAfter: true),
            "default": problem("api.problem", reader),
        ]
        if route.method != .get || route.stepUp != nil { responses["403"] = problem("api.forbidden", reader) }
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

    private static func answer(_ answer: Route.Answer, _ reader: Reader) -> JSON {
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

    private static func reference(_ type: any WireValue.Type) -> JSON {
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
        case .text, .whole, .number, .flag: []
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
        }
    }
}
