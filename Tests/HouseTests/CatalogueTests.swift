import Testing
import Words

/// What the program says and what the catalogues hold are the same.
@Suite struct CatalogueTests {
    /// Keys that are put together when the program runs: the part before the interpolation, and what follows it.
    static let dynamicPrefixes: [String: String] = [
        "bank.bad-entry-": "the part of a statement line that cannot be read",
        "web.month.": "the number of a month",
    ]

    struct Entry: Sendable {
        var key: String
        var text: String
        var place: String
    }

    static let uses = House.sources.map(PhraseUses.init)

    static let entries: [Entry] = House.catalogues.flatMap { file in
        file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { number, line in
            guard !line.hasPrefix("#"), let equals = line.firstRange(of: " = ") else { return nil }
            return Entry(
                key: String(line[..<equals.lowerBound]), text: String(line[equals.upperBound...]),
                place: "\(file.path):\(number + 1)")
        }
    }

    static let texts = Dictionary(entries.map { ($0.key, $0.text) }, uniquingKeysWith: { first, _ in first })

    @Test("every text that the source asks for is in the catalogue")
    func everyKeyExists() {
        for use in Self.uses.flatMap(\.uses) {
            #expect(Self.texts[use.key] != nil, "\(use.place): the catalogue has no \(use.key)")
        }
    }

    @Test("every text of the catalogue is asked for somewhere")
    func noKeyIsUnused() {
        let literals = Self.uses.reduce(into: Set<String>()) { $0.formUnion($1.literals) }
        for entry in Self.entries where !literals.contains(entry.key) {
            let isDynamic = Self.dynamicPrefixes.keys.contains { entry.key.hasPrefix($0) }
            #expect(isDynamic, "\(entry.place): nobody says \(entry.key)")
        }
    }

    @Test("keys that are put together at run time are listed, and their list is true")
    func dynamicKeysAreListed() {
        for use in Self.uses.flatMap(\.dynamic) {
            #expect(Self.dynamicPrefixes[use.prefix] != nil, "\(use.place): list \(use.prefix) in CatalogueTests")
        }
        for prefix in Self.dynamicPrefixes.keys.sorted() {
            #expect(Self.entries.contains { $0.key.hasPrefix(prefix) }, "no text begins with \(prefix)")
            #expect(Self.uses.flatMap(\.dynamic).contains { $0.prefix == prefix }, "\(prefix) is not used any more")
        }
    }

    @Test("no key stands twice")
    func noKeyTwice() {
        var places: [String: String] = [:]
        for entry in Self.entries {
            #expect(
                places[entry.key] == nil, "\(entry.place): \(entry.key) stands already at \(places[entry.key] ?? "")")
            places[entry.key] = entry.place
        }
    }

    @Test("every line is a comment or `key = text`")
    func everyLineIsRead() {
        for file in House.catalogues {
            for (number, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let key = line.firstRange(of: " = ").map { line[..<$0.lowerBound] } ?? ""
                let isText = PhraseUses.looksLikeKey(String(key)) && line.last != " "
                #expect(line.isEmpty || line.hasPrefix("#") || isText, "\(file.path):\(number + 1): \(line)")
            }
        }
    }

    @Test("every catalogue file is built into the program")
    func everyFileIsEmbedded() {
        #expect(Set(Catalogue.english.keys) == Set(Self.texts.keys))
    }

    @Test("every {place} of a text is given a value")
    func placesAreFilled() {
        for use in Self.uses.flatMap(\.uses) {
            guard let given = use.arguments, let text = Self.texts[use.key] else { continue }
            for name in Self.places(text) {
                #expect(given.contains(name), "\(use.place): \(use.key) asks for {\(name)}")
            }
        }
    }

    @Test("the tests' own reader sees what a compiler would see")
    func readerIsRight() {
        let source = #"""
            // Phrase("no.comment")
            let a = Phrase("a.b", ["x": "\(words("in.side"))", "y": f("z", [1: 2])])
            let b = words(flag ? "c.d" : "e.f") + text("kind.\(kind)") + #"raw "quote" \n"# + text("plain", of: 3)
            """#
        let found = PhraseUses(House.TextFile(path: "x.swift", text: source))
        #expect(found.uses.map(\.key) == ["a.b", "in.side", "c.d", "e.f"])
        #expect(found.uses.first?.arguments == ["x", "y"])
        #expect(found.dynamic.map(\.prefix) == ["kind."])
        #expect(Self.places("from {first} to {second}, {}") == ["first", "second"])
    }

    /// The names in braces.
    static func places(_ text: String) -> [String] {
        text.split(separator: "{").dropFirst().compactMap { part in
            guard let close = part.firstIndex(of: "}"), close != part.startIndex else { return nil }
            let name = part[..<close]
            return name.allSatisfy { $0.isLetter || $0.isNumber } ? String(name) : nil
        }
    }
}
