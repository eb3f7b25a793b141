import Capacity
import Testing
import Values

@Suite("RL-27: no raw-count incentives")
struct RL27NoRawCountsTests {
    typealias Indicator = IncentiveScheme.Indicator

    @Test(
        "RL-27: a scheme with a bare count is refused, alone or among others",
        arguments: Indicator.allCases.filter(\.isRawCount))
    func counts(_ indicator: Indicator) {
        #expect(IncentiveScheme([indicator: 5], isTeamFirst: true).refusals.rules == ["RL-27", "RL-27"])
        #expect(IncentiveScheme([indicator: 5, .proactive: 5], isTeamFirst: true).refusals.rules == ["RL-27"])
        #expect(IncentiveScheme([indicator: 0, .proactive: 5], isTeamFirst: true).refusals.rules == ["RL-27"])
    }

    @Test("R083: bare counts give no points, whatever the scheme; quality needs evidence; a flag stops all")
    func points() {
        let scheme = IncentiveScheme([.arrests: 100, .proactive: 2, .training: 1], isTeamFirst: true)
        #expect(scheme.points([.arrests: (100, 9)], hasOpenFlag: false) == 0)
        #expect(scheme.points([.proactive: (50, 1), .training: (500, 1)], hasOpenFlag: false) == 200)
        #expect(scheme.points([.proactive: (50, 0)], hasOpenFlag: false) == 0)
        #expect(scheme.points([.proactive: (50, 1)], hasOpenFlag: true) == 0)
    }

    @Test("R083: quality alone passes; teams come first")
    func quality() {
        #expect(IncentiveScheme([.noRedLine: 3, .handOver: 1], isTeamFirst: true).refusals == [])
        #expect(IncentiveScheme([.noRedLine: 3], isTeamFirst: false).refusals.rules == ["R083"])
        #expect(IncentiveScheme([:], isTeamFirst: true).refusals.rules == ["RL-27"])
        #expect(IncentiveScheme([.noRedLine: 3, .training: -1], isTeamFirst: true).refusals.rules == ["R083"])
        #expect(Indicator.allCases.count { !$0.isRawCount } == 11)
    }
}
