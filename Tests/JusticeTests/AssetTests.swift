import Justice
import RoomSupport
import Testing
import Values

@Suite("Assets")
struct AssetTests {
    typealias Claim = AssetDistribution.Claim

    static func distribute(
        _ realised: Int, _ claims: [Claim], law: String = "example-civil",
        title: AssetDistribution.Title? = .confiscationOrder(number: "O-1"), approvers: Set<String> = ["a", "b"],
        openThirdParty: Bool = false
    ) throws -> AssetDistribution {
        try AssetDistribution(
            realised: Amount(realised, "THB"), claims: claims, title: title, approvers: approvers,
            hasOpenThirdParty: openThirdParty, in: try #require(try Jurisdiction.shipped()[law]))
    }

    static let claims = [
        Claim("bank", Amount(500, "THB"), isAward: false), Claim("p1", Amount(100, "THB"), isAward: true),
        Claim("p2", Amount(200, "THB"), isAward: true),
    ]

    @Test("R168: awards to persons at risk first where the law says so")
    func order() throws {
        let first = try Self.distribute(350, Self.claims)
        #expect(first.payments.mapValues(\.minor) == ["p1": 100, "p2": 200, "bank": 50] && first.remainder.minor == 0)
        let even = try Self.distribute(400, Self.claims, law: "strict")
        #expect(even.payments.mapValues(\.minor) == ["p1": 50, "p2": 100, "bank": 250])
        #expect(try Self.distribute(1000, Self.claims).remainder.minor == 200)
    }

    @Test("R168: no title, one approver, an open claim of others, two currencies: nothing is paid")
    func refused() throws {
        typealias Problem = AssetDistribution.Problem
        #expect(throws: Problem.noTitle) { try Self.distribute(1, [], title: nil) }
        #expect(throws: Problem.noTitle) { try Self.distribute(1, [], title: .stateAdvance(number: "")) }
        #expect(throws: Problem.oneApprover) { try Self.distribute(1, [], approvers: ["a"]) }
        #expect(throws: Problem.openThirdParty) { try Self.distribute(1, [], openThirdParty: true) }
        #expect(throws: Problem.amounts(.currencies("THB", "USD"))) {
            try Self.distribute(1, [Claim("x", Amount(1, "USD"), isAward: true)])
        }
        #expect(throws: Problem.negative("x")) {
            try Self.distribute(1, [Claim("x", Amount(-1, "THB"), isAward: true)])
        }
        #expect(throws: Problem.claimTwice("p1")) { try Self.distribute(1000, Self.claims + [Self.claims[1]]) }
    }

    @Test("R170: what is paid and what remains is what was realised, to the unit (10,000 random ones, seed 170)")
    func sums() throws {
        var random = SeededRandom(170)
        for _ in 0..<10_000 {
            let claims = (0..<random.below(8)).map { index in
                Claim("c\(index)", Amount(random.below(1000), "THB"), isAward: random.flip())
            }
            let realised = random.below(4000)
            let result = try Self.distribute(realised, claims, law: random.flip() ? "strict" : "example-civil")
            let paid = result.payments.values.reduce(0) { $0 + $1.minor }
            #expect(paid + result.remainder.minor == realised && result.remainder.minor >= 0)
            for claim in claims { #expect((0...claim.amount.minor).contains(result.payments[claim.id]?.minor ?? -1)) }
        }
    }
}
