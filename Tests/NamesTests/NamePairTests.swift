import Testing

@testable import Names

/// How well the sound key joins native names and their usual Latin spelling, on the public pairs beside the repository.
/// The floors stand a little under what was measured; the ceilings a little over.
@Suite("name pairs", .serialized)
struct NamePairTests {
    private func check(_ title: String, _ pairs: [NamePair], share: Double, falsePerMillion: Double) {
        let measure = KeyMeasure(pairs)
        print(
            "\(title): \(measure.pairs) pairs, one key \(measure.share), false pairs per million \(measure.falsePerMillion)"
        )
        #expect(measure.pairs > 50)
        #expect(measure.share >= share)
        #expect(measure.falsePerMillion <= falsePerMillion)
    }

    @Test("Thai places and persons", .enabled(if: Shared.isPresent, "needs ../shared"))
    func thai() throws {
        try check("Thai places", NamePairs.thaiPlaces(), share: 0.96, falsePerMillion: 400)
        try check("Thai persons, with typing errors", NamePairs.persons(.thai), share: 0.64, falsePerMillion: 150)
    }

    @Test("Khmer places and persons", .enabled(if: Shared.isPresent, "needs ../shared"))
    func khmer() throws {
        try check("Khmer places", NamePairs.khmerPlaces(), share: 0.82, falsePerMillion: 450)
        try check("Khmer persons", NamePairs.khmerPersons(), share: 0.95, falsePerMillion: 8000)
        try check("Khmer persons, with typing errors", NamePairs.persons(.khmer), share: 0.60, falsePerMillion: 1100)
    }

    @Test("Burmese persons, and foreign words in Burmese", .enabled(if: Shared.isPresent, "needs ../shared"))
    func burmese() throws {
        try check(
            "Burmese persons, with titles and typing errors", NamePairs.persons(.myanmar), share: 0.53,
            falsePerMillion: 550)
        try check("foreign words", NamePairs.burmeseDictionary(), share: 0.11, falsePerMillion: 350)
    }

    @Test("Chinese characters and persons", .enabled(if: Shared.isPresent, "needs ../shared"))
    func chinese() throws {
        try check("single characters", NamePairs.chineseGivenNames(), share: 0.98, falsePerMillion: 30_000)
        try check(
            "Chinese persons, dialect surnames, typing errors", NamePairs.persons(.han), share: 0.53,
            falsePerMillion: 400)
    }

    @Test("a Latin query finds the native name", .enabled(if: Shared.isPresent, "needs ../shared"))
    func found() throws {
        let floors: [(Script, Double)] = [(.thai, 0.65), (.khmer, 0.61), (.myanmar, 0.74), (.han, 0.82)]
        for (script, floor) in floors {
            let pairs = Set(try NamePairs.persons(script))
            let found = pairs.count { SearchTerms.verify(query: $0.latin, value: $0.native) != nil }
            let share = Double(found) / Double(pairs.count)
            print("\(script): \(found) of \(pairs.count) found")
            #expect(share >= floor)
        }
    }
}
