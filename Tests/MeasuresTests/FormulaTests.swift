import Measures
import Testing
import Values

@Suite("Formulas of the measures")
struct FormulaTests {
    @Test("Wilson of 0 of 12 is 0 to .2425; of nothing there is none")
    func wilson() throws {
        let none = try #require(Proportion(0, of: 12)?.wilson)
        #expect(none.lowerBound == 0 && abs(none.upperBound - 0.2425) < 5e-5)
        let all = try #require(Proportion(12, of: 12)?.wilson)
        #expect(all.upperBound == 1 && abs(all.lowerBound - 0.7575) < 5e-5)
        #expect(Proportion(0, of: 0)?.wilson == nil && Proportion(3, of: 2) == nil && Proportion(-1, of: 2) == nil)
        for whole in 1...60 {
            for part in 0...whole {
                let interval = try #require(Proportion(part, of: whole)?.wilson)
                #expect(interval.contains(Double(part) / Double(whole)))
            }
        }
        #expect([0, 1, 10, 11].map(Proportion.shown) == [0, nil, nil, 11])
    }

    @Test("Kaplan and Meier of 5, 8+, 12, 20+: .75 at 5, .375 at 12, median 12")
    func survival() {
        typealias Time = Survival.Time
        let survival = Survival([Time(20, ended: false), Time(5), Time(12), Time(8, ended: false)])
        #expect(survival.steps.map(\.length) == [5, 12] && survival.steps.map(\.share) == [0.75, 0.375])
        #expect(survival.median == 12)
        #expect(Survival([Time(5), Time(6, ended: false), Time(7, ended: false)]).median == nil)
        #expect(Survival([]).median == nil && Survival([Time(5), Time(5, ended: false)]).median == 5)
    }

    @Test("M01: who still waits counts")
    func reportToDecision() {
        typealias Site = BeforeOperation.Site
        let sites = [
            Site(reportedAt: 0, decidedAt: 5), Site(reportedAt: 12, decidedAt: nil), Site(reportedAt: 3, decidedAt: 15),
            Site(reportedAt: 0, decidedAt: nil),
        ]
        #expect(BeforeOperation.reportToDecision(sites, now: 20).median == 12)
    }

    @Test("M02, M03, M04, M05, M06; R030, R047, R059, R061: before the operation")
    func before() throws {
        #expect(BeforeOperation.decisionQuality([(true, 2), (true, 1), (false, 3), (true, 4)]) == Proportion(2, of: 4))
        typealias Site = BeforeOperation.Site
        let sites = [
            Site(reportedAt: 0, decidedAt: 1, byAlternative: true, isClean: true),
            Site(reportedAt: 0, decidedAt: 1, byAlternative: true), Site(reportedAt: 0, decidedAt: 1),
            Site(reportedAt: 0, decidedAt: 1, byAlternative: false, isClean: true),
        ]
        #expect(BeforeOperation.withoutEntry(sites) == Proportion(1, of: 3))
        #expect(
            BeforeOperation.proactiveShare([.proactive, .reactivePerson, .reactiveThird, .proactive])
                == Proportion(2, of: 4))
        let routing = BeforeOperation.routing([(4, 0), (10, 2), (6, 1), (40, 3)])
        #expect(
            routing.time?.middle == Ratio(8) && routing.time?.worst == 40 && routing.wandering == Proportion(2, of: 4))
        let given = BeforeOperation.contribution(casesWithItem: 3, cases: 8, answeredAfterDays: [5, 30, 31, nil])
        #expect(given.cases == Proportion(3, of: 8) && given.answered == Proportion(2, of: 4))
    }

    @Test("M07: decay .02 a day, ages 3, 10, 30: .2302 expected empty")
    func emptySites() throws {
        let expected = try #require(AtOperation.expectedEmpty(ages: [3, 10, 30], decay: 0.02))
        #expect(abs(expected - 0.2302) < 5e-5)
        let found = try #require(AtOperation.emptySites(1, ages: [3, 10, 30], decay: 0.02))
        #expect(found.share == Proportion(1, of: 3) && abs(found.excess - (1.0 / 3 - 0.2302)) < 5e-5)
        #expect(AtOperation.emptySites(0, ages: [], decay: 0.02) == nil)
    }

    @Test("M08, M09, M10, M14, R129, R130: at the operation")
    func operation() {
        typealias Entry = AtOperation.Entry
        let entries = [
            Entry(hasArrest: true, hasSeizure: true, hasRemoval: true, separationMinutes: 5, removalMinutes: 40),
            Entry(hasArrest: true, hasSeizure: false, hasRemoval: true, outsiders: 2, separationMinutes: 20),
            Entry(hasArrest: false, hasSeizure: true, hasRemoval: true, immigrationArrests: 3, removalMinutes: 90),
        ]
        #expect(
            AtOperation.allThree(entries) == Proportion(1, of: 3) && AtOperation.breaches(entries) == Ratio(2, of: 3))
        let times = AtOperation.times(entries)
        #expect(times.separation?.middle == Ratio(25, of: 2) && times.removal?.middle == Ratio(65))
        #expect(AtOperation.immigrationArrests(entries) == 3 && AtOperation.breaches([]) == nil)
    }

    @Test("M11: who was not informed in a day, or never, counts as not informed")
    func informed() { #expect(ForPersons.informed([10, 1440, 1441, nil]) == Proportion(2, of: 4)) }

    @Test("M12: a decline is no failure, and a team to which nobody says no is asked about")
    func uptake() throws {
        let some = try #require(ForPersons.Uptake(accepted: 40, declined: 1, offered: 50, persons: 60))
        #expect(
            some.declined == Proportion(1, of: 50) && some.notOffered == Proportion(10, of: 60) && !some.mayBeCoerced)
        #expect(ForPersons.Uptake(accepted: 99, declined: 1, offered: 100, persons: 100)?.mayBeCoerced == true)
        #expect(ForPersons.Uptake(accepted: 49, declined: 0, offered: 49, persons: 49)?.mayBeCoerced == false)
        #expect(ForPersons.Uptake(accepted: 49, declined: 2, offered: 50, persons: 50) == nil)
        #expect(ForPersons.Uptake(accepted: 1, declined: 0, offered: 5, persons: 4) == nil)
    }

    @Test("M15, R169: eligible 40, claimed 24, awarded 10, paid 4: .60, .417, .40")
    func compensation() throws {
        let steps = try #require(ForPersons.Compensation(eligible: 40, claimed: 24, awarded: 10, paid: 4))
        #expect(
            steps.claimed.ratio == Ratio(3, of: 5) && steps.awarded.ratio?.permille == 417
                && steps.paid.ratio == Ratio(2, of: 5))
        #expect(ForPersons.Compensation(eligible: 3, claimed: 4, awarded: 0, paid: 0) == nil)
        let day = try #require(Day("2026-01-01"))
        let persons: [(Day, Day?)] = [(day, day.adding(days: 30)), (day, nil), (day, day.adding(days: 10))]
        #expect(ForPersons.firstPayment(persons, today: day.adding(days: 60)).median == 30)
        #expect(ForPersons.reached(Amount(40, "USD"), of: Amount(100, "USD")) == Ratio(2, of: 5))
        #expect(ForPersons.reached(Amount(40, "THB"), of: Amount(100, "USD")) == nil)
    }

    @Test("M13, M28, M29; R004, R196: waiting, harm, both tracks")
    func persons() {
        let waiting = ForPersons.waiting(days: [10, 200, 30], free: 2)
        #expect(waiting.days?.middle == Ratio(30) && waiting.free == Proportion(2, of: 3))
        #expect(ForPersons.harm(2, followedUp: 20) == Proportion(2, of: 20))
        #expect(ForPersons.resolved([(true, true), (true, false), (false, true)]) == Proportion(1, of: 3))
    }

    @Test("M17, M18, M19, M20, M21, M30; R198, R117: in justice")
    func justice() throws {
        #expect(InJustice.higherUp(tiers: [1, 2, 3, 4, 4]) == Proportion(2, of: 5))
        let day = try #require(Day("2020-01-31"))
        let charged: [(Day, Day?)] = [
            (day, day.adding(months: 36)), (day, day.adding(months: 36).adding(days: 1)), (day, nil),
        ]
        #expect(InJustice.cohort(charged, today: day.adding(months: 40)) == Proportion(1, of: 3))
        #expect(InJustice.cohort(charged, today: day.adding(months: 35)) == nil)
        let evidence = InJustice.evidence(items: (6, 10), elements: (2, 3), cases: (1, 8))
        #expect(evidence.items == Proportion(6, of: 10) && evidence.testimonyOnly == Proportion(1, of: 8))
        #expect(InJustice.burden([(3, 2, 4, 5), (1, 0, 0, 0)])?.middle == Ratio(11))
        #expect(InJustice.brokers([90, 91, nil]) == Proportion(1, of: 3))
        #expect(InJustice.balance(subjects: 3, persons: 12) == Ratio(1, of: 4))
        let bands = InJustice.earlyCooperation([(85, 10), (81, nil), (60, 30), (59, 31)])
        #expect(
            bands == [
                80: try #require(Proportion(1, of: 2)), 60: try #require(Proportion(1, of: 1)),
                40: try #require(Proportion(0, of: 1)),
            ])
    }

    @Test("M22, M23, M25, M31; R096, R197: in the system; what nobody has seen is a spread, never one number")
    func system() {
        #expect(InTheSystem.tenure([(36, true), (12, true), (40, false), (6, true)]).median == 12)
        #expect(InTheSystem.lost(trained: 20, leftWithinYear: 5) == Proportion(5, of: 20))
        #expect(InTheSystem.awards(allowed: 4, all: 5) == Proportion(4, of: 5))
        #expect(InTheSystem.inspections(central: 3, all: 12, violations: 30).perInspection == Ratio(5, of: 2))
        #expect(InTheSystem.undetected(seen: 50, estimates: [100, 200]) == 0.5...0.75)
        #expect(InTheSystem.undetected(seen: 50, estimates: [100, 40]) == nil)
        #expect(InTheSystem.undetected(seen: 50, estimates: []) == nil)
    }

    @Test("M26, R189, R055: an effect that is there is found with the trend taken out; where there is none, none")
    func publicity() throws {
        let doubled = try #require(InTheSystem.publicityEffect(before: [10, 10, 10, 10], after: [20, 20, 20, 20]))
        #expect(abs(doubled - 1) < 1e-6)
        let trend = (0..<20).map { Int((100 * 1.05.power($0)).rounded()) }
        let none = try #require(InTheSystem.publicityEffect(before: Array(trend[..<10]), after: Array(trend[10...])))
        #expect(abs(none) < 0.02)
        #expect(InTheSystem.publicityEffect(before: [0, 0], after: [1, 2]) == nil)
        #expect(InTheSystem.publicityEffect(before: [5], after: [1, 2]) == nil)
    }

    @Test("M23, M24, M27; R110, R111, R188, R195: prestige, integrity, promises, incidents for a hundred persons")
    func accountability() throws {
        let promoted = Accountability.promotions(specialist: (1, 20), others: (30, 300))
        #expect(promoted.specialist == Ratio(1, of: 20) && promoted.others == Ratio(1, of: 10))
        let integrity = Accountability.integrity(openConflicts: 1, operations: 4, anomalies: 7, closed: 2, begun: 5)
        #expect(integrity.conflicts == Ratio(1, of: 4) && integrity.closed == Proportion(2, of: 5))
        let day = try #require(Day("2026-01-01"))
        typealias Commitment = Accountability.Commitment
        let promises = [
            Commitment(made: day, kept: day.adding(days: 180)), Commitment(made: day, kept: day.adding(days: 181)),
            Commitment(made: day), Commitment(made: day.adding(days: 100), kept: day.adding(days: 101)),
        ]
        #expect(Accountability.commitments(promises, today: day.adding(days: 200)) == Proportion(1, of: 3))
        #expect(
            Accountability.perHundred(3, persons: 60) == Ratio(5) && Accountability.perHundred(3, persons: 0) == nil)
    }

    @Test("R053: the stages of the funnel reconcile, or there is none")
    func funnel() {
        #expect(Funnel([.reports: 3, .arrested: 9, .charged: 7, .prosecuted: 7, .convicted: 2]) != nil)
        #expect(Funnel([.arrested: 9, .charged: 10]) == nil && Funnel([.charged: 2, .convicted: 3]) == nil)
        #expect(Funnel([.compensationOrdered: 1, .compensationPaid: 2]) == nil && Funnel([.arrested: -1]) == nil)
    }

    @Test("all thirty-one measures are there")
    func all() {
        let names = (1...31).map { number -> String in number < 10 ? "M0\(number)" : "M\(number)" }
        #expect(MeasureCode.allCases.map(\.rawValue) == names)
    }
}

extension Double {
    fileprivate func power(_ exponent: Int) -> Double { (0..<exponent).reduce(1) { product, _ in product * self } }
}
