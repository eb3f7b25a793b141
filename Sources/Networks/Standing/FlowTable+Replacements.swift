extension FlowTable.Described {
    /// The replacements of a table: `from,to,capacity`, and as far as there is one a column `for` (or `replaces`) with the
    /// name of the node, or `from>to` of the arc, for which each stands.
    public func replacements(_ text: String, scale: Int = 1) throws(StandingError) -> [Replacement] {
        let rows = FlowRows(text).rows
        guard let first = rows.first else { throw .empty }
        let columns = FlowColumns(heading: first.fields)
        let heading = first.fields.map { $0.lowercased() }
        let cause =
            columns == nil ? 3 : heading.firstIndex { ["for", "replaces", "standsfor", "instead"].contains($0) }
        var replacements: [Replacement] = []
        for row in columns == nil ? rows[...] : rows.dropFirst() {
            func field(_ column: Int?) -> String? {
                column.flatMap { row.fields.indices.contains($0) ? row.fields[$0] : nil }
            }
            let (from, to) = (field(columns?.from ?? 0), field(columns?.to ?? 1))
            guard let from, let to, !from.isEmpty, !to.isEmpty else { throw .tooShort(line: row.line) }
            let capacity = field(columns.map { $0.capacity } ?? 2) ?? "1"
            guard let value = Double(capacity), value >= 0, value < 1e15 else {
                throw .notANumber(line: row.line, column: "capacity", text: capacity)
            }
            replacements.append(
                Replacement(
                    try leaving(from), try number(to), capacity: Int((value * Double(scale)).rounded()),
                    standsFor: try arcs(field(cause) ?? "")))
        }
        return replacements
    }

    private func leaving(_ name: String) throws(StandingError) -> Int {
        if let split = nodes[name] { return split.leaves }
        return try number(name)
    }

    private func number(_ name: String) throws(StandingError) -> Int {
        guard let number = numbers[name] else { throw .unknownNode(name) }
        return number
    }

    private func arcs(_ name: String) throws(StandingError) -> Set<Int> {
        guard !name.isEmpty else { return [] }
        if let node = nodes[name] { return [node.arc] }
        let ends = name.replacing("->", with: ">").split(separator: ">").map { String($0) }
        let places = names.indices.filter {
            ends.count == 2
                ? names[$0] == (ends[0], ends[1])
                : names[$0].from == name || names[$0].to == name
        }
        guard !places.isEmpty else { throw .unknownReplaced(name) }
        return Set(places)
    }
}
