import RichPicture

/// The parts that pages are made of. Each is a pure function of a value.
struct Parts: Sendable {
    let reader: Reader

    /// A link to an entity with its kind before it.
    func entity(_ line: EntityLine) -> Markup {
        "<a class=\"entity\" href=\"\(url: .entity(line.id))\"><span class=\"kind\">\(reader.name(line.kind))</span> <bdi>\(line.caption)</bdi></a>"
    }

    /// A link to an entity without its kind, where a column's heading says it.
    func plainEntity(_ line: EntityLine) -> Markup {
        "<a href=\"\(url: .entity(line.id))\" title=\"\(reader.name(line.kind))\"><bdi>\(line.caption)</bdi></a>"
    }

    /// A grade as it was given; its meaning is its title.
    func grade(_ grade: Grade) -> Markup {
        "<abbr class=\"grade g\(grade.confidence)\" title=\"\(reader.meaning(grade))\">\(grade.code)</abbr>"
    }

    /// The way back to the line that said it, with its grade.
    func citation(_ citation: Citation) -> Markup {
        """
        \(grade(citation.grade)) <a class="cite" href="\(url: .source(citation.source, line: citation.line))" \
        title="\(reader("web.citation.title", ["stream": reader.name(citation.stream), "owner": citation.owner]))">\
        \(reader("web.citation", ["source": citation.sourceName, "line": reader.number(citation.line)]))</a>
        """
    }

    /// A state as a word on a quiet ground.
    func state(_ state: Source.State) -> Markup {
        "<span class=\"state \(state.rawValue)\">\(reader.name(state))</span>"
    }

    /// A sentence that stands out from the page.
    func notice(_ text: String, title: String? = nil) -> Markup {
        "<div class=\"notice\" role=\"status\">\(title.map { "<strong>\($0)</strong> " })\(text)</div>"
    }

    /// What a page says when there is nothing to show.
    func empty(_ text: String) -> Markup { "<p class=\"empty\">\(text)</p>" }

    /// A link that looks like a button.
    func button(_ text: String, _ url: SiteURL) -> Markup { "<a class=\"button\" href=\"\(url: url)\">\(text)</a>" }

    /// A table with its caption; the cells are finished markup. Columns of numbers are set to the right.
    func table(_ caption: String, columns: [String], rows: [[Markup]], numbers: Set<Int> = []) -> Markup {
        let headings = columns.enumerated().map { index, text -> Markup in
            "<th scope=\"col\"\(if: numbers.contains(index), " class=\"number\"")>\(text)</th>"
        }
        let lines = rows.map { row -> Markup in
            let cells = row.enumerated().map { index, cell -> Markup in
                "<td\(if: numbers.contains(index), " class=\"number\"")>\(cell)</td>"
            }
            return "<tr>\(Markup.joined(cells))</tr>\n"
        }
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(caption)"><table>
            <caption>\(caption)</caption>
            <thead><tr>\(Markup.joined(headings))</tr></thead>
            <tbody>\(Markup.joined(lines))</tbody>
            </table></div>
            """
    }

    /// Facts as pairs of a name and a value; empty values are left out.
    func facts(_ pairs: [(name: String, value: Markup)]) -> Markup {
        let shown = pairs.filter { !$0.value.text.isEmpty }
        return
            "<dl class=\"facts\">\(Markup.joined(shown.map { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>" }))</dl>"
    }

    /// Links to the pages before and after this one, with where we are.
    func pager(offset: Int, shown: Int, total: Int, size: Int, url: (Int) -> SiteURL) -> Markup {
        guard total > shown || offset > 0 else { return .empty }
        let place = reader(
            "web.pager",
            [
                "from": reader.number(min(offset + 1, total)), "to": reader.number(offset + shown),
                "total": reader.number(total),
            ])
        let before: Markup =
            offset > 0
            ? "<a rel=\"prev\" href=\"\(url: url(max(0, offset - size)))\">\(reader("web.pager.previous"))</a>" : .empty
        let after: Markup =
            offset + shown < total
            ? "<a rel=\"next\" href=\"\(url: url(offset + size))\">\(reader("web.pager.next"))</a>" : .empty
        return
            "<nav class=\"pager\" aria-label=\"\(reader("web.pager.label"))\">\(before)<span>\(place)</span>\(after)</nav>"
    }
}
