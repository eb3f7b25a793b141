import Names

/// The terms under which entities are found. `Names.SearchTerms` makes those of names and texts:
/// `w:` words, `g:` parts of scripts without spaces, `r:` sounds. Ours is `z:`: an identifier from behind.
enum IndexTerms {
    /// Terms of an identifier: its end, written backwards, so that "the number ending in 5678" is a prefix.
    static func identifier(_ kind: EntityKind, _ key: String) -> [String] {
        kind.isIdentifier && kind != .address ? [ending(key)] : kind == .address ? SearchTerms.index(key) : []
    }

    /// The term of an identifier's last letters and digits, or of a typed ending.
    static func ending(_ text: String) -> String {
        let kept = text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        return "z:" + String(String.UnicodeScalarView(kept.reversed().prefix(16)))
    }

    /// Terms of a statement's value. A name is found by its sound too; a text only by its words and parts.
    static func statement(_ property: Property, _ value: String) -> [String] {
        switch property {
        case .name, .alias: SearchTerms.index(value)
        case .note, .summary, .job, .district, .kind, .position: SearchTerms.index(value).filter { !$0.hasPrefix("r:") }
        default: []
        }
    }
}
