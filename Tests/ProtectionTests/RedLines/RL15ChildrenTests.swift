import Protection
import Testing
import Values

@Suite("RL-15: children: presumption, guardian, best interest")
struct RL15ChildrenTests {
    @Test("RL-15, R152: in doubt a person is a child")
    func presumption() throws {
        let day = try #require(Day("2026-05-09"))
        let eighteen = try #require(Day("2008-05-10"))
        let table: [(AgeView, AgeView.Path)] = [
            (.born(eighteen), .child), (.born(eighteen.adding(days: -1)), .adult),
            (.stated(years: 17, isDoubted: false), .child), (.stated(years: 18, isDoubted: false), .adult),
            (.stated(years: 19, isDoubted: true), .presumedChild), (.stated(years: 16, isDoubted: true), .child),
            (.unknown(mayBeChild: true), .presumedChild), (.unknown(mayBeChild: false), .adult),
        ]
        for (age, path) in table { #expect(age.path(on: day) == path) }
    }

    @Test(
        "RL-15: no interview of a child, or of somebody who may be one, without guardian and training, but for urgent care"
    )
    func interview() {
        for path in [AgeView.Path.child, .presumedChild] {
            for guardian in [true, false] {
                for trained in [true, false] {
                    let rules = Interviews.gate {
                        ($0.path, $0.hasGuardian, $0.isChildTrained) = (path, guardian, trained)
                    }
                    #expect(rules.count == (guardian ? 0 : 1) + (trained ? 0 : 1) && Set(rules).isSubset(of: ["RL-15"]))
                }
            }
            let urgent = Interviews.gate {
                ($0.path, $0.isEmergencyCare) = (path, true)
                $0.information = nil
            }
            #expect(urgent == [])
        }
    }

    @Test("RL-15, SM10: a child's assent and the guardian's consent, or a determination by two at least")
    func basis() {
        for assents in [true, false] {
            for guardian in [true, false] {
                for panel in 0...3 {
                    let basis = ConsentRules.childBasis(
                        assents: assents, guardianConsents: guardian, bestInterestPanel: panel)
                    let expected: ConsentRules.ChildBasis? =
                        assents && guardian ? .assentAndGuardian : panel >= 2 ? .bestInterest(panel: panel) : nil
                    #expect(basis == expected)
                }
            }
        }
    }

    @Test("RL-15: a determination hears the child, and several people of several disciplines make it")
    func determination() {
        let good = BestInterest(
            panel: ["a": "social work", "b": "law"], options: ["family", "host family"], childsViews: "wants to stay",
            familyTracing: "an aunt", risks: "school", reviewOn: Day("2026-09-01"))
        #expect(good.shortcomings == [])
        let changes: [(inout BestInterest) -> Void] = [
            { $0.panel = ["a": "social work", "b": "social work"] }, { $0.panel = ["a": "law"] },
            { $0.options = ["family"] }, { $0.childsViews = "" }, { $0.familyTracing = "" }, { $0.risks = "" },
            { $0.reviewOn = nil },
        ]
        for change in changes {
            var determination = good
            change(&determination)
            #expect(determination.shortcomings.rules == ["RL-15"])
        }
    }
}
