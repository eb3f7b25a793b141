import Planning
import RoomSupport
import Testing
import Values

@Suite("Risk assessment")
struct RiskTests {
    typealias Entry = RiskAssessment.Entry

    static func score(_ likelihood: Int, _ impact: Int) throws -> RiskScore {
        try #require(RiskScore(likelihood: likelihood, impact: impact))
    }

    static func full() throws -> RiskAssessment {
        let low = try score(1, 1)
        let entries = RiskGroup.allCases.flatMap { group in
            RiskCategory.allCases.map { Entry(group, $0, inherent: low, residual: low) }
        }
        return RiskAssessment(
            entries, operationRisks: Dictionary(uniqueKeysWithValues: OperationRisk.allCases.map { ($0, low) }))
    }

    @Test("the bands of the matrix are 1-4, 5-9, 10-16, 20-25")
    func bands() throws {
        #expect(RiskScore(likelihood: 0, impact: 3) == nil && RiskScore(likelihood: 3, impact: 6) == nil)
        for likelihood in 1...5 {
            for impact in 1...5 {
                let score = try Self.score(likelihood, impact)
                let band: RiskScore.Band =
                    [1...4: .low, 5...9: .medium, 10...16: .high, 20...25: .extreme].first { $0.key ~= score.value }?
                    .value
                    ?? .low
                #expect(score.band == band)
            }
        }
    }

    @Test("R040: one group or category that is missing cannot be approved")
    func groups() throws {
        let full = try Self.full()
        #expect(full.shortcomings == [])
        for group in RiskGroup.allCases {
            var assessment = full
            assessment.entries.removeAll { $0.group == group }
            #expect(assessment.shortcomings.rules == Array(repeating: "R040", count: 8))
        }
        var assessment = full
        assessment.operationRisks[.corruption] = nil
        #expect(assessment.shortcomings.rules == ["R037"])
    }

    @Test("R146: a risk more never lowers the overall, nor the verdict (10,000 random ones, seed 146)")
    func neverAveraged() throws {
        var random = SeededRandom(146)
        let framework = try Framework.shipped()
        var assessment = RiskAssessment([])
        for _ in 0..<10_000 {
            if assessment.entries.count > 12 { assessment.entries = [] }
            let group = RiskGroup.allCases[random.below(4)]
            let residual = try Self.score(1 + random.below(5), 1 + random.below(5))
            let before = (assessment.overall(group), assessment.verdict(framework))
            assessment.entries.append(
                Entry(group, .life, inherent: residual, residual: residual, concernsChildren: random.below(5) == 0))
            let after = (try #require(assessment.overall(group)), assessment.verdict(framework))
            #expect(after.0 >= (before.0 ?? after.0) && after.1 >= before.1 && after.0 >= residual)
        }
    }

    @Test("R146: 20 for persons at risk or children stops this method; 10 for anybody needs a senior")
    func verdicts() throws {
        let framework = try Framework.shipped()
        func verdict(_ group: RiskGroup, _ likelihood: Int, _ impact: Int, children: Bool = false) throws
            -> RiskAssessment.Verdict
        {
            let score = try Self.score(likelihood, impact)
            return RiskAssessment([
                Entry(group, .life, inherent: score, residual: score, concernsChildren: children)
            ]).verdict(framework)
        }
        #expect(try verdict(.exploitedPersons, 4, 5) == .methodNotRecommended)
        #expect(try verdict(.exploitedPersons, 4, 4) == .needsSignOff)
        #expect(try verdict(.displacedWorkers, 5, 5) == .needsSignOff)
        #expect(try verdict(.displacedWorkers, 4, 5, children: true) == .methodNotRecommended)
        #expect(try verdict(.operators, 2, 5) == .needsSignOff && verdict(.operators, 3, 3) == .acceptable)
    }

    @Test("R021: a risk cannot be talked down without a control, and a high one has an owner")
    func honest() throws {
        var assessment = try Self.full()
        let (high, low) = (try Self.score(4, 4), try Self.score(1, 4))
        assessment.entries[0] = Entry(.operators, .life, inherent: high, residual: low)
        #expect(assessment.shortcomings.rules == ["R021"])
        assessment.entries[0].controls = ["medic"]
        #expect(assessment.shortcomings == [])
        assessment.entries[0] = Entry(.operators, .life, inherent: low, residual: high, controls: ["x"], owner: "ann")
        #expect(assessment.shortcomings.rules == ["R021"])
        assessment.entries[0] = Entry(.operators, .life, inherent: high, residual: high)
        #expect(assessment.shortcomings.rules == ["R146"])
    }

    @Test("R145, R127: harms of those brought out are never empty, for neither class, and each has a mitigation")
    func harms() {
        let harms = [
            ForeseeableHarm(.incomeLoss, forIdentified: true, mitigation: "cash"),
            ForeseeableHarm(.detention, forIdentified: false, mitigation: "lawyer on call"),
        ]
        #expect(ForeseeableHarm.shortcomings(harms) == [])
        #expect(ForeseeableHarm.shortcomings([]).count == 2)
        #expect(ForeseeableHarm.shortcomings([harms[0]]).rules == ["R145"])
        #expect(
            ForeseeableHarm.shortcomings(harms + [ForeseeableHarm(.debt, forIdentified: true, mitigation: "")]).count
                == 1)
    }
}
