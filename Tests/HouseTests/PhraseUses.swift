/// Where a source file asks the catalogue for a text: every string literal that looks like a key of one of its rooms,
/// whether it stands in `Phrase("key", […])`, `reader("key")`, a table or a `switch`.
struct PhraseUses {
    /// A key that stands in the source as it is.
    struct Use {
        var key: String
        /// The names of the values given with it, when they can be read from the source.
        var arguments: Set<String>?
        var place: String
    }

    /// A key that is put together when the program runs, with a star for each interpolation.
    struct MadeUse {
        var key: String
        var place: String
    }

    private(set) var uses: [Use] = []
    private(set) var made: [MadeUse] = []
    /// Every word and every literal of the file: what may come to stand for a star.
    private(set) var words: Set<String> = []

    /// What takes a key and the values for it. Everything else hands a key on to one of these.
    private static let callers: Set = ["Phrase", "words", "text", "catalogue", "reader", "self", "count"]

    init(_ file: House.TextFile, rooms: Set<String>) {
        let tokens = SwiftTokens(file.text).tokens
        for (index, token) in tokens.enumerated() {
            if case .word(let word) = token.kind { words.insert(word) }
            guard case .literal(let text, let isWhole) = token.kind else { continue }
            if isWhole { words.insert(text) }
            let key = token.pieces.joined(separator: "*")
            // `network.js` is a file.
            let isFile = [".js", ".css", ".svg"].contains { key.hasSuffix($0) }
            guard !isFile, Self.looksLikeKey(key.replacing("*", with: "x")),
                rooms.contains(String(key.prefix { $0 != "." }))
            else { continue }
            let place = "\(file.path):\(token.line)"
            if isWhole {
                uses.append(Use(key: key, arguments: Self.arguments(tokens, at: index), place: place))
            } else {
                made.append(MadeUse(key: key, place: place))
            }
        }
    }

    /// The names of the values that a call gives with the key at `index`; nil when this cannot be read.
    private static func arguments(_ tokens: [SwiftTokens.Token], at index: Int) -> Set<String>? {
        guard index > 1, tokens[index - 1].kind == .mark("("), case .word(let caller) = tokens[index - 2].kind,
            callers.contains(caller), index + 1 < tokens.count
        else { return nil }
        var rest = tokens[(index + 1)...]
        guard caller == "count" else { return names(rest) }
        // `count("key", number, […])` gives `count` besides.
        guard rest.first?.kind == .mark(","), let end = endOfArgument(rest.dropFirst()) else { return nil }
        rest = tokens[end...]
        return names(rest)?.union(["count"])
    }

    /// Where an argument ends: at a comma or the closing parenthesis.
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
    private static func names(_ rest: ArraySlice<SwiftTokens.Token>) -> Set<String>? {
        let tokens = Array(rest.prefix(400))
        if tokens.first?.kind == .mark(")") { return [] }
        guard tokens.count > 2, tokens[0].kind == .mark(","), tokens[1].kind == .mark("[") else { return nil }
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
        guard let dot = text.firstIndex(of: "."), dot != text.startIndex, text.last != "." else { return false }
        return text[..<dot].allSatisfy { ("a"..."z").contains($0) || $0 == "-" }
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-" || $0 == "_") }
    }
}
