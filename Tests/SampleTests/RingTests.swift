import Testing

@testable import Sample

@Suite("The ring is there to be found, and finding it is work")
struct RingTests {
    @Test(
        "by number of contacts the main broker is not among the first twenty; by reach to reported sites he is",
        arguments: [(7, 500), (42, 500), (1, 2_000)] as [(UInt64, Int)])
    func brokerIsHiddenAndFindable(seed: UInt64, people: Int) {
        let province = Province.make(seed: seed, people: people)
        let graph = CallGraph(province)
        let stopped = Set(province.services.flatMap(province.phones(of:)).map { province.phones[$0].number })
        let sites = (0..<Workplace.siteCount).map { site in
            province.phones(of: province.managers[site]).map { province.phones[$0].number }
        }
        let brokers = Set(province.phones(of: province.ring.brokers[0]).map { province.phones[$0].number })
        #expect(brokers.isDisjoint(with: graph.byDegree.prefix(20)), "seed \(seed)")
        #expect(!brokers.isDisjoint(with: graph.bySiteReach(sites, stopped: stopped).prefix(10)), "seed \(seed)")
    }

    @Test("most calls mean nothing: the ring's own are under a tenth", arguments: [2_000])
    func noise(people: Int) {
        let province = Province.make(seed: 7, people: people)
        var all = 0
        var own = 0
        for call in (0..<province.days).flatMap({ day in
            [Operator.siam, .mekong, .lanexang].flatMap { province.calls(on: day, by: $0) }
        }) {
            all += 1
            let ends = [call.caller, call.callee].map { province.persons[Int(province.phones[Int($0)].holder)].role }
            if ends.allSatisfy({ $0.tier != nil }) { own += 1 }
        }
        #expect((22...28).contains(all / people), "\(all) calls")
        #expect(own * 10 < all, "\(own) of \(all)")
    }

    @Test("five leaders replace number, SIM and handset on one day of the second month; others change too")
    func replacedPhones() throws {
        let province = Province.make(seed: 7, people: 2_000)
        let day = try #require(province.ring.changeDay)
        #expect((30...60).contains(day))
        let leaders = province.phoneChanges.filter { $0.kind == .leader }
        #expect(leaders.map(\.person) == province.ring.leaders)
        for change in leaders {
            let (old, new) = (province.phones[change.old], province.phones[change.new])
            #expect(old.number != new.number && old.handset != new.handset && old.holder == new.holder)
            #expect(Int(old.to) == day - 1 && Int(new.from) == day)
        }
        #expect(province.phoneChanges.contains { $0.kind == .ordinaryNumber && $0.day == day })
        #expect(!province.newcomers.isEmpty)
    }

    @Test(
        "the evening before an inspection the official warns, and the warning reaches the site; every call is on file")
    func warnings() {
        let province = Province.make(seed: 7, people: 500)
        #expect(province.warnings.count >= 4)
        #expect(province.inspections.contains { $0.calls.isEmpty })
        for warning in province.warnings {
            #expect(warning.calls.count == 3)
            #expect(warning.calls.allSatisfy { $0.at / 86_400 == warning.day - 1 && $0.at % 86_400 >= 18 * 3600 })
            for call in warning.calls {
                let provider = province.phones[Int(call.caller)].provider
                #expect(
                    province.calls(on: warning.day - 1, by: provider).contains {
                        $0.at == call.at && $0.caller == call.caller
                    })
            }
        }
    }

    @Test("a phone that was taken away calls no more")
    func takenPhones() throws {
        let province = Province.make(seed: 7, people: 500)
        let taken = province.journeys.filter { $0.phoneTaken != nil }
        #expect(!taken.isEmpty)
        for journey in taken {
            #expect(province.phone(of: journey.person, day: try #require(journey.phoneTaken)) == -1)
        }
    }

    @Test("the way of people: recruited, transported by a known driver past the checkpoints, then at the site")
    func journeys() {
        let province = Province.make(seed: 7, people: 500)
        let recent = province.journeys.filter { $0.transported >= 0 && $0.region != .isan }
        #expect(!recent.isEmpty)
        for journey in recent {
            #expect(journey.recruited < journey.transported && journey.transported < journey.arrived)
            let driver = province.ring.transporters[journey.transporter].person
            let crossing = province.crossings(on: journey.transported).contains {
                Int($0.person) == journey.person && Int($0.companion) == driver
            }
            #expect(crossing == journey.isWrittenDown)
        }
    }
}
