import Protection
import RoomSupport
import Testing

/// Everything that anybody knows of a person. Only `needs` and `near` ever reach the function that offers help.
private struct Everything {
    var needs: Set<Need>
    var near: Set<String>
    var cooperates: Bool
    var testifies: Bool
    var status: Int
    var papers: Int
    var nationality: Int
    var isSuspected: Bool

    init(_ random: inout SeededRandom, _ codes: [String]) {
        needs = Set(Need.allCases.filter { _ in random.below(3) == 0 })
        near = Set(codes.filter { _ in random.flip() })
        (cooperates, testifies, isSuspected) = (random.flip(), random.flip(), random.flip())
        (status, papers, nationality) = (random.below(4), random.below(3), random.below(200))
    }

    mutating func flip(_ which: Int) {
        switch which {
        case 0: cooperates.toggle()
        case 1: testifies.toggle()
        case 2: status = (status + 1) % 4
        case 3: papers = (papers + 1) % 3
        case 4: nationality = (nationality + 1) % 200
        default: isSuspected.toggle()
        }
    }

    func offers(_ catalogue: ServiceCatalogue) -> [Eligibility.Offer] {
        Eligibility.offers(needs: needs, near: near, catalogue)
    }
}

@Suite("RL-03: services never depend on cooperation")
struct RL03ServicesWithoutConditionsTests {
    @Test(
        "RL-03, R167: 100,000 random persons (seed 3): flipping cooperation, papers or status changes nothing offered")
    func flipping() throws {
        var random = SeededRandom(3)
        let catalogue = try ServiceCatalogue.shipped()
        let codes = catalogue.all.map(\.code)
        var changed = 0
        for _ in 0..<100_000 {
            var person = Everything(&random, codes)
            let before = person.offers(catalogue)
            person.flip(random.below(6))
            if person.offers(catalogue) != before { changed += 1 }
        }
        #expect(changed == 0)
    }

    @Test("R023, R166, R142: whoever comes, whatever is indicated, is shown every kind of help; needs only order it")
    func everything() throws {
        var random = SeededRandom(166)
        let catalogue = try ServiceCatalogue.shipped()
        let all = Set(catalogue.all)
        for _ in 0..<1000 {
            let person = Everything(&random, catalogue.all.map(\.code))
            let offers = person.offers(catalogue)
            #expect(Set(offers.map(\.option)) == all && offers.count == all.count)
            let named = offers.map(\.isNamed)
            #expect(named == named.sorted { $0 && !$1 })
        }
    }

    @Test("R184: there are ways to live that are no shelter, with the family together")
    func housing() throws {
        let housing = try #require(
            try ServiceCatalogue.shipped().all.first { $0.code == "SAFE_ACCOMMODATION" })
        #expect(
            Set(housing.forms).isSuperset(of: [
                "own home", "family", "rented", "host family", "open shelter",
                "employer-free housing", "family together",
            ]))
        #expect(try ServiceCatalogue.shipped().all.count == 22)
    }

    @Test("R153: what was shown is counted against the catalogue")
    func coverage() throws {
        let coverage = Eligibility.coverage(shown: ["LEGAL", "MEDICAL", "NO SUCH"], try ServiceCatalogue.shipped())
        #expect(coverage.shown == 2 && coverage.of == 22)
    }
}
