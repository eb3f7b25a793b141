import Testing
import Foundation
@testable import Names
@Test func scratchMeasure() throws {
    let want = ProcessInfo.processInfo.environment["W"] ?? "thai"
    func show(_ n: String, _ p: [NamePair]) {
        let m = KeyMeasure(p)
        print("== \(n): \(m.pairs) pairs, equal \(m.share), false/M \(m.falsePerMillion)")
        var g = SystemRandomNumberGenerator()
        for x in m.misses.shuffled(using: &g).prefix(Int(ProcessInfo.processInfo.environment["N"] ?? "40")!) {
            let r = Romanise.latin(x.native); print("   ", x.native, "|", x.latin, "|", r, "|", SoundKey.key(x.latin), SoundKey.key(r)) }
    }
    if want.contains("thai") { try show("thai places", NamePairs.thaiPlaces()); try show("thai persons", NamePairs.persons(.thai)) }
    if want.contains("khmer") { try show("khmer places", NamePairs.khmerPlaces()); try show("khmer persons", NamePairs.khmerPersons()); try show("khmer sea", NamePairs.persons(.khmer)) }
    if want.contains("burmese") { try show("burmese dict", NamePairs.burmeseDictionary()); try show("burmese sea", NamePairs.persons(.myanmar)) }
    if want.contains("han") { try show("given", NamePairs.chineseGivenNames()); try show("han sea", NamePairs.persons(.han)) }
}
