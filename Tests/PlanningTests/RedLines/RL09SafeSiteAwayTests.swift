import Planning
import Testing
import Values

@Suite("RL-09: screening away from the scene, as it is planned")
struct RL09SafeSiteAwayTests {
    @Test("RL-09, R122: the safe site is never the site, nor near it", arguments: [0, 1, 499, 999])
    func near(_ metres: Int) throws {
        var plan = try Plans.good()
        plan.safeSite?.metres = metres
        #expect(try Plans.shortcomings(plan).rules == ["G11"])
        plan.safeSite?.metres = 1000
        #expect(try Plans.shortcomings(plan) == [])
        plan.safeSite?.id = plan.site
        #expect(try Plans.shortcomings(plan).rules == ["G11"])
    }

    @Test("RL-09: no framework can bring the safe site to the scene")
    func noTable() {
        #expect(throws: RuleTableError.self) { try Frameworks.with("safe-site-metres", 0) }
        #expect(throws: RuleTableError.self) { try Frameworks.with("safe-site-metres", 499) }
    }
}
