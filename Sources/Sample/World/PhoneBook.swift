/// Gives out phones, person by person, so that each person's phones stand together.
struct PhoneBook {
    private(set) var phones: [Phone] = []
    /// Where each person's phones start; one more at the end.
    private(set) var starts: [Int32] = []
    private(set) var changes: [PhoneChange] = []
    /// Phones that first speak on the day of change and replace nothing.
    private(set) var newcomers: [Int] = []

    private let seed: UInt64
    private let lastDay: Int16
    private var serials = [100, 100, 100, 100]
    private var handsets = 0

    init(seed: UInt64, days: Int, population: Population) {
        self.seed = seed
        lastDay = Int16(days - 1)
        var journeys: [Int: Journey] = [:]
        for journey in population.journeys { journeys[journey.person] = journey }
        let leaders = Set(population.ring.leaders)
        for (index, person) in population.persons.enumerated() {
            starts.append(Int32(phones.count))
            var draw = Draw(seed, .phones, index)
            if let journey = journeys[index] {
                addPersonAtRisk(index, person, journey, &draw)
            } else if person.role == .service {
                addService(index - population.services.lowerBound, index)
            } else if leaders.contains(index) {
                addLeader(
                    index, person, changeDay: population.ring.changeDay, hasSecond: index == population.ring.brokers[0],
                    &draw)
            } else {
                addOrdinary(index, person, days: days, changeDay: population.ring.changeDay, &draw)
            }
        }
        starts.append(Int32(phones.count))
    }

    @discardableResult
    private mutating func add(
        _ provider: Operator, _ holder: Int, _ culture: Culture, slot: UInt8 = 0, from: Int = 0, to: Int? = nil,
        handset: Int32? = nil
    ) -> Int {
        let serial = serials[Int(provider.rawValue)]
        serials[Int(provider.rawValue)] += 1
        phones.append(
            Phone(
                number: PhoneNumber(provider, culture, serial: serial), provider: provider, sim: Int32(serial),
                handset: handset ?? nextHandset(), holder: Int32(holder), slot: slot, from: Int16(max(0, from)),
                to: to.map(Int16.init) ?? lastDay))
        return phones.count - 1
    }

    private mutating func nextHandset() -> Int32 {
        handsets += 1
        return Int32(handsets)
    }

    private mutating func addService(_ number: Int, _ holder: Int) {
        phones.append(
            Phone(
                number: PhoneNumber(.siam, .thai, serial: number + 1), provider: .siam, sim: Int32(number + 1),
                handset: nextHandset(), holder: Int32(holder), slot: 0, from: 0, to: lastDay))
    }

    private mutating func addPersonAtRisk(_ index: Int, _ person: Person, _ journey: Journey, _ draw: inout Draw) {
        guard draw.chance(0.88) else { return }
        let end = journey.phoneTaken.map { $0 - 1 }
        let local: Operator = draw.chance(0.65) ? .siam : .mekong
        guard journey.arrived > 0, journey.region != .isan else {
            add(local, index, person.culture, to: end)
            return
        }
        let home: Operator = journey.region == .lao ? .lanexang : .other
        let old = add(home, index, person.culture, to: journey.arrived - 1)
        let new = add(local, index, person.culture, from: journey.arrived, to: end, handset: phones[old].handset)
        changes.append(PhoneChange(kind: .arrival, person: index, day: journey.arrived, old: old, new: new))
    }

    private mutating func addLeader(
        _ index: Int, _ person: Person, changeDay: Int?, hasSecond: Bool, _ draw: inout Draw
    ) {
        let old = add(draw.chance(0.7) ? .siam : .mekong, index, person.culture, to: changeDay.map { $0 - 1 })
        if let day = changeDay {
            let new = add(draw.chance(0.7) ? .siam : .mekong, index, person.culture, from: day)
            changes.append(PhoneChange(kind: .leader, person: index, day: day, old: old, new: new))
        }
        if hasSecond { add(.siam, index, person.culture, slot: 1) }
    }

    private mutating func addOrdinary(
        _ index: Int, _ person: Person, days: Int, changeDay: Int?, _ draw: inout Draw
    ) {
        let provider = Self.provider(person, &draw)
        // Others change phones too: now and then at any time, and a few on the very day.
        let isRing = person.role.tier != nil
        let lot = draw.unit()
        if let day = changeDay, !isRing, lot < 0.004 {
            newcomers.append(add(provider, index, person.culture, from: day))
        } else if let day = changeDay, !isRing, lot < 0.02 {
            let when = lot < 0.009 ? day : draw.within(5...(days - 5))
            let old = add(provider, index, person.culture, to: when - 1)
            let keepsHandset = draw.chance(0.5)
            let new = add(
                provider, index, person.culture, from: when, handset: keepsHandset ? phones[old].handset : nil)
            changes.append(PhoneChange(kind: .ordinaryNumber, person: index, day: when, old: old, new: new))
        } else if !isRing, lot < 0.04, days > 12 {
            addNewHandset(index, person, provider, day: draw.within(5...(days - 5)))
        } else {
            add(provider, index, person.culture)
        }
    }

    private mutating func addNewHandset(_ index: Int, _ person: Person, _ provider: Operator, day: Int) {
        let old = add(provider, index, person.culture, to: day - 1)
        let kept = phones[old]
        phones.append(
            Phone(
                number: kept.number, provider: provider, sim: kept.sim, handset: nextHandset(), holder: kept.holder,
                slot: 0, from: Int16(day), to: lastDay))
        changes.append(PhoneChange(kind: .ordinaryHandset, person: index, day: day, old: old, new: old + 1))
    }

    private static func provider(_ person: Person, _ draw: inout Draw) -> Operator {
        let region = Int(person.home) < Place.all.count ? Place.all[Int(person.home)].region : .province
        switch region {
        case .lao: return .lanexang
        case .khmer: return .other
        case .isan: return draw.chance(0.6) ? .siam : .mekong
        case .province:
            let lot = draw.unit()
            if person.role.tier == nil, lot < 0.06 {
                if person.culture == .lao { return .lanexang }
                if person.culture != .thai, person.culture != .chineseThai { return .other }
            }
            return lot < 0.6 ? .siam : .mekong
        }
    }
}
