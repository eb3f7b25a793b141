import HTTPTypes
import Records

/// What the routes of records are for each declared type: every type its own paths, every action its own operation, with the
/// fields that it takes.
enum RecordOperations {
    /// A route as the document shows it: once, or once for each type and action that it serves.
    static func described(_ route: Route, _ declarations: [Declaration], _ reader: Reader) -> [OpenAPI.Described] {
        guard route.places.contains("type") else {
            return [
                OpenAPI.Described(
                    route: route, path: route.pattern, summary: reader(route.summary), parameters: route.parameters)
            ]
        }
        let served = declarations.filter { route.method == .get || $0.isActedOn }
        return served.flatMap { declaration -> [OpenAPI.Described] in
            guard route.places.contains("action") else { return [one(route, declaration, nil, reader)] }
            return declaration.laterActions.map { one(route, declaration, $0, reader) }
        }
    }

    private static func one(
        _ route: Route, _ declaration: Declaration, _ action: String?, _ reader: Reader
    ) -> OpenAPI.Described {
        let path = route.pattern.replacing("{type}", with: declaration.name)
            .replacing("{action}", with: action ?? "")
        let name = reader.typeName(declaration.name)
        let isOpening = route.creates
        let transitions = declaration.actions.filter { isOpening ? $0.from.isEmpty : $0.name == action }
        let did = (isOpening ? declaration.opening.name : action).map { reader.actionName(declaration.name, $0) }
        return OpenAPI.Described(
            route: route, path: path,
            summary: [name, did ?? reader(route.summary)].joined(separator: ": "),
            parameters: route.parameters.compactMap { narrowed($0, declaration) },
            body: transitions.isEmpty ? nil : wish(transitions, declaration, reader),
            answer: answer(route, declaration, reader))
    }

    // The states and the fields that a list can be narrowed by are the type's own.
    private static func narrowed(_ parameter: Parameter, _ declaration: Declaration) -> Parameter? {
        switch parameter.name {
        case "state": Parameter(name: "state", kind: .choice(declaration.states))
        case "field", "value":
            declaration.indexed.isEmpty
                ? nil
                : parameter.name == "field"
                    ? Parameter(name: "field", kind: .choice(declaration.indexed.map(\.name))) : parameter
        default: parameter
        }
    }

    // The same action may differ from state to state: what any of them takes is listed, the desk says which fits.
    private static func wish(_ transitions: [DeclaredAction], _ declaration: Declaration, _ reader: Reader) -> JSON {
        let names = Set(transitions.flatMap(\.sets))
        let fields = declaration.shown.filter { names.contains($0.name) }
        let edits = fields.map { ($0.name, schema($0, declaration, reader)) }
        let needsReason = transitions.allSatisfy(\.needsReason)
        return [
            "type": "object", "additionalProperties": false,
            "required": .list(needsReason ? ["reason"] : []),
            "properties": [
                "edits": [
                    "type": "object", "additionalProperties": false, "description": .text(reader("api.field.edits")),
                    "properties": .object(Dictionary(edits) { first, _ in first }),
                ],
                "base": ["type": "integer", "minimum": .whole(1), "description": .text(reader("api.field.base"))],
                "reason": ["type": "string", "description": .text(reader("api.field.reason"))],
            ],
        ]
    }

    private static func answer(_ route: Route, _ declaration: Declaration, _ reader: Reader) -> JSON? {
        guard case .json(let type) = route.answer, type == Wire.Record.self else { return nil }
        let schema: JSON = [
            "allOf": [
                OpenAPI.reference(Wire.Record.self),
                [
                    "type": "object",
                    "properties": [
                        "type": ["const": .text(declaration.name)],
                        "state": ["enum": .list(declaration.states.map(JSON.text))],
                        "fields": ["$ref": .text("#/components/schemas/\(schemaName(declaration))")],
                    ],
                ],
            ]
        ]
        return ["description": .text(reader("api.answer")), "content": ["application/json": ["schema": schema]]]
    }

    private static func schemaName(_ declaration: Declaration) -> String {
        "Fields_" + declaration.name.replacing("-", with: "_")
    }

    /// The fields of every type.
    static func schemas(_ declarations: [Declaration], _ reader: Reader) -> [String: JSON] {
        let schemas = declarations.map { declaration -> (String, JSON) in
            let fields = declaration.shown.map { ($0.name, schema($0, declaration, reader)) }
            let whole: JSON = [
                "type": "object", "description": .text(reader.typeHelp(declaration.name)),
                "properties": .object(Dictionary(fields) { first, _ in first }),
            ]
            return (schemaName(declaration), whole)
        }
        return Dictionary(schemas) { first, _ in first }
    }

    private static func schema(_ field: Field, _ declaration: Declaration, _ reader: Reader) -> JSON {
        let text: JSON = ["type": "string"]
        var schema: [String: JSON] =
            switch field.holds {
            case .text, .longText, .account, .record: ["type": "string"]
            case .flag: ["type": "boolean"]
            case .number: ["type": "number"]
            case .moment: ["type": "integer", "format": "unix-milliseconds"]
            // An empty text chooses nothing.
            case .choice(let choices): ["type": "string", "enum": .list((choices + [""]).map(JSON.text))]
            case .list, .records: ["type": "array", "items": text]
            case .choices(let choices):
                ["type": "array", "items": ["type": "string", "enum": .list(choices.map(JSON.text))]]
            }
        schema["description"] = .text(reader.fieldHelp(declaration.name, field))
        return .object(schema)
    }
}
