import ArgumentParser

@testable import CLI

/// What every role types in both worlds: each command of `daybreak` that touches the content, with ids that are seen, hidden
/// and unknown. A new command fails `CommandWorldsTests` until it stands here, or among those that have nothing to hide.
struct CommandScript {
    let pool: Pool

    /// One line that somebody types.
    struct Line: Sendable, Hashable {
        var words: [String]
        var text: String { words.joined(separator: " ") }
    }

    /// What is typed, by command: `{id}` stands for every id, `{entity}`, `{source}` and `{record}` for those of their table,
    /// `{type}` for the type of the record and `{text}` for every text that somebody looks for.
    static let lines: [String: [String]] = [
        "whoami": [""], "people": [""], "stop list": [""], "due": ["", "--scope organisation"], "notices": [""],
        "sources": ["", "--state staged"],
        "search": [
            "{text}", "Somchai --limit 2", "--kind person", "boat --place {entity}", "0805550101 --stream telephony",
        ],
        "show": ["{id}", "{source} --line 1"],
        "links list": ["", "--about people --limit 2"],
        "links show": ["{proposal}", "{pair}", "{entity} {entity}"],
        "links decisions": ["", "--verdict same"], "links history": ["{entity}"],
        "links decide": [
            "same {proposal} --because alike", "not-same {pair} --because kin", "same {entity} {entity} --because so",
        ],
        "links unmerge": ["{record} --because wrong", "{record} --because wrong --not-same"],
        "link evaluate": ["{text}"],
        "neighbours": ["{entity}", "{entity} --hops 2 --limit 5"],
        "timeline": ["", "{entity}"],
        "records": ["{type} list", "{type} show {record}", "{type} history {record}", "{type} readers {record}"],
        "approvals": ["list", "approve {record}", "carry-out {record}"],
        "review-glass": ["", "{record} --found nothing"],
        "verify": [""],
        "export": [
            "--order {record}", "--format ftm --ground court", "--format gexf --ground court --around {entity}",
        ],
        "commit": ["{source}"], "discard": ["{source}"], "reinstate": ["{source}"],
        "withdraw": ["{source} --because twice"],
        "relabel": ["{source} release Bureau --because so", "{source} hide unit:Five --because so"],
        "authorise": [
            "{source} --authority Court-1 --basis Code --from 2000-01-01 --until 2039-12-31"
        ],
        "act": ["{type} {record} amend --because so", "{type} {record} nosuchaction"],
        "break-glass": ["{type} {record} --because danger"],
        "exclude": ["unit:Unit 5 --record {record} --because leak"],
        "recuse": ["--record {record} --because kin"],
        "stop add": ["0805550{entity} --because wrong"], "stop remove": ["0805550999 --because wrong"],
    ]

    /// Commands that have nothing to hide from one who may run them, and why.
    static let elsewhere: [String: String] = [
        "init": "makes a database of its own", "sign-in": "is the door, walked through by the pages",
        "sign-out": "ends one's own session", "invite": "makes an account, which hides nothing",
        "suspend": "accounts are no content", "resume": "accounts are no content",
        "import": "brings in a file of one's own",
        "profile": "reads files and profiles", "serve": "serves the routes of TwoWorldsTests", "sample": "writes files",
        "link tables": "compares files, without a database", "network": "computes on files, without a database",
        "vault": "keys tell of no content",
        "backup": "copies everything, sealed", "restore": "makes another database",
        "lifecycles": "prints declarations", "access": "prints the matrix",
        "ledger": "its size is public, and what is in it are fingerprints",
    ]

    /// Every command that has none below it, by its words.
    static func commands(_ root: any ParsableCommand.Type = DaybreakCommand.self, _ above: [String] = []) -> [String] {
        let below = root.configuration.subcommands + root.configuration.groupedSubcommands.flatMap(\.subcommands)
        guard !below.isEmpty else { return [above.joined(separator: " ")] }
        return below.flatMap { commands($0, above + [$0._commandName]) }
    }

    /// What is typed, in order: what only looks comes first.
    var all: [Line] {
        let looking = ["whoami", "people", "sources", "search", "show", "neighbours", "timeline", "records"]
        let order = looking + Self.lines.keys.filter { !looking.contains($0) }.sorted()
        return order.flatMap { command in
            (Self.lines[command] ?? []).flatMap { fill("\(command) \($0)") }
        }
    }

    private func fill(_ template: String) -> [Line] {
        var lines = [template]
        func spread(_ place: String, over values: [String]) {
            lines = lines.flatMap { line in
                line.contains(place) ? values.map { line.replacing(place, with: $0) } : [line]
            }
        }
        if template.contains("{record}") {
            let records = pool.all(["record"])
            lines = records.map {
                template.replacing("{record}", with: $0).replacing("{type}", with: pool.types[$0] ?? "posting")
            }
        }
        spread("{type}", over: pool.actions.keys.sorted() + ["nosuchtype"])
        spread("{id}", over: pool.all())
        spread("{entity}", over: pool.all(["entity"]))
        spread("{proposal}", over: pool.all(["proposal"]))
        spread("{pair}", over: pool.pairs.prefix(2).map { $0.joined(separator: " ") })
        spread("{source}", over: pool.all(["source"]))
        spread("{text}", over: Flavour.allCases.flatMap { Pool.texts[$0] ?? [] })
        return lines.map { Line(words: $0.split(separator: " ").map(String.init)) }
    }
}
