import Testing

@testable import Access

@Suite("Break-glass")
struct BreakGlassTests {
    static let opened: [(Role, [Kind])] = [
        (.caseworker, [.victimID, .shelterLoc]), (.provider, [.victimPseudo, .shelterLoc]),
        (.counsellor, [.clinical, .victimID]), (.investigator, [.victimPseudo, .siteLoc, .tip]),
        (.commander, [.victimPseudo, .siteLoc]),
    ]

    @Test("RL-34: it opens the eleven pairs of the page for reading, and nothing else")
    func pairs() {
        let glass = Context(isBreakGlass: true)
        for role in Role.allCases {
            for kind in Kind.allCases {
                for operation in Operation.allCases {
                    let isListed =
                        operation == .read && Self.opened.contains { $0.0 == role && $0.1.contains(kind) }
                    let without = decide(role, operation, kind, Context())
                    let with = decide(role, operation, kind, glass)
                    #expect(isListed ? with.isPermitted && !without.isPermitted : with == without)
                }
            }
        }
    }

    @Test("it says what it waived, and waives nothing that holds anyway")
    func waives() throws {
        let glass = decide(.provider, .read, .victimPseudo, Context(isAssigned: true, isBreakGlass: true))
        guard case .permit(let grant) = glass else { throw Unexpected() }
        #expect(grant.waived == .consent && grant.satisfied == .assigned && grant.wasBreakGlass)
        let both = Context(isAssigned: true, consent: .valid, isBreakGlass: true)
        guard case .permit(let plain) = decide(.provider, .read, .victimPseudo, both) else { throw Unexpected() }
        #expect(!plain.wasBreakGlass)
    }

    @Test("an officer's view stays redacted")
    func redacted() throws {
        guard case .permit(let grant) = decide(.investigator, .read, .victimPseudo, Context(isBreakGlass: true))
        else { throw Unexpected() }
        #expect(grant.isRedacted)
    }

    @Test("it overrides no forbid: exclusion, ended posting, withdrawn consent")
    func forbids() {
        for (role, kinds) in Self.opened {
            for kind in kinds {
                let excluded = Context(isExcluded: true, isBreakGlass: true)
                #expect(decide(role, .read, kind, excluded) == .deny(.forbidden(.f1)))
                let ended = Context(isPostingCurrent: false, isBreakGlass: true)
                #expect(decide(role, .read, kind, ended) == .deny(.forbidden(.f2)))
            }
        }
        let withdrawn = Context(consent: .withdrawn, isBreakGlass: true)
        #expect(decide(.provider, .read, .shelterLoc, withdrawn) == .deny(.forbidden(.f11)))
        #expect(decide(.commander, .read, .victimPseudo, withdrawn) == .deny(.forbidden(.f11)))
        #expect(decide(.counsellor, .read, .victimID, withdrawn).isPermitted)
    }

    struct Unexpected: Error {}
}
