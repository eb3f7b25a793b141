import Crypto
import TestSupport
import Testing

@testable import Identity

@Suite struct PasskeyTests {
    static let keys: [Authenticator] = [
        Authenticator(), Authenticator(key: .ed25519(Curve25519.Signing.PrivateKey())),
        Authenticator(flags: 0x1D, attestation: nil),
    ]

    @Test("a passkey is enrolled, signs in alone, follows a passphrase, and steps up", arguments: Backend.present)
    func ceremonies(_ backend: Backend) async throws {
        for passkey in Self.keys {
            try await Door.open(backend) { door in
                let identity = door.identity
                let member = try await door.member()
                let request = try await identity.beginPasskey(token: member.token)
                #expect(request.userVerification == "required" && request.algorithms == [-7, -8])
                #expect(request.user?.name == "somchai" && request.passkeys == [])
                let session = try await identity.addPasskey(
                    try passkey.create(request), label: "key", token: member.token)
                #expect(session.freshness == Freshness(.verifiedPasskey, at: door.now))

                let alone = try await identity.signIn(passkey: try passkey.answer(try await identity.askPasskey()))
                #expect(alone.session.factors == [.verifiedPasskey] && !alone.session.mustEnrol)
                #expect(throws: Never.self) { try alone.session.demand(.verifiedUser, at: door.now) }

                var touched = passkey
                touched.flags &= ~0x04
                let ticket = try await door.ticket()
                let second = try await identity.askPasskey(ticket: ticket)
                #expect(second.passkeys == [Base64URL.encode(passkey.id)])
                let step = try await identity.signIn(ticket: ticket, passkey: try touched.answer(second))
                guard case .signedIn(let signedIn) = step else { throw IdentityError.ended }
                #expect(signedIn.session.factors == [.passphrase, .passkey])
                #expect(throws: IdentityError.notFresh(.verifiedUser)) {
                    try signedIn.session.demand(.verifiedUser, at: door.now)
                }

                let stepUp = try await identity.askPasskey(token: signedIn.token)
                let proved = try await identity.stepUp(passkey: try passkey.answer(stepUp), token: signedIn.token)
                #expect(throws: Never.self) { try proved.demand(.verifiedUser, at: door.now + Freshness.lasts) }
                #expect(throws: IdentityError.notFresh(.verifiedUser)) {
                    try proved.demand(.verifiedUser, at: door.now + Freshness.lasts + 1)
                }
                #expect(door.happened() == [.invited, .activated, .factorAdded, .signedIn, .signedIn, .steppedUp])
            }
        }
    }

    @Test("what is wrong with a registration is found")
    func registrationFaults() throws {
        let request = Self.request
        func fault(_ change: (inout Authenticator) -> Void) -> PasskeyFault? {
            var passkey = Authenticator()
            change(&passkey)
            do throws(PasskeyRefusal) {
                guard let answer = try? passkey.create(request) else { return .malformed }
                _ = try Registration(answer, site: Door.site, demandsVerification: true)
                return nil
            } catch { return error.fault }
        }
        #expect(fault { _ in } == nil)
        #expect(fault { $0.site = "example.com" } == .otherSite)
        #expect(fault { $0.origin = "https://example.org.evil.example" } == .otherOrigin)
        #expect(fault { $0.origin = "http://example.org" } == .otherOrigin)
        #expect(fault { $0.type = "webauthn.get" } == .otherPurpose)
        #expect(fault { $0.more = #","crossOrigin":true"# } == .framed)
        #expect(fault { $0.more = #","topOrigin":"https://evil.example""# } == .framed)
        #expect(fault { $0.more = #","crossOrigin":false,"new":[1,{}]"# } == nil)
        #expect(fault { $0.flags = 0x04 } == .nobodyPresent)
        #expect(fault { $0.flags = 0x01 } == .userNotVerified)
        #expect(fault { $0.flags = 0x15 } == .malformed, "copied, yet not to be copied")
        #expect(fault { $0.flags = 0x85 } == .malformed, "extensions announced and missing")
        #expect(fault { $0.id = [] } == .malformed)
        #expect(fault { $0.id = [UInt8](repeating: 1, count: 1_023) } == nil)
        #expect(fault { $0.id = [UInt8](repeating: 1, count: 1_024) } == .malformed)
        #expect(fault { $0.attestation = ("none", .sorted([("x", 1)])) } == .malformed)
        #expect(fault { $0.attestation = ("tpm", .map([])) } == .otherAttestation)
        #expect(fault { $0.attestation = nil } == nil)
        let forged = CBOR.sorted([("alg", -7), ("sig", .bytes([1, 2, 3]))])
        #expect(fault { $0.attestation = ("packed", forged) } == .wrongSignature)
    }

    @Test("keys of other kinds, with other labels, or off the curve are refused")
    func keys() {
        let coordinate = CBOR.bytes([UInt8](repeating: 7, count: 32))
        func fault(_ pairs: [(CBOR, CBOR)]) -> PasskeyFault? {
            do throws(PasskeyRefusal) {
                _ = try PublicKey(CBOR.sorted(pairs))
                return nil
            } catch { return error.fault }
        }
        #expect(fault([(1, 3), (3, -257), (-1, coordinate), (-2, coordinate)]) == .otherAlgorithm)
        #expect(fault([(1, 2), (3, -35), (-1, 2), (-2, coordinate), (-3, coordinate)]) == .otherAlgorithm)
        #expect(fault([(1, 2), (3, -7), (-1, 1), (-2, coordinate), (-3, coordinate)]) == .malformed)
        #expect(fault([(1, 1), (3, -8), (-1, 6), (-2, .bytes([1]))]) == .malformed)
        #expect(fault([(1, 1), (3, -8), (-1, 6), (-2, coordinate), (-4, coordinate)]) == .malformed)
        #expect(fault([]) == .otherAlgorithm)
    }

    @Test("what is wrong with an answer is found, and every changed byte is")
    func assertionFaults() throws {
        let passkey = Authenticator(signCount: 5)
        let enrolled = EnrolledPasskey(account: "a", key: passkey.cose.encoded, signCount: 4, canBeCopied: false)
        func fault(_ answer: PasskeyAnswer, demandsVerification: Bool = true) -> PasskeyFault? {
            do throws(PasskeyRefusal) {
                _ = try Assertion(answer, of: enrolled, site: Door.site, demandsVerification: demandsVerification)
                return nil
            } catch { return error.fault }
        }
        func fault(_ change: (inout Authenticator) -> Void) throws -> PasskeyFault? {
            var changed = passkey
            change(&changed)
            return fault(try changed.answer(Self.request))
        }
        #expect(try fault { _ in } == nil)
        #expect(try fault { $0.key = .es256(P256.Signing.PrivateKey()) } == .wrongSignature)
        #expect(try fault { $0.type = "webauthn.create" } == .otherPurpose)
        #expect(try fault { $0.site = "evil.example" } == .otherSite)
        #expect(try fault { $0.flags = 0x01 } == .userNotVerified)
        #expect(try fault { $0.flags = 0x04 } == .nobodyPresent)
        #expect(try fault { $0.flags = 0x0D } == .changed)
        for count in [0, 3, 4] { #expect(try fault { $0.signCount = count } == .copied) }
        let answer = try passkey.answer(Self.request)
        for index in answer.authenticatorData.indices {
            var other = answer
            other.authenticatorData[index] ^= 0x20
            #expect(fault(other, demandsVerification: false) != nil, "byte \(index)")
        }
        for index in answer.clientData.indices {
            var other = answer
            other.clientData[index] ^= 0x01
            #expect(fault(other) != nil, "byte \(index)")
        }
        for index in answer.signature.indices {
            var other = answer
            other.signature[index] ^= 0x01
            #expect(fault(other) == .wrongSignature, "byte \(index)")
        }
    }

    @Test("a challenge is good once, for its purpose, for its account, for five minutes", arguments: Backend.present)
    func challenges(_ backend: Backend) async throws {
        try await Door.open(backend) { door in
            let identity = door.identity
            let over = IdentityError.passkey(.challengeOver)
            let passkey = Authenticator()
            let member = try await door.member("owner")
            let begun = try await identity.beginPasskey(token: member.token)
            _ = try await identity.addPasskey(try passkey.create(begun), label: "", token: member.token)
            await #expect(throws: over) {
                try await identity.addPasskey(try passkey.create(begun), label: "", token: member.token)
            }
            let request = try await identity.askPasskey()
            let answer = try passkey.answer(request)
            await #expect(throws: over) { try await identity.stepUp(passkey: answer, token: member.token) }
            await #expect(throws: over) { try await identity.signIn(passkey: answer) }
            let late = try passkey.answer(try await identity.askPasskey())
            door.pass(5 * 60_000)
            await #expect(throws: over) { try await identity.signIn(passkey: late) }

            let (other, _) = try await door.memberWithCodes("other")
            let again = try await identity.beginPasskey(token: other.token)
            await #expect(throws: IdentityError.passkey(.enrolledAlready)) {
                try await identity.addPasskey(try passkey.create(again), label: "", token: other.token)
            }
            let ticket = try await door.ticket("other")
            let forOther = try passkey.answer(try await identity.askPasskey(ticket: ticket))
            await #expect(throws: IdentityError.refused) {
                try await identity.signIn(ticket: ticket, passkey: forOther)
            }
            let stepUp = try passkey.answer(try await identity.askPasskey(token: other.token))
            await #expect(throws: IdentityError.refused) {
                try await identity.stepUp(passkey: stepUp, token: other.token)
            }
        }
    }

    @Test("a passkey that counts backwards is refused, and that is written down", arguments: Backend.present)
    func copied(_ backend: Backend) async throws {
        try await Door.open(backend) { door in
            let identity = door.identity
            var passkey = Authenticator(signCount: 10)
            let member = try await door.member()
            let begun = try await identity.beginPasskey(token: member.token)
            _ = try await identity.addPasskey(try passkey.create(begun), label: "", token: member.token)
            passkey.signCount = 11
            _ = try await identity.signIn(passkey: try passkey.answer(try await identity.askPasskey()))
            _ = door.events()
            let copy = try passkey.answer(try await identity.askPasskey())
            await #expect(throws: IdentityError.passkey(.copied)) { try await identity.signIn(passkey: copy) }
            #expect(
                door.events() == [
                    IdentityEvent(.passkeyCopied, member.session.account, factor: .passkey, at: door.now)
                ])
            await #expect(throws: IdentityError.passkey(.challengeOver)) { try await identity.signIn(passkey: copy) }
            try await identity.suspend(account: member.session.account, by: "admin")
            passkey.signCount = 12
            let suspended = try passkey.answer(try await identity.askPasskey())
            await #expect(throws: IdentityError.refused) { try await identity.signIn(passkey: suspended) }
        }
    }

    @Test("the last passkey stays, another one can go", arguments: Backend.present)
    func removing(_ backend: Backend) async throws {
        try await Door.open(backend) { door in
            let member = try await door.member()
            for name in ["first", "second"] {
                let passkey = Authenticator(id: Array(name.utf8))
                let begun = try await door.identity.beginPasskey(token: member.token)
                _ = try await door.identity.addPasskey(try passkey.create(begun), label: name, token: member.token)
            }
            let passkeys = try await door.identity.passkeys(token: member.token)
            #expect(passkeys.map(\.label).sorted() == ["first", "second"])
            try await door.identity.removePasskey(passkeys[0].id, token: member.token)
            await #expect(throws: IdentityError.lastFactor) {
                try await door.identity.removePasskey(passkeys[1].id, token: member.token)
            }
            #expect(try await door.identity.passkeys(token: member.token) == [passkeys[1]])
        }
    }

    private static let request = PasskeyRequest("Y2hhbGxlbmdl", Door.site, passkeys: [], demandsVerification: true)
}
