import Access
import Daybreak
import Foundation
import RichPicture

/// Import of call records, to committed and searchable: prints JSON with seconds, rows and peak memory.
enum ImportBench {
    static func run(file: String, database: String) async throws {
        let daybreak = try await makeDaybreak(.live(database: database))
        let viewer = Viewer.owner(of: "bench")
        let authority = IntrusionAuthority(
            reference: "BENCH-1", basis: "benchmark", subject: .suspect, from: 0, until: .max)
        let request = ImportRequest(name: "calls.csv", owner: "bench", authority: authority, profile: "calls-siam")
        let clock = ContinuousClock()
        let start = clock.now
        let brought = try await daybreak.picture.bringIn(path: file, request: request, as: viewer)
        let end = clock.now
        try await daybreak.close()
        guard case .committed(let staged) = brought else { throw BenchError.notCommitted(file) }
        report(["rows": Double(staged.source.counts.accepted), "total_s": seconds(end - start)])
    }

    static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
    }

    static func report(_ figures: [String: Double]) {
        let pairs = figures.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }
        print("{\(pairs.joined(separator: ", "))}")
    }
}
