import Access
import Hummingbird
import Storage
import TestSupport
import Testing
import Words

@testable import RichPicture
@testable import Web

/// The test of the test: leaks that are planted are found.
@Suite("Planted leaks")
struct PlantedLeakTests {
    static let leaks: [(name: String, handler: @Sendable (Visit) async throws -> Response)] = [
        (
            "a count without the label filter",
            { visit in
                let count = try await visit.picture.database.read { connection in
                    try connection.row("SELECT COUNT(*) FROM entity")?.int(0) ?? 0
                }
                return Answer.json(["count": count])
            }
        ),
        (
            "another status for what is forbidden",
            { visit in
                let isThere = try await visit.picture.database.read { connection in
                    try connection.row("SELECT 1 FROM source WHERE pid = \(visit.id)") != nil
                }
                throw isThere ? Problem(status: .forbidden, phrase: Problem.notFound.phrase) : Problem.notFound
            }
        ),
        (
            "another header for what is forbidden",
            { visit in
                let found = try await visit.picture.database.read { connection in
                    try connection.row("SELECT hash FROM source WHERE pid = \(visit.id)")?.text(0)
                }
                var response = Answer.json([String]())
                response.headers[.eTag] = found
                return response
            }
        ),
    ]

    @Test("a leak that is planted is found", arguments: leaks.indices)
    func found(_ index: Int) async throws {
        let route = Route(
            face: .api, method: .get, url: .api("planted/{id}"), summary: "api.route.home", answer: .document,
            handler: Self.leaks[index].handler)
        try await House.with([]) { without in
            try await House.with([.sources]) { with in
                let comparison = Comparison(without: without, with: with, routes: [route])
                let script = Script(routes: [route], pool: try await Pool.of(without, with))
                let outcome = try await comparison.run(script.reads, as: .ngoCaseworker)
                #expect(!outcome.differences.isEmpty, "\(Self.leaks[index].name) was not found")
            }
        }
    }
}
