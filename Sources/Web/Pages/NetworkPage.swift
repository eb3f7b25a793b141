import RichPicture

/// The network canvas: who is linked to whom, drawn by the server, with its table beside it.
enum NetworkPage {
    /// What the page shows.
    struct Model: Sendable {
        /// The neighbourhood after the limits of degree; `nil` when nothing was asked for.
        var network: Neighbourhood?
        /// Nodes that the limits of degree hide.
        var hidden: Int
        var state: NetworkState
        /// Where the drawing library is, if it is there.
        var library: SiteURL?
    }

    static func view(_ model: Model, _ reader: Reader) -> Page {
        let parts = Parts(reader: reader)
        guard let network = model.network else { return start(reader) }
        return Page(
            title: reader("web.network.title"), section: .network,
            body: """
                <h1>\(reader("web.network.title"))</h1>
                <div class="columns"><aside>\(filter(model.state, reader))\(legend(reader))</aside>
                <div><p class="count" data-count>\(showing(network, reader))\(hidden(model.hidden, reader))</p>
                \(canvas(network, model, reader))
                <section><h2>\(reader("web.network.nodes"))</h2>\(neighbourTable(network, model.state, parts, actions: true))</section>
                <section><h2>\(reader("web.network.links"))</h2>\(links(network, parts))</section></div></div>
                """,
            scripts: model.library == nil ? [] : ["network.js"], isWide: true)
    }

    // Without a seed there is nothing to draw: say how to begin.
    private static func start(_ reader: Reader) -> Page {
        Page(
            title: reader("web.network.title"), section: .network,
            body: """
                <h1>\(reader("web.network.title"))</h1><p class="lead">\(reader("web.network.start"))</p>
                <form class="inline" action="\(url: .search(SearchState()))"><label>\(reader("web.search.label"))\
                <input type="search" name="q"></label> <button>\(reader("web.search.button"))</button></form>
                """)
    }

    /// The honest count: "showing 200 of 1,043".
    static func showing(_ network: Neighbourhood, _ reader: Reader) -> String {
        let shown = max(0, network.nodes.filter { $0.distance > 0 }.count)
        return network.total > shown
            ? reader("web.network.some", ["shown": reader.number(shown), "total": reader.number(network.total)])
            : reader.count("web.network.all", shown)
    }

    private static func hidden(_ count: Int, _ reader: Reader) -> Markup {
        count == 0 ? .empty : " \(reader.count("web.network.hidden", count))"
    }

    private static func canvas(_ network: Neighbourhood, _ model: Model, _ reader: Reader) -> Markup {
        let drawing = NetworkDrawing(reader: reader)
            .draw(network, seeds: Set(model.state.seeds), title: reader("web.network.drawing")) {
                step($0, model.state)
            }
        let tools = ["undo", "redo", "in", "out", "fit", "pin", "collapse", "expand"].map { tool -> Markup in
            let text = reader("web.network.tool.\(tool)")
            return "<button type=\"button\" data-tool=\"\(tool)\">\(text)</button>"
        }
        return """
            <div class="canvas" data-network data-library="\(model.library?.path ?? "")" \
            data-api="\(url: .api("neighbours"))" data-entity="\(url: .entity(""))" data-words="\(json: words(reader))">
            <div class="tools" hidden>\(Markup.joined(tools))</div>
            <div class="stage" hidden tabindex="0" role="application" aria-label="\(reader("web.network.drawing"))"></div>
            <p class="said" aria-live="polite"></p>
            <figure>\(drawing)</figure></div>
            """
    }

    // What the script says; the texts come from the catalogue like all others.
    private static func words(_ reader: Reader) -> [String: String] {
        let keys = ["expand", "collapse", "pinned", "halted", "some", "all.many", "failed", "open", "selected"]
        return Dictionary(uniqueKeysWithValues: keys.map { ($0, reader("web.network.\($0)")) })
    }

    /// Where a click on a node leads without a script: expanded if it is not, to its page if it is.
    private static func step(_ node: Neighbourhood.Node, _ state: NetworkState) -> SiteURL {
        state.seeds.contains(node.entity.id) || node.halted != nil
            ? .entity(node.entity.id) : .network(state.expanding(node.entity.id))
    }

    /// The nodes as a table: the twin of the drawing.
    static func neighbourTable(_ network: Neighbourhood, _ state: NetworkState, _ parts: Parts, actions: Bool) -> Markup
    {
        let reader = parts.reader
        let rows = network.nodes.filter { actions || $0.distance > 0 }.map { node -> [Markup] in
            var cells: [Markup] = [
                parts.entity(node.entity), "\(node.distance)",
                "\(reader.number(node.degree))",
                "\(node.halted.map { reader("web.network.halted", ["reason": reader($0)]) } ?? "")",
            ]
            if actions { cells.append(action(node, state, reader)) }
            return cells
        }
        var columns = ["entity", "steps", "neighbours", "remark"].map { reader("web.column.\($0)") }
        if actions { columns.append(reader("web.column.do")) }
        return parts.table(reader("web.network.nodes"), columns: columns, rows: rows, numbers: [1, 2])
    }

    private static func action(_ node: Neighbourhood.Node, _ state: NetworkState, _ reader: Reader) -> Markup {
        let id = node.entity.id
        if state.seeds.contains(id) {
            guard state.seeds.count > 1 else { return .empty }
            return
                "<a class=\"n\" href=\"\(url: .network(state.collapsing(id)))\">\(reader("web.network.collapse"))</a>"
        }
        guard node.halted == nil else { return .empty }
        let text = reader("web.network.expand", ["count": reader.number(node.degree)])
        return "<a class=\"n\" href=\"\(url: .network(state.expanding(id)))\">\(text)</a>"
    }

    private static func links(_ network: Neighbourhood, _ parts: Parts) -> Markup {
        let reader = parts.reader
        let known = network.edges.filter {
            network.nodes.indices.contains($0.from) && network.nodes.indices.contains($0.to)
        }
        let rows = known.map { edge -> [Markup] in
            [
                parts.entity(network.nodes[edge.from].entity), "\(reader.edgeName(edge.kind))",
                parts.entity(network.nodes[edge.to].entity), "\(reader.number(edge.count))",
                "\(reader.span(edge.first, edge.last))", "\(edge.money.map { reader.money($0) } ?? "")",
            ]
        }
        let columns = ["from", "what", "to", "count", "period", "amount"].map { reader("web.column.\($0)") }
        return parts.table(reader("web.network.links"), columns: columns, rows: rows, numbers: [3])
    }

    private static func legend(_ reader: Reader) -> Markup {
        let lines = ["talk", "money", "place", "link"].map { style -> Markup in
            "<li><svg viewBox=\"0 0 40 12\" aria-hidden=\"true\"><path class=\"edge \(style)\" stroke-width=\"2.5\" d=\"M2 6H38\"/></svg> \(reader("web.network.legend.\(style)"))</li>"
        }
        return """
            <details class="legend" open><summary>\(reader("web.network.legend"))</summary><ul class="plain">\(Markup.joined(lines))
            <li>\(reader("web.network.legend.shapes"))</li><li>\(reader("web.network.legend.halted"))</li></ul>
            <p class="quiet">\(reader("web.network.keys"))</p></details>
            """
    }

    private static func filter(_ state: NetworkState, _ reader: Reader) -> Markup {
        let kinds = EventKind.allCases.map(\.name) + Property.allCases.filter(\.isLink).map(\.name)
        let seeds = state.seeds.map { "<input type=\"hidden\" name=\"seed\" value=\"\($0)\">" as Markup }
        let hops = (1...3).map {
            "<option value=\"\($0)\"\(if: $0 == state.hops, " selected")>\($0)</option>" as Markup
        }
        var clear = NetworkState()
        clear.seeds = state.seeds
        return """
            <form class="facets" action="\(url: .network(NetworkState()))" data-submit="change">
            <details open><summary>\(reader("web.filter.title"))</summary>\(Markup.joined(seeds))
            <label>\(reader("web.network.hops"))<select name="hops">\(Markup.joined(hops))</select></label>
            \(FilterForm(reader: reader).shared(state.filter, kinds: kinds))
            <div class="pair"><label>\(reader("web.network.least"))<input type="number" min="0" name="least" value="\(text(state.least))"></label>
            <label>\(reader("web.network.most"))<input type="number" min="0" name="most" value="\(text(state.most))"></label></div>
            <label>\(reader("web.network.limit"))<input type="number" min="1" max="2000" name="limit" value="\(state.limit)"></label>
            <p class="row"><button>\(reader("web.filter.apply"))</button> \
            <a href="\(url: .network(clear))">\(reader("web.filter.clear"))</a></p></details></form>
            """
    }

    private static func text(_ number: Int) -> String { number == 0 ? "" : String(number) }
}
