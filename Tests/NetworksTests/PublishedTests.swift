import Foundation
import Testing

@testable import Networks

/// What others have published about networks that everybody has.
@Suite(.enabled(if: Shared.isThere, "needs ../shared/data/networks"))
struct PublishedTests {
    private func bytes(_ name: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(Shared.folder)/\(name)")))
    }

    @Test(
        "Leiden reaches the best modularity that is known, by default and by any seed",
        arguments: [("karate", 0.41979), ("dolphins_2", 0.52852), ("polbooks", 0.52724), ("jazz", 0.44514)])
    func modularity(name: String, best: Double) throws {
        let graph = try NamedGraph(ByteSource(bytes("\(name).edges.csv"))).graph
        for seed in UInt64(1)...5 {
            let found = try Leiden(graph, seed: seed)
            #expect(abs(found.modularity - best) < 0.000_006, "seed \(seed): \(found.modularity)")
        }
    }

    private func caviar(directed: Bool) throws -> NamedGraph {
        var request = NamedGraph.Request()
        (request.isDirected, request.weighsRows) = (directed, true)
        return try NamedGraph(ByteSource(bytes("caviar_directed_matrix.csv")), request)
    }

    @Test("Caviar: its size, its parts, its betweenness and its degrees")
    func caviar() throws {
        let named = try caviar(directed: true)
        let graph = named.graph
        #expect((graph.count, graph.linkCount) == (110, 295))
        #expect(Components(strong: graph).sizes[0] == 66)
        #expect(try caviar(directed: false).graph.linkCount == 205)
        let values = try Betweenness.exact(graph, lengths: .inverse)
        let (out, into) = (Degrees(graph), Degrees(graph.reversed()))
        let published = try Columns(
            ByteSource(bytes("caviar_published_centralities_directed.csv")),
            [
                .name("node", place: 0), .value("betweenness", .number, given: "Betweenness"),
                .value("in", .number, given: "In-Degree"), .value("out", .number, given: "Out-Degree"),
            ])
        #expect(published.count == 110)
        for row in 0..<published.count {
            let node = Int(try #require(named.names.code(named: published.tables[0].text(published.codes[0][row]))))
            #expect(abs(values[node] / Betweenness.most(graph) - published.numbers[1][row]) < 1e-9)
            #expect(abs(Double(into.count[node]) / 109 - published.numbers[2][row]) < 1e-9)
            #expect(abs(Double(out.count[node]) / 109 - published.numbers[3][row]) < 1e-9)
        }
    }

    @Test("Caviar: the key players", arguments: [(1, 0.3643), (2, 0.5573), (3, 0.6547)])
    func keyPlayers(size: Int, fragmentation: Double) throws {
        let found = try KeyPlayers(try caviar(directed: false).graph, size: size)
        #expect(found.isExact && abs(found.fragmentation - fragmentation) < 0.000_05)
    }
}

/// The networks that others have published.
private enum Shared {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/data/networks").path
    static let isThere = FileManager.default.fileExists(atPath: folder)
}
