import RichPicture

/// The network as SVG, laid out by the server: for those without a script, for print, and until the canvas is ready.
struct NetworkDrawing: Sendable {
    let reader: Reader

    /// The drawing; nodes are links that `url` gives.
    func draw(_ network: Neighbourhood, seeds: Set<String>, title: String, url: (Neighbourhood.Node) -> SiteURL)
        -> Markup
    {
        let box = bounds(network.nodes)
        let most = network.edges.map(\.count).max() ?? 1
        return """
            <svg class="network" viewBox="\(number: box.x) \(number: box.y) \(number: box.width) \(number: box.height)" \
            role="img" aria-label="\(title)">
            <g class="edges">\(Markup.joined(network.edges.map { edge($0, network.nodes, most: most) }))</g>
            <g class="nodes">\(Markup.joined(network.nodes.map { node($0, isSeed: seeds.contains($0.entity.id), url: url($0)) }))</g>
            </svg>
            """
    }

    private func bounds(_ nodes: [Neighbourhood.Node]) -> (x: Double, y: Double, width: Double, height: Double) {
        guard let first = nodes.first else { return (0, 0, 100, 100) }
        var (left, right, top, bottom) = (first.x, first.x, first.y, first.y)
        for node in nodes {
            (left, right) = (min(left, node.x), max(right, node.x))
            (top, bottom) = (min(top, node.y), max(bottom, node.y))
        }
        let (width, height) = (max(320, right - left + 160), max(200, bottom - top + 90))
        return ((left + right - width) / 2, (top + bottom - height) / 2, width, height)
    }

    private func edge(_ edge: Neighbourhood.Edge, _ nodes: [Neighbourhood.Node], most: Int) -> Markup {
        guard nodes.indices.contains(edge.from), nodes.indices.contains(edge.to) else { return .empty }
        let (a, b) = (nodes[edge.from], nodes[edge.to])
        let width = 1 + 3 * Double(edge.count).squareRoot() / Double(max(1, most)).squareRoot()
        let label = [
            a.entity.caption, reader.edgeName(edge.kind), b.entity.caption, reader.count("web.times", edge.count),
        ].joined(separator: " · ")
        return """
            <path class="edge \(Self.style(edge.kind))" stroke-width="\(number: width)" \
            d="M\(number: a.x) \(number: a.y)L\(number: b.x) \(number: b.y)"><title>\(label)</title></path>
            """
    }

    /// The line of an edge: of events, of money, of places, or of what is stated.
    static func style(_ kind: String) -> Markup {
        switch EventKind(name: kind) {
        case .call, .message: "talk"
        case .transfer: "money"
        case .sighting, .stay: "place"
        case nil: "link"
        }
    }

    private func node(_ node: Neighbourhood.Node, isSeed: Bool, url: SiteURL) -> Markup {
        let label = reader(
            "web.network.node",
            ["kind": reader.name(node.entity.kind), "name": node.entity.caption, "degree": reader.number(node.degree)])
        let note = node.halted.map { reader("web.network.halted", ["reason": reader($0)]) }
        return """
            <a href="\(url: url)" aria-label="\(label)"><g class="node\(if: isSeed, " seed")\(if: node.halted != nil, " halted")" \
            transform="translate(\(number: node.x) \(number: node.y))">\(form(node.entity.kind))\
            <text y="25" text-anchor="middle">\(Self.short(node.entity.caption))</text>\
            <title>\([label, note].compactMap { $0 }.joined(separator: " · "))</title></g></a>
            """
    }

    /// A caption that fits below a node.
    static func short(_ caption: String) -> String {
        caption.count <= 22 ? caption : String(caption.prefix(21)) + "…"
    }

    // Shapes tell the families of kinds apart without colour: people, organisations, places, things, identifiers.
    private func form(_ kind: EntityKind) -> Markup {
        switch kind {
        case .person: "<circle r=\"11\"/>"
        case .organisation, .company: "<path d=\"M-11-8H11V10H-11Z\"/>"
        case .site, .area, .checkpoint, .cell, .address: "<path d=\"M0-13L12 9H-12Z\"/>"
        case .vehicle, .plate: "<rect x=\"-13\" y=\"-8\" width=\"26\" height=\"16\" rx=\"7\"/>"
        case .account: "<path d=\"M0-13L13 0L0 13L-13 0Z\"/>"
        default: "<rect x=\"-9\" y=\"-10\" width=\"18\" height=\"20\" rx=\"4\"/>"
        }
    }
}
