import ArgumentParser
import Formats
import RichPicture

/// Shows who and what is joined to an entity.
struct NeighboursCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "neighbours",
        abstract: "Show who and what is joined to an entity, by which events and links.",
        discussion: """
            Numbers that everybody calls (hotlines, shelters, taxis) and hubs with more than 500 neighbours are shown, \
            but never passed through.
            """)

    @Argument(help: ArgumentHelp("The entities to begin with.", valueName: "id"))
    var id: [String]

    @Option(help: ArgumentHelp("How many steps to go.", valueName: "1-4"))
    var hops = 1

    @Option(help: ArgumentHelp("How many entities to show; the nearest and most strongly joined.", valueName: "number"))
    var limit = 50

    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        guard (1...4).contains(hops) else { throw CLIError.outOfRange(option: "--hops", range: "1-4") }
        guard (1...5_000).contains(limit) else { throw CLIError.outOfRange(option: "--limit", range: "1-5000") }
        let filter = try filters.filter()
        return try await common.withPicture(in: shell) { picture, viewer in
            let found = try await picture.neighbours(
                of: id, hops: hops, filter: filter, limit: limit + id.count, as: viewer)
            guard let found else { throw CLIError.nothing(id: id.joined(separator: ", ")) }
            if common.json { shell.print(json: found.json(shell)) } else { show(found, in: shell) }
            return .done
        }
    }

    private func show(_ found: Neighbourhood, in shell: Shell) {
        let seeds = found.nodes.filter { $0.distance == 0 }
        for seed in seeds { shell.print("\(seed.entity.kind.name)  \(seed.entity.caption)  (\(seed.entity.id))") }
        let shown = Figures.grouped(found.nodes.count - seeds.count)
        shell.print("  " + shell.text("cli.neighbours", ["shown": shown, "total": Figures.grouped(found.total)]))
        var joins = [[String]](repeating: [], count: found.nodes.count)
        for edge in found.edges {
            let nearFirst = found.nodes[edge.from].distance <= found.nodes[edge.to].distance
            let (far, near) = nearFirst ? (edge.to, edge.from) : (edge.from, edge.to)
            let money = edge.money.map { " (\($0.number()) \($0.currency))" } ?? ""
            joins[far].append(
                "\(Figures.grouped(edge.count)) × \(edge.kind)\(money) \(nearFirst ? "←" : "→") \(found.nodes[near].entity.caption)"
            )
        }
        let rows = found.nodes.indices.filter { found.nodes[$0].distance > 0 }.map { index in
            let node = found.nodes[index]
            let halted = node.halted.map { " [\(shell.text($0))]" } ?? ""
            return [
                node.entity.id, String(node.distance), node.entity.kind.name, node.entity.caption,
                joins[index].prefix(4).joined(separator: "; ") + halted,
            ]
        }
        for line in Figures.columns(rows, indent: "  ") { shell.print(line) }
    }
}
