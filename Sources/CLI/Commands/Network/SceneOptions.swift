import ArgumentParser
import Formats
import Networks

/// The two tables of a scene.
struct SceneOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The table of nodes: id, kind, name, at_risk, official.", valueName: "path"))
    var nodes: String

    /// Reads the scene; FILE is the table of links.
    func scene(_ task: FileTask, _ file: FileOptions) throws -> Scene {
        let scene = try task.load { _, _, _ -> Scene in
            try Scene(nodes: Files.text(nodes), links: Files.text(file.file == "-" ? "/dev/stdin" : file.file))
        }
        task.tell("nodes", .number(scene.nodes.count))
        task.tell("links", .number(scene.links.count))
        task.tell("inferredLinks", .number(scene.links.count { !$0.isStated }))
        return scene
    }
}
