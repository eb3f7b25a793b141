import Foundation

/// Places the nodes of a small network on a plane: near what they are joined to, apart from each other.
///
/// A spring model (Fruchterman and Reingold, 1991) from a start on rings around the seeds. There is no chance in it:
/// the same network is drawn in the same way every time, so that a printed chart can be found again.
enum Layout {
    /// - Parameters:
    ///   - distances: each node's steps from the seeds; a seed in the middle.
    ///   - edges: pairs of positions in `distances`.
    /// - Returns: a place for each node; the ideal length of an edge is 1.
    static func place(distances: [Int], edges: [(Int, Int)]) -> [(x: Double, y: Double)] {
        var (xs, ys) = start(distances)
        let count = distances.count
        guard count > 1 else { return zip(xs, ys).map { (x: $0, y: $1) } }
        let rounds = count > 400 ? 40 : 120
        var moveX = [Double](repeating: 0, count: count)
        var moveY = [Double](repeating: 0, count: count)
        for round in 0..<rounds {
            let heat = 0.4 * (1 - Double(round) / Double(rounds)) + 0.01
            repel(xs, ys, &moveX, &moveY)
            attract(edges, xs, ys, &moveX, &moveY)
            for node in 0..<count {
                let length = max(1e-9, (moveX[node] * moveX[node] + moveY[node] * moveY[node]).squareRoot())
                let step = min(length, heat)
                xs[node] += moveX[node] / length * step
                ys[node] += moveY[node] / length * step
                (moveX[node], moveY[node]) = (0, 0)
            }
        }
        return zip(xs, ys).map { (x: $0, y: $1) }
    }

    // Rings by distance; nodes of a ring stand at the golden angle from each other, so that none share a place.
    private static func start(_ distances: [Int]) -> ([Double], [Double]) {
        let golden = Double.pi * (3 - 5.0.squareRoot())
        var xs: [Double] = []
        var ys: [Double] = []
        for (index, distance) in distances.enumerated() {
            let radius = Double(distance) * 1.5 + (distance == 0 && index > 0 ? 0.8 : 0)
            xs.append(radius * cos(Double(index) * golden))
            ys.append(radius * sin(Double(index) * golden))
        }
        return (xs, ys)
    }

    private static func repel(_ xs: [Double], _ ys: [Double], _ moveX: inout [Double], _ moveY: inout [Double]) {
        for node in 0..<xs.count {
            for other in (node + 1)..<max(node + 1, xs.count) {
                let (dx, dy) = (xs[node] - xs[other], ys[node] - ys[other])
                let force = 1 / max(0.01, dx * dx + dy * dy)
                moveX[node] += dx * force
                moveY[node] += dy * force
                moveX[other] -= dx * force
                moveY[other] -= dy * force
            }
        }
    }

    private static func attract(
        _ edges: [(Int, Int)], _ xs: [Double], _ ys: [Double], _ moveX: inout [Double], _ moveY: inout [Double]
    ) {
        for (node, other) in edges where node != other {
            let (dx, dy) = (xs[node] - xs[other], ys[node] - ys[other])
            let length = (dx * dx + dy * dy).squareRoot()
            moveX[node] -= dx * length
            moveY[node] -= dy * length
            moveX[other] += dx * length
            moveY[other] += dy * length
        }
    }
}
