/// Two people who speak on business, and how often.
struct Tie: Sendable {
    enum Hours: UInt8, Sendable { case day, evening, night }
    let a: Int
    let b: Int
    var slotA: UInt8 = 0
    var slotB: UInt8 = 0
    /// Calls a day, in the mean, in either direction.
    let rate: Double
    var hours = Hours.day
    /// First and last day.
    var from = 0
    var to = Int.max
}

/// The business calls of the province: the ring's, and the honest ones of suppliers and employers that look alike.
enum Ties {
    static func all(seed: UInt64, population: Population, days: Int) -> [Tie] {
        mainBroker(population.ring) + smallBrokers(population.ring) + sites(population.ring)
            + money(population.ring) + journeys(population, days: days) + honest(seed: seed, population)
    }

    /// The main broker's first phone calls four people and nobody else. His second one is for the official, the
    /// other brokers and his partner; friends and shops have that number too.
    private static func mainBroker(_ ring: Ring) -> [Tie] {
        let broker = ring.brokers[0]
        var ties = ring.lieutenants.map { Tie(a: broker, b: $0, rate: 0.75, hours: .evening) }
        ties.append(Tie(a: broker, b: ring.moneyHandler, rate: 0.35))
        ties.append(Tie(a: broker, b: ring.partner, slotA: 1, rate: 0.4, hours: .evening))
        ties.append(Tie(a: broker, b: ring.official, slotA: 1, rate: 0.03, hours: .evening))
        ties += ring.brokers.dropFirst().map { Tie(a: broker, b: $0, slotA: 1, rate: 0.05) }
        for (index, lieutenant) in ring.lieutenants.enumerated() {
            ties.append(Tie(a: lieutenant, b: ring.lieutenants[(index + 1) % ring.lieutenants.count], rate: 0.12))
            for site in 0..<6 where Ring.lieutenant(ofSite: site) == index {
                ties.append(Tie(a: lieutenant, b: ring.managers[site], rate: 0.45, hours: .evening))
            }
        }
        for (index, recruiter) in ring.recruiters.enumerated() where recruiter.broker == 0 {
            ties.append(Tie(a: ring.lieutenants[index % 3], b: recruiter.person, rate: 0.35))
        }
        for (index, driver) in ring.transporters.enumerated() where driver.broker == 0 {
            ties.append(Tie(a: ring.lieutenants[index % 3], b: driver.person, rate: 0.3))
            ties.append(Tie(a: driver.person, b: ring.safeHouseKeeper, rate: 0.12))
            ties.append(Tie(a: driver.person, b: ring.scout, rate: 0.15))
        }
        return ties
    }

    /// The two smaller brokers do without lieutenants.
    private static func smallBrokers(_ ring: Ring) -> [Tie] {
        var ties: [Tie] = []
        for broker in [1, 2] {
            let person = ring.brokers[broker]
            for site in 0..<Workplace.exploitationCount where Ring.broker(ofSite: site) == broker {
                ties.append(Tie(a: person, b: ring.managers[site], rate: 0.4))
            }
            ties += ring.recruiters.filter { $0.broker == broker }.map { Tie(a: person, b: $0.person, rate: 0.4) }
            ties += ring.transporters.filter { $0.broker == broker }.map { Tie(a: person, b: $0.person, rate: 0.3) }
            ties.append(Tie(a: person, b: ring.moneyHandler, rate: 0.08))
        }
        return ties
    }

    private static func sites(_ ring: Ring) -> [Tie] {
        (0..<Workplace.exploitationCount).flatMap { site in
            [
                Tie(a: ring.managers[site], b: ring.owners[Ring.ownerOfSite[site]], rate: 0.4),
                Tie(a: ring.managers[site], b: ring.overseers[site], rate: 0.7, hours: .night),
                Tie(a: ring.owners[Ring.ownerOfSite[site]], b: ring.nominees[site % 4], rate: 0.03),
            ]
        }
    }

    private static func money(_ ring: Ring) -> [Tie] {
        ring.mules.map { Tie(a: ring.moneyHandler, b: $0, rate: 0.2) }
            + ring.managers.map { Tie(a: ring.moneyHandler, b: $0, rate: 0.05) }
            + [
                Tie(a: ring.moneyHandler, b: ring.nominees[0], rate: 0.1),
                Tie(a: ring.relative, b: ring.official, rate: 0.25, hours: .evening),
            ]
    }

    /// The recruiter calls before the journey, the driver around it; afterwards nobody does.
    private static func journeys(_ population: Population, days: Int) -> [Tie] {
        population.journeys.filter { $0.arrived >= 0 && $0.recruited < days }.flatMap { journey in
            let driver = population.ring.transporters[journey.transporter].person
            return [
                Tie(
                    a: journey.recruiter, b: journey.person, rate: 0.8, from: journey.recruited - 4,
                    to: journey.transported),
                Tie(a: driver, b: journey.person, rate: 0.9, from: journey.transported - 1, to: journey.transported),
                Tie(a: driver, b: journey.recruiter, rate: 0.5, from: journey.transported - 2, to: journey.transported),
                Tie(
                    a: driver, b: population.ring.managers[journey.site], rate: 0.8, from: journey.transported,
                    to: journey.arrived),
            ]
        }
    }

    /// Ice, food and paper work are sold to many workplaces, the exploitation sites among them; employers of one
    /// trade call each other.
    private static func honest(seed: UInt64, _ population: Population) -> [Tie] {
        var draw = Draw(seed, .ring, 1)
        var ties: [Tie] = []
        for supplier in population.suppliers {
            for _ in 0..<26 {
                let manager = population.managers[draw.below(population.managers.count)]
                ties.append(Tie(a: supplier, b: manager, rate: 0.07))
            }
            for _ in 0..<4 {
                ties.append(Tie(a: supplier, b: population.managers[draw.below(Workplace.siteCount)], rate: 0.09))
            }
        }
        for manager in population.managers {
            for _ in 0..<2 {
                let other = population.managers[draw.below(population.managers.count)]
                if other != manager { ties.append(Tie(a: manager, b: other, rate: 0.03)) }
            }
        }
        return ties
    }
}
