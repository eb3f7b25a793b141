import Access
import Crypto
import Daybreak
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import NIOCore
import Records
import Testing

@testable import Web

/// A browser that keeps its cookies and fills in forms.
final class TestBrowser: @unchecked Sendable {
    // Used by one test, one step after the other.
    let world: TestWorld
    private(set) var cookies: [String: String] = [:]
    private(set) var given: [String] = []
    var csrf = ""

    init(_ world: TestWorld) { self.world = world }

    func get(_ path: String) async throws -> TestResponse { try await ask(path, .get) }

    func post(_ path: String, _ fields: [String: String] = [:], csrf: String? = nil) async throws -> TestResponse {
        var query = Query()
        for (name, value) in fields { query.add(name, value) }
        query.add("csrf", csrf ?? self.csrf)
        return try await ask(path, .post, body: String(query.suffix.dropFirst()))
    }

    /// Follows redirections to a page.
    func follow(_ answer: TestResponse) async throws -> TestResponse {
        var answer = answer
        for _ in 0..<8 {
            guard let next = answer.headers[.location] else { return answer }
            answer = try await get(next)
        }
        return answer
    }

    private func ask(_ path: String, _ method: HTTPRequest.Method, body: String = "") async throws -> TestResponse {
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        if !cookies.isEmpty {
            headers[.cookie] = cookies.map { "\($0)=\($1)" }.sorted().joined(separator: "; ")
        }
        let answer = try await world.client.execute(
            uri: path, method: method, headers: headers, body: ByteBuffer(string: body)
        ) { $0 }
        for field in answer.headers[values: .setCookie] {
            given.append(field)
            let pair = field.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
            cookies[pair[0]] = field.contains("Max-Age=0") || pair.count < 2 ? nil : pair[1]
        }
        if let found = answer.text.firstMatch(of: /name="csrf" value="([^"]+)"/) { csrf = String(found.1) }
        return answer
    }
}

/// Six digits as an app shows them (RFC 6238), written here anew.
func appCode(_ secret: String, at now: Int) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var (bits, held, key): (Int, Int, [UInt8]) = (0, 0, [])
    for character in secret {
        held = (held << 5 | (alphabet.firstIndex(of: character) ?? 0)) & 0xFFFF
        bits += 5
        if bits >= 8 {
            bits -= 8
            key.append(UInt8(truncatingIfNeeded: held >> bits))
        }
    }
    let counter = (0..<8).reversed().map { UInt8(truncatingIfNeeded: (now / 30_000) >> ($0 * 8)) }
    let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: key)))
    let offset = Int(mac[19] & 15)
    let value = (0..<4).reduce(0) { $0 << 8 | Int(mac[offset + $1]) } & 0x7FFF_FFFF
    return String(String(value + 1_000_000_000).suffix(6))
}

/// A house with real accounts: an administrator and an analyst.
enum RealHouse {
    static let plan: FoundingPlan = {
        let people = [
            #"{"signIn":"krit","name":"Krit","role":"sysadmin","organisation":"Ministry"}"#,
            #"{"signIn":"ploy","name":"Ploy","role":"analyst","organisation":"Police"}"#,
            #"{"signIn":"dao","name":"Dao","role":"ngoManager","organisation":"Foundation"}"#,
            #"{"signIn":"chan","name":"Chan","role":"integrityOfficer","organisation":"Ministry"}"#,
        ]
        let custodians = [("A", "Ministry"), ("B", "Police"), ("C", "Foundation"), ("D", "Police"), ("E", "Ministry")]
        let json = """
            {"organisations":[{"name":"Ministry","sort":"other"},{"name":"Police","sort":"police"},
             {"name":"Foundation","sort":"ngo"}],"people":[\(people.joined(separator: ","))],
             "custodians":[\(custodians.map { #"{"name":"\#($0)","organisation":"\#($1)"}"# }.joined(separator: ","))]}
            """
        return (try? FoundingPlan(json: Array(json.utf8))) ?? .empty
    }()

    /// Invites, accepts, and enrols an app: what a newcomer does. Gives the app's secret.
    static func settle(_ name: String, _ browser: TestBrowser, clock: TestClock) async throws -> String {
        let identity = browser.world.daybreak.identity
        let account = try #require(try await identity.account(named: name))
        let invitation = try await identity.inviteAgain(account: account.id, by: nil)
        _ = try await browser.follow(try await browser.get("/invitation?code=\(invitation.code)"))
        let accepted = try await browser.post(
            "/invitation",
            ["code": invitation.code, "passphrase": TestHouse.passphrase, "again": TestHouse.passphrase])
        #expect(accepted.headers[.location] == "/account")
        let page = try await browser.follow(accepted)
        #expect(page.text.contains("Add an app or a passkey first"))
        // Until then nothing else answers.
        #expect(try await browser.get("/search?q=a").headers[.location] == "/account")
        let enrolment = try await browser.post("/account/codes").text
        let secret = String(try #require(enrolment.firstMatch(of: /data-secret>([A-Z2-7]+)</)).1)
        let ticket = String(try #require(enrolment.firstMatch(of: /name="ticket" value="([^"]+)"/)).1)
        let added = try await browser.post(
            "/account/codes/confirm", ["ticket": ticket, "code": appCode(secret, at: clock.now)])
        #expect(added.headers[.location] == "/postings")
        return secret
    }

    /// Signs in with passphrase and code.
    static func signIn(
        _ name: String, _ secret: String, _ browser: TestBrowser, clock: TestClock
    ) async throws -> TestResponse {
        _ = try await browser.follow(try await browser.get("/sign-in"))
        let first = try await browser.post("/sign-in", ["name": name, "passphrase": TestHouse.passphrase])
        #expect(first.headers[.location] == "/sign-in/second")
        _ = try await browser.follow(first)
        return try await browser.post("/sign-in/second", ["code": appCode(secret, at: clock.now)])
    }
}

@Suite("Signing in on the pages")
struct SignInTests {
    @Test("a newcomer accepts an invitation, adds an app, signs in with both, works, and signs out")
    func wholeWay() async throws {
        let clock = TestClock()
        try await TestWorld.run(as: nil, plan: RealHouse.plan, clock: clock) { world in
            let browser = TestBrowser(world)
            #expect(try await browser.get("/").headers[.location] == "/sign-in?next=%2F")
            let secret = try await RealHouse.settle("ploy", browser, clock: clock)
            let postings = try await browser.get("/postings")
            let posting = String(try #require(postings.text.firstMatch(of: /name="posting" value="([^"]+)"/)).1)
            #expect(try await browser.post("/postings", ["posting": posting]).headers[.location] == "/")
            let home = try await browser.get("/")
            #expect(home.status == .ok)
            #expect(home.text.contains("You see what Ploy of Police sees"))
            #expect(!home.text.contains("Demonstration"))
            #expect(try await browser.post("/sign-out").status == .seeOther)
            #expect(try await browser.get("/").status == .seeOther)
            clock.pass(minutes: 1)
            let entered = try await RealHouse.signIn("ploy", secret, browser, clock: clock)
            #expect(entered.headers[.location] == "/")
            #expect(try await browser.get("/search?q=somchai").status == .ok)
            let trace = try await browser.get("/account/trace")
            #expect(trace.text.contains("signed-in") && trace.text.contains("posting-taken"))
        }
    }

    @Test("a wrong passphrase and an unknown name get the same answer, and a code is good once")
    func refusals() async throws {
        let clock = TestClock()
        try await TestWorld.run(as: nil, plan: RealHouse.plan, clock: clock) { world in
            let browser = TestBrowser(world)
            let secret = try await RealHouse.settle("ploy", browser, clock: clock)
            _ = try await browser.post("/sign-out")
            _ = try await browser.get("/sign-in")
            let wrong = try await browser.post("/sign-in", ["name": "ploy", "passphrase": "not the passphrase"])
            let unknown = try await browser.post("/sign-in", ["name": "plov", "passphrase": "not the passphrase"])
            #expect(wrong.status == .unauthorized && unknown.status == .unauthorized)
            #expect(wrong.text.replacing("ploy", with: "plov") == unknown.text)
            #expect(wrong.headers == unknown.headers)
            clock.pass(minutes: 1)
            let entered = try await RealHouse.signIn("ploy", secret, browser, clock: clock)
            #expect(entered.headers[.location] == "/")
            let other = TestBrowser(world)
            let again = try await RealHouse.signIn("ploy", secret, other, clock: clock)
            #expect(again.status == .unauthorized)
            #expect(again.text.contains("that is not right"))
        }
    }

    @Test("wrong attempts make the next one wait: 429, and Retry-After says how long")
    func waiting() async throws {
        try await TestWorld.run(as: nil, plan: RealHouse.plan) { world in
            let browser = TestBrowser(world)
            _ = try await browser.follow(try await browser.get("/sign-in"))
            for _ in 0..<4 { _ = try await browser.post("/sign-in", ["name": "dao", "passphrase": "wrong"]) }
            let late = try await browser.post("/sign-in", ["name": "dao", "passphrase": "wrong"])
            #expect(late.status == .tooManyRequests)
            #expect(late.headers[.retryAfter] == "1")
        }
    }

    @Test("a posting that ends, ends its sessions at once; idle and old sessions end, too")
    func endings() async throws {
        let clock = TestClock()
        try await TestWorld.run(as: nil, plan: RealHouse.plan, clock: clock) { world in
            let browser = TestBrowser(world)
            let secret = try await RealHouse.settle("ploy", browser, clock: clock)
            func enter() async throws {
                clock.pass(minutes: 1)
                _ = try await browser.get("/sign-in")
                #expect(try await RealHouse.signIn("ploy", secret, browser, clock: clock).headers[.location] == "/")
                #expect(try await browser.get("/").status == .ok)
            }
            try await enter()
            clock.pass(minutes: 16)
            #expect(try await browser.get("/").headers[.location]?.hasPrefix("/sign-in") == true)
            try await enter()
            for _ in 0..<48 {
                clock.pass(minutes: 10)
                _ = try await browser.get("/help")
            }
            #expect(try await browser.get("/").headers[.location]?.hasPrefix("/sign-in") == true)
            try await enter()
            try await End.posting(of: "ploy", world.daybreak)
            #expect(try await browser.get("/").headers[.location]?.hasPrefix("/sign-in") == true)
            clock.pass(minutes: 1)
            _ = try await browser.get("/sign-in")
            let entered = try await RealHouse.signIn("ploy", secret, browser, clock: clock)
            #expect(entered.headers[.location] == "/postings")
            #expect(try await browser.get("/postings").text.contains("no posting that runs now"))
        }
    }

    @Test("a session ends with its posting in one transaction, before anybody asks the directory")
    func transaction() async throws {
        try await TestWorld.run(as: "analyst") { world in
            let session = try #require(world.session)
            #expect(try await world.get("/").status == .ok)
            try await End.posting(of: "ploy", world.daybreak)
            #expect(try await world.daybreak.identity.session(for: session.token) == nil)
            #expect(try await world.get("/api/home").status == .unauthorized)
            #expect(try await world.get("/").status == .seeOther)
        }
    }
}

/// Ends a posting as an administration does, with the approvals of two organisations.
enum End {
    static func posting(of name: String, _ daybreak: Daybreak) async throws {
        let account = try #require(try await daybreak.identity.account(named: name)?.id)
        let held = try #require(try await daybreak.directory.postings(of: account).first)
        func viewer(_ role: String) async throws -> Viewer {
            let held = try #require(
                try await daybreak.directory.everybody().first { $0.posting.role == role })
            return try #require(try await daybreak.directory.viewer(of: held.posting.account, under: held.id))
        }
        let keeper = try await viewer("sysadmin")
        let request = try await daybreak.desk.askApproval(
            to: .update, held.id, of: Posting.self, action: .end, Asking(reason: "the contract has ended"), as: keeper)
        for role in ["ngoManager", "integrityOfficer"] {
            _ = try await daybreak.desk.approve(request, as: try await viewer(role))
        }
        _ = try await daybreak.desk.carryOutApproved(request, of: Posting.self, as: keeper)
    }
}
