import Testing

@testable import Names

@Suite("properties of name comparison")
struct NamePropertyTests {
    private static let names = [
        "สมชาย ใจดี", "Somchai Jaidee", "王小明", "Wong Siu Ming", "Nguyễn Văn Hùng", "nguyen hung", "អោងសុខា", "Ong Sokha",
        "ခိုင်ဝါ", "Daw Khaing War", "ສົມສັກ", "Somsack", "Щербакова Анна", "J. C. Martin", "A.B.C. Company Ltd", "12", "",
        "ทองดี 3",
        "Joko Widodo Santoso Halim Wijaya", "ma", "U", "นาย",
    ]

    @Test("comparison is symmetric, bounded, and a name is the same as itself")
    func symmetry() {
        let keys = Self.names.map { NameKey($0) }
        for first in keys {
            for second in keys {
                let (one, other) = (NameComparison.similarity(first, second), NameComparison.similarity(second, first))
                #expect(abs(one.score - other.score) < 1e-9, "\(first.text) / \(second.text)")
                #expect(one.score >= 0 && one.score <= 1 && one.evidence >= 0)
            }
            if !first.parts.isEmpty { #expect(NameComparison.similarity(first, first).score == 1, "\(first.text)") }
        }
    }

    @Test("the order of the words does not matter", arguments: [UInt64(3), 4])
    func order(seed: UInt64) {
        print("seed \(seed)")
        var random = SplitMix(state: seed)
        let words = ["somchai", "jaidee", "prasert", "widodo", "santoso", "sukhum"]
        for _ in 0..<100 {
            let name = words.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random))
            let other = name.shuffled(using: &random)
            let match = NameComparison.similarity(
                NameKey(name.joined(separator: " ")), NameKey(other.joined(separator: " ")))
            #expect(match.score == 1 && match.reason <= .reordered, "\(name) \(other) \(match)")
        }
    }

    @Test("no text makes a key or a comparison fail", arguments: [UInt64(5), 6])
    func fuzz(seed: UInt64) {
        print("seed \(seed)")
        var random = SplitMix(state: seed)
        let alphabet = "aZ9 .'-éĐศกาเไ\u{E49}\u{E33}ກເໄຫ\u{EBC}ကျ\u{1039}\u{103A}\u{1031}ស\u{17D2}ត王小И\u{200B}م"
        var keys: [NameKey] = []
        for _ in 0..<60 { keys.append(NameKey(random.text(alphabet: alphabet, length: 14))) }
        for (first, second) in zip(keys, keys.shuffled(using: &random)) {
            let score = NameComparison.similarity(first, second).score
            #expect(score >= 0 && score <= 1)
            for piece in NameComparison.explain(first, second) { #expect(piece.likeness >= 0 && piece.likeness <= 1) }
        }
    }

    @Test("edits are counted as a plain table counts them", arguments: [UInt64(7), 8])
    func edits(seed: UInt64) {
        print("seed \(seed)")
        var random = SplitMix(state: seed)
        for _ in 0..<300 {
            let (a, b) = (
                Array(random.text(alphabet: "abc", length: 9).utf8), Array(random.text(alphabet: "abc", length: 9).utf8)
            )
            #expect(EditDistance.osa(a, b) == plain(a, b), "\(a) \(b)")
        }
    }

    private func plain(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in 0...a.count {
            for j in 0...b.count {
                if i == 0 || j == 0 {
                    table[i][j] = i + j
                    continue
                }
                let change = a[i - 1] == b[j - 1] ? 0 : 1
                table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + change)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
                }
            }
        }
        return table[a.count][b.count]
    }

    @Test(
        "a native name and its spelling meet under one blocking key",
        arguments: [
            ("สมชาย ใจดี", "Jaidee Somchai"), ("ประเสริฐ", "Prasert"), ("ສົມສັກ", "Somsack"), ("សុខា ចាន់", "Chan Sokha"),
            ("ကျော်ထွန်း", "Kyaw Tun"), ("王小明", "Wang Xiaoming"), ("王小明", "Wong Xiao Ming"), ("Nguyễn Hùng", "nguyen hung"),
            ("Soekarno", "Sukarno"), ("Djoko", "Joko"), ("Thanh Nghia", "Thanhnghia"),
        ])
    func blocking(first: String, second: String) {
        #expect(!Set(NameKey(first).skeletons).isDisjoint(with: NameKey(second).skeletons))
    }
}
