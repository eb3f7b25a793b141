import RichPicture

/// One entity: everything that we were told of it, each value with its grade and the line that said it.
enum EntityPage {
    /// What the page shows.
    struct Model: Sendable {
        var entity: EntityView
        var timeline: Timeline
        var neighbours: Neighbourhood?
        /// What people have decided of who is the same.
        var links: [LinkStory] = []
    }

    static func view(_ model: Model, _ reader: Reader, outlines: Outlines?) -> Page {
        let parts = Parts(reader: reader)
        let entity = model.entity
        let sections: [Markup] = [
            values(entity, parts), inverse(entity, parts), links(model, parts), events(model, parts),
            neighbours(model, parts),
            places(entity, parts, outlines), appearances(entity, parts),
        ]
        return Page(
            title: entity.entity.caption, section: nil,
            body: "\(head(entity, parts))\(Markup.joined(sections))")
    }

    private static func head(_ entity: EntityView, _ parts: Parts) -> Markup {
        let reader = parts.reader
        let id = entity.entity.id
        let stopped = entity.stopped.map {
            parts.notice(reader("web.entity.stopped", ["reason": $0]), title: reader("web.entity.stopped.title"))
        }
        return """
            <p class="kicker">\(reader.name(entity.entity.kind))</p>
            <div class="heading"><h1><bdi>\(entity.entity.caption)</bdi></h1><p class="row">
            \(parts.button(reader("web.entity.network"), .network(NetworkState(seed: id))))
            \(parts.button(reader("web.entity.timeline"), .timeline(TimelineState(of: id))))
            \(parts.button(reader("web.entity.map"), .map(MapState(around: id)))) \
            \(parts.button(reader("web.export.title"), .export(ExportState(around: id))))</p></div>
            \(stopped)
            """
    }

    // Values of one property stand together; those that contradict each other are side by side and named as such (R043).
    private static func values(_ entity: EntityView, _ parts: Parts) -> Markup {
        let reader = parts.reader
        guard !entity.values.isEmpty else { return .empty }
        let groups = Property.allCases.compactMap { property -> Markup? in
            let values = entity.values.filter { $0.property == property }
            guard !values.isEmpty else { return nil }
            let contradicts = entity.contradictions.contains(property)
            let note: Markup =
                contradicts
                ? "<p class=\"contradiction\">\(reader.count("web.entity.contradiction", values.count))</p>" : .empty
            return """
                <div class="property\(if: contradicts, " contradicts")"><h3>\(reader.name(property))</h3>\(note)\
                <ul class="values">\(Markup.joined(values.map { value($0, parts) }))</ul></div>
                """
        }
        return "<section><h2>\(reader("web.entity.values"))</h2>\(Markup.joined(groups))</section>"
    }

    private static func value(_ value: EntityView.Value, _ parts: Parts) -> Markup {
        let text: Markup = value.link.map { link(value.property, $0, parts) } ?? "<bdi>\(value.text)</bdi>"
        let raw: Markup? = value.raw.map { raw in
            " <span class=\"raw\" title=\"\(parts.reader("web.entity.raw"))\"><bdi>\(raw)</bdi></span>"
        }
        return
            "<li><div class=\"value\">\(text)\(raw)</div><div class=\"from\">\(parts.citation(value.citation))</div></li>"
    }

    // "Phone" beside "Phone" says nothing.
    private static func link(_ property: Property, _ line: EntityLine, _ parts: Parts) -> Markup {
        parts.reader.name(property) == parts.reader.name(line.kind) ? parts.plainEntity(line) : parts.entity(line)
    }

    // Who it is held to be one with, and who not; with the way back.
    private static func links(_ model: Model, _ parts: Parts) -> Markup {
        guard !model.links.isEmpty else { return .empty }
        let title = parts.reader("web.entity.links")
        return "<section><h2>\(title)</h2>\(DecisionsPage.table(model.links, parts))</section>"
    }

    private static func inverse(_ entity: EntityView, _ parts: Parts) -> Markup {
        let reader = parts.reader
        guard !entity.inverse.isEmpty else { return .empty }
        let rows = entity.inverse.map { value -> [Markup] in
            [
                "\(reader.inverseName(value.property))", value.link.map { parts.entity($0) } ?? "\(value.text)",
                parts.citation(value.citation),
            ]
        }
        let title = reader("web.entity.inverse")
        return
            "<section><h2>\(title)</h2>\(parts.table(title, columns: ["how", "who", "said"].map { reader("web.column.\($0)") }, rows: rows))</section>"
    }

    private static func events(_ model: Model, _ parts: Parts) -> Markup {
        let reader = parts.reader
        let state = TimelineState(of: model.entity.entity.id)
        guard model.timeline.total > 0 else {
            return
                "<section><h2>\(reader("web.entity.events"))</h2>\(parts.empty(reader("web.entity.no-events")))</section>"
        }
        let strip = TimeStrip(reader: reader).draw(model.timeline, title: reader("web.timeline.strip")) { from, until in
            var narrowed = state
            (narrowed.filter.from, narrowed.filter.until) = (from, until)
            return .timeline(narrowed)
        }
        return """
            <section><h2>\(reader("web.entity.events"))</h2>
            <p class="count">\(reader.count("web.count.events", model.timeline.total))</p>
            <figure>\(strip)</figure>
            \(EventTable.table(model.timeline.events, parts))
            <p><a href="\(url: .timeline(state))">\(reader("web.entity.all-events"))</a></p></section>
            """
    }

    private static func neighbours(_ model: Model, _ parts: Parts) -> Markup {
        let reader = parts.reader
        guard let network = model.neighbours, network.nodes.count > 1 else { return .empty }
        let state = NetworkState(seed: model.entity.entity.id)
        return """
            <section><h2>\(reader("web.entity.neighbours"))</h2>
            <p class="count">\(NetworkPage.showing(network, reader))</p>
            \(NetworkPage.neighbourTable(network, state, parts, actions: false))
            <p><a href="\(url: .network(state))">\(reader("web.entity.open-network"))</a></p></section>
            """
    }

    private static func places(_ entity: EntityView, _ parts: Parts, _ outlines: Outlines?) -> Markup {
        let reader = parts.reader
        guard !entity.places.isEmpty else { return .empty }
        let items = entity.places.map { place in
            MapDrawing.Item(place: place, title: MapPage.describe(place, reader), link: nil, events: 0)
        }
        let drawing = MapDrawing(reader: reader, outlines: outlines, width: 960, height: 400)
        let rows = entity.places.map {
            [MapPage.position($0), "\(MapPage.describe($0, reader))", parts.citation($0.citation)] as [Markup]
        }
        let title = reader("web.entity.places")
        return """
            <section><h2>\(title)</h2><figure>\(drawing.draw(items, room: 5, title: title))</figure>
            \(parts.table(title, columns: ["position", "extent", "said"].map { reader("web.column.\($0)") }, rows: rows))</section>
            """
    }

    private static func appearances(_ entity: EntityView, _ parts: Parts) -> Markup {
        let reader = parts.reader
        guard !entity.appearances.isEmpty else { return .empty }
        let rows = entity.appearances.map { line -> [Markup] in
            [
                parts.citation(line.citation), "\(reader.name(line.citation.stream))", "\(line.citation.owner)",
                "\(reader.number(line.events))", "\(reader.span(line.first, line.last))",
            ]
        }
        let title = reader("web.entity.appearances")
        let columns = ["source", "stream", "owner", "events", "period"].map { reader("web.column.\($0)") }
        return "<section><h2>\(title)</h2>\(parts.table(title, columns: columns, rows: rows, numbers: [3]))</section>"
    }
}
