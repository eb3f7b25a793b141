import Foundation
import Names

/// How well names are compared, and how fast: F1 of each list at the one threshold, and pairs per CPU second.
///
///     daybreak-bench names ../shared/data
///
/// The Lao places are our own and lie in the repository, in whose root it is to be run.
enum NamesBench {
    static func run(data: String) throws {
        let trials = try trials(NamesLists(data))
        print(
            "list                                  pairs   precision  recall  F1 at \(NameMatch.threshold)  best F1 (at)    pairs per CPU second"
        )
        for trial in trials {
            let outcome = trial.outcome(at: NameMatch.threshold)
            let title = trial.title.padding(toLength: 36, withPad: " ", startingAt: 0)
            print(
                title,
                String(
                    format: "%6d   %9.3f  %6.3f     %6.3f     %.3f (%.2f)   %10.0f", trial.cases.count,
                    outcome.precision,
                    outcome.recall, outcome.f1, outcome.best, outcome.bestAt, speed(trial)))
        }
    }

    private static func trials(_ lists: NamesLists) throws -> [NamesTrial] {
        try [
            NamesTrial("Thai places, held out", lists.thaiPlaces().filter { !$0.isForLearning }),
            NamesTrial("Thai persons", lists.persons(.thai)),
            NamesTrial("Khmer places, held out", lists.khmerPlaces().filter { !$0.isForLearning }),
            NamesTrial("Khmer persons", lists.persons(.khmer)),
            NamesTrial("Lao places, our own", NamesLists.laoPlaces("Tests/NamesTests/LaoPlaces.txt")),
            NamesTrial("Burmese persons", lists.persons(.myanmar)),
            NamesTrial("Chinese persons", lists.persons(.han)),
            NamesTrial("Vietnamese and Indonesian persons", lists.persons(.latin)),
            NamesTrial("Thai persons, Latin variants", lists.latinVariants(.thai)),
            NamesTrial("Khmer persons, Latin variants", lists.latinVariants(.khmer)),
            NamesTrial("Burmese persons, Latin variants", lists.latinVariants(.myanmar)),
            NamesTrial("Chinese persons, Latin variants", lists.latinVariants(.han)),
            NamesTrial("name_bench", labelled: lists.nameBench()),
        ]
    }

    /// Comparisons of prepared names in a CPU second of one thread, in about half a second.
    private static func speed(_ trial: NamesTrial) -> Double {
        let start = clock()
        var (count, sum) = (0, 0.0)
        while Double(clock() - start) < 0.5 * Double(CLOCKS_PER_SEC) {
            for pair in trial.cases { sum += NameComparison.similarity(pair.first, pair.second).score }
            count += trial.cases.count
        }
        precondition(sum >= 0)
        return Double(count) / (Double(clock() - start) / Double(CLOCKS_PER_SEC))
    }
}
