import Planning
import Testing
import Values

@Suite("RL-20: no risk scoring of individuals by who they are")
struct RL20NoScoringOfWhoSomebodyIsTests {
    @Test("RL-20: the input of the site's priority has these fields, and none that says who anybody is")
    func fields() {
        let priority = SitePriority(danger: .none, items: [])
        let fields = Mirror(reflecting: priority).children.compactMap(\.label).sorted()
        #expect(fields == ["capacity", "children", "danger", "items", "opportunity", "people", "severity"])
        let facts = Mirror(reflecting: AllFacts.ready).children.compactMap(\.label)
        for field in fields + facts {
            for word in ["nation", "ethnic", "sex", "gender", "religion", "colour", "language", "citizen"] {
                #expect(!field.lowercased().contains(word))
            }
        }
    }
}
