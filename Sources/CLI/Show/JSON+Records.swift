import Access
import Formats
import Records
import Values
import Words

// The same keys as the JSON API's.

extension JSONValue {
    /// A record's field.
    init(_ tree: Tree) {
        switch tree {
        case .null: self = .null
        case .flag(let flag): self = .bool(flag)
        case .integer(let number): self = .number(number)
        case .number(let number): self = .optional(number)
        case .text(let text): self = .string(text)
        case .list(let items): self = .array(items.map { JSONValue($0) })
        case .object(let fields): self = .fields(fields)
        }
    }

    /// A record's fields, sorted by name.
    static func fields(_ document: Document) -> JSONValue {
        var object = JSONObject()
        for (name, value) in document.sorted(by: { $0.key < $1.key }) { object[name] = JSONValue(value) }
        return .object(object)
    }
}

extension RecordView {
    func json(_ shell: Shell) -> JSONValue {
        [
            "type": .string(type), "id": .string(id), "state": .string(state), "version": .number(version),
            "fields": .fields(fields), "actions": .array(actions.map { $0.json(shell) }),
            "isUndoable": .bool(isUndoable), "opened": .instant(opened), "changed": .instant(changed),
        ]
    }
}

extension ActionOffer {
    func json(_ shell: Shell) -> JSONValue {
        let obstacles: [JSONValue] = obstacles.map {
            [
                "guard": .string($0.phrase.key), "requirement": .string($0.rule),
                "text": .string(shell.text($0.phrase)),
            ]
        }
        return [
            "action": .string(action), "sets": .array(sets.map(JSONValue.string)), "needsReason": .bool(needsReason),
            "needsApproval": .bool(needsApproval), "obstacles": .array(obstacles),
        ]
    }
}

extension Receipt {
    var json: JSONValue {
        [
            "id": .string(id), "version": .number(version), "state": .string(state),
        ]
    }
}

extension HistoryStep {
    func json(_ names: [String: String]) -> JSONValue {
        let changes: [JSONValue] = changes.map { change in
            [
                "field": .string(change.field), "before": change.before.map { JSONValue($0) } ?? .null,
                "after": change.after.map { JSONValue($0) } ?? .null,
            ]
        }
        return [
            "version": .number(version), "action": .string(action), "state": .string(state),
            "account": .string(account), "name": .string(names[account] ?? ""),
            "organisation": .string(organisation), "at": .instant(at), "reason": .string(reason),
            "changes": .array(changes),
        ]
    }
}

extension Reader {
    func json(_ names: [String: String]) -> JSONValue {
        [
            "account": .string(account), "name": .string(names[account] ?? ""),
            "organisation": .string(organisation), "act": .string(act), "action": .string(action), "at": .instant(at),
        ]
    }
}

extension Deadline {
    func json(at now: Int) -> JSONValue {
        [
            "type": .string(type), "record": .string(record), "name": .string(name),
            "level": .string(level(at: now).rawValue), "owner": .string(owner), "deputy": .string(deputy),
            "unit": .string(unit), "organisation": .string(organisation), "opened": .instant(opened),
            "amber": .instant(amber), "due": .instant(due),
        ]
    }
}

extension Notice {
    func json(_ shell: Shell) -> JSONValue {
        [
            "id": .string(id), "key": .string(phrase), "text": .string(shell.text(phrase)), "type": .string(type),
            "record": .string(record), "at": .instant(at),
        ]
    }
}

extension ApprovalRequest {
    func json(_ viewer: Viewer) -> JSONValue {
        let given: [JSONValue] = approvals.map {
            ["account": .string($0.account), "organisation": .string($0.organisation), "at": .instant($0.at)]
        }
        return [
            "id": .string(id), "account": .string(account), "organisation": .string(organisation),
            "type": .string(type), "record": .string(record), "operation": .string(String(operation.letter)),
            "action": .string(action), "reason": .string(reason), "at": .instant(at), "expires": .instant(expires),
            "isOwn": .bool(account == viewer.standing.account), "isApproved": .bool(isApproved),
            "approvals": .array(given),
        ]
    }
}

extension BrokenGlass {
    var json: JSONValue {
        [
            "id": .string(id), "account": .string(account), "organisation": .string(organisation),
            "record": .string(record), "reason": .string(reason), "at": .instant(at), "until": .instant(until),
            "reviewDue": .instant(reviewDue),
        ]
    }
}
