import Networks

/// A made-up town of phones in which some are replaced: the truth is known, and so are the decoys.
///
/// People have a home village whose people they call, a few popular numbers, at times a stranger. A ring has a boss who
/// speaks with lieutenants alone, who speak with their people. Replaced are some ordinary phones on days of their own
/// and the leaders of the ring on one day.
struct PhoneTown {
    struct Plan {
        var seed: UInt64
        var people = 400
        var days = 14
        /// Calls a day of an ordinary phone.
        var rate = 3.0
        var villages = 20
        var singles = 4
        /// Leaders of the ring that is replaced on one day; the boss is the first. 0: no ring.
        var leaders = 5
        /// The share of contacts that a person keeps when the phone changes.
        var kept = 0.85
        /// New contacts, as a share of the old ones.
        var added = 0.2
        /// Days during which both phones are used.
        var overlap = 0.0
        /// Decoys of each kind.
        var decoys = 6
        /// The share of people who move house with the phone.
        var moving = 0.2
    }

    let plan: Plan
    var calls = Calls(phoneCount: 0, from: [], to: [], time: [])
    /// The pairs that were replaced: old, new.
    var truth: [[UInt32]] = []
    /// The day on which the ring changes.
    var changeDay = 0
    /// Phones that merely fall silent, or are merely new.
    var decoys: Set<UInt32> = []

    private struct Person {
        var village: Int
        var cells: [UInt32]
        var rate: Double
        var hours: Int
        var contacts: [(who: Int, weight: Double)] = []
        /// Phones with the days of their use.
        var phones: [(phone: UInt32, from: Double, to: Double)]
        /// Contacts from a day on, when the phone changes.
        var later: [(who: Int, weight: Double)]?
        var change = Double.infinity
        var laterCells: [UInt32] = []
    }

    private var draw: TownDraw
    private var people: [Person] = []
    private var phones: UInt32 = 0

    init(_ plan: Plan) {
        self.plan = plan
        draw = TownDraw(seed: plan.seed)
        populate()
        befriend()
        replace()
        addDecoys()
        speak()
    }

    private mutating func newPhone() -> UInt32 {
        phones += 1
        return phones - 1
    }

    private mutating func populate() {
        let days = Double(plan.days)
        for _ in 0..<plan.people {
            let village = draw.below(plan.villages)
            people.append(
                Person(
                    village: village, cells: cells(village), rate: plan.rate * (0.3 + 1.7 * draw.unit() * draw.unit()),
                    hours: draw.below(3), phones: [(newPhone(), 0, days)]))
        }
    }

    private mutating func cells(_ village: Int) -> [UInt32] {
        [UInt32(village * 2 + draw.below(2)), UInt32(draw.below(plan.villages * 2))]
    }

    /// Popular numbers are the first tenth of the people, more popular the lower.
    private mutating func befriend() {
        let ringSize = plan.leaders == 0 ? 0 : plan.leaders * 7
        for index in people.indices { people[index].contacts = circle(of: index) }
        guard plan.leaders > 0 else { return }
        // The ring: the last people. The boss speaks with the lieutenants only, each of them with six people.
        let first = plan.people - ringSize
        let boss = first
        people[boss].contacts = (1..<max(2, plan.leaders)).map { (first + $0, 1.0) }
        people[boss].rate = max(2, plan.rate)
        for leader in 1..<plan.leaders {
            var list: [(who: Int, weight: Double)] = [(boss, 0.6)]
            if leader > 1 { list.append((first + 1 + draw.below(leader - 1), 0.3)) }
            for place in 0..<6 { list.append((first + plan.leaders + leader * 6 - 6 + place, 1)) }
            for _ in 0..<3 { list.append((draw.below(plan.people / 10), 0.3)) }
            people[first + leader].contacts = list
            people[first + leader].rate = plan.rate * 1.5
        }
    }

    private mutating func circle(of index: Int) -> [(who: Int, weight: Double)] {
        var list: [(who: Int, weight: Double)] = []
        func add(_ who: Int, _ weight: Double) {
            if who != index, !list.contains(where: { $0.who == who }) { list.append((who, weight)) }
        }
        let neighbours = people.indices.filter { people[$0].village == people[index].village }
        for _ in 0..<(3 + draw.below(8)) { add(neighbours[draw.below(neighbours.count)], 0.3 + draw.unit()) }
        let popular = Double(plan.people / 10)
        for _ in 0..<(1 + draw.below(4)) { add(Int(popular * draw.unit() * draw.unit()), 0.2 + 0.5 * draw.unit()) }
        for _ in 0..<draw.below(4) { add(draw.below(plan.people), 0.1 + 0.4 * draw.unit()) }
        return list
    }

    private mutating func replace() {
        let days = Double(plan.days)
        changeDay = plan.days / 3 + draw.below(max(1, plan.days / 3))
        let ring = plan.leaders == 0 ? [] : (0..<plan.leaders).map { plan.people - plan.leaders * 7 + $0 }
        for leader in ring { change(leader, on: Double(changeDay)) }
        let ordinary = plan.people - plan.leaders * 7 - plan.people / 10
        for _ in 0..<plan.singles {
            let who = plan.people / 10 + draw.below(ordinary)
            guard people[who].phones.count == 1 else { continue }
            people[who].rate = max(people[who].rate, plan.rate * 0.8)
            change(who, on: days * (0.25 + 0.5 * draw.unit()))
        }
    }

    private mutating func change(_ who: Int, on day: Double) {
        let new = newPhone()
        truth.append([people[who].phones[0].phone, new])
        people[who].phones[0].to = day + plan.overlap
        people[who].phones.append((new, day, Double(plan.days)))
        people[who].change = day
        var later = people[who].contacts.filter { _ in draw.unit() < plan.kept }
        if later.count < 3 { later = people[who].contacts }
        let extra = Int((Double(people[who].contacts.count) * plan.added).rounded())
        for _ in 0..<extra { later.append((draw.below(plan.people), 0.5)) }
        people[who].later = later
        people[who].laterCells = draw.unit() < plan.moving ? cells(draw.below(plan.villages)) : people[who].cells
    }

    private mutating func addDecoys() {
        let days = Double(plan.days)
        func phones(_ from: Double, _ to: Double) -> [(phone: UInt32, from: Double, to: Double)] {
            let phone = newPhone()
            decoys.insert(phone)
            return [(phone, from, to)]
        }
        for index in 0..<plan.decoys {
            let day = index % 2 == 0 ? Double(changeDay) : days * (0.25 + 0.5 * draw.unit())
            // Somebody of a village who falls silent.
            let silent = add(village: draw.below(plan.villages), phones(0, day))
            // A customer who calls popular numbers.
            let customer = add(village: draw.below(plan.villages), phones(day, days))
            people[customer].contacts = (0..<(3 + draw.below(4))).map { _ in (draw.below(max(8, plan.people / 20)), 1) }
            // Somebody who moves into a village, the one of the silent person at times.
            let village = index % 3 == 0 ? people[silent].village : draw.below(plan.villages)
            _ = add(village: village, phones(day, days))
            // A recruit of the ring, who speaks with its people.
            guard plan.leaders > 1 else { continue }
            let recruit = add(village: draw.below(plan.villages), phones(day, days))
            let first = plan.people - plan.leaders * 7
            let squad = draw.below(plan.leaders - 1)
            people[recruit].contacts = people[recruit].contacts.prefix(3) + [(first + 1 + squad, 1.0)]
            people[recruit].contacts += (0..<3).map { (first + plan.leaders + squad * 6 + $0, 1.0) }
        }
    }

    private mutating func add(village: Int, _ phones: [(phone: UInt32, from: Double, to: Double)]) -> Int {
        people.append(
            Person(village: village, cells: cells(village), rate: plan.rate, hours: draw.below(3), phones: phones))
        people[people.count - 1].contacts = circle(of: people.count - 1)
        return people.count - 1
    }

    private mutating func speak() {
        var rows: [(from: UInt32, to: UInt32, time: Int64, duration: Int32, cell: UInt32)] = []
        for day in 0..<plan.days {
            for who in people.indices {
                for _ in 0..<draw.poisson(people[who].rate) {
                    let at = Double(day) + (Double(hour(people[who].hours)) + draw.unit()) / 24
                    guard let mine = phone(of: who, at: at) else { continue }
                    let isLater = at >= people[who].change
                    let list = isLater ? people[who].later ?? people[who].contacts : people[who].contacts
                    guard !list.isEmpty else { continue }
                    let other = pick(list)
                    guard let theirs = phone(of: other, at: at), theirs != mine else { continue }
                    let isForth = draw.unit() < 0.6
                    let caller = isForth ? who : other
                    let isMoved = at >= people[caller].change
                    let cells = isMoved ? people[caller].laterCells : people[caller].cells
                    rows.append(
                        (
                            isForth ? mine : theirs, isForth ? theirs : mine, Int64(at * 86_400_000),
                            Int32(10 + draw.below(600)), cells[draw.unit() < 0.7 ? 0 : 1]
                        ))
                }
            }
        }
        calls = Calls(
            phoneCount: Int(phones), from: rows.map(\.from), to: rows.map(\.to), time: rows.map(\.time),
            duration: rows.map(\.duration), cell: rows.map(\.cell))
    }

    private mutating func phone(of who: Int, at: Double) -> UInt32? {
        let open = people[who].phones.filter { $0.from <= at && at < $0.to }
        return open.isEmpty ? nil : open[draw.below(open.count)].phone
    }

    private mutating func pick(_ list: [(who: Int, weight: Double)]) -> Int {
        var lot = draw.unit() * list.reduce(0) { $0 + $1.weight }
        for entry in list {
            lot -= entry.weight
            if lot < 0 { return entry.who }
        }
        return list[0].who
    }

    private mutating func hour(_ kind: Int) -> Int {
        switch kind {
        case 0: 6 + draw.below(14)
        case 1: 10 + draw.below(13)
        default: (18 + draw.below(9)) % 24
        }
    }
}

/// Draws of the town: the same seed gives the same town.
struct TownDraw {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
    mutating func below(_ count: Int) -> Int { Int(unit() * Double(count)) }

    mutating func poisson(_ mean: Double) -> Int {
        var (left, count) = (mean, 0)
        // Waiting times, halved for large means by drawing in portions.
        while true {
            let u = max(unit(), 1e-12)
            left -= -Self.log(u)
            if left < 0 { return count }
            count += 1
        }
    }

    private static func log(_ value: Double) -> Double {
        // ln by exponent and series: the tests need no Foundation here.
        let (exponent, significand) = (Double(value.exponent), value.significand)
        let t = (significand - 1) / (significand + 1)
        var (sum, power) = (0.0, t)
        for k in stride(from: 1, through: 15, by: 2) {
            sum += power / Double(k)
            power *= t * t
        }
        return 2 * sum + exponent * 0.693_147_180_559_945_3
    }
}
