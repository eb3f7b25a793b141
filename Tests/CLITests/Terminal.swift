import Access
import Daybreak
import Formats
import Foundation
import Records
import Synchronization
import Words

@testable import CLI

/// A terminal for tests: runs commands in this process, on a database of its own, and keeps what they write.
final class Terminal: Sendable {
    /// What a command left behind.
    struct Answer: Sendable {
        var ending: Ending
        var output: String
        var errors: String

        /// The JSON document on standard output.
        func json() throws -> JSONValue { try JSONReader.value(output) }
    }

    /// The folder that everything is in; it goes with the terminal.
    let folder: URL
    private let variables: [String: String]
    private let answers = Answers()
    private let isBare: Bool
    private let founding = Founding()

    private final class Answers: Sendable {
        let texts = Mutex<[String]>([])
    }

    /// Whether the demonstration has been founded; once for all commands of a terminal.
    private actor Founding {
        private var task: Task<Void, Never>?
        func once(_ found: @escaping @Sendable () async -> Void) async {
            let running = task ?? Task { await found() }
            task = running
            await running.value
        }
    }

    /// Makes a terminal at a demonstration, looking with the eyes of the intelligence officer.
    ///
    /// - Parameters:
    ///   - isBare: whether nothing has been founded, and nobody's eyes are lent.
    ///   - answers: what somebody types when asked, one after the other.
    init(variables: [String: String] = [:], isBare: Bool = false, answers: [String] = []) throws {
        self.isBare = isBare
        self.answers.texts.withLock { $0 = answers }
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("daybreak-cli-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // Nobody's own profiles take part.
        var base = [
            "DAYBREAK_DB": folder.appendingPathComponent("test.db").path, "DAYBREAK_PROFILES": folder.path,
            "XDG_RUNTIME_DIR": folder.appendingPathComponent("run").path,
        ]
        if !isBare { base["DAYBREAK_AS"] = "intelOfficer" }
        self.variables = base.merging(variables) { $1 }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The path of a file in the folder.
    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    /// Writes a file, and gives its path.
    func file(_ name: String, _ text: String) throws -> String {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        return path(name)
    }

    /// Runs a command.
    func run(_ arguments: [String]) async -> Answer {
        if !isBare, arguments.last != "--help" {
            await founding.once { [self] in _ = await execute(["init", "--demonstration"]) }
        }
        return await execute(arguments)
    }

    /// What will be typed when somebody is asked.
    func willType(_ texts: String...) { answers.texts.withLock { $0 += texts } }

    private func execute(_ arguments: [String]) async -> Answer {
        let (output, errors) = (Kept(), Kept())
        let shell = Shell(
            output: { output.append($0) }, errors: { errors.append($0) }, isTerminal: false, variables: variables,
            clock: { 0 }, words: .english,
            ask: { [answers] _, _ in
                try answers.texts.withLock { answers in
                    guard !answers.isEmpty else { throw CLIError.noTerminal }
                    return answers.removeFirst()
                }
            }, costs: .trifling)
        let ending = await Program.run(arguments, in: shell)
        return Answer(ending: ending, output: output.text, errors: errors.text)
    }

    /// Runs a command.
    func callAsFunction(_ arguments: String...) async -> Answer { await run(arguments) }

    private final class Kept: Sendable {
        private let bytes = Mutex<[UInt8]>([])
        func append(_ more: [UInt8]) { bytes.withLock { $0 += more } }
        var text: String { String(decoding: bytes.withLock { $0 }, as: UTF8.self) }
    }
}

/// The options that permit an intrusive stream for as long as any test needs.
let permitted = ["--authority", "Court 1/2026", "--basis", "Code 105", "--from", "2000-01-01", "--until", "2039-12-31"]

extension JSONValue {
    /// A member of an object, or an element of a list.
    subscript(_ name: String) -> JSONValue { object?[name] ?? .null }
    subscript(_ index: Int) -> JSONValue { array.flatMap { index < $0.count ? $0[index] : nil } ?? .null }
}

extension Terminal {
    /// Orders an export, has it approved by two people of two organisations, and fetches it.
    func export(_ arguments: [String]) async throws -> Answer {
        var (order, fetch) = (arguments, [String]())
        if let out = order.firstIndex(of: "--out") {
            fetch = Array(order[out...(out + 1)])
            order.removeSubrange(out...(out + 1))
        }
        let ordered = await run(["export", "--ground", "a test", "--json"] + order)
        guard ordered.ending == .done else { return ordered }
        try await approve(try ordered.json()["request"].text ?? "")
        return await run(["export", "--order", try ordered.json()["order"].text ?? ""] + fetch)
    }

    /// Two people of two organisations approve a request.
    func approve(_ request: String) async throws {
        let daybreak = try await makeDaybreak(.live(database: path("test.db")))
        for (role, organisation) in [(FineRole.authorisingOfficer, "police"), (.ngoManager, "Baan Mai")] {
            let standing = Standing(account: organisation, role: role, organisation: organisation)
            _ = try await daybreak.desk.approve(
                request, as: Viewer(name: organisation, standing: standing, labels: []))
        }
        try await daybreak.close()
    }
}
