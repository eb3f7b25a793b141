import Daybreak
import Foundation
import HTTPTypes
import HummingbirdTesting
import Records
import Testing

@testable import Web

@Suite("The OpenAPI document")
struct OpenAPITests {
    private func document() throws -> [String: Any] {
        let bytes = OpenAPI.document(RouteTable.all, Daybreak.declarations, Samples.reader)
        return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    @Test("every route of the API is in it, with a summary and answers")
    func routes() throws {
        let document = try document()
        #expect(document["openapi"] as? String == "3.1.0")
        let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
        var names: Set<String> = []
        let routes = RouteTable.all.filter { $0.face == .api }
        let described = routes.flatMap { RecordOperations.described($0, Daybreak.declarations, Samples.reader) }
        for (route, path) in described.map({ ($0.route, $0.path) }) {
            let operation = try #require(paths[path]?[route.method.rawValue.lowercased()])
            #expect((operation["summary"] as? String)?.contains("api.") == false)
            // A default would make every status a documented one.
            let answers = try #require(operation["responses"] as? [String: Any])
            #expect(answers["default"] == nil && answers["401"] != nil && answers["429"] != nil)
            #expect(names.insert(operation["operationId"] as? String ?? "").inserted, "\(path)")
        }
        #expect(names.count == paths.values.reduce(0) { $0 + $1.count })
    }

    @Test("every action of every type is an operation with the very fields that it takes")
    func actions() throws {
        let paths = try #require(try document()["paths"] as? [String: [String: [String: Any]]])
        for declaration in Daybreak.declarations {
            guard declaration.isActedOn else {
                #expect(paths["/api/records/\(declaration.name)"]?["post"] == nil)
                continue
            }
            for action in declaration.laterActions {
                let operation = try #require(paths["/api/records/\(declaration.name)/{id}/\(action)"]?["post"])
                let body = try #require(operation["requestBody"] as? [String: Any])
                let content = try #require((body["content"] as? [String: [String: Any]])?["application/json"])
                let properties = try #require((content["schema"] as? [String: Any])?["properties"] as? [String: Any])
                let edits = try #require((properties["edits"] as? [String: Any])?["properties"] as? [String: Any])
                let sets = declaration.actions.filter { $0.name == action }.flatMap(\.sets)
                #expect(Set(edits.keys) == Set(sets), "\(declaration.name).\(action)")
                let answers = try #require(operation["responses"] as? [String: Any])
                #expect(["200", "401", "403", "404", "409", "422", "429"].allSatisfy { answers[$0] != nil })
            }
            #expect(paths["/api/records/\(declaration.name)"]?["post"]?["responses"] != nil)
        }
    }

    @Test("every action under a posting takes a key, every form carries one, and nothing else does")
    func keys() throws {
        let paths = try #require(try document()["paths"] as? [String: [String: [String: Any]]])
        var keyed = 0
        for (path, operations) in paths {
            for (method, operation) in operations {
                let names = (operation["parameters"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
                let isAction = method == "post" && !["/api/sign", "/api/me/"].contains { path.hasPrefix($0) }
                #expect(names.contains("Idempotency-Key") == isAction, "\(method) \(path)")
                keyed += isAction ? 1 : 0
            }
        }
        #expect(keyed > 20)
        let page: Markup =
            "<form method=\"post\"></form><form action=\"/search\"></form><form class=\"x\" method=\"post\">"
        var number = 0
        var eyes = Eyes()
        eyes.csrf = "secret"
        #expect(!page.guarded(for: eyes) { "k" }.text.contains("(key)"), "a stranger's forms are no wishes")
        eyes.viewer = RecordWorld.people["ann"]
        let guarded = page.guarded(for: eyes) {
            number += 1
            return "k\(number)"
        }.text
        #expect(guarded.contains("name=\"(key)\" value=\"k1\"") && guarded.contains("name=\"(key)\" value=\"k2\""))
        #expect(number == 2, "each form has a key of its own")
    }

    @Test("every reference leads to a schema, and every schema and field is described")
    func references() throws {
        let document = try document()
        let components = try #require(document["components"] as? [String: Any])
        let schemas = try #require(components["schemas"] as? [String: [String: Any]])
        let text = String(
            decoding: OpenAPI.document(RouteTable.all, Daybreak.declarations, Samples.reader), as: UTF8.self)
        for match in text.matches(of: /#\/components\/schemas\/(\w+)/) { #expect(schemas[String(match.1)] != nil) }
        for (name, schema) in schemas {
            #expect((schema["description"] as? String)?.hasPrefix("api.") == false, "\(name)")
            let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
            #expect(!properties.isEmpty, "\(name)")
            for (field, property) in properties {
                #expect((property["description"] as? String)?.hasPrefix("api.") == false, "\(name).\(field)")
            }
        }
    }

    @Test("the shape of a value is read off its decoder")
    func shapes() {
        let fields = SchemaReader.fields(of: Wire.Staged.self)
        #expect(
            fields.map(\.name) == [
                "source", "columns", "firstRows", "firstFacts", "refused", "refusedKept", "profiles", "alreadyThere",
            ])
        #expect(fields.first { $0.name == "firstRows" }?.shape == .list(.list(.text)))
        #expect(fields.first { $0.name == "alreadyThere" }?.isOptional == true)
        #expect(SchemaReader.fields(of: Wire.Counts.self).first { $0.name == "events" }?.shape == .map(.whole))
    }

    @Test("real answers hold what the document says, no less and no more")
    func answers() async throws {
        try await TestWorld.run { (world) async throws in
            let source = try await world.importCalls()
            let id = try #require(try await world.find("349"))
            let document = try document()
            let paths = try #require(document["paths"] as? [String: Any])
            #expect(paths.count > 10)
            let asked: [(String, any WireValue.Type)] = [
                ("/api/home", Wire.Home.self), ("/api/search?q=349", Wire.Search.self),
                ("/api/entities/\(id)", Wire.EntityDetail.self), ("/api/timeline?of=\(id)", Wire.Timeline.self),
                ("/api/neighbours?seed=\(id)", Wire.Neighbourhood.self), ("/api/map", Wire.Map.self),
                ("/api/sources/\(source)?line=2", Wire.SourceLines.self),
            ]
            for (path, type) in asked {
                let answer = try await world.get(path)
                #expect(answer.status == .ok, "\(path): \(answer.text)")
                let value = try #require(
                    try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
                let fields = SchemaReader.fields(of: type)
                #expect(Set(value.keys).isSubset(of: Set(fields.map(\.name))), "\(path)")
                #expect(Set(fields.filter { !$0.isOptional }.map(\.name)).isSubset(of: Set(value.keys)), "\(path)")
            }
        }
    }
}
