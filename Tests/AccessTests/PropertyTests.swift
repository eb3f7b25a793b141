import Testing

@testable import Access

/// What holds of every decision, whatever the table says.
@Suite("Whatever the table says")
struct PropertyTests {
    /// Pairs of places that differ in one thing: nobody may more at the first than at the second.
    struct Step: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var pairs: [(worse: Int, better: Int)]

        init(_ name: String, _ isWorse: (Context) -> Bool, _ improve: (inout Context) -> Void) {
            testDescription = name
            pairs = Context.all.enumerated().filter { isWorse($0.element) }.map { place, context in
                var better = context
                improve(&better)
                return (place, better.place)
            }
        }
    }

    static let steps = [
        Step("assigned", { !$0.isAssigned }) { $0.isAssigned = true },
        Step("own", { !$0.isOwn }) { $0.isOwn = true },
        Step("consent given", { $0.consent == .none }) { $0.consent = .valid },
        Step("consent given again", { $0.consent == .withdrawn }) { $0.consent = .valid },
        Step("withdrawing never helps", { $0.consent == .withdrawn }) { $0.consent = .none },
        Step("approved by two organisations", { $0.approvals != .twoDifferent }) { $0.approvals = .twoDifferent },
        Step("released", { !$0.isReleased }) { $0.isReleased = true },
        Step("ordered", { !$0.isUnderOrder }) { $0.isUnderOrder = true },
        Step("not excluded", { $0.isExcluded }) { $0.isExcluded = false },
        Step("posted", { !$0.isPostingCurrent }) { $0.isPostingCurrent = true },
        Step("glass broken", { !$0.isBreakGlass }) { $0.isBreakGlass = true },
    ]

    @Test("no permission grows when something that speaks for it falls away", arguments: steps)
    func monotone(_ step: Step) {
        for right in Matrix.page.rights.keys {
            let bits = Self.bits(right)
            for pair in step.pairs where bits[pair.worse] && !bits[pair.better] {
                Issue.record("\(right): \(Context.all[pair.worse])")
                break
            }
        }
    }

    @Test("one approver, or two of one organisation, are as good as none")
    func approvals() {
        let same = Context.all.enumerated().filter { $0.element.approvals == .none }.map { place, context in
            var (one, two) = (context, context)
            (one.approvals, two.approvals) = (.one, .twoOfTheSame)
            return (place, one.place, two.place)
        }
        for right in Matrix.page.rights.keys {
            let bits = Self.bits(right)
            #expect(same.allSatisfy { bits[$0.0] == bits[$0.1] && bits[$0.0] == bits[$0.2] }, "\(right)")
        }
    }

    @Test("break-glass adds reads alone")
    func breakGlassReads() throws {
        let step = try #require(Self.steps.last)
        for right in Matrix.page.rights.keys where right.operation != .read {
            let bits = Self.bits(right)
            #expect(step.pairs.allSatisfy { bits[$0.worse] == bits[$0.better] }, "\(right)")
        }
    }

    @Test("RL-25: whoever is excluded has nothing, but the own data of a survivor and public statistics")
    func excluded() {
        let excluded = Context.all.enumerated().filter(\.element.isExcluded)
        for right in Matrix.page.rights.keys where right.kind != .statsPub {
            let bits = Self.bits(right)
            for (place, context) in excluded where bits[place] {
                #expect(right.role == .survivor && context.isOwn, "\(right)")
            }
        }
    }

    @Test("RL-26: administrators and key custodians read no content in any context")
    func noContent() {
        let kinds: Set<Kind> = [.auditLog, .statsPub, .usersConfig, .keys, .custodyLog]
        for right in Matrix.page.rights.keys where [.administrator, .custodian].contains(right.role) {
            #expect(kinds.contains(right.kind) || right.operation == .approve, "\(right)")
        }
        for kind in Kind.allCases where !kinds.contains(kind) {
            #expect(Matrix.page.contexts(.administrator, .read, kind) == .none)
            #expect(Matrix.page.contexts(.custodian, .read, kind) == .none)
        }
    }

    static func bits(_ right: Right) -> [Bool] {
        let words = Matrix.page.contexts(right.role, right.operation, right.kind).words
        return (0..<Context.count).map { words[$0 / 64] >> UInt64(63 - $0 % 64) & 1 == 1 }
    }
}
