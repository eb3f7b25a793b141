import Testing
import Values

@Suite("Exact fractions and amounts")
struct RatioTests {
    @Test("sums, products and order are exact")
    func exact() throws {
        let third = try #require(Ratio(1, of: 3))
        #expect(try third.plus(third).plus(third) == Ratio(1))
        #expect(try third.times(try #require(Ratio(-9, of: 6))) == Ratio(1, of: -2))
        #expect(Ratio(2, of: 4) == Ratio(1, of: 2))
        #expect(try #require(Ratio(-1, of: 3)) < Ratio.zero)
        #expect(try #require(Ratio(Int.max, of: Int.max - 1)) < (try #require(Ratio(Int.max - 1, of: Int.max - 2))))
        #expect(Ratio(1, of: 0) == nil)
    }

    @Test(
        "rounding is to the nearest, halves to the even number",
        arguments: [(5, 2, 2), (7, 2, 4), (-5, 2, -2), (-7, 2, -4), (9, 4, 2), (11, 4, 3), (-11, 4, -3), (0, 7, 0)])
    func rounding(_ part: Int, _ whole: Int, _ expected: Int) throws {
        #expect(try #require(Ratio(part, of: whole)).rounded == expected)
    }

    @Test("what 128 bits do not hold is said, never wrong")
    func overflow() throws {
        let large = try Ratio(Int.max).times(Ratio(Int.max))
        #expect(throws: Ratio.Overflow.self) { try large.times(Ratio(Int.max)) }
        #expect(large.rounded == nil)
        var sum = Ratio.zero
        #expect(throws: Ratio.Overflow.self) {
            for prime in [
                2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101,
                103,
            ] {
                sum = try sum.plus(try #require(Ratio(1, of: prime * prime)))
            }
        }
    }

    @Test("two currencies are never added")
    func currencies() throws {
        #expect(try Amount.sum([Amount(5, "THB"), Amount(7, "THB")], in: "THB") == Amount(12, "THB"))
        #expect(throws: Amount.Problem.currencies("THB", "USD")) {
            try Amount.sum([Amount(5, "THB"), Amount(7, "USD")], in: "THB")
        }
        #expect(throws: Amount.Problem.tooLarge) {
            try Amount.sum([Amount(.max, "THB"), Amount(1, "THB")], in: "THB")
        }
    }
}
