/// A synthetic province with a known truth: people, phones, money, vehicles and ninety days of their traces.
///
/// Everything follows from the seed, to the byte. What is here is the world; days of calls, transfers and sightings
/// are made when they are asked for, so that a million people need no more memory than their list.
///
///     let province = Province.make(seed: 7, people: 2_000)
///     for file in ProvinceWriter.files(province) { try file.write { bytes in … } }
///
/// Nobody in it is real (RL-35): names are combinations of common parts, places are invented, and numbers of phones,
/// handsets, documents and companies lie in series that are not given out.
public struct Province: Sendable {
    /// What the province was made from.
    public let seed: UInt64
    /// How many people, about: the ring and the services come on top in a very small province.
    public let people: Int
    /// How many days the records cover.
    public let days: Int

    let firstDay: Day
    let cells: [Cell]
    let workplaces: [Workplace]
    let companies: [Company]
    let persons: [Person]
    let journeys: [Journey]
    let ring: Ring
    let suppliers: [Int]
    let managers: [Int]
    let shopkeepers: Range<Int>
    let traders: Range<Int>
    let services: Range<Int>
    let phones: [Phone]
    let phoneStarts: [Int32]
    let phoneChanges: [PhoneChange]
    let newcomers: [Int]
    let acquaintance: Acquaintance
    let ties: [Tie]
    let spots: [Spot]
    let bank: Bank
    let vehicles: [Vehicle]
    /// The inspections of the labour office, with the warnings that went before some.
    private(set) var inspections: [Inspection] = []
    /// The ring's transfers, in order of time.
    private(set) var ringTransfers: [Transfer] = []

    /// Makes a province. `people` is at least 500 and at most 2,000,000; `days` at least 1 and at most 365: other
    /// values are brought into the range. Under sixty days nobody replaces phones together.
    public static func make(
        seed: UInt64, people: Int = 2_000, start: (year: Int, month: Int, day: Int) = (2026, 6, 1), days: Int = 90
    ) -> Province {
        Province(
            seed: seed, people: min(2_000_000, max(500, people)),
            firstDay: Day(year: start.year, month: start.month, day: start.day), days: min(365, max(1, days)))
    }

    private init(seed: UInt64, people: Int, firstDay: Day, days: Int) {
        self.seed = seed
        self.people = people
        self.firstDay = firstDay
        self.days = days
        let workplaces = Workplace.all(seed: seed, people: people)
        var population = Population(seed: seed, people: people, days: days, workplaces: workplaces)
        let cells = Cell.all(seed: seed)
        let companies = Company.all(seed: seed, workplaces: workplaces, population: population)
        bank = Bank(seed: seed, companies: companies, population: &population)
        vehicles = Vehicle.all(seed: seed, population: &population)
        let phoneBook = PhoneBook(seed: seed, days: days, population: population)
        self.workplaces = workplaces
        self.cells = cells
        self.companies = companies
        persons = population.persons
        journeys = population.journeys
        ring = population.ring
        suppliers = population.suppliers
        managers = population.managers
        shopkeepers = population.shopkeepers
        traders = population.traders
        services = population.services
        phones = phoneBook.phones
        phoneStarts = phoneBook.starts
        phoneChanges = phoneBook.changes
        newcomers = phoneBook.newcomers
        acquaintance = Acquaintance(seed: seed, population: population, workplaces: workplaces.count)
        ties = Ties.all(seed: seed, population: population, days: days)
        let points = Place.all.map { ($0.point, $0.region) } + workplaces.map { ($0.point, Region.province) }
        spots = points.map { Spot(point: $0.0, region: $0.1, cells: Cell.serving($0.0, among: cells)) }
        inspections = plannedInspections()
        ringTransfers = MoneyTrail(self).transfers
    }
}

extension Province {
    /// The phone in somebody's hand on a day, or -1 when they have none.
    func phone(of person: Int, slot: UInt8 = 0, day: Int) -> Int {
        for index in Int(phoneStarts[person])..<Int(phoneStarts[person + 1])
        where phones[index].slot == slot && phones[index].from <= day && day <= phones[index].to {
            return index
        }
        return -1
    }

    /// All phones that somebody has had.
    func phones(of person: Int) -> Range<Int> {
        Int(phoneStarts[person])..<Int(phoneStarts[person + 1])
    }

    /// The journey of a person at risk.
    func journey(of person: Int) -> Journey? {
        guard let first = journeys.first?.person, person >= first, person < first + journeys.count else { return nil }
        return journeys[person - first]
    }

    /// Where somebody is, as a spot, at a second of a day.
    func spot(of person: Int, day: Int, second: Int) -> Int {
        let who = persons[person]
        if let journey = journey(of: person) {
            if day < journey.transported { return Int(who.home) }
            return day < journey.arrived ? Self.safeHouse : Place.all.count + journey.site
        }
        guard who.workplace >= 0 else { return Int(who.home) }
        let hour = second / 3600
        let isAtWork = who.isNightly ? hour >= 18 || hour < 2 : hour >= 8 && hour < 17 && (firstDay + day).weekday < 6
        return isAtWork ? Place.all.count + Int(who.workplace) : Int(who.home)
    }

    /// The village where people are kept between journey and site.
    static let safeHouse = 8
}
