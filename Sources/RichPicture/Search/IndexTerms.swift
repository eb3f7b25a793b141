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
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return ending(ascii: text.utf8) }
        var kept = text.unicodeScalars.reversed().prefix(24).filter { $0.value >= 0x80 || $0.isLetterOrDigit }
        kept.removeLast(max(0, kept.count - 16))
        return "z:" + String(String.UnicodeScalarView(kept)).lowercased()
    }

    // The same for the identifiers that most are, a hundred thousand in an import.
    private static func ending(ascii text: String.UTF8View) -> String {
        var kept = Array("z:".utf8)
        for byte in text.reversed().prefix(24) where kept.count < 18 {
            let isLetter = (0x61...0x7A).contains(byte | 0x20)
            if isLetter || (0x30...0x39).contains(byte) { kept.append(isLetter ? byte | 0x20 : byte) }
        }
        return String(decoding: kept, as: UTF8.self)
    }

    /// Terms of a statement's value. A name is found by its sound too; a text only by its words and parts.
    static func statement(_ property: Property, _ value: String) -> [String] {
        switch property {
        case .name, .alias: SearchTerms.index(value)
        case .note, .summary, .job, .district, .kind, .position: SearchTerms.index(value, sounds: false)
        default: []
        }
    }
}

extension Unicode.Scalar {
    /// Whether an ASCII scalar is a letter or a digit.
    fileprivate var isLetterOrDigit: Bool {
        (0x30...0x39).contains(value) || (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
    }
}
