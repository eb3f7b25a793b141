import Testing

@testable import RichPicture

@Suite("Mapping profiles")
struct ProfileTests {
    @Test("every profile that comes with Daybreak is read, and each fits its own columns first")
    func shipped() throws {
        let shipped = try Profile.shipped()
        #expect(shipped.count == 13)
        #expect(Set(shipped.map(\.name)).count == shipped.count)
        for profile in shipped {
            for table in profile.tables {
                #expect(!table.columns.isEmpty && !table.facts.isEmpty, "\(profile.name) \(table.name)")
                #expect(CompiledTable(table, header: table.columns) != nil, "\(profile.name) \(table.name)")
                #expect(Profile.fitting(table.columns, among: shipped).first?.name == profile.name)
                #expect(CompiledTable(table, header: Array(table.columns.dropLast())) == nil)
            }
            if let zone = profile.zone { #expect(ZoneClock(zone) != nil, "\(profile.name)") }
            #expect(try Profile(parsing: profile.text) == profile)
        }
    }

    @Test("a profile says what it is, which column is what, and under which condition")
    func meaning() throws {
        let profile = try Profile(parsing: TestProfiles.calls + "\n# a note\r\n")
        #expect(profile.name == "test-calls" && profile.stream == .telephony && profile.country == "TH")
        let table = try #require(profile.tables.first)
        #expect(table.columns == ["from", "to", "cell", "time", "seconds"])
        guard case .event(let event) = table.facts[0] else { throw ProfileError(line: 0, problem: .missing("event")) }
        #expect(event.kind == .call && event.fields[.place]?.type == .identifier(.cell))

        let quoted = try Profile(
            parsing: head + """
                table t
                event message when "Call Type" is SMS|"M M S"
                    from = "A & B" as phone
                    to = "66" & Number as phone
                    start = Day & " " & Hour as time dd/MM/BBBB HH:mm
                    note = Text lang th
                """)
        guard case .event(let message) = quoted.tables[0].facts[0] else {
            throw ProfileError(line: 0, problem: .missing("event"))
        }
        #expect(message.conditions == [Profile.Condition(column: "Call Type", values: ["SMS", "M M S"])])
        #expect(message.fields[.to]?.parts == [.literal("66"), .column("Number")])
        #expect(message.fields[.start]?.parts == [.column("Day"), .literal(" "), .column("Hour")])
        #expect(message.fields[.note]?.language == "th")
    }

    /// Four lines.
    private let head = """
        profile: p
        title: t
        stream: register

        """

    struct Mistake: Sendable, CustomTestStringConvertible {
        var name: String
        var lines: [String]
        var line: Int
        var problem: ProfileError.Problem
        var testDescription: String { name }
    }

    static let anything = "table, need, event, entity, link, or FIELD = COLUMN"
    static let start = "start = S as time yyyy"
    static let mistakes = [
        Mistake(name: "no name", lines: ["title: t", "stream: ngo", "table t"], line: 0, problem: .missing("profile")),
        Mistake(
            name: "no title", lines: ["profile: p", "stream: ngo", "table t"], line: 0, problem: .missing("title")),
        Mistake(name: "no stream", lines: ["profile: p", "title: t", "table t"], line: 0, problem: .missing("stream")),
        Mistake(
            name: "no table", lines: ["profile: p", "title: t", "stream: ngo"], line: 0, problem: .missing("table")),
        Mistake(
            name: "stream", lines: ["profile: p", "# why", "stream: gossip"], line: 3, problem: .unknownStream("gossip")
        ),
        Mistake(
            name: "header", lines: ["profile: p", "colour: red"], line: 2,
            problem: .notUnderstood("colour", expected: "profile, title, stream, zone, country, encoding")),
        Mistake(
            name: "words", lines: top + ["table t", "hello"], line: 5,
            problem: .notUnderstood("hello", expected: anything)),
        Mistake(
            name: "event kind", lines: top + ["table t", "event wedding"], line: 5, problem: .unknownKind("wedding")),
        Mistake(name: "no event kind", lines: top + ["table t", "event"], line: 5, problem: .unknownKind("event")),
        Mistake(
            name: "entity kind", lines: top + ["table t", "entity ghost g"], line: 5, problem: .unknownKind("ghost")),
        Mistake(name: "no alias", lines: top + ["table t", "entity person"], line: 5, problem: .unknownKind("person")),
        Mistake(name: "event outside", lines: top + ["event call"], line: 4, problem: .outsideTable),
        Mistake(name: "field outside", lines: top + ["table t", "name = n"], line: 5, problem: .outsideTable),
        Mistake(
            name: "role", lines: top + ["table t", "event call", "wearing = W"], line: 6,
            problem: .unknownRole("wearing")),
        Mistake(
            name: "property", lines: top + ["table t", "entity person p", "shoe = S"], line: 6,
            problem: .unknownProperty("shoe")),
        Mistake(
            name: "link as property", lines: top + ["table t", "entity person p", "phone = P"], line: 6,
            problem: .unknownProperty("phone")),
        Mistake(
            name: "type", lines: top + ["table t", "event call", "from = A as telephone"], line: 6,
            problem: .unknownType("telephone")),
        Mistake(
            name: "time pattern", lines: top + ["table t", "event call", "start = A as time HH:mm"], line: 6,
            problem: .unknownType("time HH:mm")),
        Mistake(
            name: "condition", lines: top + ["table t", "event call when A = B"], line: 5,
            problem: .notUnderstood("A = B", expected: "when COLUMN is VALUE|VALUE")),
        Mistake(
            name: "link words", lines: top + ["table t", "entity person p", "link owner p c"], line: 6,
            problem: .notUnderstood("link owner p c", expected: "link PROPERTY from ALIAS to ALIAS")),
        Mistake(
            name: "link property", lines: top + ["table t", "link name from p to c"], line: 5,
            problem: .unknownProperty("name")),
        Mistake(
            name: "field of a link", lines: top + ["table t", "link owner from p to c", "a = b"], line: 6,
            problem: .notUnderstood("a = b", expected: "event or entity before its fields")),
        Mistake(
            name: "alias",
            lines: top + ["table t", "entity person p", "name = N", "link owner from p to c", "", "# end"],
            line: 7, problem: .unknownAlias("c")),
        Mistake(
            name: "no from", lines: top + ["table t", "event call", start, "", "# end"], line: 5,
            problem: .noFrom("call")),
    ]
    static let top = ["profile: p", "title: t", "stream: ngo"]

    @Test("a mistake is named with its line", arguments: mistakes)
    func mistake(_ item: Mistake) {
        let text = item.lines.joined(separator: "\n")
        #expect(throws: ProfileError(line: item.line, problem: item.problem)) { try Profile(parsing: text) }
    }

    @Test(
        "what would fail at every row is refused when the profile is read",
        arguments: [
            ["event call", "from = A as phone", "to = B as phone"],  // no start
            ["event call", "from = A", "to = B as phone", start],  // not an identifier
            ["event call", "from = A as phone", "to = B as phone", "start = S"],  // not a time
            ["event call", "from = A as phone", "to = B as phone", start, "duration = D"],
            ["event transfer", "from = A as account", "to = B as account", start, "amount = X as number"],
            ["entity person p", "name = A", "entity person p", "name = B"],  // the same alias twice
        ])
    func impossible(_ lines: [String]) {
        let text = (Self.top + ["table t"] + lines).joined(separator: "\n")
        #expect(throws: ProfileError.self) { try Profile(parsing: text) }
    }
}
