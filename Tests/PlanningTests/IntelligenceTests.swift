import Planning
import Testing
import Values

@Suite("Sufficiency, priority, triage")
struct IntelligenceTests {
    typealias Finding = Sufficiency.Finding

    @Test("R116: ten questions of ten points; what cites nothing counts nothing")
    func sufficiency() {
        var sufficiency = Sufficiency([:])
        #expect(sufficiency.score == 0 && sufficiency.gaps.count == 10)
        for (index, question) in Sufficiency.Question.allCases.enumerated() {
            sufficiency.findings[question] = Finding(.known, citing: ["item-\(index)"])
            #expect(sufficiency.score == 10 * (index + 1))
        }
        sufficiency.findings[.brokers] = Finding(.partly, citing: ["item"])
        #expect(sufficiency.score == 95 && sufficiency.gaps == [.brokers])
        sufficiency.findings[.brokers] = Finding(.known, citing: [])
        #expect(sufficiency.score == 90)
    }

    @Test("R116: 60 for an entry, 80 below serious danger, nothing but the record where life is in danger")
    func thresholds() throws {
        let framework = try Framework.shipped()
        let needed = DangerLevel.allCases.map { Sufficiency.threshold($0, framework) }
        #expect(needed == [80, 80, 60, 60, 0])
        for danger in DangerLevel.allCases {
            for gain in 0...4 {
                for harm in 0...4 {
                    #expect(
                        Sufficiency.canWait(danger, gain: gain, harm: harm) == (danger < .serious && gain > harm))
                }
            }
        }
    }

    @Test("the priority of a site is harm times confidence, and twice the opportunity")
    func priority() {
        let items = [GradedItem("ngo", confidence: 3), GradedItem("police", confidence: 1)]
        let priority = SitePriority(
            danger: .serious, children: .possible, severity: 3, people: 9, items: items, opportunity: 2, capacity: 1)
        #expect(priority.harm == 8 + 3 + 6 + 3 && priority.confidence == 4 && priority.score == 20 * 4 + 4)
        #expect(
            SitePriority(danger: .none, items: [GradedItem("a", confidence: 4), GradedItem("a", confidence: 4)])
                .confidence == 4)
        #expect(SitePriority(danger: .none, items: []).score == 0)
        let scales = [0, 1, 2, 3, 4, 7, 8, 15, 16, 1000].map {
            SitePriority(danger: .none, people: $0, items: []).scale
        }
        #expect(scales == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4])
    }

    @Test("of two equal sites the one that waits longer comes first")
    func ties() {
        let item = [GradedItem("a", confidence: 2)]
        let (grave, slight) = (
            SitePriority(danger: .serious, items: item), SitePriority(danger: .possible, items: item)
        )
        #expect(SitePriority.isBefore((grave, 9), (slight, 1)) && !SitePriority.isBefore((slight, 1), (grave, 9)))
        #expect(SitePriority.isBefore((grave, 1), (grave, 2)) && !SitePriority.isBefore((grave, 2), (grave, 1)))
    }

    @Test("R078: without graded items a site is not sorted at all")
    func triage() throws {
        let framework = try Framework.shipped()
        func sort(_ danger: DangerLevel, _ sufficiency: Int, _ items: [GradedItem]) -> SiteTriage? {
            SiteTriage.of(SitePriority(danger: danger, items: items), sufficiency: sufficiency, framework)
        }
        let item = [GradedItem("a", confidence: 2)]
        for danger in DangerLevel.allCases { #expect(sort(danger, 100, []) == nil) }
        #expect(sort(.immediateToLife, 0, item) == .rescueCandidate && sort(.serious, 59, item) == .developIntelligence)
        #expect(sort(.serious, 60, item) == .rescueCandidate && sort(.possible, 90, item) == .lessIntrusive)
    }

    @Test("R031, R060, R062: a package that leaves a section empty is not ready")
    func package() throws {
        let framework = try Framework.shipped()
        let known = Sufficiency(
            Dictionary(uniqueKeysWithValues: Sufficiency.Question.allCases.map { ($0, Finding(.known, citing: ["i"])) })
        )
        var good = TargetPackage(sufficiency: known, danger: .possible)
        for each in TargetPackage.Anticipation.allCases { good.anticipated[each] = "none seen" }
        good.sections = Set(TargetPackage.Section.allCases)
        (good.subjects, good.disruptionOptions) = (1, 1)
        #expect(good.shortcomings(framework, now: 14.days) == [])
        #expect(good.shortcomings(framework, now: 14.days + 1).rules == ["G4"])
        let changes: [(String, (inout TargetPackage) -> Void)] = [
            ("R031", { $0.anticipated[.pregnancies] = "" }), ("R031", { $0.sections.remove(.brokerLinks) }),
            ("R062", { $0.subjects = 0 }), ("R060", { $0.disruptionOptions = 0 }),
            ("G4", { $0.hasNewContraryItem = true }), ("G4", { $0.sufficiency = Sufficiency([:]) }),
        ]
        for (rule, change) in changes {
            var package = good
            change(&package)
            #expect(package.shortcomings(framework, now: 0).rules == [rule])
        }
    }
}
