extension Matrix {
    /// The forbids of the page that a decision meets, in its order. How each sentence was read stands in
    /// `docs/decisions/0008-reading-the-access-matrix.md`.
    static let pageForbids: [Forbid] = [
        // "everything hidden; a survivor's own data stays visible to that survivor" (RL-25)
        Forbid(
            number: .f1, scope: Scope(condition: .excluded),
            exceptions: [Scope(roles: [.survivor], condition: .own)]),
        // "posting ended: nothing (V, T, J have no posting)"
        Forbid(
            number: .f2, scope: Scope(roles: .all.without(.survivor, .teller, .media), condition: .postingEnded)),
        // "media and public: may create a tip and read … the public part of the audit log; nothing else" (RL-08)
        Forbid(
            number: .f3, scope: Scope(roles: [.media]),
            exceptions: [
                Scope(kinds: [.tip], operations: [.create]), Scope(kinds: [.auditLog], operations: [.read]),
            ]),
        // "immigration: …; nothing else" (RL-02)
        Forbid(
            number: .f4, scope: Scope(roles: [.immigrationOfficer]),
            exceptions: [
                Scope(kinds: [.tip, .intelEntity, .siteLoc], operations: [.create]),
                Scope(kinds: [.statusLabel], operations: [.read], condition: .consentValid),
                Scope(kinds: [.auditLog, .usersConfig], condition: .own),
            ]),
        // "clinical notes: only V, C and L"
        Forbid(
            number: .f5,
            scope: Scope(roles: .all.without(.survivor, .counsellor, .lawyer), kinds: [.clinical])),
        // "S, C, I, L never read site, operation plan, surveillance and financial data, risk file or intelligence"
        // (RL-11)
        Forbid(
            number: .f6,
            scope: Scope(
                roles: [.provider, .counsellor, .interpreter, .lawyer],
                kinds: [.siteLoc, .opPlan, .surveilFin, .riskAssess, .intelEntity], operations: [.read])),
        // "N, S, C, L, W, G, V, T have no operation plan and no role card"
        Forbid(
            number: .f7,
            scope: Scope(
                roles: [
                    .caseworker, .provider, .counsellor, .lawyer, .labourInspector, .immigrationOfficer, .survivor,
                    .teller,
                ], kinds: [.opPlan, .roleCard])),
        // "X and Q hold no content: … ; co-approval excepted" (RL-26)
        Forbid(
            number: .f8,
            scope: Scope(
                roles: [.administrator, .custodian],
                kinds: Scope.content.without(.auditLog, .usersConfig, .keys, .custodyLog)),
            exceptions: [Scope(operations: [.approve])]),
        // "need two approvers of different organisations for the identity of a person, their relatives or a source"
        Forbid(
            number: .f9,
            scope: Scope(
                roles: [
                    .analyst, .investigator, .commander, .raider, .evidenceOfficer, .prosecutor, .oversight,
                ], kinds: [.victimID, .relatives, .sourceID], condition: .withoutTwoApprovers)),
        // "consent withdrawn: S, L, A, D, O, P, G lose …, except D and P under a recorded order" (RL-17)
        Forbid(
            number: .f11,
            scope: Scope(
                roles: [
                    .provider, .lawyer, .analyst, .investigator, .commander, .prosecutor, .immigrationOfficer,
                ],
                kinds: [
                    .victimID, .victimPseudo, .relatives, .testimony, .shelterLoc, .servicePlan, .clinical,
                    .compensation, .statusLabel,
                ], condition: .consentWithdrawn),
            exceptions: [Scope(roles: [.investigator, .prosecutor], condition: .underOrder)]),
        // "audit and custody logs are append-only" (RL-14, RL-26)
        Forbid(
            number: .f12, scope: Scope(kinds: [.auditLog, .custodyLog], operations: [.update, .erase])),
        // "identity, relatives, source identity, clinical notes and shelter location are never exported"
        Forbid(
            number: .f14,
            scope: Scope(
                kinds: [.victimID, .relatives, .sourceID, .clinical, .shelterLoc], operations: [.export])),
    ]

    /// The pairs that break-glass opens for reading (RL-34); the page lists them, and nothing else opens.
    static let pageBreakGlass: [Role: Choice<Kind>] = [
        .caseworker: [.victimID, .shelterLoc],
        .provider: [.victimPseudo, .shelterLoc],
        .counsellor: [.clinical, .victimID],
        .investigator: [.victimPseudo, .siteLoc, .tip],
        .commander: [.victimPseudo, .siteLoc],
    ]
}
