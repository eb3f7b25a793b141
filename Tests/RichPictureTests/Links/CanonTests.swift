import Access
import Records
import Testing

@testable import RichPicture

/// Who stands for whom, as a pure function of decisions.
@Suite("Who is one with whom follows from what people decided, and from nothing else")
struct CanonTests {
    static func decision(_ number: Int, _ verdict: LinkVerdict, _ members: [Int]) -> Canon.Decision {
        Canon.Decision(
            number: number, record: "r\(number)", verdict: verdict, organisation: "police", at: number,
            members: members.sorted())
    }

    @Test("the first comes to stand for all")
    func first() {
        let canon = Canon([Self.decision(1, .same, [7, 3]), Self.decision(2, .same, [3, 9])])
        #expect([3, 7, 9, 4].map { canon($0) } == [3, 3, 3, 4])
        #expect(canon.members(of: 9) == [3, 7, 9] && canon.members(of: 4) == [4])
    }

    @Test("if A is B, and B is not C, then A is not C")
    func transitive() {
        let canon = Canon([Self.decision(1, .same, [1, 2]), Self.decision(2, .notSame, [2, 3])])
        #expect(canon.apart([1, 3])?.number == 2 && canon.apart([1, 4]) == nil && canon.apart([1, 2]) == nil)
    }

    @Test("R043: a not the same is never overruled, in whatever order things were said", arguments: 1...40)
    func neverOverruled(_ seed: UInt64) {
        var dice = Dice(seed: seed)
        let decisions = (1...25).map { number in
            let members = Set((0..<dice.number(2...4)).map { _ in dice.number(1...12) })
            let verdict = LinkVerdict.allCases[dice.number(0...2)]
            return Self.decision(number, verdict == .same ? .same : verdict, Array(members))
        }
        let canon = Canon(decisions)
        for decision in decisions where decision.verdict == .notSame {
            for (one, other) in decision.pairs { #expect(canon(one) != canon(other), "seed \(seed)") }
        }
        #expect(Canon(decisions.shuffled(using: &dice)).replaced == canon.replaced, "seed \(seed)")
        for decision in decisions where decision.verdict == .same && !canon.contradicted.contains(decision.number) {
            #expect(Set(decision.members.map { canon($0) }).count == 1)
        }
    }

    @Test("a decision that was taken back leaves nothing behind", arguments: 1...20)
    func inverse(_ seed: UInt64) {
        var dice = Dice(seed: seed)
        let before = (1...10).map { number in
            Self.decision(number, .same, [dice.number(1...30), dice.number(31...60)])
        }
        let merged = Canon(before + [Self.decision(11, .same, [1, 2, 31])])
        #expect(Set([1, 2, 31].map { merged($0) }).count == 1)
        #expect(Canon(before).replaced == Canon((before + [Self.decision(11, .same, [1, 2, 31])]).dropLast()).replaced)
    }

    @Test(
        "RL-17: a person at risk meets what another organisation knows only under a consent that stands",
        arguments: [Consent.none, .valid, .withdrawn], [true, false])
    func consent(_ consent: Consent, _ isOneOwner: Bool) {
        #expect(LinkRules.mayMeet(isAtRisk: false, isOneOwner: isOneOwner, consent: consent))
        #expect(
            LinkRules.mayMeet(isAtRisk: true, isOneOwner: isOneOwner, consent: consent)
                == (isOneOwner || consent == .valid))
        #expect(!LinkRules.mayMeet(isAtRisk: true, isOneOwner: false), "there is no consent until it is recorded")
    }

    @Test("whom an organisation helps, or a source calls so, is taken for a person at risk")
    func atRisk() {
        #expect(LinkRules.isAtRisk(.ngo, status: nil) && LinkRules.isAtRisk(.inspection, status: "Person-at-risk"))
        #expect(!LinkRules.isAtRisk(.inspection, status: nil) && !LinkRules.isAtRisk(.register, status: "director"))
    }

    @Test("its life is whole")
    func life() { #expect(LinkDecision.lifecycle.faults == []) }
}
