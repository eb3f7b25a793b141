/// Where a source file asks the catalogue for a text: `Phrase("key", […])`, `words("key")`, `text("key")`.
struct PhraseUses {
    /// A key that stands in the source as it is.
    struct Use {
        var key: String
        /// The arguments given, when they can be read from the source.
        var arguments: Set<String>?
        var place: String
    }

    /// A key that is put together when the program runs: what comes before the first interpolation.
    struct DynamicUse {
        var prefix: String
        var place: String
    }

    private(set) var uses: [Use] = []
    private(set) var dynamic: [DynamicUse] = []
    /// Every literal of the file: a key in a table or a `switch` counts as used.
    private(set) var literals: Set<String> = []

    private static let callers: Set = ["Phrase", "words", "text", "catalogue"]

    init(_ file: House.TextFile) {
        let tokens = SwiftTokens(file.text).tokens
        for index in tokens.indices {
            if case .literal(let text, isWhole: true) = tokens[index].kind { literals.insert(text) }
            guard case .word(let word) = tokens[index].kind, Self.callers.contains(word), index + 1 < tokens.count,
                tokens[index + 1].kind == .mark("(")
            else { continue }
            read(tokens[(index + 2)...], place: "\(file.path):\(tokens[index].line)")
        }
    }

    private mutating func read(_ tokens: ArraySlice<SwiftTokens.Token>, place: String) {
        guard let end = Self.endOfArgument(tokens) else { return }
        let argument = tokens[..<end]
        for token in argument {
            guard case .literal(let text, let isWhole) = token.kind, Self.looksLikeKey(text) else { continue }
            if isWhole {
                let isAll = argument.count == 1
                uses.append(Use(key: text, arguments: isAll ? Self.arguments(tokens[end...]) : nil, place: place))
            } else {
                dynamic.append(DynamicUse(prefix: text, place: place))
            }
        }
    }

    /// Where the first argument ends: at a comma or the closing parenthesis.
    private static func endOfArgument(_ tokens: ArraySlice<SwiftTokens.Token>) -> Int? {
        var depth = 0
        for index in tokens.indices {
            switch tokens[index].kind {
            case .mark("("), .mark("["), .mark("{"): depth += 1
            case .mark(")") where depth == 0, .mark(",") where depth == 0: return index
            case .mark(")"), .mark("]"), .mark("}"): depth -= 1
            default: break
            }
        }
        return nil
    }

    /// The names in `, ["name": …])`; none for `)`; nil when something else stands there.
    private static func arguments(_ rest: ArraySlice<SwiftTokens.Token>) -> Set<String>? {
        let tokens = Array(rest.prefix(400))
        if tokens.first?.kind == .mark(")") { return [] }
        guard tokens.count > 2, tokens[1].kind == .mark("[") else { return nil }
        var names: Set<String> = []
        var depth = 0
        for index in 1..<(tokens.count - 1) {
            switch tokens[index].kind {
            case .mark("("), .mark("["), .mark("{"): depth += 1
            case .mark(")"), .mark("]"), .mark("}"):
                depth -= 1
                if depth == 0 { return tokens[index + 1].kind == .mark(")") ? names : nil }
            case .literal(let name, isWhole: true) where depth == 1 && tokens[index + 1].kind == .mark(":"):
                names.insert(name)
            default: break
            }
        }
        return nil
    }

    /// `room.what-it-says`: small letters before a dot.
    static func looksLikeKey(_ text: String) -> Bool {
        guard let dot = text.firstIndex(of: "."), dot != text.startIndex else { return false }
        return text[..<dot].allSatisfy { ("a"..."z").contains($0) || $0 == "-" }
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-" || $0 == "_") }
    }
}
