/// Makes the people, in a fixed order: the ring, people at risk, suppliers, employers, shopkeepers, traders, workers,
/// residents, and at the end the numbers that everybody calls.
struct Population {
    var persons: [Person] = []
    var journeys: [Journey] = []
    private(set) var ring: Ring
    private(set) var suppliers: [Int] = []
    /// By workplace.
    private(set) var managers: [Int] = []
    private(set) var shopkeepers: Range<Int> = 0..<0
    private(set) var traders: Range<Int> = 0..<0
    private(set) var services: Range<Int> = 0..<0

    private let seed: UInt64
    private let days: Int

    /// The numbers that everybody calls, by what they are.
    static let serviceNames = ["labour-hotline", "taxi", "bank-call-centre", "delivery", "operator-service"]

    init(seed: UInt64, people: Int, days: Int, workplaces: [Workplace]) {
        self.seed = seed
        self.days = days
        var persons: [Person] = []
        ring = Cast(seed: seed, days: days).play(&persons)
        self.persons = persons
        addPeopleAtRisk(perSite: min(14, max(3, people / 250)))
        suppliers = (0..<4).map { add(.supplier, .thai, home: $0 % 3, calls: 0.9) }
        addEmployers(workplaces)
        let rest = max(40, people - self.persons.count)
        let shops = max(6, rest * 3 / 100)
        let trading = min(400, max(4, rest / 70))
        let working = rest * 45 / 100
        shopkeepers = addMany(shops, .shopkeeper, workplaces)
        traders = addMany(trading, .trader, workplaces)
        _ = addMany(working, .worker, workplaces)
        _ = addMany(max(0, rest - shops - trading - working), .resident, workplaces)
        let first = self.persons.count
        for _ in Self.serviceNames { add(.service, .thai, home: 0, calls: 0) }
        services = first..<self.persons.count
    }

    private func draw(_ salt: Int) -> Draw { Draw(seed, .persons, persons.count, salt) }

    @discardableResult
    private mutating func add(
        _ role: Role, _ culture: Culture, home: Int, workplace: Int = -1, calls: Double
    ) -> Int {
        var draw = draw(1)
        persons.append(Person.drawn(role, culture, home: home, workplace: workplace, calls: calls, &draw))
        return persons.count - 1
    }

    private mutating func addPeopleAtRisk(perSite: Int) {
        for site in 0..<Workplace.exploitationCount {
            for _ in 0..<perSite {
                var draw = draw(2)
                let broker = Ring.broker(ofSite: site)
                let recruiter = draw.pick(ring.recruiters.filter { $0.broker == broker })
                let culture = Self.culture(from: recruiter.region, &draw)
                let home = Place.all.indices.filter { Place.all[$0].region == recruiter.region }
                let person = add(.personAtRisk, culture, home: draw.pick(home), workplace: site, calls: 0.2)
                journeys.append(journey(person, site, recruiter, &draw))
            }
        }
    }

    private func journey(_ person: Int, _ site: Int, _ recruiter: Ring.Recruiter, _ draw: inout Draw) -> Journey {
        let isRecent = draw.chance(0.45) && days >= 40
        let recruited = isRecent ? draw.within(3...(days - 25)) : -draw.within(15...240)
        // Each driver goes every sixth day, and to one area: people travel together.
        let drivers = ring.transporters.indices.filter { ring.transporters[$0].broker == recruiter.broker }
        let driver = draw.pick(drivers)
        let phase = driver + 2 * Int(recruiter.region.rawValue)
        let transported = recruited + 2 + ((phase - recruited - 2) % 6 + 6) % 6
        let arrived = transported + draw.within(1...3)
        var journey = Journey(
            person: person, site: site, region: recruiter.region, recruiter: recruiter.person,
            transporter: driver, recruited: recruited, transported: transported, arrived: arrived,
            phoneTaken: nil, isWrittenDown: draw.chance(0.7), debt: draw.within(18...60) * 1_000)
        if draw.chance(0.4) {
            let day = max(arrived, 0) + draw.within(2...30)
            if day < days { journey.phoneTaken = day }
        }
        return journey
    }

    private static func culture(from region: Region, _ draw: inout Draw) -> Culture {
        switch region {
        case .lao: .lao
        case .khmer: .khmer
        case .isan, .province: draw.pick([.burmese, .vietnamese, .thai, .burmese])
        }
    }

    private mutating func addEmployers(_ workplaces: [Workplace]) {
        for (index, workplace) in workplaces.enumerated() {
            if workplace.truth == .exploitation {
                managers.append(ring.managers[index])
            } else {
                var draw = draw(2)
                let culture: Culture = draw.pick([.thai, .thai, .chineseThai])
                managers.append(add(.employer, culture, home: workplace.place, workplace: index, calls: 0.5))
            }
        }
    }

    private mutating func addMany(_ count: Int, _ role: Role, _ workplaces: [Workplace]) -> Range<Int> {
        let first = persons.count
        for _ in 0..<count { addOrdinary(role, workplaces) }
        return first..<persons.count
    }

    private mutating func addOrdinary(_ role: Role, _ workplaces: [Workplace]) {
        var draw = draw(2)
        var workplace = -1
        var home = Place.drawn(&draw)
        if role == .worker {
            // Every twentieth ordinary worker works beside people at risk: sites are not empty of others.
            let atSite = draw.chance(0.05)
            workplace =
                atSite ? draw.below(Workplace.siteCount) : draw.within(Workplace.siteCount...(workplaces.count - 1))
            home = draw.chance(0.7) ? workplaces[workplace].place : draw.below(12)
        }
        if role == .trader { home = draw.pick([4, 4, 7, 15]) }
        let base: Double =
            switch role {
            case .shopkeeper: 0.9
            case .trader: 0.6
            default: 0.225
            }
        let culture = Self.culture(at: Place.all[home].region, role, &draw)
        let index = add(role, culture, home: home, workplace: workplace, calls: base * draw.heavyTail())
        if workplace >= 0, workplaces[workplace].kind == .karaoke || draw.chance(0.2) {
            persons[index].isNightly = true
        }
    }

    private static func culture(at region: Region, _ role: Role, _ draw: inout Draw) -> Culture {
        switch region {
        case .lao: .lao
        case .khmer: .khmer
        case .isan: .thai
        case .province:
            role == .worker
                ? draw.pick([.thai, .thai, .khmer, .burmese, .lao, .thai, .vietnamese, .khmer])
                : draw.pick([.thai, .thai, .thai, .thai, .thai, .chineseThai, .khmer, .lao])
        }
    }
}

extension Person {
    /// A person with name, age and sex drawn.
    static func drawn(
        _ role: Role, _ culture: Culture, home: Int, workplace: Int, calls: Double, _ draw: inout Draw
    ) -> Person {
        let isFemale = draw.chance(0.5)
        let youngest = role == .personAtRisk || role == .worker ? 19 : 24
        let born = Day(year: 2026 - youngest - draw.below(30), month: 1 + draw.below(12), day: 1 + draw.below(28))
        return Person(
            role: role, culture: culture, isFemale: isFemale, name: .drawn(culture, female: isFemale, &draw),
            born: born, home: Int32(home), workplace: Int32(workplace), calls: Float(calls))
    }
}

extension Place {
    /// A place to live, by weight.
    static func drawn(_ draw: inout Draw) -> Int {
        var rest = draw.below(totalWeight)
        for (index, place) in all.enumerated() {
            if rest < place.weight { return index }
            rest -= place.weight
        }
        return 0
    }

    private static let totalWeight = all.reduce(0) { $0 + $1.weight }
}
