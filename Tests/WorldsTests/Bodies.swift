import Foundation

@testable import Web

/// The bodies that a route is sent: one of each flavour, with every field that it may have.
struct Bodies {
    let route: Route
    let script: Script

    /// Media type and bytes.
    var all: [(type: String, bytes: [UInt8])] {
        switch route.body {
        case nil: [("", [])]
        case .form: Flavour.allCases.map { ("application/x-www-form-urlencoded", form($0)) } + [("", [])]
        case .json(let type): Flavour.allCases.map { ("application/json", json(type, $0)) } + [("application/json", [])]
        case .upload: Flavour.allCases.map { ("multipart/form-data; boundary=b", upload($0)) }
        }
    }

    /// What a field of this name is filled with.
    private func value(_ name: String, _ flavour: Flavour) -> String {
        switch name {
        case "kind": return "phone"
        case "value":
            return switch flavour {
            case .seen: "0805550104"
            case .hidden: "0805550999"
            case .unknown: "no number"
            }
        case "from": return "2026-01-01"
        case "until": return "2026-12-31"
        case "subject": return "suspect"
        case "verdict": return flavour == .seen ? "same" : flavour == .hidden ? "not-same" : "nobody knows"
        default:
            let ids = script.pool.one(flavour).filter { name.lowercased().contains($0.table) }
            return ids.first?.id ?? Pool.texts[flavour]?.first ?? name
        }
    }

    // A form declares no fields: it is sent all that any route knows.
    private func form(_ flavour: Flavour) -> [UInt8] {
        var fields = Query()
        for name in names where name != "with" { fields.add(name, value(name, flavour)) }
        for id in pair(flavour) { fields.add("with", id) }
        return Array(fields.suffix.dropFirst().utf8)
    }

    // Two entities that can be compared; of what is hidden or unknown the second.
    private func pair(_ flavour: Flavour) -> [String] {
        let seen = script.pool.pairs.last ?? []
        guard flavour != .seen, let first = seen.first else { return seen }
        return [first, script.pool.ids[flavour]?["entity"]?.first ?? "nosuchthing"]
    }

    private var names: [String] {
        let declared = script.routes.flatMap { route -> [String] in
            guard case .json(let type)? = route.body else { return route.parameters.map(\.name) }
            return SchemaReader.fields(of: type).map(\.name)
        }
        return Set(declared).sorted()
    }

    private func json(_ type: any WireValue.Type, _ flavour: Flavour) -> [UInt8] {
        let value = tree(.fields(SchemaReader.fields(of: type)), "", flavour)
        return (try? JSONSerialization.data(withJSONObject: value, options: .sortedKeys)).map(Array.init) ?? []
    }

    private func tree(_ shape: SchemaReader.Shape, _ name: String, _ flavour: Flavour) -> Any {
        switch shape {
        case .text: value(name, flavour)
        case .whole: 1
        case .number: 1.5
        case .flag: true
        case .list where name == "entities": pair(flavour)
        case .list(let item): [tree(item, name, flavour)]
        case .any: value(name, flavour)
        case .map(let item): ["code": tree(item, name, flavour)]
        case .value(let type): tree(.fields(SchemaReader.fields(of: type)), name, flavour)
        case .fields(let fields):
            Dictionary(uniqueKeysWithValues: fields.map { ($0.name, tree($0.shape, $0.name, flavour)) })
        }
    }

    // The bytes of a file that is there, of one that only a hidden source has, and of a new one.
    private func upload(_ flavour: Flavour) -> [UInt8] {
        let text =
            switch flavour {
            case .seen: Cases.notes
            case .hidden: Cases.hiddenNotes
            case .unknown: Cases.notes + "N-3,2026-05-03,Harbour,13.7,100.3,en,new,0805550105,,\n"
            }
        let fields = ["owner": People.ours, "source": "2", "information": "B", "handling": "P", "profile": "ngo-notes"]
        var body = ""
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            body += "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        body +=
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"mine.csv\"\r\n\r\n\(text)\r\n--b--\r\n"
        return Array(body.utf8)
    }
}
