import Storage
import Synchronization
import TestSupport
import Testing

@testable import Identity

/// A door on a database of its own, with a clock that is moved by hand, seeded randomness, cheap hashes, and every event
/// that was written down.
struct Door: Sendable {
    /// 2026-11-24 12:00 UTC.
    static let noon = 1_795_521_600_000
    static let site = Site(id: "example.org", name: "Daybreak", origins: ["https://example.org"])
    static let passphrase = "seven wet umbrellas sing"

    let identity: Identity
    let database: any Database
    private let world: World

    /// What a door is told, and what it says.
    private final class World: Sendable {
        let now = Mutex(Door.noon)
        let events = Mutex<[IdentityEvent]>([])
        let dice = Mutex(Dice(seed: 42))
    }

    static func open(
        _ backend: Backend, _ change: (inout Identity.Settings) -> Void = { _ in }, _ body: (Door) async throws -> Void
    ) async throws {
        var settings = Identity.Settings(site: site, key: [UInt8](repeating: 7, count: 32))
        settings.cost = ScryptCost(logN: 4)
        change(&settings)
        try await backend.withDatabase(Identity.migrations) { [settings] database in
            let world = World()
            let identity = Identity(
                database, settings: settings, now: { world.now.withLock { $0 } },
                random: { count in world.dice.withLock { $0.bytes(count) } }
            ) { event, _ in world.events.withLock { $0.append(event) } }
            try await body(Door(identity: identity, database: database, world: world))
        }
    }

    var now: Int { world.now.withLock { $0 } }

    func pass(_ milliseconds: Int) { world.now.withLock { $0 += milliseconds } }

    /// The events since the last call.
    func events() -> [IdentityEvent] {
        world.events.withLock { events in
            defer { events = [] }
            return events
        }
    }

    /// What happened since the last call.
    func happened() -> [IdentityEvent.What] { events().map(\.what) }

    /// An account that has accepted its invitation, and the session in which it must enrol.
    func member(_ name: String = "somchai") async throws -> SignedIn {
        let invitation = try await identity.createAccount(name: name, by: nil)
        return try await identity.accept(invitation: invitation.code, passphrase: Self.passphrase)
    }

    /// A member with an app of codes; returns the session and the app's secret.
    func memberWithCodes(_ name: String = "somchai") async throws -> (SignedIn, secret: [UInt8]) {
        let member = try await member(name)
        let enrolment = try await identity.beginCodes(token: member.token)
        let secret = try #require(Base32.decode(enrolment.secret))
        let code = TOTP.code(secret, step: TOTP.step(at: now))
        _ = try await identity.addCodes(ticket: enrolment.ticket, code: code, token: member.token)
        return (member, secret)
    }

    /// The ticket for the second factor, after the right passphrase.
    func ticket(_ name: String = "somchai") async throws -> String {
        let step = try await identity.signIn(name: name, passphrase: Self.passphrase)
        guard case .second(let ticket, _) = step else { throw IdentityError.ended }
        return ticket
    }
}
