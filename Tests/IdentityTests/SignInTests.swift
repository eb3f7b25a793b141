import Storage
import TestSupport
import Testing

@testable import Identity

@Suite struct SignInTests {
    @Test("a passphrase and a code make a session; the code is good once", arguments: Backend.present)
    func passphraseAndCode(_ backend: Backend) async throws {
        try await Door.open(backend) { door in
            let (_, secret) = try await door.memberWithCodes()
            let used = TOTP.code(secret, step: TOTP.step(at: door.now))
            let first = try await door.ticket()
            await #expect(throws: IdentityError.refused) { try await door.identity.signIn(ticket: first, code: used) }
            door.pass(30_000)
            let code = TOTP.code(secret, step: TOTP.step(at: door.now))
            _ = door.events()
            guard case .signedIn(let signedIn) = try await door.identity.signIn(ticket: first, code: code) else {
                throw IdentityError.ended
            }
            #expect(signedIn.session.factors == [.passphrase, .code])
            #expect(!signedIn.session.mustEnrol)
            #expect(try await door.identity.session(for: signedIn.token) == signedIn.session)
            #expect(door.happened() == [.signedIn])
            await #expect(throws: IdentityError.ended) { try await door.identity.signIn(ticket: first, code: code) }
            let second = try await door.ticket()
            await #expect(throws: IdentityError.refused) { try await door.identity.signIn(ticket: second, code: code) }
        }
    }

    @Test("of many at once with the same code, one is let in", arguments: Backend.present)
    func race(_ backend: Backend) async throws {
        try await Door.open(backend) { door in
            let (_, secret) = try await door.memberWithCodes()
            door.pass(60_000)
            let code = TOTP.code(secret, step: TOTP.step(at: door.now))
            let tickets = [try await door.ticket(), try await door.ticket(), try await door.ticket()]
            let letIn = await withTaskGroup(of: Int.self) { group in
                for ticket in tickets {
                    group.addTask { (try? await door.identity.signIn(ticket: ticket, code: code)) == nil ? 0 : 1 }
                }
                return await group.reduce(0, +)
            }
            #expect(letIn == 1)
        }
    }

    @Test("ten recovery codes work once each, however they are typed", arguments: Backend.present)
    func recovery(_ backend: Backend) async throws {
        try await Door.open(backend) { door in
            let (member, _) = try await door.memberWithCodes()
            let old = try await door.identity.newRecoveryCodes(token: member.token)
            let codes = try await door.identity.newRecoveryCodes(token: member.token)
            #expect(Set(codes).count == 10)
            await #expect(throws: IdentityError.refused) {
                try await door.identity.signIn(ticket: try await door.ticket(), recoveryCode: old[0])
            }
            for code in codes.prefix(3) {
                let typed = code.lowercased().replacing("-", with: " ").replacing("o", with: "0").replacing(
                    "b", with: "8")
                let step = try await door.identity.signIn(ticket: try await door.ticket(), recoveryCode: typed)
                guard case .signedIn(let signedIn) = step else { throw IdentityError.ended }
                #expect(signedIn.session.freshness == Freshness(.recoveryCode, at: door.now))
                let ticket = try await door.ticket()
                await #expect(throws: IdentityError.refused) {
                    try await door.identity.signIn(ticket: ticket, recoveryCode: code)
                }
            }
        }
    }

    @Test(
        "an unknown name, a wrong passphrase and an invited account are refused alike, and wait alike",
        arguments: Backend.present)
    func refusalsAreAlike(_ backend: Backend) async throws {
        try await Door.open(backend) { door in
            _ = try await door.member("known")
            _ = try await door.identity.createAccount(name: "invited", by: nil)
            for name in ["known", "invited", "unknown", "not a name at all"] {
                var outcomes: [IdentityError?] = []
                for _ in 0..<6 {
                    do {
                        _ = try await door.identity.signIn(name: name, passphrase: "wrong wrong wrong")
                        outcomes.append(nil)
                    } catch let error as IdentityError { outcomes.append(error) }
                }
                #expect(
                    outcomes == [.refused, .refused, .refused, .refused, .tooSoon(wait: 1_000), .tooSoon(wait: 1_000)],
                    "\(name)")
            }
        }
    }

    @Test("a refusal of an unknown name computes a hash of the same cost", arguments: Backend.present)
    func timing(_ backend: Backend) async throws {
        try await Door.open(backend, { $0.cost = ScryptCost(logN: 14) }) { door in
            _ = try await door.member("known")
            let clock = ContinuousClock()
            var times: [String: [Duration]] = [:]
            for _ in 0..<3 {
                for name in ["known", "unknown"] {
                    let time = await clock.measure {
                        _ = try? await door.identity.signIn(name: name, passphrase: "wrong wrong wrong")
                    }
                    times[name, default: []].append(time)
                }
            }
            let (known, unknown) = (times["known"]?.min() ?? .zero, times["unknown"]?.min() ?? .zero)
            #expect(unknown > known / 3 && unknown < known * 3, "known \(known), unknown \(unknown)")
        }
    }

    @Test(
        "waiting grows, ends, and a right sign-in forgets it; a right passphrase alone does not",
        arguments: Backend.present)
    func lockout(_ backend: Backend) async throws {
        try await Door.open(backend) { door in
            let (_, secret) = try await door.memberWithCodes()
            func wrong() async -> IdentityError? {
                do { _ = try await door.identity.signIn(name: "somchai", passphrase: "wrong wrong wrong") } catch {
                    return error as? IdentityError
                }
                return nil
            }
            for _ in 0..<4 { #expect(await wrong() == .refused) }
            #expect(await wrong() == .tooSoon(wait: 1_000))
            await #expect(throws: IdentityError.tooSoon(wait: 1_000)) { try await door.ticket() }
            door.pass(1_000)
            #expect(await wrong() == .refused)
            #expect(await wrong() == .tooSoon(wait: 2_000))
            door.pass(2_000)
            let ticket = try await door.ticket()
            await #expect(throws: IdentityError.refused) {
                try await door.identity.signIn(ticket: ticket, code: "000000")
            }
            await #expect(throws: IdentityError.tooSoon(wait: 4_000)) { try await door.ticket() }
            door.pass(60_000)
            let code = TOTP.code(secret, step: TOTP.step(at: door.now))
            _ = try await door.identity.signIn(ticket: ticket, code: code)
            for _ in 0..<4 { #expect(await wrong() == .refused) }
        }
    }

    @Test("a hundred guesses at once are not a hundred free ones", arguments: Backend.present)
    func parallelGuesses(_ backend: Backend) async throws {
        try await Door.open(backend, { $0.hashesWaiting = 200 }) { door in
            _ = try await door.member()
            let refused = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<40 {
                    group.addTask {
                        do {
                            _ = try await door.identity.signIn(name: "somchai", passphrase: "wrong wrong wrong")
                        } catch {
                            return error as? IdentityError == .refused
                        }
                        return false
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(refused == 4)
        }
    }

    @Test("being told to come again does not count as a wrong attempt", arguments: Backend.present)
    func busy(_ backend: Backend) async throws {
        try await Door.open(backend, { ($0.hashesAtOnce, $0.hashesWaiting) = (1, -1) }) { door in
            for _ in 0..<10 {
                await #expect(throws: IdentityError.busy) {
                    try await door.identity.signIn(name: "somchai", passphrase: Door.passphrase)
                }
            }
        }
    }

    @Test("a demonstration signs in without proof; nothing else does", arguments: Backend.present)
    func demonstration(_ backend: Backend) async throws {
        try await Door.open(backend) { door in
            await #expect(throws: IdentityError.notADemonstration) {
                try await door.identity.signInForDemonstration(name: "analyst")
            }
        }
        try await Door.open(backend, { $0.isDemonstration = true }) { door in
            let first = try await door.identity.signInForDemonstration(name: "analyst")
            let second = try await door.identity.signInForDemonstration(name: "analyst")
            #expect(first.session.account == second.session.account)
            #expect(first.token != second.token)
            #expect(try await door.identity.session(for: first.token)?.factors == [.demonstration])
            await #expect(throws: IdentityError.refused) {
                try await door.identity.signIn(name: "analyst", passphrase: Door.passphrase)
            }
        }
    }

    @Test("nothing that lets somebody in is in the database as it was shown", arguments: Backend.present)
    func canaries(_ backend: Backend) async throws {
        try await Door.open(backend) { door in
            let (member, secret) = try await door.memberWithCodes("canary.name")
            let codes = try await door.identity.newRecoveryCodes(token: member.token)
            let ticket = try await door.ticket("canary.name")
            let invitation = try await door.identity.createAccount(name: "another", by: nil)
            let shown = codes + [member.token, ticket, invitation.code, Door.passphrase]
            let bytes = shown.map { Array($0.utf8) } + [secret] + shown.compactMap(Base64URL.decode)
            let tables = ["account", "failure", "totp", "recovery", "passkey", "link", "ticket", "session"]
            let held = try await door.database.read { connection in
                try tables.flatMap { try connection.rows("SELECT * FROM identity_\(raw: $0)").flatMap(\.values) }
            }
            #expect(held.count > 40)
            for value in held {
                let haystack: [UInt8] =
                    switch value {
                    case .text(let text): Array(text.utf8)
                    case .blob(let blob): blob
                    default: []
                    }
                for needle in bytes { #expect(haystack.firstRange(of: needle) == nil) }
            }
            #expect(!held.contains(.text("canary.name".uppercased())))
        }
    }
}
