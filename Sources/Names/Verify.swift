extension SearchTerms {
    /// Why a value matches a query: the weakest of the reasons that its words need, or nil when one does not match.
    ///
    /// The index narrows down; this decides, and is what is shown beside the hit.
    public static func verify(query: String, value: String) -> MatchReason? {
        let (wanted, present) = (Fold.fold(query), Fold.fold(value))
        if wanted.isEmpty { return nil }
        if wanted == present { return .exact }
        if !Script.runs(wanted).allSatisfy({ $0.script.hasSpaces }), present.contains(wanted) { return .part }
        let terms = Set(index(value))
        var weakest = MatchReason.exact
        for word in self.query(query) {
            guard let reason = bestReason(word, terms, present) else { return nil }
            weakest = max(weakest, reason)
        }
        return weakest
    }

    private static func bestReason(_ word: QueryWord, _ terms: Set<String>, _ value: String) -> MatchReason? {
        for way in word.ways {
            // Grams can all be there and yet not in a row.
            if way.reason == .part {
                if value.contains(word.text) { return .part }
            } else if way.terms.allSatisfy({ term in
                term.isPrefix ? terms.contains { term.matches($0) } : terms.contains(term.text)
            }) {
                return way.reason
            }
        }
        return nil
    }
}
