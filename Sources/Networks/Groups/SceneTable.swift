public import Words

/// Why the tables of a scene cannot be read.
public enum SceneError: Explained, Equatable {
    /// A column is missing.
    case noColumn(String)
    /// A word that is no kind of node or tie.
    case unknown(line: Int, column: String, text: String, known: [String])
    /// Nobody and nothing has this identifier.
    case noNode(String)

    /// The error in words.
    public var phrase: Phrase {
        switch self {
        case .noColumn(let column): Phrase("network.scene.no-column", ["column": column])
        case .unknown(let line, let column, let text, let known):
            Phrase(
                "network.scene.unknown",
                ["line": "\(line)", "column": column, "text": text, "known": known.joined(separator: ", ")])
        case .noNode(let id): Phrase("network.scene.no-node", ["id": id])
        }
    }
}

extension Scene {
    /// A scene from two tables: nodes (`id,kind`, and as far as there are `name`, `at_risk`, `official`) and links
    /// (`from,to,tie`, and as far as there are `weight`, `grade`, `stated`, `day`).
    public init(nodes nodeText: String, links linkText: String) throws(SceneError) {
        self.init()
        let nodeRows = try Rows(nodeText, needing: ["id", "kind"])
        for row in nodeRows.rows {
            let word = nodeRows.field(row, "kind")
            guard let kind = Kind(rawValue: word.lowercased()) else {
                throw .unknown(line: row.line, column: "kind", text: word, known: Kind.allCases.map(\.rawValue))
            }
            let name = nodeRows.field(row, "name")
            nodes.append(
                Node(
                    nodeRows.field(row, "id"), kind, name: name.isEmpty ? nil : name,
                    isAtRisk: FlowColumns.means(nodeRows.field(row, "atrisk")),
                    isOfficial: FlowColumns.means(nodeRows.field(row, "official"))))
        }
        var places: [String: Int] = [:]
        for (place, node) in nodes.enumerated() { places[node.id] = place }
        let linkRows = try Rows(linkText, needing: ["from", "to", "tie"])
        for row in linkRows.rows {
            let word = linkRows.field(row, "tie").lowercased()
            guard let tie = Tie.allCases.first(where: { Rows.plain($0.rawValue) == Rows.plain(word) }) else {
                throw .unknown(line: row.line, column: "tie", text: word, known: Tie.allCases.map(\.rawValue))
            }
            let (from, to) = (linkRows.field(row, "from"), linkRows.field(row, "to"))
            guard let a = places[from] else { throw .noNode(from) }
            guard let b = places[to] else { throw .noNode(to) }
            let (grade, stated) = (linkRows.field(row, "grade"), linkRows.field(row, "stated"))
            links.append(
                Link(
                    a, tie, b, weight: max(0, Int(linkRows.field(row, "weight")) ?? 1),
                    grade: grade.isEmpty ? nil : grade,
                    isStated: stated.isEmpty || FlowColumns.means(stated), day: Int(linkRows.field(row, "day"))))
        }
    }

    /// Rows under a heading.
    private struct Rows {
        let rows: ArraySlice<FlowRows.Row>
        private let columns: [String: Int]

        init(_ text: String, needing needed: [String]) throws(SceneError) {
            let all = FlowRows(text).rows
            var columns: [String: Int] = [:]
            for (place, name) in (all.first?.fields ?? []).enumerated() { columns[Self.plain(name)] = place }
            for name in needed where columns[name] == nil { throw .noColumn(name) }
            (rows, self.columns) = (all.dropFirst(), columns)
        }

        static func plain(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }

        func field(_ row: FlowRows.Row, _ name: String) -> String {
            columns[name].flatMap { row.fields.indices.contains($0) ? row.fields[$0] : nil } ?? ""
        }
    }
}
