import Storage
import TestSupport
import Testing

@testable import Identity

@Suite struct SessionTests {
    @Test("a session ends after 15 minutes of rest, and 8 hours in any case", arguments: Backend.present)
    func ends(_ backend: Backend) async throws {
        try await Door.open(backend) { door in
            let idle = try await door.member("idle")
            door.pass(Session.idle - 1)
            #expect(try await door.identity.session(for: idle.token) != nil)
            door.pass(Session.idle)
            #expect(try await door.identity.session(for: idle.token) == nil)
            let busy = try await door.member("busy")
            for _ in 0..<(8 * 6) - 1 {
                door.pass(10 * 60_000)
                #expect(try await door.identity.session(for: busy.token) != nil)
            }
            door.pass(10 * 60_000)
            #expect(try await door.identity.session(for: busy.token) == nil)
        }
    }

    @Test("a session is noted at most once a minute, so that reading costs no write", arguments: Backend.present)
    func noted(_ backend: Backend) async throws {
        try await Door.open(backend) { door in
            let member = try await door.member()
            func seen() async throws -> Int {
                try await door.database.read { try $0.row("SELECT seen FROM identity_session")?.int(0) ?? 0 }
            }
            let begun = door.now
            door.pass(59_999)
            _ = try await door.identity.session(for: member.token)
            #expect(try await seen() == begun)
            door.pass(1)
            _ = try await door.identity.session(for: member.token)
            #expect(try await seen() == begun + 60_000)
        }
    }

    @Test("a session acts under the posting that it took, and ends with it", arguments: Backend.present)
    func postings(_ backend: Backend) async throws {
        try await Door.open(backend) { door in
            let (first, second) = (try await door.member("first"), try await door.member("second"))
            _ = try await door.identity.take(posting: "desk", token: first.token)
            _ = try await door.identity.take(posting: "field", token: second.token)
            #expect(try await door.identity.session(for: first.token)?.posting == "desk")
            _ = door.events()
            #expect(try await door.identity.revokeSessions(posting: "desk", by: "admin") == 1)
            #expect(try await door.identity.session(for: first.token) == nil)
            #expect(try await door.identity.session(for: second.token)?.posting == "field")
            #expect(
                door.events() == [
                    IdentityEvent(
                        .sessionsRevoked, first.session.account, by: "admin", posting: "desk", at: door.now)
                ])
            await #expect(throws: IdentityError.ended) {
                try await door.identity.take(posting: "field", token: first.token)
            }
        }
    }

    @Test("all sessions of an account end at once, and nobody else's", arguments: Backend.present)
    func revoke(_ backend: Backend) async throws {
        try await Door.open(backend) { door in
            let (member, _) = try await door.memberWithCodes("first")
            let other = try await door.member("second")
            let ticket = try await door.ticket("first")
            #expect(try await door.identity.revokeSessions(account: member.session.account, by: nil) == 1)
            #expect(try await door.identity.session(for: member.token) == nil)
            #expect(try await door.identity.session(for: other.token) != nil)
            await #expect(throws: IdentityError.ended) {
                try await door.identity.signIn(ticket: ticket, code: "123456")
            }
            try await door.identity.signOut(token: other.token)
            #expect(try await door.identity.session(for: other.token) == nil)
            try await door.identity.signOut(token: other.token)
            #expect(door.happened().suffix(2) == [.sessionsRevoked, .signedOut])
        }
    }

    @Test("a form's secret belongs to one session", arguments: Backend.present)
    func csrf(_ backend: Backend) async throws {
        try await Door.open(backend) { door in
            let (first, second) = (try await door.member("first"), try await door.member("second"))
            let session = try #require(try await door.identity.session(for: first.token))
            #expect(session.accepts(csrf: first.session.csrf))
            #expect(!session.accepts(csrf: second.session.csrf))
            #expect(!session.accepts(csrf: ""))
            #expect(session.csrf != first.token)
        }
    }

    @Test("made-up tokens are no sessions", arguments: Backend.present)
    func unknown(_ backend: Backend) async throws {
        try await Door.open(backend) { door in
            let member = try await door.member()
            for token in [
                "", "x", member.token + "x", String(member.token.dropLast()), String(repeating: "A", count: 43),
            ] {
                #expect(try await door.identity.session(for: token) == nil)
            }
        }
    }

    @Test("factors change only with a second factor of the last five minutes", arguments: Backend.present)
    func freshness(_ backend: Backend) async throws {
        try await Door.open(backend) { door in
            let (member, secret) = try await door.memberWithCodes()
            door.pass(Freshness.lasts + 1)
            await #expect(throws: IdentityError.notFresh(.secondFactor)) {
                try await door.identity.newRecoveryCodes(token: member.token)
            }
            let code = TOTP.code(secret, step: TOTP.step(at: door.now))
            let session = try await door.identity.stepUp(code: code, token: member.token)
            #expect(throws: Never.self) { try session.demand(.secondFactor, at: door.now) }
            #expect(throws: IdentityError.notFresh(.verifiedUser)) { try session.demand(.verifiedUser, at: door.now) }
            #expect(try await door.identity.newRecoveryCodes(token: member.token).count == 10)
            await #expect(throws: IdentityError.refused) {
                try await door.identity.stepUp(code: code, token: member.token)
            }
            await #expect(throws: IdentityError.lastFactor) { try await door.identity.removeCodes(token: member.token) }
            #expect(try await door.identity.factors(token: member.token) == [.code, .recoveryCode])
        }
    }

    @Test(
        "a session that knows only the passphrase cannot enrol beside a factor that is there",
        arguments: Backend.present)
    func noSecondEnrolment(_ backend: Backend) async throws {
        try await Door.open(backend) { door in
            let member = try await door.member()
            let step = try await door.identity.signIn(name: "somchai", passphrase: Door.passphrase)
            guard case .signedIn(let other) = step else { throw IdentityError.ended }
            let begun = try await door.identity.beginCodes(token: other.token)
            let enrolment = try await door.identity.beginCodes(token: member.token)
            let secret = try #require(Base32.decode(enrolment.secret))
            let code = TOTP.code(secret, step: TOTP.step(at: door.now))
            #expect(enrolment.address.hasPrefix("otpauth://totp/Daybreak:somchai?secret=\(enrolment.secret)&"))
            let session = try await door.identity.addCodes(ticket: enrolment.ticket, code: code, token: member.token)
            #expect(!session.mustEnrol)
            let otherSecret = try #require(Base32.decode(begun.secret))
            await #expect(throws: IdentityError.notFresh(.secondFactor)) {
                try await door.identity.addCodes(
                    ticket: begun.ticket, code: TOTP.code(otherSecret, step: TOTP.step(at: door.now)),
                    token: other.token)
            }
        }
    }
}
