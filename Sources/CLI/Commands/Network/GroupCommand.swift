import ArgumentParser
import Formats
import Networks

/// Who does what in a crime group, as the links suggest.
struct GroupCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "group",
        abstract: "Propose who belongs to a crime group, with role, tier and reasons.",
        discussion: """
            FILE has the links: from, to, tie (calls, transfers, supplies, works at, owns, seen at), and as far as there are \
            weight, grade, stated (no: it was inferred), day. A person at risk is never given a role. What is proposed is a \
            question for a person, never a fact.

              daybreak network group links.csv --nodes nodes.csv --json

            Columns: group, person, name, role, tier, grade, basis (stated or inferred), rank (among brokers), score, reasons.
            """)

    @OptionGroup var file: FileOptions
    @OptionGroup(title: "The scene") var scene: SceneOptions
    @Option(
        help: ArgumentHelp(
            "As it was known at the end of this day (days since 1970, as in the table).", valueName: "day"))
    var day: Int?
    @Option(help: ArgumentHelp("Tells what is new since this day.", valueName: "day")) var since: Int?
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        let task = FileTask("group", file, common, in: shell)
        let whole = try scene.scene(task, file)
        let last = day ?? whole.links.compactMap(\.day).max() ?? 0
        let known = day.map { whole.upTo(day: $0) } ?? whole
        let (groups, ranking) = task.compute { _ in (GroupProposal.proposed(known), BrokerRanking(known)) }
        var lines: [String] = []
        for (place, group) in groups.enumerated() {
            let threat = try GroupThreat(group, in: whole, day: last)
            lines.append(
                shell.text(
                    "cli.network-threat",
                    [
                        "group": "\(place + 1)", "score": "\(threat.score)", "second": "\(threat.second)",
                        "difference": "\(threat.difference)", "sites": "\(group.sites.count)",
                    ]))
        }
        task.tell("brokers", brokers(ranking, known))
        task.tell("questions", questions(known))
        if let since { task.tell("new", new(whole, since, last)) }
        let ranks = ranking.entries.enumerated().reduce(into: [:]) {
            $0[$1.element.person] = ($1.offset + 1, $1.element.score)
        }
        let rows = groups.enumerated().flatMap { group in group.element.members.map { (group.offset + 1, $0) } }
        let table = AnswerTable(
            columns: ["group", "person", "name", "role", "tier", "grade", "basis", "rank", "score", "reasons"],
            count: rows.count
        ) { place in
            let (group, member) = rows[place]
            let node = known.nodes[member.person]
            let rank = ranks[member.person]
            return [
                .whole(group), .text(node.id), .text(node.name), .text(member.role.rawValue),
                .text("T\(member.role.tier)"),
                member.grade.map { .text($0) } ?? .none, .text(member.isStated ? "stated" : "inferred"),
                rank.map { .whole($0.0) } ?? .none, rank.map { .whole($0.1) } ?? .none,
                .text(member.reasons.map(shell.text).joined(separator: "; ")),
            ]
        }
        return try task.finish(table, saying: lines)
    }

    private func brokers(_ ranking: BrokerRanking, _ scene: Scene) -> JSONValue {
        .array(
            ranking.entries.prefix(20).map { entry in
                [
                    "person": .string(scene.nodes[entry.person].id), "score": .number(entry.score),
                    "supplies": .array(entry.supplied.map { .string(scene.nodes[$0].id) }),
                    "inTouchWith": .array(entry.called.map { .string(scene.nodes[$0].id) }),
                    "people": .number(entry.people), "phones": .number(entry.phones.count),
                ]
            })
    }

    private func questions(_ scene: Scene) -> JSONValue {
        .array(
            LinkQuestion.asked(scene).map { question in
                [
                    "first": .string(scene.nodes[question.first].id),
                    "second": .string(scene.nodes[question.second].id),
                    "shared": .array(question.shared.map { .string(scene.nodes[$0].id) }),
                    "weight": .number(question.weight),
                ]
            })
    }

    private func new(_ scene: Scene, _ since: Int, _ last: Int) -> JSONValue {
        let change = SceneChange(scene, from: since, to: last)
        func names(_ places: [Int]) -> JSONValue { .array(places.map { .string(scene.nodes[$0].id) }) }
        return [
            "links": .number(change.links.count), "members": names(change.members), "sites": names(change.sites),
            "roleChanged": names(change.changed),
        ]
    }
}
