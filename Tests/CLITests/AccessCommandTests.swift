import Formats
import Foundation
import Testing

@testable import CLI

@Suite struct AccessCommandTests {
    @Test("all decisions are written, without a database")
    func enumerate() async throws {
        let terminal = try Terminal(isBare: true)
        let path = terminal.path("access.bin")
        let answer = await terminal("access", "enumerate", "--out", path)
        #expect(answer.ending == .done)
        #expect(answer.output == "5,806,080 decisions, 114,800 of them to permit, in \(path)\n")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == 725_760)
        #expect(!FileManager.default.fileExists(atPath: terminal.path("test.db")))
        let json = try await terminal("access", "enumerate", "--out", path, "--json").json()
        #expect(json["permits"].number?.int == 114_800)
        #expect(await terminal("access", "enumerate", "--out", terminal.path("no/where")).ending == .failed)
    }

    @Test("what is said twice under one key is done once, and something else under it is refused")
    func keys() async throws {
        let terminal = try Terminal()
        func recuse(_ ground: String) async -> Terminal.Answer {
            await terminal("recuse", "--kind", "victim_pseudo", "--because", ground, "--key", "k1", "--json")
        }
        let first = await recuse("a cousin")
        #expect(first.ending == .done, "\(first.errors)")
        #expect(await recuse("a cousin").output == first.output)
        #expect(await recuse("a friend").ending != .done)
        let stop = ["stop", "add", "phone", "+66 2 555 0199", "--because", "taxis", "--key", "k2", "--json"]
        let added = await terminal.run(stop)
        #expect(added.ending == .done, "\(added.errors)")
        #expect(await terminal.run(stop).output == added.output)
    }

    private static func explain(_ terminal: Terminal, _ question: String) async -> Terminal.Answer {
        let parts = question.split(separator: " ").map(String.init)
        let context = parts.count > 3 ? ["--context", parts[3]] : []
        return await terminal.run(
            ["access", "explain", "--role", parts[0], "--operation", parts[1], "--kind", parts[2]] + context)
    }

    @Test(
        "an answer says yes or no, and why",
        arguments: [
            (
                "D R victim_id assigned,order", "no: D (investigator) may not read victim_id",
                [
                    "F9: who a person is, their relatives, and who a source is need two approvers of different organisations, in every emergency too"
                ]
            ),
            (
                "D R victim_id order,approvals=2-different", "no: D (investigator) may not read victim_id",
                ["it needs what is not there: assigned to them"]
            ),
            (
                "O R site_loc break-glass", "yes: O (operation commander) may read site_loc",
                ["break-glass stands in for: assigned to them"]
            ),
            (
                "J R audit_log", "yes: J (media or public) may read audit_log",
                ["it is given without a condition", "only a redacted view"]
            ),
            (
                "M X keys", "no: M (raid team member) may not export keys",
                ["the matrix does not give this operation to this role"]
            ),
            (
                "publisher R tip assigned", "no: publisher (a publisher: aggregates only) may not read tip",
                ["the column of the matrix has it; the role publisher has less", "a publisher: aggregates only"]
            ),
        ])
    func explain(_ question: String, _ answer: String, _ reasons: [String]) async throws {
        let said = await Self.explain(try Terminal(), question)
        #expect(said.ending == .done)
        #expect(said.output == ([answer] + reasons.map { "  " + $0 }).joined(separator: "\n") + "\n")
    }

    @Test("the same for machines")
    func json() async throws {
        let terminal = try Terminal()
        let arguments = ["access", "explain", "--role", "S", "--operation", "R", "--kind", "victim_pseudo", "--json"]
        let yes = try await terminal.run(arguments + ["--context", "break-glass,assigned"]).json()
        #expect(yes["decision"]["permitted"].bool == true && yes["decision"]["wasBreakGlass"].bool == true)
        #expect(yes["decision"]["waived"].text == "c" && yes["decision"]["satisfied"].text == "a")
        #expect(yes["question"]["context"].array?.compactMap(\.text) == ["assigned", "break-glass"])
        let no = try await terminal.run(arguments + ["--context", "posting-ended"]).json()
        #expect(no["decision"]["rule"].text == "forbid" && no["decision"]["forbid"].text == "F2")
        let unmet = try await terminal.run(arguments).json()
        #expect(unmet["decision"]["rule"].text == "qualifiers" && unmet["decision"]["unmet"].text == "ac")
    }

    @Test(
        "a word that is not known ends with 2 and says which are",
        arguments: [
            ("Z R tip", "--role", "ngoManager"), ("D Y tip", "--operation", "R, C, U, S, X, E, P"),
            ("D R tips", "--kind", "source_id"), ("D R tip assigned,consent", "--context", "consent=valid"),
        ])
    func unknown(_ question: String, _ option: String, _ known: String) async throws {
        let answer = await Self.explain(try Terminal(), question)
        #expect(answer.ending == .usage && answer.output.isEmpty)
        #expect(answer.errors.contains(option) && answer.errors.contains(known))
    }
}
