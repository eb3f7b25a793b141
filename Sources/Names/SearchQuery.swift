/// One word of a query: a hit needs every word, each in any one of its ways.
public struct QueryWord: Sendable, Hashable {
    /// The folded word.
    public var text: String
    /// The ways in which the word can match, strongest first.
    public var ways: [QueryWay]
}

/// One way for a word to match: all its terms have to be in the index of the same value.
public struct QueryWay: Sendable, Hashable {
    /// Why a value found in this way matched.
    public var reason: MatchReason
    /// How much a match in this way counts, from 0 to 1.
    public var weight: Double
    /// The terms, all needed.
    public var terms: [QueryTerm]
}

/// A term to look up.
public struct QueryTerm: Sendable, Hashable {
    /// The term with its namespace: `w:` a folded word, `g:` three scalars in a row, `r:` a sound key.
    public var text: String
    /// Whether every index term that begins with `text` will do.
    public var isPrefix: Bool

    /// The range of terms to look up: from this one …
    public var lowerBound: String { text }
    /// … to, but without, this one, in the order of UTF-8 bytes; nil when only `text` itself will do.
    public var upperBound: String? {
        guard isPrefix else { return nil }
        // U+10FFFF is above every scalar that a folded text can hold.
        return text + "\u{10FFFF}"
    }

    /// Whether an index term satisfies it.
    public func matches(_ term: String) -> Bool {
        isPrefix ? term.utf8.starts(with: text.utf8) : term == text
    }
}

extension SearchTerms {
    /// What to look up for a query as somebody typed it: a name or part of one, in any script.
    ///
    /// The last word may be unfinished; a word of the others has to be whole, though a longer one matches with less
    /// weight. No terms come out of a query without a letter or digit.
    public static func query(_ text: String) -> [QueryWord] {
        let words = withoutTitles(Fold.scalars(text).split(separator: 0x20).flatMap { ScalarRun.runs(of: $0) })
        return words.indices.map { index in
            let run = words[index]
            var ways = run.script.hasSpaces ? wordWays(run, isLast: index == words.count - 1) : [partWay(run)]
            ways += soundWays(run)
            for joined in joins(words, index) { add(.sound, 0.35, joined, to: &ways) }
            return QueryWord(text: Fold.string(run.scalars), ways: ways)
        }
    }

    /// Titles are no part of a name, and one source writes them where another does not.
    private static func withoutTitles(_ words: [ScalarRun]) -> [ScalarRun] {
        let names = words.filter { $0.script != .latin || !titles.contains(Fold.string($0.scalars)) }
        return names.isEmpty ? words : names
    }

    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "dr", "u", "daw", "ko", "ma", "mg", "nai", "nang", "naw", "khun",
    ]

    private static func wordWays(_ run: ScalarRun, isLast: Bool) -> [QueryWay] {
        let term = "w:" + Fold.string(run.scalars)
        return [
            QueryWay(reason: .word, weight: 1, terms: [QueryTerm(text: term, isPrefix: false)]),
            QueryWay(reason: .prefix, weight: isLast ? 0.8 : 0.6, terms: [QueryTerm(text: term, isPrefix: true)]),
        ]
    }

    private static func partWay(_ run: ScalarRun) -> QueryWay {
        let scalars = Array(run.scalars)
        if scalars.count < 3 {
            return QueryWay(
                reason: .part, weight: 0.7, terms: [QueryTerm(text: "g:" + Fold.string(scalars[...]), isPrefix: true)])
        }
        let terms = (0...(scalars.count - 3)).map { "g:" + Fold.string(scalars[$0..<$0 + 3]) }
        return QueryWay(reason: .part, weight: 0.9, terms: unique(terms).map { QueryTerm(text: $0, isPrefix: false) })
    }

    private static func soundWays(_ run: ScalarRun) -> [QueryWay] {
        let latin = Romanise.syllables(run).letters
        guard latin.contains(where: { $0 >= 0x61 }), !run.scalars.contains(where: { (0x30...0x39).contains($0) }) else {
            return []
        }
        var ways: [QueryWay] = []
        let key = SoundKey.key(latin[...])
        add(.sound, 0.5, key, to: &ways)
        for surname in ChineseSurnames.mandarin(latin) { add(.sound, 0.3, SoundKey.key(surname[...]), to: &ways) }
        return ways
    }

    /// Sound keys of this word joined with the one before and the one after: "thanh nghia" also finds Thanhnghia.
    private static func joins(_ words: [ScalarRun], _ index: Int) -> [[UInt8]] {
        [(index - 1, index), (index, index + 1)].compactMap { first, second in
            guard first >= 0, second < words.count, words[first].script == .latin, words[second].script == .latin else {
                return nil
            }
            return SoundKey.key((letters(words[first]) + letters(words[second]))[...])
        }
    }

    private static func letters(_ run: ScalarRun) -> [UInt8] {
        run.scalars.compactMap { (0x61...0x7A).contains($0) ? UInt8($0) : nil }
    }

    private static func add(_ reason: MatchReason, _ weight: Double, _ key: [UInt8], to ways: inout [QueryWay]) {
        guard !key.isEmpty else { return }
        // A short key begins too many names to be a prefix.
        let term = QueryTerm(text: "r:" + String(decoding: key, as: UTF8.self), isPrefix: key.count >= 3)
        if !ways.contains(where: { $0.terms == [term] }) {
            ways.append(QueryWay(reason: reason, weight: weight, terms: [term]))
        }
    }

    private static func unique(_ terms: [String]) -> [String] {
        var seen: Set<String> = []
        return terms.filter { seen.insert($0).inserted }
    }
}
