import Access
import Daybreak
import Foundation
import Hummingbird
import HummingbirdTesting
import Identity
import NIOCore
import Records
import RichPicture

@testable import Web

/// A whole Daybreak on an empty picture in a temporary folder, spoken to through its router.
struct TestWorld: Sendable {
    let client: any TestClientProtocol
    let uploads: String
    /// Everything behind the pages.
    let daybreak: Daybreak
    /// The session whose cookie goes with every request, unless the request says otherwise.
    var session: SignedIn?
    /// Where others do their part, such as approving.
    var desk: Desk { daybreak.desk }

    /// A few calls in the layout of the VAST challenge; line 4 has no time.
    static let calls = """
        ,From,To,DateTime,Duration.seconds.,Cell.Tower
        1,349,23,6/1/2006 0:08,1634,1
        2,379,364,6/1/2006 0:11,640,24
        3,349,364,yesterday,60,24
        4,349,379,6/2/2006 9:30,12,1

        """

    /// Runs a test, and removes everything afterwards.
    ///
    /// - Parameters:
    ///   - eyes: with whose eyes of the demonstration to look; `nil` for a stranger.
    ///   - plan: what is founded in place of the demonstration.
    static func run(
        as eyes: String? = "intelOfficer", plan: FoundingPlan? = nil, clock: TestClock = TestClock(),
        _ change: (inout WebConfiguration) -> Void = { _ in },
        _ body: @escaping @Sendable (TestWorld) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("daybreak-web-\(UUID().uuidString)")
            .path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let daybreak = try await TestHouse.found(folder, plan: plan, clock: clock)
        var configuration = WebConfiguration(
            uploadFolder: folder + "/uploads", uploadLimit: 1_000_000,
            rates: RateLimits.Table(each: [:], organisation: [:]), now: { clock.now })
        change(&configuration)
        let world = WebWorld(daybreak.ground, configuration: configuration)
        let session = plan == nil ? try await eyes.asyncMap { try await TestHouse.lend($0, daybreak) } : nil
        let application = Application(router: WebServer.makeRouter(world))
        try await application.test(.router) { client in
            try await body(
                TestWorld(client: client, uploads: folder + "/uploads", daybreak: daybreak, session: session))
        }
        try await daybreak.close()
    }

    /// What is answered to GET.
    func get(_ path: String, headers: HTTPFields = [:]) async throws -> TestResponse {
        try await send(path, .get, headers: headers)
    }

    /// What is answered to a request with the session's cookie, and with its secret where it changes something.
    func send(
        _ path: String, _ method: HTTPRequest.Method, headers: HTTPFields = [:], body: String = ""
    ) async throws -> TestResponse {
        var headers = headers
        if let session, headers[.cookie] == nil, headers[.authorization] == nil {
            headers[.cookie] = "daybreak=\(session.token)"
            if let secret = Forgery.header, headers[secret] == nil, method != .get {
                headers[secret] = session.session.csrf
            }
        }
        return try await client.execute(uri: path, method: method, headers: headers, body: ByteBuffer(string: body)) {
            $0
        }
    }

    /// What is answered to a form.
    func post(_ path: String, _ form: String = "", headers: HTTPFields = [:]) async throws -> TestResponse {
        var headers = headers
        if headers[.contentType] == nil { headers[.contentType] = "application/x-www-form-urlencoded" }
        return try await send(path, .post, headers: headers, body: form)
    }

    /// Uploads a file as a browser does.
    func upload(_ file: String, name: String = "calls.csv", fields: [String: String]) async throws -> TestResponse {
        var body = ""
        for (field, value) in fields.sorted(by: { $0.key < $1.key }) {
            body += "--b\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n"
        }
        body += "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n\(file)\r\n--b--\r\n"
        return try await post("/import", body, headers: [.contentType: "multipart/form-data; boundary=b"])
    }

    /// Two people of two organisations approve a request.
    func approve(_ request: String) async throws {
        for (role, organisation) in [(FineRole.authorisingOfficer, "police"), (.ngoManager, "Baan Mai")] {
            let standing = Standing(account: organisation, role: role, organisation: organisation)
            _ = try await desk.approve(request, as: Viewer(name: organisation, standing: standing, labels: []))
        }
    }

    /// Orders an export by the API and has it approved; gives the order's id.
    func order(_ format: String, around: [String] = []) async throws -> String {
        let body = try JSONEncoder().encode(
            Wire.ExportRequest(format: format, around: around, hops: 1, ground: "a test"))
        let answer = try await post(
            "/api/export", String(decoding: body, as: UTF8.self), headers: [.contentType: "application/json"])
        let ordered = try JSONDecoder().decode(Wire.Ordered.self, from: Data(answer.text.utf8))
        try await approve(ordered.request ?? "")
        return ordered.id
    }

    /// Follows redirections until a page is there, and gives its path.
    func follow(_ response: TestResponse) async throws -> (path: String, page: TestResponse) {
        var (path, page) = ("", response)
        for _ in 0..<100 {
            if let next = page.headers[.location] {
                path = next
            } else if page.text.contains("http-equiv=\"refresh\"") {
                try await Task.sleep(for: .milliseconds(50))
            } else {
                return (path, page)
            }
            page = try await get(path)
        }
        return (path, page)
    }

    /// The description of the sample calls, with an authority.
    static let permitted = [
        "owner": "Provincial Police", "stream": "telephony", "source": "1", "information": "B", "handling": "P",
        "profile": "vast2008", "reference": "W-1", "basis": "Court", "subject": "suspect", "from": "2006-01-01",
        "until": "2006-12-31",
    ]

    /// Brings the sample calls in and gives the source's identifier.
    func importCalls() async throws -> String {
        let staged = try await follow(upload(Self.calls, fields: Self.permitted))
        let committed = try await follow(post(staged.path + "/commit"))
        return String(committed.path.split(separator: "/").last ?? "")
    }

    /// The identifier of the first match.
    func find(_ text: String) async throws -> String? {
        let found = try await get("/api/search?q=" + text)
        return try JSONDecoder().decode(Wire.Search.self, from: Data(found.text.utf8)).hits.first?.entity.id
    }
}

extension TestResponse {
    /// The body as text.
    var text: String { String(buffer: body) }
}
