/// What the network canvas shows, as it stands in its address.
///
/// Expanding a node adds it to the seeds and collapsing takes it out again, so that every step is a plain link: the
/// canvas works without a script, and Back is undo.
struct NetworkState: Sendable, Hashable {
    /// The expanded entities, in the order in which they were expanded.
    var seeds: [String] = []
    var hops = 1
    var filter = FilterState()
    /// The least and the greatest number of neighbours of what is shown; 0 for no limit.
    var least = 0
    var most = 0
    var limit = NetworkState.standardLimit
    /// Positions that a person gave.
    var pins: [Pin] = []

    /// A node that stays where it was put.
    struct Pin: Sendable, Hashable {
        var id: String
        var x: Int
        var y: Int
    }

    /// How many nodes are shown unless asked for more.
    static let standardLimit = 200

    init(seed: String? = nil) { seeds = seed.map { [$0] } ?? [] }

    init(_ query: Query) {
        seeds = Array(query.all("seed").prefix(50))
        hops = query.number("hops", in: 1...3, default: 1)
        filter = FilterState(query)
        least = query.number("least", in: 0...1_000_000, default: 0)
        most = query.number("most", in: 0...1_000_000, default: 0)
        limit = query.number("limit", in: 1...2_000, default: Self.standardLimit)
        pins = query.all("pin").prefix(200).compactMap(Self.pin)
    }

    private static func pin(_ text: String) -> Pin? {
        let parts = text.split(separator: ",")
        guard parts.count == 3, let x = Int(parts[1]), let y = Int(parts[2]) else { return nil }
        return Pin(id: String(parts[0]), x: min(max(x, -100_000), 100_000), y: min(max(y, -100_000), 100_000))
    }

    /// The state as an address.
    var query: Query {
        var query = Query()
        for seed in seeds { query.add("seed", seed) }
        query.add("hops", hops, default: 1)
        filter.add(to: &query)
        query.add("least", least, default: 0)
        query.add("most", most, default: 0)
        query.add("limit", limit, default: Self.standardLimit)
        for pin in pins { query.add("pin", "\(pin.id),\(pin.x),\(pin.y)") }
        return query
    }

    /// The same canvas with a node expanded.
    func expanding(_ id: String) -> NetworkState {
        var next = self
        if !next.seeds.contains(id) { next.seeds.append(id) }
        return next
    }

    /// The same canvas with a node collapsed; the last seed stays.
    func collapsing(_ id: String) -> NetworkState {
        var next = self
        if next.seeds.count > 1 { next.seeds.removeAll { $0 == id } }
        return next
    }
}
