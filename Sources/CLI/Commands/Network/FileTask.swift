import Formats
import Foundation
import Networks
import Synchronization

/// One task on a plain file: takes the time, shows how far it has come, and writes the answer.
///
///     let task = FileTask("components", options, common, in: shell)
///     let graph = try task.graph(graphOptions)
///     let parts = try task.compute { work in try Components(graph.graph, work: work) }
///     return try task.finish(table)
final class FileTask {
    private let name: String
    private let options: FileOptions
    private let common: CommonOptions
    private let shell: Shell
    private let progress: Progress
    private let clock = ContinuousClock()
    private var loading = Duration.zero
    private var computing = Duration.zero
    private var refusals = Refusals()
    /// What the JSON document has besides the rows, in this order.
    private var facts: [(name: String, value: JSONValue)] = []

    init(_ name: String, _ options: FileOptions, _ common: CommonOptions, in shell: Shell) {
        (self.name, self.options, self.common, self.shell) = (name, options, common, shell)
        progress = Progress(in: shell)
    }

    deinit { progress.end() }

    // MARK: Loading

    /// Reads the file: `body` has the bytes, their number where it is known, and a way to tell how far it has come.
    func load<Result>(_ body: (ByteSource, Int, Work) throws -> Result) throws -> Result {
        let begun = clock.now
        defer { loading += clock.now - begun }
        let path = options.file == "-" ? "/dev/stdin" : options.file
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw CLIError.cannotRead(path, reason: "there is no such file, or it may not be read")
        }
        defer { try? handle.close() }
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        return try body(ByteSource(descriptor: handle.fileDescriptor, path: path), size, work("cli.network-loading"))
    }

    /// Reads the columns of a table into arrays; rows that cannot be used are told at the end.
    func columns(_ wanted: [WantedColumn]) throws -> Columns {
        let zone = try options.zoneMinutes()
        let columns = try load { source, size, work in
            try Columns(source, wanted, size: size, zone: zone, work: work)
        }
        refusals = columns.refusals
        tell("rows", .number(columns.count))
        return columns
    }

    /// Reads a graph: a table, a matrix or a snapshot.
    func graph(_ wanted: GraphOptions, directed isDirected: Bool? = nil) throws -> NamedGraph {
        let isSnapshot = try options.file != "-" && NamedGraph.isSnapshot(Files.bytes(options.file, upTo: 8))
        let graph = try load { source, size, work in
            isSnapshot
                ? try NamedGraph(snapshot: source)
                : try NamedGraph(source, wanted.request(directed: isDirected), size: size, work: work)
        }
        refusals = graph.refusals
        if let path = wanted.snapshot {
            try Files.write(path) { put in try graph.writeSnapshot { try put(Array($0)) } }
        }
        tell("rows", .number(graph.rows))
        tell("nodes", .number(graph.graph.count))
        tell("links", .number(graph.graph.linkCount))
        tell("directed", .bool(graph.graph.isDirected))
        if graph.loops > 0 { tell("selfLinksLeftOut", .number(graph.loops)) }
        return graph
    }

    /// Takes rows that were not used, where a task has read the table itself.
    func refuse(_ refusals: Refusals) { self.refusals = refusals }

    // MARK: Computing

    /// Computes: `body` has a way to tell how far it has come, which also ends it when it is cancelled.
    func compute<Result>(_ body: (Work) throws -> Result) rethrows -> Result {
        let begun = clock.now
        defer { computing += clock.now - begun }
        return try body(work("cli.network-computing"))
    }

    private func work(_ key: String) -> Work {
        let stage = shell.text(key)
        return Work { [progress] done, total throws(CancellationError) in
            if Task.isCancelled { throw CancellationError() }
            progress.report(stage, share: total > 0 ? Double(done) / Double(total) : nil, count: done)
        }
    }

    // MARK: Answering

    /// Adds a fact to the JSON document.
    func tell(_ name: String, _ value: JSONValue) { facts.append((name, value)) }

    /// Writes the table where `--out` says, prints the answer, and ends the task.
    ///
    /// - Parameter lines: what is said to people above the first rows.
    func finish(_ table: AnswerTable, saying lines: [String] = []) throws -> Ending {
        progress.end()
        if let out = options.out { try table.write(to: out) }
        for refusal in refusals.first.prefix(10) { shell.complain(shell.text(refusal.phrase)) }
        if refusals.count > 0 {
            shell.complain(shell.text("cli.network-refused", ["count": Figures.grouped(refusals.count)]))
        }
        if common.json { shell.print(json: json(table)) } else { show(table, lines) }
        return .done
    }

    private func seconds(_ duration: Duration) -> Double {
        let (seconds, attoseconds) = duration.components
        return Double(seconds) + (Double(attoseconds) / 1e15).rounded() / 1e3
    }

    private func json(_ table: AnswerTable) -> JSONValue {
        var object = JSONObject()
        object["task"] = .string(name)
        object["loadingSeconds"] = .number(seconds(loading))
        object["computingSeconds"] = .number(seconds(computing))
        for fact in facts { object[fact.name] = fact.value }
        object["refused"] = .number(refusals.count)
        if refusals.count > 0 {
            object["refusals"] = .array(
                refusals.first.map { refusal in
                    [
                        "line": .number(refusal.line), "column": .number(refusal.column),
                        "problem": .string(refusal.problem.rawValue),
                    ]
                })
        }
        // A file has them all; the document then has the first of them.
        let shown = options.out == nil ? table.count : min(table.count, 100)
        object["results"] = .array((0..<shown).map(table.object))
        object["resultCount"] = .number(table.count)
        if let out = options.out { object["out"] = .string(out) }
        return .object(object)
    }

    private func show(_ table: AnswerTable, _ lines: [String]) {
        for line in lines { shell.print(line) }
        let shown = min(table.count, 20)
        if shown > 0 {
            let rows = [table.columns] + (0..<shown).map { table.row($0).map(\.text) }
            for line in Figures.columns(rows) { shell.print(line) }
        }
        if shown < table.count {
            shell.print(shell.text("cli.network-more", ["count": Figures.grouped(table.count - shown)]))
        }
        if let out = options.out { shell.print(shell.text("cli.network-wrote", ["path": out])) }
        shell.print(
            shell.text(
                "cli.network-times",
                ["loading": String(seconds(loading)), "computing": String(seconds(computing))]))
    }
}

extension ByteSource {
    /// The bytes of an open file.
    init(descriptor: Int32, path: String) {
        self.init { buffer in
            guard let start = buffer.baseAddress, buffer.count > 0 else { return 0 }
            let count = Foundation.read(descriptor, start, buffer.count)
            guard count >= 0 else { throw CLIError.cannotRead(path, reason: String(cString: strerror(errno))) }
            return count
        }
    }
}
