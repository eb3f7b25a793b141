import ArgumentParser
import Formats
import Networks

/// What would still stand after an action.
struct StandsCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "stands",
        abstract: "Say what would still stand: a site closed, a broker arrested, accounts frozen, or several together.",
        discussion: """
            FILE has the links, as for "network group". People flow from those who supply sites, money from those who pay to \
            those who keep it.

              daybreak network stands links.csv --nodes nodes.csv --take site-1
              daybreak network stands links.csv --nodes nodes.csv --budget 2 --flow people

            Without --take every site, person and account with a flow is taken alone, in turn.
            Columns: taken, people_before, people_left, money_before, money_left, sites_left, words.
            """)

    @OptionGroup var file: FileOptions
    @OptionGroup(title: "The scene") var scene: SceneOptions
    @Option(parsing: .upToNextOption, help: ArgumentHelp("What is taken together.", valueName: "id")) var take:
        [String] = []
    @Option(help: ArgumentHelp("Finds the best set of this many instead.", valueName: "count")) var budget: Int?
    @Option(help: ArgumentHelp("What the best set brings down: people or money.", valueName: "flow")) var flow =
        "people"
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        guard let flow = WhatStands.Flow(rawValue: flow) else {
            throw CLIError.unknown(option: "--flow", value: flow, known: ["people", "money"])
        }
        let task = FileTask("stands", file, common, in: shell)
        let scene = try scene.scene(task, file)
        let given = try take.map { id in
            guard let place = scene.place(of: id) else { throw SceneError.noNode(id) }
            return place
        }
        let afters = try task.compute { work in
            let stands = try WhatStands(scene)
            if let budget {
                let best = try stands.best(flow, budget: budget, work)
                task.tell("proven", .bool(best.plan.isProven))
                return [stands.after(best.taken)]
            }
            if !given.isEmpty { return [stands.after(given)] }
            let moving = Set(
                scene.links.filter { [.supplies, .transfers].contains($0.tie) }.flatMap { [$0.from, $0.to] })
            return moving.sorted().filter { !scene.nodes[$0].isAtRisk }.map { stands.after([$0]) }
        }
        let table = AnswerTable(
            columns: ["taken", "people_before", "people_left", "money_before", "money_left", "sites_left", "words"],
            count: afters.count
        ) { place in
            let after = afters[place]
            func ids(_ places: [Int]) -> AnswerTable.Cell {
                .text(places.map { scene.nodes[$0].id }.joined(separator: "; "))
            }
            return [
                ids(after.taken), .whole(after.people.before), .whole(after.people.left), .whole(after.money.before),
                .whole(after.money.left), ids(after.sites), .text(after.words.map(shell.text).joined(separator: "; ")),
            ]
        }
        return try task.finish(table, saying: afters.count == 1 ? afters[0].words.map(shell.text) : [])
    }
}
