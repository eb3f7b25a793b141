/// How busy places and hours are: what a meeting there is worth.
struct Busyness: Sendable {
    /// How many sightings each cell has.
    private(set) var cells: [UInt32] = []
    /// How many each entity has.
    private(set) var entities: [UInt32] = []
    /// How many each hour of the day has (of UTC: which hour it is called does not matter).
    private(set) var hours = [Int](repeating: 0, count: 24)
    private(set) var count = 0
    private(set) var first = Int64.max
    private(set) var last = Int64.min

    @inline(__always)
    mutating func add(_ entity: UInt32, _ cell: UInt32, _ time: Int64) {
        if Int(cell) >= cells.count {
            cells += [UInt32](repeating: 0, count: max(Int(cell) + 1 - cells.count, cells.count))
        }
        if Int(entity) >= entities.count {
            entities += [UInt32](repeating: 0, count: max(Int(entity) + 1 - entities.count, entities.count))
        }
        cells[Int(cell)] += 1
        entities[Int(entity)] += 1
        hours[Self.hour(time)] += 1
        count += 1
        if time < first { first = time }
        if time > last { last = time }
    }

    init() {}

    init(_ sightings: Sightings) {
        cells = [UInt32](repeating: 0, count: sightings.cells)
        entities = [UInt32](repeating: 0, count: sightings.entities)
        for index in 0..<sightings.count { add(sightings.entity[index], sightings.cell[index], sightings.time[index]) }
    }

    @inline(__always)
    static func hour(_ time: Int64) -> Int {
        let hour = Int(time / 3_600_000 % 24)
        return hour < 0 ? hour + 24 : hour
    }

    /// From the first sighting to the last, in milliseconds.
    var span: Double { Double(max(1, last - first)) }

    /// How many others one would expect to be seen in a cell within the window around a moment: the crowd.
    func crowd(_ cell: UInt32, _ time: Int64, _ window: Int64) -> Double {
        let share = Double(hours[Self.hour(time)]) / Double(max(1, count)) * 24
        return Double(cells[Int(cell)]) * min(1, 2 * Double(max(window, 1)) / span) * share
    }

    /// How much more often two moments fall together than if all hours were alike: 24 Σ share².
    var concentration: Double {
        hours.reduce(0) { $0 + Double($1) * Double($1) } * 24 / (Double(max(1, count)) * Double(max(1, count)))
    }

    /// The probability that two moments lie within the window of each other by chance.
    func nearness(_ window: Int64) -> Double { min(1, (2 * Double(max(window, 1)) / span) * concentration) }
}
