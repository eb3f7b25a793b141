import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import Web

@Suite("The route table")
struct RouteTests {
    @Test("every route answers, and what is unknown is not found with the same bytes everywhere")
    func everyRoute() async throws {
        try await TestWorld.run { (world) async throws in
            _ = try await world.importCalls()
            let page = try await world.get("/nothing-here")
            let api = try await world.get("/api/nothing-here")
            #expect(page.status == .notFound)
            for route in RouteTable.all where !route.pattern.hasSuffix("/sign-out") {
                let path = route.places.reduce(route.pattern) {
                    $0.replacing("{\($1)}", with: "aaaaaaaaaaaaaaaa")
                }
                let answer = try await world.send(path, route.method, body: body(route))
                #expect(answer.status.code < 500, "\(route.method) \(path): \(answer.status)")
                // Files are the same for everybody: nobody is asked who they are.
                guard route.namesAThing, route.limit != nil else { continue }
                let expected = route.face == .api ? api : page
                #expect(answer.status == .notFound, "\(route.method) \(path): \(answer.text)")
                #expect(answer.body == expected.body, "\(route.method) \(path)")
                #expect(answer.headers == expected.headers, "\(route.method) \(path)")
            }
        }
    }

    // A body that is well formed, so that only the unknown name is wrong.
    private func body(_ route: Route) -> String {
        if case .json = route.body {
            return
                #"{"reason":"r","kind":"phone","value":"+66812345678","reference":"W","basis":"b","subject":"suspect","from":"2006-01-01","until":"2007-01-01","outcome":"o","taking":false,"type":"t","record":"r","change":"hide","names":["n"],"verdict":"same"}"#
        }
        return "outcome=o&taking=false&change=hide&names=n&reason=r&reference=W&subject=suspect&from=2006-01-01"
            + "&until=2007-01-01&verdict=same"
    }

    @Test(
        "an unknown entity in a query is not found either",
        arguments: ["/network?seed=x", "/map?around=x", "/timeline?of=x"])
    func unknownInQuery(_ path: String) async throws {
        try await TestWorld.run { (world) async throws in
            let (answer, unknown) = (try await world.get(path), try await world.get("/entity/x"))
            #expect(answer.status == .notFound)
            #expect(answer.body == unknown.body)
        }
    }

    @Test("RL-20: a list of people is refused with what to do, on the page and in the API; home leads to none")
    func people() async throws {
        try await TestWorld.run { (world) async throws in
            for path in ["/search?kind=person", "/search?q=*&kind=person", "/api/search?kind=person&stream=register"] {
                let answer = try await world.get(path)
                #expect(answer.status == .unprocessableContent, "\(path)")
                #expect(answer.text.contains("Name somebody, a number, or a place to search at"), "\(path)")
            }
            #expect(try await world.get("/search?stream=register").text.contains("People are not listed here."))
            #expect(try await world.get("/api/search?kind=phone").text.contains("\"leavesPeopleOut\":false"))
        }
    }

    @Test("every answer carries the headers that keep it safe")
    func headers() async throws {
        try await TestWorld.run { (world) async throws in
            for path in ["/", "/search?q=a", "/help", "/import", "/nothing", "/api/home", "/openapi.json"] {
                let answer = try await world.get(path)
                #expect(answer.headers[.contentSecurityPolicy] == HeaderMiddleware.policy, "\(path)")
                #expect(answer.headers[.cacheControl] == "no-store", "\(path)")
                #expect(answer.headers[.xContentTypeOptions] == "nosniff", "\(path)")
                #expect(answer.headers[try #require(HTTPField.Name("Referrer-Policy"))] == "no-referrer", "\(path)")
            }
            #expect(!HeaderMiddleware.policy.contains("unsafe"))
        }
    }

    @Test("our files never change under their address, and speak with nobody else")
    func assets() async throws {
        try await TestWorld.run { (world) async throws in
            let assets = Assets(libraryFolder: nil)
            for name in assets.names {
                let answer = try await world.get(assets.own(name).path)
                #expect(answer.headers[.cacheControl]?.contains("immutable") == true, "\(name)")
                // The name space of SVG is a name, not an address.
                let text = answer.text.replacing("http://www.w3.org/2000/svg", with: "")
                #expect(!text.contains("http://") && !text.contains("https://"), "\(name)")
                #expect(!text.contains("@import") && !text.contains("url("), "\(name)")
            }
            #expect(try await world.get("/assets/daybreak.css?v=old").headers[.cacheControl] == "no-cache")
            #expect(try await world.get("/assets/..%2F..%2Fetc%2Fpasswd").status == .notFound)
        }
    }

    @Test(
        "actions from another site's page are refused",
        arguments: [
            (["Sec-Fetch-Site": "cross-site"], false), (["Sec-Fetch-Site": "same-site"], false),
            (["Sec-Fetch-Site": "same-origin"], true), (["Origin": "http://evil.example"], false),
            (["Origin": "null"], false),
            (["Origin": "http://localhost"], true), ([:], true),
        ] as [([String: String], Bool)])
    func origins(_ fields: [String: String], _ isAllowed: Bool) async throws {
        try await TestWorld.run { (world) async throws in
            var headers = HTTPFields()
            for (name, value) in fields { headers[try #require(HTTPField.Name(name))] = value }
            let answer = try await world.post("/source/x/restore", headers: headers)
            #expect(answer.status == (isAllowed ? .notFound : .forbidden))
        }
    }

    @Test(
        "only this machine's names are answered to",
        arguments: [
            ("localhost", "localhost"), ("127.0.0.1:8080", "127.0.0.1"), ("[::1]:8080", "[::1]"),
            ("EVIL.example:80", "evil.example"),
            ("", ""), ("[::1", "["),
        ])
    func hosts(_ authority: String, _ name: String) {
        #expect(Authority.name(authority) == name)
    }
}
