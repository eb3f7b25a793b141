import Justice
import Testing
import Values

@Suite("RL-18: non-punishment first")
struct RL18NonPunishmentTests {
    typealias Review = Arrest.NonPunishmentReview

    @Test(
        "RL-18: no person at risk is arrested for anything without a prosecutor's review, in no case of the catalogue")
    func review() throws {
        let offences = try OffenceCatalogue.shipped()
        let reviews: [(Review?, Bool)] = [
            (nil, false), (Review(by: "", isBecauseOfExploitation: false, reason: "x"), false),
            (Review(by: "pia", isBecauseOfExploitation: false, reason: ""), false),
            (Review(by: "pia", isBecauseOfExploitation: true, reason: "debt bondage"), false),
            (Review(by: "pia", isBecauseOfExploitation: false, reason: "before and apart from it"), true),
        ]
        for offence in offences.all {
            for (review, isAllowed) in reviews {
                let arrest = Arrest(.personAtRisk, for: offence.code, review: review, prosecutorEngagedAt: 0, at: 1)
                let answer = arrest.answer(offences)
                #expect((answer == .allowed) == isAllowed)
                if case .refused(let reasons) = answer { #expect(reasons.rules == ["RL-18"]) }
            }
            let subject = Arrest(.subject(profile: "s1"), for: offence.code, prosecutorEngagedAt: 0, at: 1)
            #expect(subject.answer(offences) == .allowed)
        }
    }

    @Test("R131, R141: an arrest without a profile, or before the prosecutor was engaged, is flagged")
    func flags() {
        #expect(Arrest(.subject(profile: "s"), for: "RAPE", prosecutorEngagedAt: 1, at: 1).flags == [])
        #expect(Arrest(.unknownSubject, for: "RAPE", prosecutorEngagedAt: 1, at: 1).flags.rules == ["R131"])
        #expect(Arrest(.subject(profile: "s"), for: "RAPE", prosecutorEngagedAt: 2, at: 1).flags.rules == ["R141"])
        #expect(Arrest(.subject(profile: "s"), for: "RAPE", prosecutorEngagedAt: nil, at: 1).flags.rules == ["R141"])
    }
}
