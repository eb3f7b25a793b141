import RichPicture

extension Neighbourhood {
    /// Leaves out nodes with fewer or more neighbours than asked for (0 for no limit); seeds always stay.
    ///
    /// - Returns: what is left, and how many nodes are hidden.
    func limited(least: Int, most: Int) -> (network: Neighbourhood, hidden: Int) {
        guard least > 0 || most > 0 else { return (self, 0) }
        var places = [Int?](repeating: nil, count: nodes.count)
        var kept: [Node] = []
        for (index, node) in nodes.enumerated() {
            let fits = node.degree >= least && (most == 0 || node.degree <= most)
            guard node.distance == 0 || fits else { continue }
            places[index] = kept.count
            kept.append(node)
        }
        var left = self
        left.nodes = kept
        left.edges = edges.compactMap { edge in
            guard let from = places[edge.from], let to = places[edge.to] else { return nil }
            var edge = edge
            (edge.from, edge.to) = (from, to)
            return edge
        }
        return (left, nodes.count - kept.count)
    }

    /// From the layout's units, in which an edge is about 1 long, to the canvas's, in which a node is 24 wide.
    func onCanvas() -> Neighbourhood {
        var scaled = self
        for index in scaled.nodes.indices {
            scaled.nodes[index].x *= 100
            scaled.nodes[index].y *= 100
        }
        return scaled
    }

    /// Puts pinned nodes where a person put them.
    func pinned(_ pins: [NetworkState.Pin]) -> Neighbourhood {
        var moved = self
        for pin in pins {
            guard let index = moved.nodes.firstIndex(where: { $0.entity.id == pin.id }) else { continue }
            (moved.nodes[index].x, moved.nodes[index].y) = (Double(pin.x), Double(pin.y))
        }
        return moved
    }
}
