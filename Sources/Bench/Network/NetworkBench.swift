import Foundation
import Networks

/// The engines of the network on the inputs of `../shared/tools/bench_inputs.py`, for `scripts/bench_network.py`.
///
///     daybreak-bench network load g1m.txt
///     daybreak-bench network pagerank g1m.txt
///
/// Each prints one JSON document: `cpu_s` of what is measured (without loading, where it is not loading that is measured),
/// `peak_mb` of the process, and what was found, so that both sides can be seen to have found the same.
enum NetworkBench {
    /// A task: words in, facts out. To measure something else, add it to one of these tables.
    typealias Task = @Sendable (_ words: [String]) throws -> [Fact]
    typealias Fact = (name: String, value: Double)

    static func run(_ words: [String]) throws {
        guard let name = words.first, let task = graphTasks[name] else {
            print("tasks: \(graphTasks.keys.sorted().joined(separator: " "))")
            throw BenchError.usage
        }
        var facts = try task(Array(words.dropFirst()))
        facts.append(("peak_mb", Double(Meter.peak())))
        let body = facts.map { "\"\($0.name)\": \($0.value)" }.joined(separator: ", ")
        print("{\"task\": \"\(name)\", \(body)}")
    }

    /// Measures what `body` costs.
    static func cost<Result>(_ body: () throws -> Result) rethrows -> (result: Result, fact: Fact) {
        let begun = Meter.cpu()
        let result = try body()
        return (result, ("cpu_s", Meter.cpu() - begun))
    }

    /// The bytes of a file.
    static func source(_ path: String) throws -> ByteSource {
        let file = open(path, O_RDONLY)
        guard file >= 0 else { throw BenchError.usage }
        return ByteSource { buffer in max(0, read(file, buffer.baseAddress, buffer.count)) }
    }
}
