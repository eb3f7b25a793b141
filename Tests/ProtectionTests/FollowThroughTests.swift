import Protection
import Testing
import Values

@Suite("Claims, follow-up, resolution")
struct FollowThroughTests {
    static func law(_ name: String) throws -> Jurisdiction { try #require(try Jurisdiction.shipped()[name]) }

    @Test("R171-R174: routes by law, with their last days, and none whose time has run out")
    func routes() throws {
        let since = try #require(Day("2024-01-31"))
        let civil = try Self.law("example-civil")
        let early = ClaimRoutes.open(in: civil, since: since, today: since)
        #expect(
            early.map(\.route) == [
                .stateFund, .civilTort, .labourClaim, .adhesion, .mandatoryRestitution, .supervisedSettlement,
                .employerInsurance,
            ])
        #expect(early.first { $0.route == .labourClaim }?.lastDay == Day("2026-01-31"))
        let last = try #require(Day("2026-01-31"))
        func isOpen(_ day: Day) -> Bool {
            ClaimRoutes.open(in: civil, since: since, today: day).contains { $0.route == .labourClaim }
        }
        #expect(isOpen(last) && !isOpen(last.adding(days: 1)))
        #expect(ClaimRoutes.refusal(.labourClaim, in: civil, since: since, today: last.adding(days: 1))?.rule == "R171")
        #expect(ClaimRoutes.refusal(.penalOrder, in: civil, since: since, today: since)?.rule == "R174")
        #expect(
            try ClaimRoutes.refusal(.adhesion, in: Self.law("example-common"), since: since, today: since)?.rule
                == "R173")
        #expect(ClaimRoutes.warningDays(last).first == Day("2025-08-04"))
    }

    @Test("R171: several routes at once, and nobody is paid twice for the same loss")
    func net() throws {
        let award = Amount(1000, "USD")
        #expect(
            try ClaimRoutes.net(award: award, paidElsewhere: [Amount(300, "USD"), Amount(200, "USD")]).minor == 500)
        #expect(try ClaimRoutes.net(award: award, paidElsewhere: [Amount(1500, "USD")]).minor == 0)
        #expect(throws: Amount.Problem.self) { try ClaimRoutes.net(award: award, paidElsewhere: [Amount(1, "THB")]) }
    }

    @Test("R009: assessments at once, after 30 days, 6, 12 and 24 months; contacts only with consent and a safe way")
    func schedule() throws {
        let day = try #require(Day("2026-08-31"))
        #expect(
            FollowUp.assessments(since: day).map(\.description) == [
                "2026-08-31", "2026-09-30", "2027-02-28", "2027-08-31", "2028-08-31",
            ])
        #expect(
            FollowUp.contacts(since: day).map(\.description) == [
                "2026-09-30", "2026-11-30", "2027-02-28", "2027-08-31", "2028-08-31",
            ])
        let consent = Consent(.followUpContact, to: "ngo", .granted, at: 0, until: 10)
        #expect(FollowUp.isAllowed([consent], by: "ngo", hasSafeContact: true, now: 5))
        #expect(!FollowUp.isAllowed([consent], by: "ngo", hasSafeContact: false, now: 5))
        #expect(!FollowUp.isAllowed([consent], by: "ngo", hasSafeContact: true, now: 10))
    }

    @Test(
        "R035: a track with one open item cannot be closed; what was declined is closed",
        arguments: PersonResolution.Item.allCases)
    func closing(_ item: PersonResolution.Item) {
        var list = PersonResolution()
        for each in PersonResolution.Item.allCases { list.outcomes[each] = .resolved(how: "settled") }
        func refusals(_ outcome: PersonResolution.Outcome?) -> [String] {
            list.outcomes[item] = outcome
            return list.refusalsToClose(personAgrees: true, isLost: false, safeAttempts: 0).rules
        }
        #expect(refusals(nil) == ["R035"] && refusals(.open) == ["R035"] && refusals(.resolved(how: "")) == ["R035"])
        #expect(refusals(.lawfullyImpossible(basis: "")) == ["R035"])
        #expect(refusals(.declined) == [] && refusals(.lawfullyImpossible(basis: "statute 5")) == [])
    }

    @Test("R035: the person agrees, or is lost after three safe attempts")
    func agreement() {
        var list = PersonResolution()
        for each in PersonResolution.Item.allCases { list.outcomes[each] = .declined }
        #expect(list.refusalsToClose(personAgrees: false, isLost: false, safeAttempts: 9).rules == ["R035"])
        #expect(list.refusalsToClose(personAgrees: false, isLost: true, safeAttempts: 2).rules == ["R035"])
        #expect(list.refusalsToClose(personAgrees: false, isLost: true, safeAttempts: 3) == [])
        #expect(list.open == [] && PersonResolution().open.count == 16)
    }

    @Test("R179, R183: what a hearing lacks is flagged; measures may be declined")
    func court() {
        #expect(
            CourtSupport.gaps(measures: [.videoLink], declinesMeasures: false, help: Set(CourtSupport.Help.allCases))
                == [])
        #expect(CourtSupport.gaps(measures: [], declinesMeasures: true, help: Set(CourtSupport.Help.allCases)) == [])
        let gaps = CourtSupport.gaps(
            measures: [], declinesMeasures: false, help: [.transport, .interpreter, .companion])
        #expect(gaps.rules == ["R179", "R183", "R183"])
    }

    @Test("R181: time to recover is never under 30 days, and its end is told beforehand")
    func leave() throws {
        let day = try #require(Day("2026-01-01"))
        #expect(try Leave.reflectionEnd(since: day, in: Self.law("strict")).description == "2026-01-31")
        #expect(Leave.warningDays(day).map(\.description) == ["2025-11-02", "2025-12-02", "2025-12-18", "2025-12-25"])
    }
}
