import Testing

@testable import Names

@Suite("search terms")
struct SearchTermsTests {
    @Test(
        "a name is found however it is typed, and the reason is right",
        arguments: [
            ("somchai", "Somchai", .exact), ("Somchai", "Somchai Jaidee", .word),
            ("jaidee somchai", "Somchai Jaidee", .word),
            ("somch", "Somchai Jaidee", .prefix), ("Somchai", "สมชาย ใจดี", .sound), ("Jaidee", "สมชาย ใจดี", .sound),
            ("jaidee", "Chaidi", .sound),
            ("สมชาย", "สมชาย ใจดี", .part), ("ชาย", "สมชาย ใจดี", .part), ("ช", "สมชาย", .part),
            ("ดี", "สมชาย ใจดี", .part),
            ("สมชาย ใจดี", "สมชาย  ใจดี", .exact), ("Nguyen", "Nguyễn Văn Hùng", .word),
            ("nguyen hung", "Nguyễn Văn Hùng", .word),
            ("Wang Xiaoming", "王小明", .sound), ("xiao ming", "王小明", .sound), ("Wong", "王小明", .sound),
            ("小明", "王小明", .part), ("明", "王小明", .part),
            ("Khaing War", "ခိုင်ဝါ", .sound), ("Daw Khaing War", "ခိုင်ဝါ", .sound), ("U Aung San", "အောင်ဆန်း", .sound),
            ("ဆန်း", "အောင်ဆန်း", .part),
            ("Banteay Neang", "បន្ទាយនាង", .sound), ("នាង", "បន្ទាយនាង", .part), ("Sokha", "សុខា ចាន់", .sound),
            ("Somsack", "ສົມສັກ", .sound),
            ("thanh nghia", "Nguyễn Thanhnghia", .sound), ("thanhnghia", "Nguyễn Thanh Nghĩa", .sound),
            ("Shcherbakova", "Щербакова", .sound),
            ("щербакова", "Щербакова Анна", .word), ("สมชาย", "Somchai", .sound),
            ("golden pier", "The Golden Pier Co., Ltd.", .word),
        ] as [(String, String, MatchReason)])
    func verify(query: String, value: String, reason: MatchReason) {
        #expect(SearchTerms.verify(query: query, value: value) == reason)
    }

    @Test(
        "what is something else is not found",
        arguments: [
            ("somchai", "Somsak Jaidee"), ("wichai", "สมชาย"), ("ชมาย", "สมชาย"), ("Tran", "Nguyễn Văn Hùng"),
            ("", "Somchai"), ("?", "Somchai"),
        ])
    func notFound(query: String, value: String) {
        #expect(SearchTerms.verify(query: query, value: value) == nil)
    }

    @Test(
        "any part of a name without spaces is in reach of the index",
        arguments: ["สมชายใจดี", "បន្ទាយនាង", "အောင်ဆန်းစုကြည်", "ສົມສັກ", "王小明"])
    func parts(name: String) {
        let folded = Fold.scalars(name)
        let terms = SearchTerms.index(name)
        for start in folded.indices {
            for end in (start + 1)...folded.count {
                let part = Fold.string(folded[start..<end])
                let way = SearchTerms.query(part).first?.ways.first { $0.reason == .part }
                #expect(way?.terms.allSatisfy { term in terms.contains { term.matches($0) } } == true, "\(part)")
            }
        }
    }

    @Test("verify never finds what the index would not", arguments: [UInt64(11), 12])
    func agreement(seed: UInt64) {
        print("seed \(seed)")
        var random = SplitMix(state: seed)
        let names = [
            "สมชาย ใจดี", "Somchai Jaidee", "王小明", "Nguyễn Văn Hùng", "អោងសុខា", "ခိုင်ဝါ", "Somsak Chaidi", "Wang Xiao Ming",
        ]
        for _ in 0..<300 {
            let name = names[Int.random(in: 0..<names.count, using: &random)]
            let query = names[Int.random(in: 0..<names.count, using: &random)]
            guard SearchTerms.verify(query: query, value: name) != nil else { continue }
            let terms = SearchTerms.index(name)
            for word in SearchTerms.query(query) {
                let found = word.ways.contains { way in
                    way.terms.allSatisfy { term in terms.contains { term.matches($0) } }
                }
                #expect(found, "\(query) / \(name) / \(word.text)")
            }
        }
    }

    @Test("the index stays small")
    func size() {
        #expect(SearchTerms.index("Nguyễn Văn Hùng").count <= 8)
        #expect(SearchTerms.index("王小明").count <= 8)
        #expect(SearchTerms.index("สมชาย ใจดี").count <= 16)
        #expect(SearchTerms.index("").isEmpty)
        #expect(SearchTerms.index("สมชาย", sounds: false).allSatisfy { !$0.hasPrefix("r:") })
        let long = SearchTerms.index((0..<5000).map { "word\($0)" }.joined(separator: " "), sounds: false)
        #expect(long.count == 5000)
    }

    @Test("prefix bounds hold exactly the terms that begin so")
    func bounds() throws {
        let term = QueryTerm(text: "g:ช", isPrefix: true)
        let upper = try #require(term.upperBound)
        for text in ["g:ช", "g:ชาย", "g:ช\u{1F}\u{1F}"] {
            #expect(Array(text.utf8).lexicographicallyPrecedes(Array(upper.utf8)) && term.matches(text))
        }
        #expect(!term.matches("g:ซ"))
        #expect(QueryTerm(text: "w:a", isPrefix: false).upperBound == nil)
    }
}
