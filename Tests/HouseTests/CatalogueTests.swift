import Testing
import Words

/// What the program says and what the catalogues hold are the same.
@Suite struct CatalogueTests {
    /// Keys that are put together when the program runs, and what stands for the star.
    static let madeKeys: [String: String] = [
        "access.fine.*": "a case of FineRole",
        "access.forbid.*": "a case of ForbidNumber",
        "access.operation.*": "the letter of an Operation",
        "access.qualifier.*": "the letter of a qualifier",
        "access.role.*": "the letter of a Role",
        "api.field.*": "the name of a field of the API's answers",
        "api.parameter.*": "the name of a parameter of the API",
        "api.schema.*": "the name of a type of the API's answers",
        "identifier.note.*": "a case of IdentifierNote",
        "identifier.unreadable.*": "a case of IdentifierKind",
        "cli.level-*": "a case of Deadline.Level",
        "link.why.*": "a case of Level.Test",
        "links.cli.column-*": "a column of a table",
        "links.cli.decided-*": "a case of LinkVerdict",
        "links.decided-*": "a case of LinkVerdict",
        "links.verdict.*": "a case of LinkVerdict",
        "cli.network-rest.*": "why money rests in an account, a case of Trace.Reason",
        "cli.network-weekday.*": "a day of the week, 1 is Monday",
        "network.money.*.*": "a typology of fans and how its hit came about",
        "network.row.*": "a case of Refusal.Problem",
    ].merging(web) { $1 }.merging(declared) { $1 }.merging(rules) { $1 }

    /// Those of the rooms' rules.
    private static let rules = [
        "planning.gate.*": "a number of a Gate",
        "values.duty.*": "a case of SeparateDuty",
    ]

    /// Those of records: what they are called is asked for by `DeclaredWordsTests`, type by type.
    private static let declared = [
        "action.*.*": "a type of record and one of its actions",
        "choice.*.*": "a type of record, or whose names a field uses, and a choice",
        "deadline.*": "a deadline that a lifecycle opens",
        "did.*.*": "a type of record and one of its actions",
        "field.*.*": "a type of record and one of its fields",
        "group.*.*": "a type of record and a heading of its fields",
        "help.action.*.*": "a type of record and one of its actions",
        "help.field.*.*": "a type of record and one of its fields",
        "help.type.*": "a type of record",
        "state.*.*": "a type of record and one of its states",
        "type.*": "a type of record",
        "types.*": "a type of record",
    ]

    /// Those of the pages.
    private static let web = [
        "web.column.*": "a column of a table",
        "web.confidence.*": "how sure a grade is, from 0 to 4",
        "web.event.*": "a case of EventKind",
        "web.events.*": "a case of EventKind",
        "web.export.*": "a case of ExportState.File",
        "web.grade.*": "a part of a grade",
        "web.grade.*.*.*": "a grading scheme, a part of a grade, and a code of one character",
        "web.grade.*.handling.*": "a grading scheme, and a code of one character",
        "web.grade.*.information.*": "a grading scheme, and a code of one character",
        "web.grade.*.source.*": "a grading scheme, and a code of one character",
        "web.help.*": "a section of the help page",
        "web.help.*.text": "a section of the help page",
        "web.home.step.*": "a step towards the first import",
        "web.home.step.*.text": "a step towards the first import",
        "web.key.*": "a key that the pictures understand",
        "web.key.*.text": "a key that the pictures understand",
        "web.kind.*": "a case of EntityKind",
        "web.kinds.*": "a case of EntityKind",
        "web.level.*": "a case of Deadline.Level",
        "web.month.*": "the number of a month",
        "web.network.*": "a text that the network's script says",
        "web.network.legend.*": "a way of drawing an edge",
        "web.network.tool.*": "a button beside the network",
        "web.problem.*": "the heading of a problem",
        "web.prove.*": "a case of StepUp",
        "web.property.*": "a case of Property",
        "web.reason.*": "a case of MatchReason",
        "web.role.*": "a case of FineRole",
        "web.scope.*": "a case of BoardScope",
        "web.search.hint.*": "a hint on how to search",
        "web.section.*": "a page of the menu",
        "web.links.kicker.*": "a case of LinkSubject",
        "web.links.reason.*": "a reason that is often given",
        "web.links.subject.*": "a case of LinkSubject",
        "web.links.verdict.*": "a case of LinkVerdict",
        "choice.leg.*": "a case of Leg",
        "web.source.relabel.*": "a case of Relabelling",
        "web.state.*": "a case of Source.State",
        "web.stream.*": "a case of StreamKind",
        "web.subject.*": "a case of IntrusionAuthority.SubjectClass",
    ]

    struct Entry: Sendable {
        var key: String
        var text: String
        var place: String
    }

    /// The first parts of all keys.
    static let rooms = Set(entries.map { String($0.key.prefix { $0 != "." }) })

    static let files = House.sources.map { PhraseUses($0, rooms: rooms) }
    static let uses = files.flatMap(\.uses)
    static let words = files.reduce(into: Set<String>()) { $0.formUnion($1.words) }

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
        for use in Self.uses where Self.texts[use.key] == nil {
            let isCounted = Self.texts[use.key + ".one"] != nil && Self.texts[use.key + ".many"] != nil
            #expect(isCounted, "\(use.place): the catalogue has no \(use.key)")
        }
    }

    @Test("every text of the catalogue is asked for somewhere")
    func noKeyIsUnused() {
        let said = Set(Self.uses.map(\.key))
        let patterns = Self.madeKeys.keys.map(KeyPattern.init)
        for entry in Self.entries where !said.contains(entry.key) {
            let parts = entry.key.split(separator: ".")
            let isCounted =
                ["one", "many"].contains(parts.last) && said.contains(parts.dropLast().joined(separator: "."))
            let isMade = patterns.contains { $0.stars(in: entry.key)?.allSatisfy(Self.isSaid) == true }
            #expect(isCounted || isMade, "\(entry.place): nobody says \(entry.key)")
        }
    }

    @Test("keys that are put together at run time are listed, and their list is true")
    func madeKeysAreListed() {
        let made = Self.files.flatMap(\.made)
        for use in made {
            #expect(Self.madeKeys[use.key] != nil, "\(use.place): list \(use.key) in CatalogueTests")
        }
        for key in Self.madeKeys.keys.sorted() {
            #expect(made.contains { $0.key == key }, "\(key) is not made any more")
            #expect(Self.entries.contains { KeyPattern(key).stars(in: $0.key) != nil }, "no text is like \(key)")
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
        for use in Self.uses {
            guard let given = use.arguments else { continue }
            for text in ["", ".one", ".many"].compactMap({ Self.texts[use.key + $0] }) {
                let missing = Self.places(text).filter { !given.contains($0) }
                #expect(missing == [], "\(use.place): \(use.key) asks for more than it is given")
            }
        }
    }

    @Test("the tests' own reader sees what a compiler would see")
    func readerIsRight() {
        let source = ##"""
            // Phrase("no.comment")
            let a = Phrase("a.b", ["x": "\(words("in.side"))", "y": f("z", [1: 2])])
            let b = words(flag ? "c.d" : "e.f") + text("kind.\(kind)") + #"raw "quote" \n"# + text("plain", of: 3)
            let c = """
                <p class="x">\(reader("in.page", ["n": "\(n) \("deep")"]))</p> \
                \(list.map { reader("step.\($0).text") }) "in.quotes"
                """ + reader.count("in.count", n, ["z": ""]) + #"""# + "app.js"
            let d = keys.map(\.name) + ["in.table"] + all(of: /"(\/[^"]+)/, "in.last") + [a / b, c]
            """##
        let rooms: Set = ["a", "in", "c", "e", "kind", "no", "step"]
        let found = PhraseUses(House.TextFile(path: "x.swift", text: source), rooms: rooms)
        #expect(
            found.uses.map(\.key) == ["a.b", "in.side", "c.d", "e.f", "in.page", "in.count", "in.table", "in.last"])
        #expect(found.uses.map(\.arguments) == [["x", "y"], [], nil, nil, ["n"], ["count", "z"], nil, nil])
        #expect(found.made.map(\.key) == ["kind.*", "step.*.text"])
        #expect(found.uses.last?.place == "x.swift:8")
        #expect(KeyPattern("step.*.text").stars(in: "step.one.text") == ["one"])
        #expect(KeyPattern("a.bad-*.*").stars(in: "a.bad-day.1") == ["day", "1"])
        #expect(KeyPattern("step.*").stars(in: "step.one.text") == nil)
        #expect(Self.places("from {first} to {second}, {}") == ["first", "second"])
    }

    /// Whether the source knows what is to stand for a star: as a word, a literal, or one character of a literal.
    static func isSaid(_ star: String) -> Bool { star.count == 1 || words.contains(star) }

    /// The names in braces.
    static func places(_ text: String) -> [String] {
        text.split(separator: "{").dropFirst().compactMap { part in
            guard let close = part.firstIndex(of: "}"), close != part.startIndex else { return nil }
            let name = part[..<close]
            return name.allSatisfy { $0.isLetter || $0.isNumber } ? String(name) : nil
        }
    }
}
