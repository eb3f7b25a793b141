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
                \(model.map.total == 0 ? parts.empty(reader("web.map.none")) : picture(model, parts, outlines))</div></div>
                """,
            scripts: ["map.js"], isWide: true)
    }

    private static func picture(_ model: Model, _ parts: Parts, _ outlines: Outlines?) -> Markup {
        let reader = parts.reader
        let items = model.map.alone.map { mark in
            let title = [
                mark.entity.caption, describe(mark.place, reader), reader.count("web.count.events", mark.events),
            ]
            return MapDrawing.Item(
                place: mark.place, title: title.joined(separator: " · "), link: .entity(mark.entity.id),
                events: mark.events)
        }
        let crowds = model.map.clusters.map { crowd($0, model.state, reader) }
        let box = view(model)
        let drawing = MapDrawing(reader: reader, outlines: outlines)
            .draw(items, crowds, in: box, title: reader("web.map.title"))
        return """
            <p class="count">\(showing(model.map, reader))</p>
            <figure class="viewer" data-map>\(drawing)
            <p class="row tools">\(zoom(model.state, to: box.scaled(by: 0.5), "web.map.closer", reader))\
            \(zoom(model.state, to: box.scaled(by: 2), "web.map.wider", reader))\
            \(if: model.state.box != nil, zoom(model.state, to: nil, "web.map.whole", reader))</p>
            <figcaption>\(reader("web.map.caption")) \(if: outlines == nil, "\(reader("web.map.no-outlines"))")\
            \(if: outlines != nil, "\(reader("web.map.outlines"))")</figcaption></figure>
            \(table(model, parts))
            """
    }

    // The part that was asked for; otherwise all places with some room around them.
    private static func view(_ model: Model) -> GeoBox {
        if let box = model.state.box { return box }
        let corners = model.map.clusters.map(\.extent).flatMap { extent in
            [(extent.south, extent.west), (extent.north, extent.east)]
        }
        let around = GeoBox(around: model.map.alone.map(\.place), and: corners)
        return (around ?? GeoBox(west: 90, south: 0, east: 110, north: 25)).scaled(by: 1.1)
    }

    private static func crowd(_ cluster: MapView.Cluster, _ state: MapState, _ reader: Reader) -> MapDrawing.Crowd {
        var closer = state
        closer.box = GeoBox(cluster.extent).scaled(by: 1.3)
        closer.offset = 0
        let title = [
            reader.count("web.map.all", cluster.places), reader.count("web.count.events", cluster.events),
            reader("web.map.look"),
        ]
        return MapDrawing.Crowd(
            latitude: cluster.latitude, longitude: cluster.longitude, places: cluster.places,
            title: title.joined(separator: " · "), link: .map(closer))
    }

    private static func zoom(_ state: MapState, to box: GeoBox?, _ key: String, _ reader: Reader) -> Markup {
        var next = state
        (next.box, next.offset) = (box, 0)
        return "<a class=\"button\" href=\"\(url: .map(next))\">\(reader(key))</a>"
    }

    private static func showing(_ map: MapView, _ reader: Reader) -> String {
        let all = reader.count("web.map.all", map.total)
        return map.clusters.isEmpty ? all : "\(all). \(reader("web.map.crowds"))"
    }

    // Complete, page by page: what the drawing gathers stands here one by one.
    private static func table(_ model: Model, _ parts: Parts) -> Markup {
        let reader = parts.reader
        let rows = model.map.marks.map { mark -> [Markup] in
            [
                parts.entity(mark.entity), position(mark.place), "\(describe(mark.place, reader))",
                "\(reader.number(mark.events))", parts.citation(mark.place.citation),
            ]
        }
        let columns = ["place", "position", "extent", "events", "said"].map { reader("web.column.\($0)") }
        let pager = parts.pager(
            offset: model.state.offset, shown: rows.count, total: model.map.total, size: model.state.limit
        ) { offset in
            var next = model.state
            next.offset = offset
            return .map(next)
        }
        return "\(parts.table(reader("web.map.table"), columns: columns, rows: rows, numbers: [3]))\(pager)"
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
        \(state.around.map { "<input type=\"hidden\" name=\"around\" value=\"\($0)\">" })\
        \(state.box.map { "<input type=\"hidden\" name=\"box\" value=\"\($0.text)\">" })
        \(FilterForm(reader: reader).shared(state.filter, kinds: EventKind.allCases.map(\.name)))
        <p class="row"><button>\(reader("web.filter.apply"))</button> <a href="\(url: .map(MapState(around: state.around)))">\
        \(reader("web.filter.clear"))</a></p></details></form>
        """
    }
}
