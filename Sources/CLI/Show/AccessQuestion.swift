import Access
import Formats
import Words

/// One question to the access matrix, as it was typed, and its answer.
struct AccessQuestion {
    private enum Actor {
        case column(Role)
        case role(FineRole)
    }

    private let actor: Actor
    private let operation: Access.Operation
    private let kind: Kind
    private let context: Context

    init(_ command: AccessCommand.Explain) throws(CLIError) {
        if let letter = Character(exactly: command.role), let role = Role(letter: letter) {
            actor = .column(role)
        } else if let role = FineRole(rawValue: command.role) {
            actor = .role(role)
        } else {
            let known = Role.allCases.map { String($0.letter) } + FineRole.allCases.map(\.rawValue)
            throw .unknown(option: "--role", value: command.role, known: known)
        }
        guard let letter = Character(exactly: command.operation), let operation = Access.Operation(letter: letter)
        else {
            let known = Access.Operation.allCases.map { String($0.letter) }
            throw .unknown(option: "--operation", value: command.operation, known: known)
        }
        guard let kind = Kind(name: command.kind) else {
            throw .unknown(option: "--kind", value: command.kind, known: Kind.allCases.map(\.name))
        }
        self.operation = operation
        self.kind = kind
        context = try Context(typed: command.context)
    }

    private var decision: Decision {
        switch actor {
        case .column(let role): Access.decide(role, operation, kind, context)
        case .role(let role): Access.decide(as: role, operation, kind, context)
        }
    }

    private var name: String {
        switch actor {
        case .column(let role): String(role.letter)
        case .role(let role): role.rawValue
        }
    }

    func answer(in shell: Shell, asJSON: Bool) {
        let decision = decision
        let reasons = decision.explanation.map(shell.text)
        guard !asJSON else {
            let question: JSONValue = [
                "role": .string(name), "operation": .string(String(operation.letter)), "kind": .string(kind.name),
                "context": .array(context.typed.map(JSONValue.string)),
            ]
            shell.print(
                json: ["question": question, "decision": decision.json, "words": .array(reasons.map(JSONValue.string))])
            return
        }
        let who: Phrase =
            switch actor {
            case .column(let role): role.phrase
            case .role(let role): role.phrase
            }
        let key = decision.isPermitted ? "cli.access-yes" : "cli.access-no"
        let what = shell.text(operation.phrase)
        shell.print(shell.text(key, ["role": name, "who": shell.text(who), "what": what, "kind": kind.name]))
        for reason in reasons { shell.print("  " + reason) }
    }
}

extension Character {
    fileprivate init?(exactly text: String) {
        guard text.count == 1 else { return nil }
        self = text[text.startIndex]
    }
}

extension Decision {
    fileprivate var json: JSONValue {
        func letters(_ qualifiers: Qualifiers) -> JSONValue { .string(qualifiers.letters) }
        return switch self {
        case .permit(let grant):
            [
                "permitted": .bool(true), "satisfied": letters(grant.satisfied), "waived": letters(grant.waived),
                "isRedacted": .bool(grant.isRedacted), "isWriteOnly": .bool(grant.isWriteOnly),
                "wasBreakGlass": .bool(grant.wasBreakGlass),
            ]
        case .deny(.forbidden(let number)):
            ["permitted": .bool(false), "rule": "forbid", "forbid": .string(number.rawValue)]
        case .deny(.notGiven): ["permitted": .bool(false), "rule": "cell"]
        case .deny(.unmet(let qualifiers)):
            ["permitted": .bool(false), "rule": "qualifiers", "unmet": letters(qualifiers)]
        case .deny(.narrower(let role)):
            ["permitted": .bool(false), "rule": "role", "column": .string(String(role.column.letter))]
        }
    }
}
