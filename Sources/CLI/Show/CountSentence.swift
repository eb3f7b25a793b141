import RichPicture

/// What a source holds, in a sentence: `9,834 calls between 400 numbers and 30 towers, 2006-06-01 to 2006-06-10;
/// 0 rows refused`.
enum CountSentence {
    static func text(_ source: Source, in shell: Shell) -> String {
        let counts = source.counts
        let events = words(ofEvents: counts.events, in: shell)
        let entities = words(ofEntities: counts.entities, in: shell)
        var refused = counted(counts.rejected, ("cli.one-row-refused", "cli.rows-refused"), in: shell) ?? ""
        if counts.silent > 0, let silent = counted(counts.silent, ("cli.one-row-silent", "cli.rows-silent"), in: shell)
        {
            refused = list([refused, silent], in: shell)
        }
        let arguments = [
            "events": list(events, in: shell), "entities": list(entities, in: shell), "refused": refused,
            "first": counts.first.map { Figures.day($0, zone: source.zone) } ?? "",
            "last": counts.last.map { Figures.day($0, zone: source.zone) } ?? "",
        ]
        if events.isEmpty {
            return entities.isEmpty
                ? shell.text("cli.counts-nothing", arguments) : shell.text("cli.counts-entities", arguments)
        }
        return shell.text("cli.counts-events", arguments)
    }

    /// What several files hold together, and how many entities the whole picture has now: those that two files share
    /// count once.
    static func total(of sources: [Source], entities: [(kind: EntityKind, count: Int)], in shell: Shell) -> String {
        let events = sources.reduce(into: [String: Int]()) { $0.merge($1.counts.events, uniquingKeysWith: +) }
        let all = Dictionary(entities.map { ($0.kind.name, $0.count) }) { first, _ in first }
        let nothing = shell.text("cli.nothing-yet")
        let (what, who) = (words(ofEvents: events, in: shell), words(ofEntities: all, in: shell))
        return shell.text(
            "cli.total",
            [
                "files": String(sources.count), "events": what.isEmpty ? nothing : list(what, in: shell),
                "entities": who.isEmpty ? nothing : list(who, in: shell),
            ])
    }

    private static func words(ofEvents counts: [String: Int], in shell: Shell) -> [String] {
        EventKind.allCases.compactMap { kind in counts[kind.name].flatMap { counted($0, eventWords[kind], in: shell) } }
    }

    private static func words(ofEntities counts: [String: Int], in shell: Shell) -> [String] {
        EntityKind.allCases.sorted { rank($0) < rank($1) }.compactMap { kind in
            counts[kind.name].flatMap { counted($0, entityWords[kind], in: shell) }
        }
    }

    /// `1 call`, `9,834 calls`.
    static func counted(_ count: Int, _ words: (one: String, many: String)?, in shell: Shell) -> String? {
        guard let words else { return nil }
        return shell.text(count == 1 ? words.one : words.many, ["count": Figures.grouped(count)])
    }

    /// `a, b and c`
    static func list(_ parts: [String], in shell: Shell) -> String {
        guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
        return shell.text("cli.and", ["first": parts.dropLast().joined(separator: ", "), "last": last])
    }

    // Who and what first, where after it.
    private static func rank(_ kind: EntityKind) -> Int {
        switch kind {
        case .phone, .account: 0
        case .person, .organisation, .company, .party: 10 + kind.rawValue
        case .cell, .checkpoint, .site, .area: 200 + kind.rawValue
        default: 100 + kind.rawValue
        }
    }

    private static let eventWords: [EventKind: (one: String, many: String)] = [
        .call: ("cli.one-call", "cli.calls"), .message: ("cli.one-message", "cli.messages"),
        .transfer: ("cli.one-transfer", "cli.transfers"), .sighting: ("cli.one-sighting", "cli.sightings"),
        .stay: ("cli.one-stay", "cli.stays"),
    ]

    private static let entityWords: [EntityKind: (one: String, many: String)] = [
        .person: ("cli.one-person", "cli.persons"), .organisation: ("cli.one-organisation", "cli.organisations"),
        .company: ("cli.one-company", "cli.companies"), .site: ("cli.one-site", "cli.sites"),
        .area: ("cli.one-area", "cli.areas"), .checkpoint: ("cli.one-checkpoint", "cli.checkpoints"),
        .vehicle: ("cli.one-vehicle", "cli.vehicles"), .report: ("cli.one-report", "cli.reports"),
        .party: ("cli.one-party", "cli.parties"), .phone: ("cli.one-phone", "cli.phones"),
        .handset: ("cli.one-handset", "cli.handsets"), .sim: ("cli.one-sim", "cli.sims"),
        .account: ("cli.one-account", "cli.accounts"), .plate: ("cli.one-plate", "cli.plates"),
        .document: ("cli.one-document", "cli.documents"), .address: ("cli.one-address", "cli.addresses"),
        .companyNumber: ("cli.one-company-number", "cli.company-numbers"), .cell: ("cli.one-cell", "cli.cells"),
        .email: ("cli.one-email", "cli.emails"), .image: ("cli.one-image", "cli.images"),
    ]
}
