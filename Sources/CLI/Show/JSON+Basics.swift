import Formats
import RichPicture

// The answers of `--json` have the keys of the JSON API (`/openapi.json`): whoever reads one can read the other.

extension JSONValue {
    /// A whole number, or `null`.
    static func optional(_ number: Int?) -> JSONValue { number.map { .number($0) } ?? .null }

    /// A number, or `null`.
    static func optional(_ number: Double?) -> JSONValue { number.map { .number($0) } ?? .null }

    /// An instant in UTC to the millisecond, or `null`.
    static func instant(_ milliseconds: Int?) -> JSONValue {
        .optional(milliseconds.map { Moment(milliseconds: $0, precision: .millisecond, offset: 0).iso })
    }

    /// Counts by name, sorted.
    static func counts(_ counts: [String: Int]) -> JSONValue {
        var object = JSONObject()
        for (name, count) in counts.sorted(by: { $0.key < $1.key }) { object[name] = .number(count) }
        return .object(object)
    }
}

extension EntityLine {
    var json: JSONValue { ["id": .string(id), "kind": .string(kind.name), "caption": .string(caption)] }
}

extension Grade {
    var json: JSONValue {
        ["scheme": .string(scheme.rawValue), "code": .string(code), "confidence": .number(confidence)]
    }
}

extension Citation {
    var json: JSONValue {
        [
            "source": .string(source), "sourceName": .string(sourceName), "stream": .string(stream.rawValue),
            "owner": .string(owner), "grade": grade.json, "line": .number(line),
        ]
    }
}

extension Money {
    var json: JSONValue { ["amount": .string(number()), "currency": .string(currency)] }
}

extension IntrusionAuthority {
    var json: JSONValue {
        [
            "reference": .string(reference), "basis": .string(basis), "subject": .string(subject.rawValue),
            "from": .instant(from), "until": .instant(until),
        ]
    }
}

extension SourceCounts {
    var json: JSONValue {
        [
            "rows": .number(rows), "rejected": .number(rejected), "silent": .number(silent),
            "statements": .number(statements),
            "events": .counts(events), "entities": .counts(entities), "first": .instant(first), "last": .instant(last),
        ]
    }
}

extension Source {
    func json(_ shell: Shell) -> JSONValue {
        [
            "id": .string(id), "name": .string(name), "sha256": .string(hash), "size": .number(size),
            "stream": .string(stream.rawValue), "owner": .string(owner),
            "leg": .optional(leg?.rawValue), "grade": grade.json,
            "conditions": .string(conditions), "authority": authority?.json ?? .null, "format": .string(format),
            "profile": .string(profile), "encoding": .string(encoding), "zone": .string(zone),
            "state": .string(state.rawValue), "reason": .string(reason.map { shell.text($0) } ?? ""),
            "counts": counts.json,
            "receivedAt": .instant(receivedAt), "receivedBy": .string(receivedBy), "committedAt": .instant(committedAt),
        ]
    }
}
