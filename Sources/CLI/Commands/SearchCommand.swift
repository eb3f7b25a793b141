import ArgumentParser
import RichPicture

/// Finds entities.
struct SearchCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find people, numbers, accounts, plates, places and notes.",
        discussion: """
            Names in any script, identifiers in any format, the last digits of a number, words of notes. Every hit says \
            why it matched. Filters alone find everything that they let through, except people: they are found by name, \
            number or place.

              daybreak search "Somchai Rakthai"
              daybreak search 081-234-5678 --country TH
              daybreak search --kind checkpoint
            """)

    @Argument(help: ArgumentHelp("What to look for.", valueName: "text"))
    var text: [String] = []

    @Option(
        help: ArgumentHelp("Only this kind, such as person or phone; may be given several times.", valueName: "kind"))
    var kind: [String] = []

    @Option(help: ArgumentHelp("Only what this stream speaks of; may be given several times.", valueName: "name"))
    var stream: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only what contributors of this leg speak of (source, transit or destination); may be given several times.",
            valueName: "leg"))
    var leg: [String] = []

    @Option(help: ArgumentHelp("Only what has events from this day on; days are UTC.", valueName: "date"))
    var since: String?

    @Option(help: ArgumentHelp("Only what has events up to and with this day.", valueName: "date"))
    var until: String?

    @Option(help: ArgumentHelp("Only what has this confidence at least, 0 to 4.", valueName: "0-4"))
    var grade = 0

    @Option(help: ArgumentHelp("Only what was seen at, or is linked to, this place.", valueName: "id"))
    var place: String?

    @Option(help: ArgumentHelp("The country whose national numbers you type, two letters.", valueName: "code"))
    var country: String?

    @Option(help: ArgumentHelp("How many hits to show.", valueName: "number"))
    var limit = 25

    @Option(help: ArgumentHelp("How many hits to pass over first.", valueName: "number"))
    var offset = 0

    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        let query = try self.query()
        return try await common.withPicture(in: shell) { picture, viewer in
            let page = try await picture.search(query, country: country, as: viewer)
            if common.json { shell.print(json: page.json) } else { show(page, in: shell) }
            return page.hits.isEmpty ? .nothingFound : .done
        }
    }

    private func query() throws(CLIError) -> SearchQuery {
        var query = SearchQuery(text.joined(separator: " "))
        for name in kind {
            guard let kind = EntityKind(name: name) else {
                throw .unknown(option: "--kind", value: name, known: EntityKind.allCases.map(\.name))
            }
            query.kinds.insert(kind)
        }
        query.streams = Set(try Streams.read(stream))
        query.legs = Set(try Legs.read(leg))
        if let since { query.from = try Instant.start(since, zone: "UTC") }
        if let until { query.until = try Instant.end(until, zone: "UTC") }
        guard (0...4).contains(grade) else { throw .outOfRange(option: "--grade", range: "0-4") }
        guard (1...1_000).contains(limit) else { throw .outOfRange(option: "--limit", range: "1-1000") }
        guard offset >= 0 else { throw .outOfRange(option: "--offset", range: "0-") }
        query.confidence = grade
        query.place = place
        (query.limit, query.offset) = (limit, offset)
        return query
    }

    private func show(_ page: SearchPage, in shell: Shell) {
        if page.leavesPeopleOut { shell.complain(shell.text("cli.no-list-of-people")) }
        guard !page.hits.isEmpty else {
            shell.print(shell.text("cli.no-hits"))
            return
        }
        let key = page.isTruncated ? "cli.hits-at-least" : "cli.hits"
        let range = "\(Figures.grouped(offset + 1))-\(Figures.grouped(offset + page.hits.count))"
        shell.print(shell.text(key, ["range": range, "total": Figures.grouped(page.total)]))
        let rows = page.hits.map { hit in
            let why = shell.text(
                Self.reasons[hit.reason] ?? "cli.why-filter", ["value": String(hit.matched.prefix(60))])
            let place = hit.citation.map { "\($0.sourceName):\($0.line)" } ?? ""
            return [hit.entity.id, hit.entity.kind.name, hit.entity.caption, Self.activity(hit, in: shell), why, place]
        }
        for line in Figures.columns(rows) { shell.print(line) }
    }

    private static func activity(_ hit: SearchHit, in shell: Shell) -> String {
        let sources = CountSentence.counted(hit.sources, ("cli.one-source", "cli.sources"), in: shell) ?? ""
        let events = CountSentence.counted(hit.events, ("cli.one-event", "cli.events"), in: shell) ?? ""
        return "\(sources), \(events)"
    }

    private static let reasons: [MatchReason: String] = [
        .identifier: "cli.why-identifier", .beginning: "cli.why-beginning", .ending: "cli.why-ending",
        .exact: "cli.why-exact", .word: "cli.why-word",
        .part: "cli.why-part", .sound: "cli.why-sound", .text: "cli.why-text", .filter: "cli.why-filter",
    ]
}
