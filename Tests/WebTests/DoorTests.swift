import Daybreak
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import NIOCore
import Testing

@testable import Web

@Suite("The door")
struct DoorTests {
    @Test("without a session a page leads to signing in, and the API answers 401; files and signing in are open")
    func strangers() async throws {
        try await TestWorld.run(as: nil) { world in
            for route in RouteTable.all {
                let path = route.places.reduce(route.pattern) { $0.replacing("{\($1)}", with: "aaaaaaaaaaaaaaaa") }
                let answer = try await world.send(path, route.method)
                switch route.handler {
                case .anybody: #expect(answer.status != .internalServerError, "\(route.method) \(path)")
                case .account, .viewer:
                    let expected: HTTPResponse.Status = route.face == .api ? .unauthorized : .seeOther
                    #expect(answer.status == expected, "\(route.method) \(path): \(answer.status)")
                    if route.face == .api { #expect(answer.headers[.wwwAuthenticate] == "Bearer", "\(path)") }
                    if route.face != .api {
                        #expect(answer.headers[.location]?.hasPrefix("/eyes") == true, "\(path)")
                    }
                }
            }
            #expect(try await world.get("/health").text == "ok\n")
        }
    }

    @Test("a change without the secret of the session is refused, on pages, in uploads and in the API")
    func forgery() async throws {
        try await TestWorld.run { world in
            let session = try #require(world.session)
            let cookie: HTTPFields = [
                .cookie: "daybreak=\(session.token)", .contentType: "application/x-www-form-urlencoded",
            ]
            for route in RouteTable.all where route.method == .post {
                if case .anybody = route.handler { continue }
                let path = route.places.reduce(route.pattern) { $0.replacing("{\($1)}", with: "aaaaaaaaaaaaaaaa") }
                for secret in [nil, "of another session"] as [String?] {
                    var headers = cookie
                    if let name = Forgery.header { headers[name] = secret }
                    if secret == nil, case .upload = route.body { headers[.contentType] = "application/octet-stream" }
                    let answer = try await world.client.execute(
                        uri: path, method: .post, headers: headers, body: ByteBuffer(string: "reason=r")
                    ) { $0 }
                    #expect(answer.status == .forbidden, "\(path) \(secret ?? "-"): \(answer.status)")
                }
            }
            var form = cookie
            form[.contentType] = "multipart/form-data; boundary=b"
            let body =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\na,b\r\n--b--\r\n"
            let upload = try await world.client.execute(
                uri: "/import", method: .post, headers: form, body: ByteBuffer(string: body)
            ) { $0 }
            #expect(upload.status == .forbidden)
            #expect(try FileManager.default.contentsOfDirectory(atPath: world.uploads).isEmpty)
        }
    }

    @Test("every form of a page that changes something carries the secret")
    func forms() async throws {
        try await TestWorld.run { world in
            _ = try await world.importCalls()
            for path in ["/", "/import", "/stops", "/sources", "/account", "/eyes", "/postings"] {
                let text = try await world.get(path).text
                let forms = text.matches(of: /<form[^>]*method="post"[^>]*>(<input type="hidden" name="csrf")?/)
                #expect(forms.allSatisfy { $0.1 != nil }, "\(path)")
            }
        }
    }

    @Test("a token of its own needs no cookie and no secret, and a cookie beside it is not looked at")
    func bearer() async throws {
        try await TestWorld.run { world in
            let session = try #require(world.session)
            let headers: HTTPFields = [.authorization: "Bearer \(session.token)", .contentType: "application/json"]
            let me = try await world.get("/api/me", headers: headers)
            #expect(me.text.contains("\"role\":\"intelOfficer\""))
            let stop = #"{"kind":"phone","value":"+66812345678","reason":"r"}"#
            #expect(try await world.post("/api/stops", stop, headers: headers).status == .ok)
            var wrong = headers
            wrong[.authorization] = "Bearer nothing"
            wrong[.cookie] = "daybreak=\(session.token)"
            #expect(try await world.get("/api/me", headers: wrong).status == .unauthorized)
        }
    }

    @Test("cookies: HttpOnly, Strict, for this host alone and with Secure over TLS", arguments: [false, true])
    func cookies(_ isEncrypted: Bool) async throws {
        try await TestWorld.run(as: nil, { $0.isBehindProxy = isEncrypted }) { world in
            let browser = TestBrowser(world)
            let list = try await browser.follow(try await browser.get("/"))
            let posting = String(try #require(list.text.firstMatch(of: /name="posting" value="([^"]+)"/)).1)
            let answer = try await browser.post("/eyes", ["posting": posting])
            let field = try #require(answer.headers[values: .setCookie].first)
            #expect(field.hasPrefix(isEncrypted ? "__Host-daybreak=" : "daybreak="))
            #expect(field.contains("; HttpOnly") && field.contains("; SameSite=Strict") && field.contains("; Path=/"))
            #expect(field.contains("; Secure") == isEncrypted)
            #expect(!field.contains("Domain"))
            #expect(try await browser.follow(answer).status == .ok)
        }
    }

    @Test("a demonstration says on every page whose eyes these are, and lets one look with others")
    func eyes() async throws {
        try await TestWorld.run(as: nil) { world in
            let browser = TestBrowser(world)
            let list = try await browser.follow(try await browser.get("/search?q=a"))
            #expect(list.text.contains("With whose eyes?"))
            func look(_ name: String) async throws -> String {
                let list = try await browser.get("/eyes").text
                let items = list.matches(of: /name="posting" value="([^"]+)"><button[^>]*><strong>([^<]+)</)
                let posting = try #require(items.first { String($0.2) == name })
                return try await browser.follow(try await browser.post("/eyes", ["posting": String(posting.1)])).text
            }
            #expect(try await look("Ploy").contains("You see what Ploy of Arun Samut Police sees"))
            for path in ["/", "/help", "/nothing", "/sources", "/account"] {
                #expect(try await browser.get(path).text.contains("Demonstration: nothing here is real."), "\(path)")
            }
            #expect(try await look("Krit").contains("You see what Krit of Ministry of Social Development sees"))
        }
    }

    @Test("nobody looks with other eyes at real data")
    func realData() async throws {
        try await TestWorld.run(as: nil, plan: RealHouse.plan) { world in
            #expect(try await world.get("/eyes").status == .notFound)
            let browser = TestBrowser(world)
            _ = try await browser.follow(try await browser.get("/sign-in"))
            #expect(try await browser.post("/eyes", ["posting": "x"]).status == .notFound)
        }
    }

    @Test("who asks too much is told how long to wait, and others are not")
    func limits() async throws {
        let table = RateLimits.Table(each: [.search: Rate(burst: 2, aMinute: 1)], organisation: [:])
        try await TestWorld.run(as: "analyst", { $0.rates = table }) { world in
            for _ in 0..<2 { #expect(try await world.get("/api/search?q=a").status == .ok) }
            let refused = try await world.get("/api/search?q=a")
            #expect(refused.status == .tooManyRequests)
            #expect(refused.headers[.retryAfter] == "60")
            #expect(try await world.get("/help").status == .ok)
            var other = world
            other.session = try await TestHouse.lend("investigator", world.daybreak)
            #expect(try await other.get("/api/search?q=a").status == .ok)
        }
    }

    @Test(
        "signing in leads on to our own pages only",
        arguments: ["//evil.example", "https://evil.example", "/\\evil", "evil"])
    func openRedirect(_ next: String) async throws {
        try await TestWorld.run(as: nil) { world in
            let browser = TestBrowser(world)
            let list = try await browser.follow(try await browser.get("/eyes"))
            let posting = String(try #require(list.text.firstMatch(of: /name="posting" value="([^"]+)"/)).1)
            var query = Query()
            query.add("next", next)
            let answer = try await browser.post("/eyes" + query.suffix, ["posting": posting])
            #expect(answer.headers[.location] == "/")
        }
    }

    @Test("signing in as a program: a token for the passphrase and the code")
    func program() async throws {
        let clock = TestClock()
        try await TestWorld.run(as: nil, plan: RealHouse.plan, clock: clock) { world in
            let secret = try await RealHouse.settle("ploy", TestBrowser(world), clock: clock)
            clock.pass(minutes: 1)
            let type: HTTPFields = [.contentType: "application/json"]
            let first = try await world.post(
                "/api/sign-in", #"{"name":"ploy","passphrase":"\#(TestHouse.passphrase)"}"#, headers: type)
            let ticket = try JSONDecoder().decode(Wire.SignedIn.self, from: Data(first.text.utf8)).ticket ?? ""
            let second = try await world.post(
                "/api/sign-in/code", #"{"ticket":"\#(ticket)","code":"\#(appCode(secret, at: clock.now))"}"#,
                headers: type)
            let token = try JSONDecoder().decode(Wire.SignedIn.self, from: Data(second.text.utf8)).token ?? ""
            let headers: HTTPFields = [.authorization: "Bearer \(token)"]
            #expect(try await world.get("/api/home", headers: headers).status == .ok)
            // Export asks for a passkey of the last minutes, which a program cannot show.
            #expect(try await world.get("/api/export", headers: headers).status == .forbidden)
            #expect(try await world.post("/api/sign-out", headers: headers).status == .ok)
            #expect(try await world.get("/api/home", headers: headers).status == .unauthorized)
        }
    }
}
