import Storage
import TestSupport
import Testing

@testable import Identity

@Suite struct AccountTests {
    @Test(
        "an invitation works once, within three days, and leads to a session that must enrol",
        arguments: Backend.present)
    func invitation(_ backend: Backend) async throws {
        try await Door.open(backend) { door in
            let late = try await door.identity.createAccount(name: "late", by: "admin")
            let invitation = try await door.identity.createAccount(name: " Somchai ", by: "admin")
            #expect(invitation.account.name == "somchai")
            #expect(invitation.account.id.count == 26)
            #expect(invitation.expires == door.now + 72 * 3_600_000)
            let weak = IdentityError.passphrase(.tooShort(least: 12))
            await #expect(throws: weak) {
                try await door.identity.accept(invitation: invitation.code, passphrase: "short")
            }
            let signedIn = try await door.identity.accept(invitation: invitation.code, passphrase: Door.passphrase)
            #expect(signedIn.session.mustEnrol)
            #expect(try await door.identity.account(named: "SOMCHAI")?.state == .active)
            let over = IdentityError.invitationOver
            await #expect(throws: over) {
                try await door.identity.accept(invitation: invitation.code, passphrase: Door.passphrase)
            }
            door.pass(72 * 3_600_000)
            await #expect(throws: over) {
                try await door.identity.accept(invitation: late.code, passphrase: Door.passphrase)
            }
            #expect(
                door.events().map { [$0.what.rawValue, $0.by ?? "", $0.account ?? ""] } == [
                    ["invited", "admin", late.account.id], ["invited", "admin", invitation.account.id],
                    ["activated", "", invitation.account.id],
                ])
        }
    }

    @Test("a sign-in name is taken once, whatever its capitals and width", arguments: Backend.present)
    func names(_ backend: Backend) async throws {
        try await Door.open(backend) { door in
            _ = try await door.identity.createAccount(name: "Somchai.J", by: nil)
            await #expect(throws: IdentityError.nameTaken) {
                try await door.identity.createAccount(name: "ｓｏｍｃｈａｉ.j", by: nil)
            }
            for name in ["", "a", "two words", "tab\tin", "<b>", String(repeating: "x", count: 65), "a\u{0}b"] {
                await #expect(throws: IdentityError.nameUnusable) {
                    try await door.identity.createAccount(name: name, by: nil)
                }
            }
            #expect(try SignInName("สมชาย").text == "สมชาย")
        }
    }

    @Test("suspending and closing end every session and ticket at once", arguments: Backend.present)
    func suspending(_ backend: Backend) async throws {
        try await Door.open(backend) { door in
            let (member, secret) = try await door.memberWithCodes()
            let account = member.session.account
            let ticket = try await door.ticket()
            _ = door.events()
            try await door.identity.suspend(account: account, by: "admin")
            #expect(try await door.identity.session(for: member.token) == nil)
            await #expect(throws: IdentityError.ended) {
                try await door.identity.signIn(ticket: ticket, code: TOTP.code(secret, step: TOTP.step(at: door.now)))
            }
            await #expect(throws: IdentityError.refused) { try await door.ticket() }
            await #expect(throws: IdentityError.wrongState(.suspended)) {
                try await door.identity.suspend(account: account, by: "admin")
            }
            try await door.identity.resume(account: account, by: "admin")
            _ = try await door.ticket()
            try await door.identity.close(account: account, by: "admin")
            await #expect(throws: IdentityError.refused) { try await door.ticket() }
            await #expect(throws: IdentityError.wrongState(.closed)) {
                try await door.identity.inviteAgain(account: account, by: "admin")
            }
            #expect(door.happened() == [.suspended, .signInRefused, .resumed, .closed, .signInRefused])
        }
    }

    @Test("whoever is invited anew loses every way to sign in, and the event says so", arguments: Backend.present)
    func inviteAgain(_ backend: Backend) async throws {
        try await Door.open(backend) { door in
            let (member, _) = try await door.memberWithCodes()
            _ = try await door.identity.newRecoveryCodes(token: member.token)
            _ = door.events()
            let account = member.session.account
            let again = try await door.identity.inviteAgain(account: account, by: "admin")
            #expect(door.events() == [IdentityEvent(.credentialsReset, account, by: "admin", at: door.now)])
            #expect(try await door.identity.session(for: member.token) == nil)
            await #expect(throws: IdentityError.refused) { try await door.ticket() }
            let left = try await door.database.read { try Identity.enrolled(account, in: $0) }
            #expect(left == [])
            #expect(
                try await door.identity.accept(invitation: again.code, passphrase: Door.passphrase).session.mustEnrol)
        }
    }

    @Test("changing the passphrase ends the other sessions, and the old one is refused", arguments: Backend.present)
    func change(_ backend: Backend) async throws {
        try await Door.open(backend) { door in
            let first = try await door.member()
            let step = try await door.identity.signIn(name: "somchai", passphrase: Door.passphrase)
            guard case .signedIn(let second) = step else { throw IdentityError.ended }
            await #expect(throws: IdentityError.refused) {
                try await door.identity.changePassphrase(
                    from: "not the old one", to: "nine dry ladders hum", token: first.token)
            }
            try await door.identity.changePassphrase(
                from: Door.passphrase, to: "nine dry ladders hum", token: first.token)
            #expect(try await door.identity.session(for: first.token) != nil)
            #expect(try await door.identity.session(for: second.token) == nil)
            await #expect(throws: IdentityError.refused) {
                try await door.identity.signIn(name: "somchai", passphrase: Door.passphrase)
            }
            _ = try await door.identity.signIn(name: "somchai", passphrase: "nine dry ladders hum")
        }
    }

    @Test(
        "a passphrase that was hashed at another cost is hashed anew when its owner signs in",
        arguments: Backend.present)
    func renewing(_ backend: Backend) async throws {
        try await Door.open(backend) { door in
            let account = try await door.member().session.account
            func stored() async throws -> StoredPassphrase? {
                try await door.database.read { connection in
                    let row = try connection.row("SELECT passphrase FROM identity_account WHERE id = \(account)")
                    return row.flatMap { StoredPassphrase($0.text(0)) }
                }
            }
            let old = try StoredPassphrase(
                of: Array(Door.passphrase.utf8), cost: ScryptCost(logN: 2), salt: [UInt8](repeating: 5, count: 16))
            try await door.database.write { connection in
                _ = try connection.execute(
                    "UPDATE identity_account SET passphrase = \(old.text) WHERE id = \(account)")
            }
            await #expect(throws: IdentityError.refused) {
                try await door.identity.signIn(name: "somchai", passphrase: "wrong wrong wrong")
            }
            let untouched = try await stored()
            #expect(untouched == old)
            for _ in 0..<2 { _ = try await door.identity.signIn(name: "somchai", passphrase: Door.passphrase) }
            let renewed = try await stored()
            #expect(renewed?.cost == ScryptCost(logN: 4))
        }
    }

    @Test("an event that cannot be written down undoes what it is about", arguments: Backend.present)
    func atomicity(_ backend: Backend) async throws {
        struct Full: Error {}
        try await backend.withDatabase(Identity.migrations) { database in
            let settings = Identity.Settings(site: Door.site, key: [UInt8](repeating: 1, count: 32))
            let identity = Identity(
                database, settings: settings, now: { Door.noon }, random: { [UInt8](repeating: 3, count: $0) }
            ) { _, _ in throw Full() }
            await #expect(throws: Full.self) { try await identity.createAccount(name: "somchai", by: nil) }
            let found = try await identity.account(named: "somchai")
            #expect(found == nil)
        }
    }
}
