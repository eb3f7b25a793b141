import Records

/// One record: what it says in groups of fields, what may be done with it and what stands in the way, and the ways to its story.
enum RecordPage {
    static func view(_ view: RecordView, _ parts: RecordParts) -> Page {
        let (reader, type) = (parts.reader, parts.type)
        let title = parts.title(view.fields)
        return Page(
            title: title, section: .records,
            body: """
                <p class="kicker"><a href="\(url: .recordList(RecordsState(type: type)))">\(reader.typesName(type))</a></p>
                <div class="heading"><h1><bdi>\(title)</bdi></h1>\(parts.state(view.state))</div>
                \(settling(view, reader))
                \(Markup.joined(parts.groups(parts.declaration.shown).map { group($0, view, parts) }))
                \(actions(view, parts))
                <section><h2>\(reader("web.records.more"))</h2><p class="row">
                <a class="button" href="\(url: .recordHistory(type, view.id))">\(reader("web.records.history"))</a>
                <a class="button" href="\(url: .recordReaders(type, view.id))">\(reader("web.records.readers"))</a></p>
                <p class="quiet">\(reader("web.records.dates", ["opened": reader.time(view.opened), "changed": reader.time(view.changed), "version": reader.number(view.version)]))</p></section>
                """)
    }

    private static func settling(_ view: RecordView, _ reader: Reader) -> Markup {
        guard view.type == Conflict.type.name, view.state == Conflict.State.open.rawValue else { return .empty }
        return
            "<p><a class=\"button primary\" href=\"\(url: .conflict(view.id))\">\(reader("web.conflict.look"))</a></p>"
    }

    private static func group(
        _ group: (heading: String, fields: [Field]), _ view: RecordView, _ parts: RecordParts
    ) -> Markup {
        let pairs = group.fields.map { field -> (name: String, value: Markup) in
            let words = parts.words(view.fields[field.name], field)
            let value: Markup = words.isEmpty ? .empty : "<bdi class=\"value\">\(words)</bdi>"
            return (parts.reader.fieldName(parts.type, field.name), value)
        }
        guard pairs.contains(where: { !$0.value.text.isEmpty }) else { return .empty }
        let heading: Markup = group.heading.isEmpty ? .empty : "<h2>\(group.heading)</h2>"
        return "<section>\(heading)\(Parts(reader: parts.reader).facts(pairs))</section>"
    }

    private static func actions(_ view: RecordView, _ parts: RecordParts) -> Markup {
        let reader = parts.reader
        guard !view.actions.isEmpty || view.isUndoable else {
            return "<p class=\"quiet\">\(reader("web.records.nothing-to-do"))</p>"
        }
        let lines = view.actions.map { offer -> Markup in
            """
            <li><div class="row"><a class="button" href="\(url: .recordAction(parts.type, view.id, offer.action))">\
            \(reader.actionName(parts.type, offer.action))</a> <span class="quiet">\(reader.actionHelp(parts.type, offer.action))\
            \(if: offer.needsApproval, " \(reader("web.records.two-approve"))")</span></div>\(parts.obstacles(offer.obstacles))</li>
            """
        }
        let undo: Markup =
            view.isUndoable
            ? """
            <details><summary>\(reader("web.records.undo"))</summary><form method="post" action="\(url: .undoRecord(parts.type, view.id))">\
            <label>\(reader("web.records.reason"))<input name="reason" maxlength="500"></label>\
            <button>\(reader("web.records.undo.do"))</button></form></details>
            """ : .empty
        return """
            <section class="actions"><h2>\(reader("web.records.actions"))</h2>\
            <ul class="plain">\(Markup.joined(lines))</ul>\(undo)</section>
            """
    }
}
