import Testing

@testable import Access

/// Every forbid of the page, each in the most favourable context: what it forbids stays forbidden.
@Suite("Forbids")
struct ForbidTests {
    /// Everything that can speak for an access does.
    static let favourable = Context(
        isAssigned: true, isOwn: true, consent: .valid, approvals: .twoDifferent, isReleased: true,
        isUnderOrder: true, isBreakGlass: true)

    static func with(_ change: (inout Context) -> Void) -> Context {
        var context = favourable
        change(&context)
        return context
    }

    static func roles(_ letters: String) -> [Role] { letters.compactMap(Role.init(letter:)) }
    static func kinds(_ names: String) -> [Kind] { names.split(separator: " ").compactMap { Kind(name: String($0)) } }

    /// Whether all of these are refused because of one forbid.
    static func forbids(
        _ number: ForbidNumber, _ roles: [Role], _ kinds: [Kind], _ operations: [Operation] = Operation.allCases,
        in context: Context = favourable
    ) -> Bool {
        roles.allSatisfy { role in
            kinds.allSatisfy { kind in
                operations.allSatisfy { decide(role, $0, kind, context) == .deny(.forbidden(number)) }
            }
        }
    }

    static let content = Kind.allCases.filter { $0 != .statsPub }

    @Test("F1, RL-25: an exclusion hides everything, but not a survivor's own data")
    func exclusion() {
        let excluded = Self.with { $0.isExcluded = true }
        #expect(Self.forbids(.f1, Role.allCases.filter { $0 != .survivor }, Self.content, in: excluded))
        #expect(decide(.survivor, .read, .victimID, excluded).isPermitted)
        #expect(decide(.survivor, .erase, .clinical, excluded).isPermitted)
        let others = Self.with { ($0.isExcluded, $0.isOwn) = (true, false) }
        #expect(Self.forbids(.f1, [.survivor], Self.content, in: others))
    }

    @Test("F2: when a posting has ended there is nothing; V, T and J have none that could end")
    func posting() {
        let ended = Self.with { $0.isPostingCurrent = false }
        let posted = Role.allCases.filter { !Self.roles("VTJ").contains($0) }
        #expect(Self.forbids(.f2, posted, Self.content, in: ended))
        #expect(decide(.survivor, .read, .victimID, ended).isPermitted)
        #expect(decide(.teller, .read, .tip, ended).isPermitted)
        #expect(decide(.media, .create, .tip, ended).isPermitted)
    }

    @Test("F3, RL-08: media and public give tips and read what is public; nothing else")
    func media() {
        for kind in Self.content {
            for operation in Operation.allCases {
                let isLeft = (kind, operation) == (.tip, .create) || (kind, operation) == (.auditLog, .read)
                #expect(decide(.media, operation, kind, Self.favourable).isPermitted == isLeft)
                #expect((decide(.media, operation, kind, Self.favourable) == .deny(.forbidden(.f3))) != isLeft)
            }
        }
    }

    @Test(
        "F4, RL-02: immigration writes three things, and reads an attestation with consent, its trace and its account")
    func immigration() {
        let written = Self.kinds("tip intel_entity site_loc")
        let own = Self.kinds("audit_log users_config")
        for kind in Self.content where !own.contains(kind) {
            for operation in Operation.allCases {
                let isLeft =
                    operation == .create && written.contains(kind) || operation == .read && kind == .statusLabel
                let decision = decide(.immigrationOfficer, operation, kind, Self.favourable)
                #expect(decision.isPermitted == isLeft && (decision == .deny(.forbidden(.f4))) != isLeft)
            }
        }
        let without = Self.with { $0.consent = .none }
        #expect(Self.forbids(.f4, [.immigrationOfficer], [.statusLabel], in: without))
        #expect(Self.forbids(.f4, [.immigrationOfficer], own, in: Self.with { $0.isOwn = false }))
        for kind in own { #expect(decide(.immigrationOfficer, .read, kind, Self.favourable).isPermitted) }
        #expect(decide(.immigrationOfficer, .update, .usersConfig, Self.favourable).isPermitted)
    }

    @Test("F5: clinical notes are for V, C and L")
    func clinical() {
        // J, G, X and Q are stopped before; nobody is let through.
        #expect(Self.forbids(.f5, Self.roles("TNSIADOMEPWKU"), [.clinical]))
        for role in Role.allCases {
            #expect(decide(role, .read, .clinical, Self.favourable).isPermitted == Self.roles("VCL").contains(role))
        }
    }

    @Test(
        "F6, RL-11: S, C, I and L read no site, plan, surveillance, money, risk or intelligence; creating is another matter"
    )
    func needToKnow() {
        let kinds = Self.kinds("site_loc op_plan surveil_fin risk_assess intel_entity")
        #expect(Self.forbids(.f6, Self.roles("SCIL"), kinds, [.read]))
        #expect(decide(.provider, .create, .intelEntity, Self.favourable).isPermitted)
    }

    @Test("F7: N, S, C, L, W, G, V and T have no operation plan and no role card")
    func plans() {
        let kinds = Self.kinds("op_plan role_card")
        // G is stopped before, S, C and L are when they read a plan.
        #expect(Self.forbids(.f7, Self.roles("NWVT"), kinds))
        #expect(Self.forbids(.f7, Self.roles("SCL"), kinds, Operation.allCases.filter { $0 != .read }))
        for role in Self.roles("NSCLWGVT") {
            for kind in kinds {
                #expect(!Operation.allCases.contains { decide(role, $0, kind, Self.favourable).isPermitted })
            }
        }
    }

    @Test("F8, RL-26: administrators and key custodians hold no content; co-approval excepted")
    func administrators() {
        let left = Self.kinds("audit_log stats_pub users_config keys custody_log")
        let operations = Operation.allCases.filter { $0 != .approve }
        let kinds = Kind.allCases.filter { !left.contains($0) && $0 != .clinical }
        #expect(Self.forbids(.f8, Self.roles("XQ"), kinds, operations))
        let given = Kind.allCases.filter { decide(.custodian, .approve, $0, Self.favourable).isPermitted }
        #expect(given == Self.kinds("source_id victim_id relatives shelter_loc keys"))
    }

    @Test("F9: who somebody is needs two approvers of different organisations, break-glass or not")
    func identity() {
        let kinds = Self.kinds("victim_id relatives source_id")
        for approvals in Approvals.allCases.dropLast() {
            let context = Self.with { $0.approvals = approvals }
            #expect(Self.forbids(.f9, Self.roles("ADOMEPK"), kinds, in: context))
        }
        #expect(decide(.investigator, .read, .victimID, Self.favourable).isPermitted)
        #expect(decide(.oversight, .read, .sourceID, Self.favourable).isPermitted)
    }

    @Test(
        "F11, RL-17: who withdraws consent is gone from S, L, A, D, O, P and G at the next request, D and P under order excepted"
    )
    func withdrawn() {
        let kinds = Self.kinds(
            "victim_id victim_pseudo relatives testimony shelter_loc service_plan compensation status_label")
        let withdrawn = Self.with { $0.consent = .withdrawn }
        #expect(Self.forbids(.f11, Self.roles("SLAO"), kinds, in: withdrawn))
        #expect(Self.forbids(.f11, [.lawyer], [.clinical], in: withdrawn))
        let noOrder = Self.with { ($0.consent, $0.isUnderOrder) = (.withdrawn, false) }
        #expect(Self.forbids(.f11, Self.roles("SLADOP"), kinds, in: noOrder))
        #expect(decide(.investigator, .read, .victimPseudo, withdrawn).isPermitted)
        #expect(decide(.prosecutor, .read, .victimID, withdrawn).isPermitted)
        #expect(!decide(.immigrationOfficer, .read, .statusLabel, withdrawn).isPermitted)
        // The order opens what needs an order, not what needs consent.
        #expect(decide(.investigator, .read, .testimony, withdrawn) == .deny(.unmet(.consent)))
    }

    @Test("F12, RL-14, RL-26: audit and custody logs are append-only")
    func appendOnly() {
        #expect(Self.forbids(.f12, Self.roles("VTNSCILADOMEPWKUQX"), [.auditLog, .custodyLog], [.update, .erase]))
        #expect(decide(.evidenceOfficer, .create, .custodyLog, Self.favourable).isPermitted)
    }

    @Test("F14, RL-20: identity, relatives, sources, clinical notes and shelters are never exported, by nobody, ever")
    func neverExported() {
        let kinds = Self.kinds("victim_id relatives source_id clinical shelter_loc")
        for role in Role.allCases {
            for kind in kinds { #expect(Matrix.page.contexts(role, .export, kind) == .none) }
        }
        let others = kinds.filter { $0 != .clinical }
        #expect(Self.forbids(.f14, Self.roles("VTNSCILADOMEPWKU"), others, [.export]))
    }

    @Test("public statistics are outside all forbids")
    func statistics() {
        for role in Role.allCases {
            let worst = Context(consent: .withdrawn, isExcluded: true, isPostingCurrent: false)
            #expect(decide(role, .read, .statsPub, worst).isPermitted)
        }
        #expect(!Matrix.pageForbids.contains { $0.scope.kinds.contains(.statsPub) })
    }
}
