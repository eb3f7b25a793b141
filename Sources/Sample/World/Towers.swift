/// The three operators whose records the province has; `other` stands for numbers from elsewhere.
enum Operator: UInt8, CaseIterable, Sendable {
    case siam, mekong, lanexang, other

    /// Mobile country and network code.
    var network: String {
        switch self {
        case .siam: "520-01"
        case .mekong: "520-05"
        case .lanexang: "457-01"
        case .other: ""
        }
    }

    /// What its towers' names begin with.
    var letter: String {
        switch self {
        case .siam: "S"
        case .mekong: "M"
        case .lanexang: "L"
        case .other: ""
        }
    }
}

/// One sector of a tower: what a call record can say about a place, and no more than that.
struct Cell: Sendable {
    let provider: Operator
    let areaCode: Int
    let cellNumber: Int
    let tower: String
    let point: Point
    /// Degrees from north; nil for a tower that serves all round.
    let azimuth: Int
    let beam: Int
    let radius: Int

    /// `520-01-1204-33`.
    var code: String { "\(provider.network)-\(areaCode)-\(cellNumber)" }
}

/// A place from which people call: a village or a workplace, with the cells that serve it, best first, by operator.
struct Spot: Sendable {
    let point: Point
    let region: Region
    /// Cells by operator: likely, possible, rare.
    let cells: [[Int32]]
}

extension Cell {
    /// About sixty towers with one or three sectors: dense in town, sparse elsewhere.
    static func all(seed: UInt64) -> [Cell] {
        var cells: [Cell] = []
        for provider in [Operator.siam, .mekong, .lanexang] {
            var draw = Draw(seed, .geography, Int(provider.rawValue))
            var number = 0
            for place in Place.all where serves(provider, place) {
                let count = place.weight >= 9 ? 3 : place.weight >= 5 ? 2 : 1
                for _ in 0..<count {
                    number += 1
                    appendTower(
                        number, provider, at: place, point: place.point.near(&draw, metres: count == 1 ? 700 : 2_400),
                        to: &cells, &draw)
                }
            }
        }
        return cells
    }

    private static func serves(_ provider: Operator, _ place: Place) -> Bool {
        switch place.region {
        case .province, .isan: provider != .lanexang
        case .lao: true  // Thai signals carry over the river
        case .khmer: provider == .siam
        }
    }

    private static func appendTower(
        _ number: Int, _ provider: Operator, at place: Place, point: Point, to cells: inout [Cell], _ draw: inout Draw
    ) {
        let areaCode = 1200 + 4 * (number / 5) + (provider == .lanexang ? 300 : 0)
        let name = "\(provider.letter)\(number) \(place.name)"
        let radius = place.weight >= 9 ? draw.within(8...16) * 100 : draw.within(25...70) * 100
        let turn = draw.below(12) * 10
        let sectors = draw.chance(0.12) ? 1 : 3
        for sector in 0..<sectors {
            cells.append(
                Cell(
                    provider: provider, areaCode: areaCode, cellNumber: number * 10 + sector + 1, tower: name,
                    point: point, azimuth: sectors == 1 ? 0 : (turn + 120 * sector) % 360,
                    beam: sectors == 1 ? 360 : draw.pick([65, 90, 120]), radius: radius))
        }
    }

    /// The cells that serve a point, by operator: the sector of the nearest tower that looks towards it, then
    /// its neighbours.
    static func serving(_ point: Point, among cells: [Cell]) -> [[Int32]] {
        [Operator.siam, .mekong, .lanexang].map { provider in
            let ranked = cells.indices.filter { cells[$0].provider == provider }
                .map { (index: $0, cost: cost(of: cells[$0], for: point)) }
                .sorted { ($0.cost, $0.index) < ($1.cost, $1.index) }
            return ranked.prefix(3).map { Int32($0.index) }
        }
    }

    /// Distance, made four times as long behind the antenna's back.
    private static func cost(of cell: Cell, for point: Point) -> Int {
        let distance = cell.point.squaredDistance(to: point)
        guard cell.beam < 360 else { return distance }
        let turn = abs(cell.point.bearing(to: point) - cell.azimuth)
        return min(turn, 360 - turn) <= 60 ? distance : distance * 16 + 1
    }
}
