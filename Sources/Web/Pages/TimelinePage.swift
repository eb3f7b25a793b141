import RichPicture

/// The timeline: how much happened when, the events of a page in lanes, and each event in a table.
enum TimelinePage {
    static func view(_ timeline: Timeline, of entity: EntityLine?, state: TimelineState, _ reader: Reader) -> Page {
        let parts = Parts(reader: reader)
        let title = entity.map { reader("web.timeline.of", ["name": $0.caption]) } ?? reader("web.timeline.title")
        return Page(
            title: title, section: .timeline,
            body: """
                <h1>\(reader("web.timeline.title"))</h1>\(entity.map { "<p class=\"lead\">\(parts.entity($0))</p>" })
                <div class="columns"><aside>\(filter(state, reader))</aside>
                <div>\(timeline.events.isEmpty ? parts.empty(reader("web.timeline.none")) : picture(timeline, state, parts))</div></div>
                """,
            isWide: true)
    }

    private static func picture(_ timeline: Timeline, _ state: TimelineState, _ parts: Parts) -> Markup {
        let reader = parts.reader
        let strip = TimeStrip(reader: reader).draw(timeline, title: reader("web.timeline.strip")) { from, until in
            var narrowed = state
            (narrowed.filter.from, narrowed.filter.until, narrowed.offset) = (from, until, 0)
            return .timeline(narrowed)
        }
        let lanes = TimeLanes(reader: reader).draw(timeline.events, title: reader("web.timeline.lanes"))
        let pager = parts.pager(
            offset: state.offset, shown: timeline.events.count, total: timeline.total, size: TimelineState.pageSize
        ) { offset in
            var next = state
            next.offset = offset
            return .timeline(next)
        }
        return """
            <p class="count">\(reader.count("web.count.events", timeline.total))</p>
            <figure>\(strip)<figcaption>\(reader("web.timeline.strip.caption"))</figcaption></figure>
            <figure>\(lanes)<figcaption>\(reader("web.timeline.lanes.caption"))</figcaption></figure>
            \(EventTable.table(timeline.events, parts))\(pager)
            """
    }

    private static func filter(_ state: TimelineState, _ reader: Reader) -> Markup {
        """
        <form class="facets" action="\(url: .timeline(TimelineState()))" data-submit="change">
        <details open><summary>\(reader("web.filter.title"))</summary>
        \(state.of.map { "<input type=\"hidden\" name=\"of\" value=\"\($0)\">" })
        \(FilterForm(reader: reader).shared(state.filter, kinds: EventKind.allCases.map(\.name)))
        <p class="row"><button>\(reader("web.filter.apply"))</button> <a href="\(url: .timeline(TimelineState(of: state.of)))">\
        \(reader("web.filter.clear"))</a></p></details></form>
        """
    }
}
