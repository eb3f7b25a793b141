import Testing

@testable import Linkage

/// How names of persons agree.
@Suite struct NameTests {
    private static let comparison = Comparison("name", kind: .name, columns: ["given", "family", "native"])

    private static func test(_ a: [String], _ b: [String]) -> Level.Test {
        var store = NameStore(comparison)
        let x = store.code(of: a.map { Array($0.utf8)[...] })
        let y = store.code(of: b.map { Array($0.utf8)[...] })
        store.freeze(counts: [0] + Array(repeating: 1, count: Int(max(x, y))))
        let (one, other) = (store.match(x, y), store.match(y, x))
        #expect(one == other, "not symmetric: \(a) \(b)")
        return comparison.levels[one.level].test
    }

    @Test(
        "names agree across order, spelling and script",
        arguments: [
            (["Somchai", "Jaidee", ""], ["somchai", "JAIDEE", ""], Level.Test.sameName),
            (["Somchai", "Jaidee", ""], ["jaidee", "somchai", ""], .sameName),
            (["Somchai", "Jaidee", ""], ["Somchay", "Chaidi", ""], .soundsAlike),
            (["Somchai", "Jaidee", ""], ["", "", "สมชาย ใจดี"], .soundsAlike),
            (["Somchai", "Jaidee", ""], ["Somkhai", "Jaidee", ""], .misspelled),
            (["Hung", "", ""], ["Van Hung", "Nguyen", ""], .partOf),
            (["minhdung", "le", ""], ["Minh Dung", "Le", ""], .soundsAlike),
            (["Somchai", "Jaidee", ""], ["Malee", "Jaidee", ""], .oneWord),
            (["Somchai", "Jaidee", ""], ["Prasert", "Wongkam", ""], .otherwise),
            (["Dr. Somchai", "Jaidee", ""], ["Somchai", "Jaidee", ""], .sameName),
            (["", "", "နန္ဒာလှိုင်"], ["Nandar Hlaing", "", ""], .soundsAlike),
            (["", "", "ភូមិស្រែចារ"], ["Phum Srae Char", "", ""], .soundsAlike),
            (["", "", "欧阳修"], ["Xiu", "Ouyang", ""], .soundsAlike),
            (["", "", "သန္တာဝင်း"], ["Kyaw Zin Latt", "", ""], .otherwise),
        ])
    func agreement(_ a: [String], _ b: [String], _ wanted: Level.Test) { #expect(Self.test(a, b) == wanted) }

    @Test("a common name weighs less than a rare one")
    func rarity() {
        var store = NameStore(Self.comparison)
        func code(_ store: inout NameStore, _ given: String, _ family: String) -> UInt32 {
            store.code(of: [given, family, ""].map { Array($0.utf8)[...] })
        }
        let common = code(&store, "Thi Mai", "Nguyen")
        let rare = code(&store, "Karawek", "Phromphiriya")
        var counts: [UInt32] = [0, 0, 0]
        (counts[Int(common)], counts[Int(rare)]) = (900, 2)
        store.freeze(counts: counts)
        #expect(store.match(rare, rare).bits > store.match(common, common).bits + 5)
    }
}
