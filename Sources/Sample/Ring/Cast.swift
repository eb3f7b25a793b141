/// Puts the ring's people into the list of persons: the first sixty or so.
struct Cast {
    let seed: UInt64
    let days: Int

    func play(_ persons: inout [Person]) -> Ring {
        var draw = Draw(seed, .ring)
        func add(_ role: Role, _ culture: Culture, home: Int, workplace: Int = -1, calls: Double = 0.2) -> Int {
            persons.append(Person.drawn(role, culture, home: home, workplace: workplace, calls: calls, &draw))
            return persons.count - 1
        }
        let sites = 0..<Workplace.exploitationCount
        // The main broker's first phone calls the ring alone; his life is on the second (see `Ties`).
        let brokers = [
            add(.broker, .chineseThai, home: 0, calls: 0.25), add(.broker, .thai, home: 4, calls: 0.3),
            add(.broker, .lao, home: 1, calls: 0.3),
        ]
        let lieutenants = [0, 1, 3].map { add(.lieutenant, .thai, home: $0, calls: 0.15) }
        let recruiters = [
            (0, Region.lao, Culture.lao, 12), (0, .khmer, .khmer, 15), (0, .isan, .thai, 18), (1, .khmer, .khmer, 16),
            (2, .lao, .lao, 13),
        ].map { broker, region, culture, home in
            Ring.Recruiter(person: add(.recruiter, culture, home: home, calls: 0.4), broker: broker, region: region)
        }
        let transporters = [0, 0, 1, 2].map {
            Ring.Driver(person: add(.transporter, .thai, home: draw.pick([0, 4, 9])), broker: $0)
        }
        let owners = (0..<9).map { _ in
            add(.exploiter, draw.pick([.thai, .chineseThai]), home: draw.below(5), calls: 0.35)
        }
        return Ring(
            brokers: brokers, lieutenants: lieutenants, recruiters: recruiters, transporters: transporters,
            scout: add(.scout, .thai, home: 9), safeHouseKeeper: add(.safeHouseKeeper, .thai, home: 8),
            moneyHandler: add(.moneyHandler, .thai, home: 0, calls: 0.15),
            mules: (0..<3).map { add(.mule, .thai, home: $0) },
            nominees: (0..<4).map { _ in add(.nominee, .thai, home: draw.below(12), calls: 0.12) },
            official: add(.official, .thai, home: 0, calls: 0.5), relative: add(.relative, .thai, home: 5),
            partner: add(.partner, .thai, home: 0, calls: 0.3), owners: owners,
            managers: sites.map { add(.siteManager, .thai, home: draw.below(5), workplace: $0, calls: 0.4) },
            overseers: sites.map { add(.overseer, draw.pick([.thai, .khmer]), home: draw.below(5), workplace: $0) },
            changeDay: days >= 60 ? draw.within(36...min(54, days - 8)) : nil)
    }
}
