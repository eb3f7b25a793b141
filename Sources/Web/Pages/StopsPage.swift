import RichPicture

/// The stop-list: what never links people, why, and what was changed. Every change asks for a reason and can be undone.
enum StopsPage {
    /// What the page shows.
    struct Model: Sendable {
        var entries: [StopEntry]
        var changes: [StopChange]
    }

    static func view(_ model: Model, _ reader: Reader) -> Page {
        let parts = Parts(reader: reader)
        return Page(
            title: reader("web.stops.title"), section: .stops,
            body: """
                <h1>\(reader("web.stops.title"))</h1><p class="lead">\(reader("web.stops.lead"))</p>
                \(add(reader))\(list(model.entries, parts))\(changes(model, parts))
                """)
    }

    private static func add(_ reader: Reader) -> Markup {
        let kinds = EntityKind.allCases.filter(\.isIdentifier).map { kind -> Markup in
            "<option value=\"\(kind.name)\">\(reader.name(kind))</option>"
        }
        return """
            <form class="sheet" method="post" action="\(url: .stops)"><fieldset><legend>\(reader("web.stops.add"))</legend>
            <div class="pair"><label>\(reader("web.filter.kind"))<select name="kind">\(Markup.joined(kinds))</select></label>
            <label>\(reader("web.stops.value"))<input name="value" required maxlength="200"></label></div>
            <label>\(reader("web.stops.reason"))<input name="reason" required maxlength="500"></label>
            <p class="row"><button class="primary">\(reader("web.stops.add.do"))</button></p></fieldset></form>
            """
    }

    private static func list(_ entries: [StopEntry], _ parts: Parts) -> Markup {
        let reader = parts.reader
        guard !entries.isEmpty else { return parts.empty(reader("web.stops.none")) }
        let rows = entries.map { entry -> [Markup] in
            [
                "\(reader.name(entry.kind))", "<span class=\"n\">\(entry.key)</span>", "\(entry.reason)",
                "\(entry.decidedBy)", remove(entry, reader),
            ]
        }
        let columns = ["kind", "value", "why", "by", "do"].map { reader("web.column.\($0)") }
        return parts.table(reader("web.stops.title"), columns: columns, rows: rows)
    }

    private static func remove(_ entry: StopEntry, _ reader: Reader) -> Markup {
        """
        <details><summary>\(reader("web.stops.remove"))</summary><form method="post" action="\(url: .unstop)">\(hidden(entry))\
        <label>\(reader("web.stops.remove.reason"))<input name="reason" required maxlength="500"></label>\
        <button>\(reader("web.stops.remove.do"))</button></form></details>
        """
    }

    private static func hidden(_ entry: StopEntry) -> Markup {
        """
        <input type="hidden" name="kind" value="\(entry.kind.name)"><input type="hidden" name="value" value="\(entry.key)">
        """
    }

    private static func changes(_ model: Model, _ parts: Parts) -> Markup {
        let reader = parts.reader
        guard !model.changes.isEmpty else { return .empty }
        let listed = Set(model.entries.map { [$0.kind.name, $0.key] })
        let rows = model.changes.map { change -> [Markup] in
            let entry = change.entry
            let isListed = listed.contains([entry.kind.name, entry.key])
            return [
                "\(reader.time(change.at))", "\(reader(change.isAddition ? "web.stops.added" : "web.stops.removed"))",
                "\(reader.name(entry.kind)) <span class=\"n\">\(entry.key)</span>", "\(entry.reason)",
                "\(entry.decidedBy)", change.isAddition == isListed ? undo(change, reader) : .empty,
            ]
        }
        let title = reader("web.stops.changes")
        let columns = ["moment", "what", "value", "why", "by", "do"].map { reader("web.column.\($0)") }
        return "<section><h2>\(title)</h2>\(parts.table(title, columns: columns, rows: rows))</section>"
    }

    private static func undo(_ change: StopChange, _ reader: Reader) -> Markup {
        let words = reader("web.stops.undone", ["reason": change.entry.reason])
        return """
            <form method="post" action="\(url: change.isAddition ? .unstop : .stops)">\(hidden(change.entry))\
            <input type="hidden" name="reason" value="\(words)"><button>\(reader("web.stops.undo"))</button></form>
            """
    }
}
