import Foundation
import Planning
import Testing
import Values

@Suite("RL-11: need-to-know for service providers")
struct RL11NeedToKnowTests {
    static func notice() throws -> PreparationNotice {
        PreparationNotice(
            reference: "N-7", from: try #require(Day("2026-05-01")), until: try #require(Day("2026-05-04")),
            persons: 5...20, adults: "most", children: "0-3", women: "10-15", men: "0-5", languages: ["km"],
            needs: ["clothes"], arrivalArea: "north of the town", dutyContact: "duty desk")
    }

    @Test("RL-11, R124: the notice has these keys and no others")
    func keys() throws {
        let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(try Self.notice()))
        let keys = try #require(object as? [String: Any]).keys
        #expect(
            keys.sorted() == [
                "adults", "arrivalArea", "children", "dutyContact", "fromDay", "languages", "men", "needs",
                "personsAtLeast", "personsAtMost", "reference", "untilDay", "women",
            ])
        for key in keys {
            for word in ["site", "address", "business", "subject", "operation", "route"] {
                #expect(!key.lowercased().contains(word))
            }
        }
    }

    @Test("RL-11: a long text waits for a reader, and a name that gives the site away never goes out")
    func texts() throws {
        var notice = try Self.notice()
        #expect(notice.refusals(isReviewed: false, hidden: ["Lucky Karaoke"]) == [])
        notice.needs = [String(repeating: "x", count: 201)]
        #expect(notice.refusals(isReviewed: false, hidden: []).rules == ["RL-11"])
        #expect(notice.refusals(isReviewed: true, hidden: []) == [])
        notice.needs = ["those from the lucky karaoke will be cold"]
        #expect(notice.refusals(isReviewed: true, hidden: ["Lucky Karaoke"]).rules == ["RL-11"])
    }
}
