import Access
import Daybreak
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Ledger
import NIOCore
import RichPicture
import Synchronization

@testable import Web

/// Somebody in a role, or a stranger, at the door of one world.
struct Visitor: Sendable {
    let client: any TestClientProtocol
    /// What a request carries that tells who sends it.
    let session: SignedIn?

    /// Opens a world's door for one role; `nil` for somebody who has not signed in.
    ///
    /// - Parameter pass: each visit of a role draws tokens of its own, the same in every world.
    static func enter(
        _ house: House, as role: FineRole?, pass: Int, routes: [Route] = RouteTable.all,
        _ body: @escaping @Sendable (Visitor) async throws -> Void
    ) async throws {
        let place = role.flatMap { FineRole.allCases.firstIndex(of: $0) } ?? 99
        // Who is called to act saw more in one world than in the other, and may have done more: every visit begins anew.
        let chance = Chance(seed: UInt64(1_000 * pass + place + 1))
        house.chance.begin(UInt64(1_000_000 + 1_000 * pass + place))
        var settings = Identity.Settings(
            site: Environment.localSite(port: 8080), key: [UInt8](repeating: 1, count: 32))
        (settings.cost, settings.isDemonstration) = (ScryptCost(logN: 4), true)
        let identity = Identity(
            house.database, settings: settings, now: { House.now }, random: chance.bytes, record: { _, _ in })
        let ground = WebGround(
            picture: house.picture, book: house.book, directory: house.directory, identity: identity,
            ledger: Ledger(
                house.database, key: try SignerKey(name: "worlds", seed: [UInt8](repeating: 2, count: 32))),
            vault: house.vault, isDemonstration: true)
        let world = WebWorld(ground, configuration: try configuration(house, "\(place)-\(pass)"))
        let session = try await session(of: role, at: house, identity)
        try await Application(router: WebServer.makeRouter(world, routes: routes)).test(.router) { client in
            try await body(Visitor(client: client, session: session))
        }
    }

    private static func session(of role: FineRole?, at house: House, _ identity: Identity) async throws -> SignedIn? {
        guard let role, let posting = house.postings[role] else { return nil }
        let signedIn = try await identity.signInForDemonstration(name: People.account(role).lowercased())
        _ = try await identity.take(posting: posting, token: signedIn.token)
        return signedIn
    }

    /// Where people of another organisation sign in.
    static let provider = WebConfiguration.NamedProvider(
        name: "ministry",
        provider: Provider(
            issuer: "https://login.example.org", clientID: "daybreak", clientSecret: "secret",
            redirect: "http://localhost:8080/sign-in/back",
            endpoints: .init(
                authorisation: "https://login.example.org/authorise", token: "https://login.example.org/token",
                keys: "https://login.example.org/keys")))

    private static func configuration(_ house: House, _ name: String) throws -> WebConfiguration {
        let names = Mutex(0)
        let library = house.folder.path + "/vendor"
        try FileManager.default.createDirectory(atPath: library, withIntermediateDirectories: true)
        try Data("// nothing".utf8).write(to: URL(filePath: library + "/htmx.min.js"))
        return WebConfiguration(
            libraryFolder: library, uploadFolder: house.folder.path + "/uploads", uploadLimit: 1_000_000,
            patience: .seconds(60), rates: RateLimits.Table(each: [:], organisation: [:]), providers: [provider],
            now: { House.now },
            newName: {
                let number = names.withLock { number in
                    number += 1
                    return number
                }
                return "work-\(name)-\(number)"
            })
    }

    /// Sends a request.
    func send(_ step: Step) async throws -> Transcript {
        var headers: HTTPFields = [:]
        if !step.type.isEmpty { headers[.contentType] = step.type }
        if let session {
            headers[.cookie] = "daybreak=\(session.token)"
            if let secret = Forgery.header, step.method != .get { headers[secret] = session.session.csrf }
        }
        return try await client.execute(
            uri: step.path, method: step.method, headers: headers, body: ByteBuffer(bytes: step.body)
        ) { Transcript($0) }
    }
}
