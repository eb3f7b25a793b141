import ArgumentParser
import Formats
import Networks

/// Which nodes hang together.
struct ComponentsCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "components",
        abstract: "Find which nodes hang together.",
        discussion: """
            Without --strong, directions do not matter. With it, two nodes hang together when each can be reached from the other; \
            links then have a direction.

            Columns: node, component (1 is the largest), size.
            """)

    @OptionGroup var file: FileOptions
    @OptionGroup(title: "The graph") var graph: GraphOptions
    @Flag(help: "Strong components: each node reaches each other along the directions.") var strong = false
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        let task = FileTask("components", file, common, in: shell)
        let named = try task.graph(graph, directed: strong ? true : nil)
        let parts = task.compute { _ in strong ? Components(strong: named.graph) : Components(named.graph) }
        task.tell("components", .number(parts.count))
        task.tell("largest", .number(parts.sizes.first ?? 0))
        task.tell("sizes", .array(parts.sizes.prefix(100).map { .number($0) }))
        let order = parts.byPart()
        let table = AnswerTable(columns: ["node", "component", "size"], count: order.count) { place in
            let node = Int(order[place])
            let part = Int(parts.part[node])
            return [.text(named.names.text(node)), .whole(part + 1), .whole(parts.sizes[part])]
        }
        return try task.finish(
            table,
            saying: [
                shell.text(
                    "cli.network-components",
                    [
                        "count": Figures.grouped(parts.count), "nodes": Figures.grouped(named.graph.count),
                        "largest": Figures.grouped(parts.sizes.first ?? 0),
                    ])
            ])
    }
}
