import RichPicture
import Words

/// Search: hits with the reason why each matched, and facets to narrow them.
enum SearchPageView {
    static func view(_ page: SearchPage?, state: SearchState, refused: Phrase? = nil, _ reader: Reader) -> Page {
        let parts = Parts(reader: reader)
        return Page(
            title: state.text.isEmpty ? reader("web.search.title") : reader("web.search.for", ["text": state.text]),
            section: .search,
            body: """
                <h1>\(reader("web.search.title"))</h1>
                <div class="columns"><aside>\(facets(page, state, reader))</aside>
                <div id="results" aria-live="polite">\(refused.map { parts.notice(reader($0)) })\(page.map { results($0, state, parts) } ?? hints(reader))</div></div>
                """,
            searched: state.text)
    }

    private static func hints(_ reader: Reader) -> Markup {
        let lines = ["name", "number", "ending", "words"].map {
            "<li>\(reader("web.search.hint.\($0)"))</li>" as Markup
        }
        return "<p class=\"lead\">\(reader("web.search.lead"))</p><ul>\(Markup.joined(lines))</ul>"
    }

    private static func results(_ page: SearchPage, _ state: SearchState, _ parts: Parts) -> Markup {
        let reader = parts.reader
        let people: Markup = page.leavesPeopleOut ? parts.notice(reader("web.search.no-people")) : .empty
        guard !page.hits.isEmpty else {
            return """
                \(people)<h2>\(reader("web.search.none"))</h2><p>\(reader("web.search.none.text"))</p>\
                <p><a href="\(url: .search(SearchState(text: state.text)))">\(reader("web.search.clear"))</a></p>
                """
        }
        let summary = reader.count(page.isTruncated ? "web.search.at-least" : "web.search.found", page.total)
        return """
            \(people)<p class="count">\(summary)</p>
            <ol class="hits" start="\(state.offset + 1)">\(Markup.joined(page.hits.map { hit($0, parts) }))</ol>
            \(pager(page, state, parts))
            """
    }

    private static func pager(_ page: SearchPage, _ state: SearchState, _ parts: Parts) -> Markup {
        parts.pager(offset: state.offset, shown: page.hits.count, total: page.total, size: SearchState.pageSize) {
            offset in
            var next = state
            next.offset = offset
            return .search(next)
        }
    }

    private static func hit(_ hit: SearchHit, _ parts: Parts) -> Markup {
        let reader = parts.reader
        let what = hit.property.map { reader.name($0) }
        let matched: Markup = hit.matched == hit.entity.caption ? .empty : "<q>\(hit.matched)</q> "
        let counts = [
            reader.count("web.search.sources", hit.sources),
            hit.events > 0 ? reader.count("web.count.events", hit.events) : "",
            reader.span(hit.first, hit.last), hit.streams.map { reader.name($0) }.joined(separator: ", "),
        ]
        return """
            <li><h3>\(parts.entity(hit.entity))</h3>
            <p class="why">\(matched)<span class="reason">\(reader.name(hit.reason))</span>\(what.map { " · \($0)" }) \
            \(hit.citation.map { parts.citation($0) })</p>
            <p class="quiet">\(counts.filter { !$0.isEmpty }.joined(separator: " · "))</p></li>
            """
    }

    // Facets are checkboxes of one form: they work without a script, and submit themselves with one.
    private static func facets(_ page: SearchPage?, _ state: SearchState, _ reader: Reader) -> Markup {
        let form = FilterForm(reader: reader)
        let kinds = page?.kinds.map { ($0.kind.name, reader.name($0.kind), $0.count) } ?? []
        let streams = page?.streams.map { ($0.stream.rawValue, reader.name($0.stream), $0.count) } ?? []
        return """
            <form class="facets" action="\(url: .search(SearchState()))" data-submit="change">
            <details open><summary>\(reader("web.filter.title"))</summary>
            <label>\(reader("web.search.words"))<input type="search" name="q" value="\(state.text)"></label>
            \(form.choices("kind", reader("web.filter.kind"), kinds, chosen: state.kinds, all: EntityKind.allCases.map { ($0.name, reader.name($0)) }))
            \(form.choices("stream", reader("web.filter.stream"), streams, chosen: state.filter.streams, all: StreamKind.allCases.map { ($0.rawValue, reader.name($0)) }))
            \(form.legs(state.filter))
            \(form.grade(state.filter.grade))
            \(form.period(state.filter))
            <label>\(reader("web.filter.place"))<input name="place" value="\(state.place ?? "")" \
            placeholder="\(reader("web.filter.place.hint"))"></label>
            <p class="row"><button>\(reader("web.filter.apply"))</button> \
            <a href="\(url: .search(SearchState(text: state.text)))">\(reader("web.filter.clear"))</a></p>
            </details></form>
            """
    }
}

/// The suggestions below the search box.
enum Suggestions {
    static func view(_ lines: [EntityLine], _ reader: Reader) -> Markup {
        guard !lines.isEmpty else { return .empty }
        let parts = Parts(reader: reader)
        return "<ul>\(Markup.joined(lines.map { "<li>\(parts.entity($0))</li>" }))</ul>"
    }
}
