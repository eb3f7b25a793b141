import ArgumentParser
import Foundation
import Testing

@testable import CLI

/// The help texts, word for word: people read them, so a change in one is looked at.
@Suite struct HelpTests {
    static let commands: [[String]] =
        [
            [], ["import"], ["commit"], ["discard"], ["authorise"], ["withdraw"], ["reinstate"], ["relabel"],
            ["sources"],
            ["profile"],
            ["profile", "list"], ["profile", "show"], ["profile", "guess"], ["profile", "check"], ["search"], ["show"],
            ["neighbours"], ["timeline"], ["stop"], ["stop", "list"], ["stop", "add"], ["stop", "remove"], ["export"],
            ["serve"], ["verify"], ["sample"], ["access"], ["access", "explain"], ["access", "enumerate"], ["ledger"],
            ["ledger", "verify"], ["ledger", "checkpoint"], ["ledger", "proof"], ["ledger", "witness"],
            ["ledger", "witness", "cosign"], ["ledger", "witness", "keep"], ["ledger", "witness", "key"],
            ["ledger", "key"], ["vault"], ["vault", "status"], ["vault", "unseal"], ["vault", "passphrase"],
            ["vault", "rotate"], ["vault", "shares"], ["vault", "shares", "new"], ["vault", "shares", "rehearse"],
            ["vault", "rehearse-recovery"], ["vault", "recover"], ["backup"], ["backup", "make"], ["backup", "drill"],
            ["restore"], ["init"], ["sign-in"], ["sign-out"], ["whoami"], ["people"], ["invite"], ["suspend"],
            ["resume"],
            ["records"], ["act"], ["due"], ["notices"], ["approvals"], ["break-glass"], ["review-glass"], ["exclude"],
            ["recuse"], ["lifecycles"], ["link"], ["link", "tables"], ["link", "evaluate"], ["links"],
            ["links", "list"],
            ["links", "show"], ["links", "decide"], ["links", "unmerge"], ["links", "history"], ["links", "decisions"],
            ["network"],
        ] + network.map { ["network", $0] }

    private static let network = [
        "degree", "pagerank", "betweenness", "closeness", "eigenvector", "components", "communities", "cores",
        "articulation", "bridges", "keyplayers", "khop", "paths", "replacements", "contacts", "around", "tower",
        "histories", "pattern", "trace", "typologies", "colocation", "interdict", "stands", "group", "evaluate",
    ]

    @Test("the help of every command is what was agreed", arguments: commands)
    func help(_ command: [String]) async throws {
        let answer = try await Terminal().run(command + ["--help"])
        #expect(answer.ending == .done)
        #expect(answer.errors.isEmpty)
        try Snapshot(name: (["daybreak"] + command).joined(separator: "-")).check(answer.output)
    }

    @Test("every command has a snapshot")
    func everyCommandIsListed() {
        func names(_ command: any ParsableCommand.Type, _ path: [String]) -> [[String]] {
            let below =
                command.configuration.subcommands + command.configuration.groupedSubcommands.flatMap(\.subcommands)
            return [path] + below.flatMap { names($0, path + [$0.configuration.commandName ?? ""]) }
        }
        #expect(Set(names(DaybreakCommand.self, [])) == Set(Self.commands))
    }

    @Test("the exit codes of the help are those of the program")
    func exitCodesAreListed() async throws {
        let help = try await Terminal()("--help").output
        for ending in Ending.allCases { #expect(help.contains("\n  \(ending.rawValue)  "), "\(ending)") }
    }

    @Test(
        "a mistyped option ends with 2 and says what is known",
        arguments: [["import"], ["serch"], ["search", "--kid", "x"]])
    func usage(_ arguments: [String]) async throws {
        let answer = try await Terminal().run(arguments)
        #expect(answer.ending == .usage)
        #expect(answer.output.isEmpty)
        #expect(!answer.errors.isEmpty)
    }
}

/// A text that stands in a file beside the tests.
struct Snapshot {
    let name: String

    private var file: URL {
        URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent("Snapshots/\(name).txt")
    }

    /// Compares; with `RECORD=1` in the environment it writes the file instead.
    func check(_ text: String) throws {
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            return try Data(text.utf8).write(to: file)
        }
        let expected = try? String(contentsOf: file, encoding: .utf8)
        #expect(expected != nil, "there is no \(file.lastPathComponent); record it with RECORD=1")
        guard let expected else { return }
        let lines = (
            expected.split(separator: "\n", omittingEmptySubsequences: false),
            text.split(separator: "\n", omittingEmptySubsequences: false)
        )
        for (index, (old, new)) in zip(lines.0, lines.1).enumerated() where old != new {
            Issue.record("\(name), line \(index + 1): “\(new)” was “\(old)”")
            return
        }
        #expect(lines.0.count == lines.1.count, "\(name) has another number of lines")
    }
}
