import Records

/// The story of a record: who did what, when and why, and what changed.
enum HistoryPage {
    static func view(_ steps: [HistoryStep], of view: RecordView, _ parts: RecordParts) -> Page {
        let (reader, type) = (parts.reader, parts.type)
        let lines = steps.map { step($0, parts) }
        return Page(
            title: reader("web.records.history"), section: .records,
            body: """
                <p class="kicker"><a href="\(url: .record(type, view.id))"><bdi>\(parts.title(view.fields))</bdi></a></p>
                <h1>\(reader("web.records.history"))</h1><p class="lead">\(reader("web.records.history.lead"))</p>
                <ol class="story">\(Markup.joined(lines))</ol>
                """)
    }

    private static func step(_ step: HistoryStep, _ parts: RecordParts) -> Markup {
        let reader = parts.reader
        let who =
            step.account.isEmpty
            ? reader(step.version > 1 ? "web.story.time" : "web.story.founding") : parts.person(step.account)
        let did = reader(
            "web.story.step",
            [
                "date": reader.time(step.at), "who": who, "organisation": step.organisation,
                "did": reader.did(parts.type, step.action),
            ])
        let reason: Markup =
            step.reason.isEmpty
            ? .empty : "<p class=\"why\">\(reader("web.story.because", ["reason": step.reason]))</p>"
        return """
            <li><p>\(did) \(parts.state(step.state))</p>\(reason)\
            <ul class="changes">\(Markup.joined(ordered(step, parts).compactMap { change($0, parts) }))</ul></li>
            """
    }

    // As the record's own page has them.
    private static func ordered(_ step: HistoryStep, _ parts: RecordParts) -> [HistoryStep.Change] {
        parts.declaration.shown.compactMap { field in step.changes.first { $0.field == field.name } }
    }

    private static func change(_ change: HistoryStep.Change, _ parts: RecordParts) -> Markup? {
        guard let field = parts.declaration.field(change.field) else { return nil }
        let name = parts.reader.fieldName(parts.type, field.name)
        let (before, after) = (parts.words(change.before, field), parts.words(change.after, field))
        if before.isEmpty && after.isEmpty { return nil }
        if before.isEmpty { return "<li><span class=\"quiet\">\(name):</span> <bdi>\(after)</bdi></li>" }
        let now = after.isEmpty ? parts.reader("web.story.nothing") : after
        return """
            <li><span class="quiet">\(name):</span> <del><bdi>\(before)</bdi></del> → <ins><bdi>\(now)</bdi></ins></li>
            """
    }
}

/// Who has read a record, and when.
enum ReadersPage {
    static func view(_ readers: [RecordReader], of view: RecordView, _ parts: RecordParts) -> Page {
        let (reader, type) = (parts.reader, parts.type)
        let title = reader("web.records.readers")
        let rows = readers.reversed().map { line -> [Markup] in
            [
                "\(reader.time(line.at))", "<bdi>\(parts.person(line.account))</bdi>",
                "<bdi>\(line.organisation)</bdi>",
                "\(reader(line.act == "export" ? "web.readers.exported" : "web.readers.read"))",
            ]
        }
        let columns = ["moment", "who", "organisation", "what"].map { reader("web.column.\($0)") }
        let table = Parts(reader: reader).table(title, columns: columns, rows: rows)
        return Page(
            title: title, section: .records,
            body: """
                <p class="kicker"><a href="\(url: .record(type, view.id))"><bdi>\(parts.title(view.fields))</bdi></a></p>
                <h1>\(title)</h1><p class="lead">\(reader("web.records.readers.lead"))</p>
                \(rows.isEmpty ? Parts(reader: reader).empty(reader("web.records.readers.none")) : table)
                """)
    }
}

/// Two wishes for the same fields, side by side; a person decides.
enum ConflictPage {
    static func view(_ view: ConflictView, problem: String?, _ parts: RecordParts) -> Page {
        let reader = parts.reader
        let rows = parts.declaration.shown.filter { view.wish[$0.name] != nil }.map { field -> [Markup] in
            [
                "\(reader.fieldName(parts.type, field.name))",
                "<bdi>\(parts.words(view.record.fields[field.name], field))</bdi>",
                "<bdi>\(parts.words(view.wish[field.name], field))</bdi>",
            ]
        }
        let title = reader("web.conflict.title")
        let columns = ["field", "stands", "wished"].map { reader("web.column.\($0)") }
        return Page(
            title: title, section: .board,
            body: """
                <p class="kicker"><a href="\(url: .record(parts.type, view.record.id))"><bdi>\(parts.title(view.record.fields))</bdi></a></p>
                <h1>\(title)</h1><p class="lead">\(reader("web.conflict.lead", ["action": reader.actionName(parts.type, view.action)]))</p>
                \(problem.map { Parts(reader: reader).notice($0, title: reader("web.records.not-done")) })
                \(Parts(reader: reader).table(title, columns: columns, rows: rows))
                \(view.conflict.state == Conflict.State.open.rawValue ? decide(view, reader) : "<p class=\"quiet\">\(reader("web.conflict.settled"))</p>")
                """)
    }

    private static func decide(_ view: ConflictView, _ reader: Reader) -> Markup {
        """
        <form class="sheet" method="post" action="\(url: .conflict(view.conflict.id))"><fieldset><legend>\(reader("web.conflict.decide"))</legend>
        <label>\(reader("web.records.reason"))<input name="reason" required maxlength="500"></label>
        <p class="row"><button name="taking" value="false">\(reader("web.conflict.keep"))</button> \
        <button name="taking" value="true">\(reader("web.conflict.take"))</button></p></fieldset></form>
        """
    }
}
