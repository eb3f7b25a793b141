import Operations
import Planning
import Testing
import Values

@Suite("After the operation")
struct AfterActionTests {
    static let full: AfterAction = {
        var review = AfterAction()
        for objective in Objective.allCases { review.objectives[objective] = .met }
        for factor in AfterAction.FailureFactor.allCases { review.factors[factor] = 0 }
        for people in AfterAction.People.allCases {
            review.effects[people] = AfterAction.Effects(positive: "none known", negative: "none known")
        }
        for sign in AfterAction.LeakSign.allCases { review.leaks[sign] = false }
        review.notExtracted = 0
        review.benefits[.arrest] = true
        return review
    }()

    @Test("R129, R037, R010, R127, R039, R027: each part that is left out keeps the review open, and is named")
    func parts() {
        #expect(Self.full.shortcomings(predicted: [.arrest]) == [])
        typealias Effects = AfterAction.Effects
        let changes: [(String, (inout AfterAction) -> Void)] = [
            ("R129", { $0.objectives[.seize] = nil }), ("R129", { $0.objectives[.rescue] = .notMet }),
            ("R037", { $0.factors[.politicalWill] = nil }), ("R010", { $0.notExtracted = nil }),
            ("R010", { $0.effects[.notExtracted] = nil }),
            ("R127", { $0.effects[.notIdentified] = Effects(positive: "", negative: "lost wages") }),
            ("R127", { $0.effects[.identified] = Effects(positive: "safe", negative: "") }),
            ("R109", { $0.leaks[.emptySite] = nil }), ("R027", { $0.benefits[.arrest] = nil }),
        ]
        for (rule, change) in changes {
            var review = Self.full
            change(&review)
            #expect(review.shortcomings(predicted: [.arrest]).rules == [rule])
        }
        #expect(AfterAction().shortcomings(predicted: []).count == 3 + 5 + 3 + 1 + 10)
    }

    @Test("R129: an objective not met demands a learning review; one met in part does not")
    func learning() {
        var review = Self.full
        review.objectives[.arrest] = .partlyMet
        #expect(review.shortcomings(predicted: []) == [])
        review.objectives[.arrest] = .notMet
        #expect(review.hasUnmetObjective && review.shortcomings(predicted: []).rules == ["R129"])
        review.hasLearningReview = true
        #expect(review.shortcomings(predicted: []) == [])
    }
}
