import RichPicture

/// The map: sectors and circles with their uncertainty, and the same places as a table.
enum MapPage {
    /// What the page shows.
    struct Model: Sendable {
        var map: MapView
        var entity: EntityLine?
        var state: MapState
    }

    static func view(_ model: Model, _ reader: Reader, outlines: Outlines?) -> Page {
        let parts = Parts(reader: reader)
        let title = model.entity.map { reader("web.map.of", ["name": $0.caption]) } ?? reader("web.map.title")
        return Page(
            title: title, section: .map,
            body: """
                <h1>\(reader("web.map.title"))</h1>\(model.entity.map { "<p class=\"lead\">\(parts.entity($0))</p>" })
                <div class="columns"><aside>\(filter(model.state, reader))</aside><div>
                \(model.map.marks.isEmpty ? parts.empty(reader("web.map.none")) : picture(model, parts, outlines))</div></div>
                """,
            scripts: ["map.js"], isWide: true)
    }

    private static func picture(_ model: Model, _ parts: Parts, _ outlines: Outlines?) -> Markup {
        let reader = parts.reader
        let items = distinct(model.map.marks).map { mark in
            let title = [
                mark.entity.caption, describe(mark.place, reader), reader.count("web.count.events", mark.events),
            ]
            return MapDrawing.Item(
                place: mark.place, title: title.joined(separator: " · "), link: .entity(mark.entity.id),
                events: mark.events)
        }
        let drawing = MapDrawing(reader: reader, outlines: outlines)
            .draw(items, zoom: model.state.zoom, title: reader("web.map.title"))
        return """
            <p class="count">\(showing(model.map, reader))</p>
            <figure class="viewer" data-map>\(drawing)
            <p class="row tools">\(zoom(model.state, by: -1, reader("web.map.closer")))\(zoom(model.state, by: 1, reader("web.map.wider")))</p>
            <figcaption>\(reader("web.map.caption")) \(if: outlines == nil, "\(reader("web.map.no-outlines"))")\
            \(if: outlines != nil, "\(reader("web.map.outlines"))")</figcaption></figure>
            \(table(model.map, parts))
            """
    }

    // A place that many lines state is drawn once: else its shades would add up and its uncertainty be hidden.
    private static func distinct(_ marks: [MapView.Mark]) -> [MapView.Mark] {
        var seen: Set<String> = []
        return marks.filter { seen.insert("\($0.entity.id) \(position($0.place)) \(extent($0.place))").inserted }
    }

    private static func extent(_ place: EntityView.Place) -> String {
        "\(place.radius ?? -1) \(place.azimuth ?? -1) \(place.beam ?? -1)"
    }

    private static func zoom(_ state: MapState, by step: Int, _ text: String) -> Markup {
        var next = state
        next.zoom = min(max(state.zoom + step, -6), 6)
        return "<a class=\"button\" href=\"\(url: .map(next))\">\(text)</a>"
    }

    private static func showing(_ map: MapView, _ reader: Reader) -> String {
        map.total > map.marks.count
            ? reader("web.map.some", ["shown": reader.number(map.marks.count), "total": reader.number(map.total)])
            : reader.count("web.map.all", map.total)
    }

    private static func table(_ map: MapView, _ parts: Parts) -> Markup {
        let reader = parts.reader
        let rows = map.marks.map { mark -> [Markup] in
            [
                parts.entity(mark.entity), position(mark.place), "\(describe(mark.place, reader))",
                "\(reader.number(mark.events))", parts.citation(mark.place.citation),
            ]
        }
        let columns = ["place", "position", "extent", "events", "said"].map { reader("web.column.\($0)") }
        return parts.table(reader("web.map.table"), columns: columns, rows: rows, numbers: [3])
    }

    /// Latitude and longitude, no finer than a metre or so.
    static func position(_ place: EntityView.Place) -> Markup {
        "<span class=\"n\">\(degrees(place.latitude)), \(degrees(place.longitude))</span>"
    }

    private static func degrees(_ value: Double) -> String {
        let units = Int((abs(value) * 100_000).rounded())
        return (value < 0 ? "-" : "") + "\(units / 100_000)." + String(String(units % 100_000 + 100_000).dropFirst())
    }

    /// How far the position can be trusted, in words.
    static func describe(_ place: EntityView.Place, _ reader: Reader) -> String {
        guard let radius = place.radius else { return reader("web.map.unstated") }
        guard let azimuth = place.azimuth, let beam = place.beam, beam < 360 else {
            return reader("web.map.circle", ["radius": reader.metres(radius)])
        }
        let arguments = [
            "azimuth": Escape.number(azimuth), "beam": Escape.number(beam), "radius": reader.metres(radius),
        ]
        return reader("web.map.sector", arguments)
    }

    private static func filter(_ state: MapState, _ reader: Reader) -> Markup {
        """
        <form class="facets" action="\(url: .map(MapState()))" data-submit="change">
        <details open><summary>\(reader("web.filter.title"))</summary>
        \(state.around.map { "<input type=\"hidden\" name=\"around\" value=\"\($0)\">" })
        \(FilterForm(reader: reader).shared(state.filter, kinds: EventKind.allCases.map(\.name)))
        <p class="row"><button>\(reader("web.filter.apply"))</button> <a href="\(url: .map(MapState(around: state.around)))">\
        \(reader("web.filter.clear"))</a></p></details></form>
        """
    }
}
