/// Who calls whom in ordinary life: for each person a list of others, nearest first.
///
/// A few of the household, some from work, some from the village, some shopkeepers that half the town knows, and a
/// stranger or two. The list is what makes degrees heavy-tailed: a shop is on hundreds of lists.
struct Acquaintance: Sendable {
    private let starts: [Int32]
    private let others: [Int32]

    init(seed: UInt64, population: Population, workplaces: Int) {
        let persons = population.persons
        let neighbours = Groups(persons.map { Int($0.home) }, count: Place.all.count)
        let colleagues = Groups(persons.map { Int($0.workplace) }, count: workplaces)
        let shops = population.shopkeepers
        var starts: [Int32] = [0]
        var others: [Int32] = []
        starts.reserveCapacity(persons.count + 1)
        others.reserveCapacity(persons.count * 9)
        for (index, person) in persons.enumerated() where person.role != .service {
            var draw = Draw(seed, .contacts, index)
            var list: [Int32] = []
            func add(_ other: Int) {
                if other != index, !list.contains(Int32(other)) { list.append(Int32(other)) }
            }
            let village = neighbours.members(of: Int(person.home))
            let place = neighbours.place(of: index)
            for step in -2...2 where village.indices.contains(village.startIndex + place + step) {
                if draw.chance(0.7) { add(Int(village[village.startIndex + place + step])) }
            }
            if person.workplace >= 0 {
                let team = colleagues.members(of: Int(person.workplace))
                for _ in 0..<draw.within(1...4) { add(Int(team[team.startIndex + draw.below(team.count)])) }
            }
            for _ in 0..<draw.within(1...4) { add(Int(village[village.startIndex + draw.below(village.count)])) }
            for _ in 0..<draw.within(1...3) { add(shops.lowerBound + draw.skewed(shops.count)) }
            let strangers = Self.strangers(person.role, &draw)
            for _ in 0..<strangers { add(draw.below(persons.count - Population.serviceNames.count)) }
            others.append(contentsOf: list.filter { Self.isOrdinaryContact(persons[Int($0)].role) })
            starts.append(Int32(others.count))
        }
        while starts.count <= persons.count { starts.append(Int32(others.count)) }
        self.starts = starts
        self.others = others
    }

    /// The people that somebody calls, dearest first.
    func contacts(of person: Int) -> ArraySlice<Int32> {
        others[Int(starts[person])..<Int(starts[person + 1])]
    }

    private static func strangers(_ role: Role, _ draw: inout Draw) -> Int {
        switch role {
        case .shopkeeper: draw.within(10...40)
        case .trader: draw.within(4...14)
        case .supplier: draw.within(10...20)
        case .official: draw.within(8...14)
        case .employer, .exploiter, .siteManager: draw.within(2...9)
        default: draw.below(3)
        }
    }

    /// The main broker and the money handler are on nobody's list: strangers do not have their number.
    private static func isOrdinaryContact(_ role: Role) -> Bool {
        role != .broker && role != .moneyHandler && role != .service
    }
}

/// Members by group, in flat arrays (counting sort).
struct Groups {
    private var starts: [Int]
    private var list: [Int32]
    private var places: [Int32]

    /// Groups indices by the key given for each; a key of -1 is in no group.
    init(_ keys: [Int], count: Int) {
        starts = Array(repeating: 0, count: count + 1)
        for key in keys where key >= 0 { starts[key + 1] += 1 }
        for group in 0..<count { starts[group + 1] += starts[group] }
        list = Array(repeating: 0, count: starts[count])
        places = Array(repeating: 0, count: keys.count)
        var next = starts
        for (index, key) in keys.enumerated() where key >= 0 {
            list[next[key]] = Int32(index)
            places[index] = Int32(next[key] - starts[key])
            next[key] += 1
        }
    }

    /// The members of a group.
    func members(of group: Int) -> ArraySlice<Int32> { list[starts[group]..<starts[group + 1]] }
    /// Where somebody stands in their group.
    func place(of index: Int) -> Int { Int(places[index]) }
}
