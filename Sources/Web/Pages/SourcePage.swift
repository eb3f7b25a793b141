import RichPicture

/// A source: its lines as they came, what was refused and why, how far to trust it, and taking it out again.
enum SourcePage {
    struct Model {
        var view: SourceView
        /// What whoever looks may change of who sees it.
        var changes: [Relabelling] = []
    }

    static func view(_ page: Model, _ reader: Reader) -> Page {
        let model = page.view
        let parts = Parts(reader: reader)
        let source = model.source
        let content = source.format == "image" ? image(model, parts) : lines(model, parts)
        let reason = source.reason.map {
            parts.notice(reader($0), title: reader("web.state.\(source.state.rawValue)") + ".")
        }
        return Page(
            title: source.name, section: .sources,
            body: """
                <p class="kicker">\(reader("web.source.kicker", ["stream": reader.name(source.stream)]))</p>
                <div class="heading"><h1><bdi>\(source.name)</bdi></h1>\(parts.state(source.state))</div>
                \(reason)\(SourceFacts.view(source, parts))
                \(content)\(refused(model, parts))\(relabel(page, reader))\(change(source, reader))
                """)
    }

    private static func lines(_ model: SourceView, _ parts: Parts) -> Markup {
        let reader = parts.reader
        guard let first = model.lines.first, let last = model.lines.last else {
            return parts.empty(reader("web.source.no-lines"))
        }
        let rows = model.lines.map { line($0, model, reader) }
        let place = model.lastLine.map { total in
            reader(
                "web.source.lines",
                ["from": reader.number(first.number), "to": reader.number(last.number), "total": reader.number(total)])
        }
        return """
            <section><h2>\(reader("web.source.original"))</h2>
            \(mentions(model, parts))
            <p class="count">\(place ?? "")</p>
            <div class="scroll" tabindex="0" role="region" aria-label="\(reader("web.source.original"))"><table class="lines"><tbody>\(Markup.joined(rows))</tbody></table></div>
            \(move(model, first: first.number, last: last.number, reader))</section>
            """
    }

    private static func line(_ line: SourceView.Line, _ model: SourceView, _ reader: Reader) -> Markup {
        let isHighlighted = line.number == model.highlighted
        return """
            <tr class="\(if: isHighlighted, "highlighted")\(if: line.rejected != nil, " refused")"\
            \(if: isHighlighted, " id=\"line\" aria-current=\"true\"")><th scope="row">\
            <a href="\(url: .source(model.source.id, line: line.number))">\(line.number)</a></th>\
            <td><code>\(line.text)</code>\(line.rejected.map { "<p class=\"why\">\(reader($0))</p>" })</td></tr>
            """
    }

    private static func mentions(_ model: SourceView, _ parts: Parts) -> Markup {
        guard let line = model.highlighted, !model.mentions.isEmpty else { return .empty }
        let list = Markup.joined(model.mentions.map { "<li>\(parts.entity($0))</li>" })
        let title = parts.reader("web.source.mentions", ["line": parts.reader.number(line)])
        return "<p>\(title)</p><ul class=\"chips\">\(list)</ul>"
    }

    private static func move(_ model: SourceView, first: Int, last: Int, _ reader: Reader) -> Markup {
        let id = model.source.id
        let step = max(1, last - first)
        let before: Markup =
            first > 1
            ? "<a rel=\"prev\" href=\"\(url: .source(id, line: max(1, first - step / 2)))\">\(reader("web.source.earlier"))</a>"
            : .empty
        let isLast = model.lastLine.map { last >= $0 } ?? true
        let after: Markup =
            isLast
            ? .empty
            : "<a rel=\"next\" href=\"\(url: .source(id, line: last + step / 2))\">\(reader("web.source.later"))</a>"
        return """
            <nav class="pager" aria-label="\(reader("web.pager.label"))">\(before)
            <form class="inline" action="\(url: .source(id, line: nil))"><label>\(reader("web.source.go"))\
            <input type="number" min="1" name="line" value="\(model.highlighted ?? first)"></label> <button>\(reader("web.source.show"))</button></form>
            \(after)</nav>
            """
    }

    // Only the stripped image is ever shown; the page says what was taken off.
    private static func image(_ model: SourceView, _ parts: Parts) -> Markup {
        let reader = parts.reader
        let removed = reader(model.source.counts.rejected > 0 ? "web.source.image.refused" : "web.source.image.removed")
        return """
            <section><h2>\(reader("web.source.image"))</h2><figure><img class="photo" src="\(url: .image(model.source.id))" \
            alt="\(reader("web.source.image.alt", ["name": model.source.name]))"><figcaption>\(removed)</figcaption></figure>
            <ul class="chips">\(Markup.joined(model.mentions.map { "<li>\(parts.entity($0))</li>" }))</ul></section>
            """
    }

    private static func refused(_ model: SourceView, _ parts: Parts) -> Markup {
        guard model.source.counts.rejected > 0 || !model.rejected.isEmpty else { return .empty }
        return RefusedRows.view(
            model.rejected, kept: model.rejectedKept, offset: model.rejectedOffset, source: model.source, parts)
    }

    // Who may see it beyond its owner. From whom it is hidden is shown to nobody: names are added and taken back.
    private static func relabel(_ page: Model, _ reader: Reader) -> Markup {
        guard !page.changes.isEmpty else { return .empty }
        let source = page.view.source
        let choices = page.changes.map { change -> Markup in
            "<option value=\"\(change.rawValue)\">\(reader("web.source.relabel.\(change.rawValue)"))</option>"
        }
        return """
            <section><details><summary><h2>\(reader("web.source.relabel"))</h2></summary><p>\(reader("web.source.relabel.text"))</p>
            <form method="post" action="\(url: .relabel(source.id))">\
            <label>\(reader("web.source.relabel.change"))<select name="change">\(Markup.joined(choices))</select></label>
            <label>\(reader("web.source.relabel.names"))<textarea name="names" rows="2" required maxlength="2000"></textarea></label>
            <label>\(reader("web.source.withdraw.reason"))<input name="reason" required maxlength="500"></label>
            <button>\(reader("web.source.relabel.do"))</button></form></details></section>
            """
    }

    // Withdrawing asks for a reason and can be undone: the bytes stay.
    private static func change(_ source: Source, _ reader: Reader) -> Markup {
        switch source.state {
        case .committed:
            """
            <section class="danger"><h2>\(reader("web.source.withdraw"))</h2><p>\(reader("web.source.withdraw.text"))</p>
            <form method="post" action="\(url: .withdraw(source.id))"><label>\(reader("web.source.withdraw.reason"))\
            <input name="reason" required maxlength="500"></label> <button>\(reader("web.source.withdraw.do"))</button></form></section>
            """
        case .withdrawn:
            """
            <section><h2>\(reader("web.source.restore"))</h2><p>\(reader("web.source.restore.text"))</p>
            <form method="post" action="\(url: .restore(source.id))"><button>\(reader("web.source.restore.do"))</button></form></section>
            """
        case .staged, .unusable: .empty
        }
    }
}
