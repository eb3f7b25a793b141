import Testing
import Foundation
@testable import Names
@Test func scratchSearch() throws {
    let N = Int(ProcessInfo.processInfo.environment["N"] ?? "10")!
    func show(_ n: String, _ p: [NamePair]) {
        let u = Array(Set(p)); var ok = 0; var bad: [NamePair] = []
        var tot = 0
        for x in u { if SearchTerms.verify(query: x.latin, value: x.native) != nil { ok += 1 } else { bad.append(x) }; tot += SearchTerms.index(x.native).count }
        var fp = 0; let m = 20000; var g = SystemRandomNumberGenerator()
        for _ in 0..<m { let a = u.randomElement(using: &g)!, b = u.randomElement(using: &g)!; if a.native != b.native, SearchTerms.verify(query: a.latin, value: b.native) != nil { fp += 1 } }
        print("== \(n): \(u.count) found \(Double(ok)/Double(u.count)) false/M \(fp*1_000_000/m) terms \(Double(tot)/Double(u.count))")
        for x in bad.prefix(N) { print("  ", x.native, x.latin, Romanise.latin(x.native)) }
    }
    try show("thai places", NamePairs.thaiPlaces()); try show("thai persons", NamePairs.persons(.thai))
    try show("khmer places", NamePairs.khmerPlaces()); try show("khmer persons", NamePairs.khmerPersons()); try show("khmer sea", NamePairs.persons(.khmer))
    try show("burmese dict", NamePairs.burmeseDictionary()); try show("burmese sea", NamePairs.persons(.myanmar))
    try show("given", NamePairs.chineseGivenNames()); try show("han sea", NamePairs.persons(.han)) 
}
