/// The roles that people have (domain.md 3.2). Each is one column of the matrix, narrower, never wider.
///
/// Four are ours, because the matrix names somebody whom 3.2 lacks: `counsellor`, `immigrationOfficer`,
/// `raidTeamMember` and `keyCustodian`. Nobody has column J: the public has no account.
public enum FineRole: String, CaseIterable, Sendable, Codable {
    case reporterPublic, communityMonitor
    case ngoCaseworker, ngoManager
    case labourInspector, mobileTeamLead
    case intelOfficer, analyst, sourceHandler
    case investigator, financialInvestigator
    case operationPlanner, authorisingOfficer, sceneCommander, raidTeamMember
    case exhibitsOfficer, evidenceTech
    case prosecutor
    case victimLiaison, serviceProvider, counsellor, guardian, legalRep, clientSelf, interpreter
    case immigrationOfficer
    case integrityOfficer, trainingOfficer, hrOfficer
    case publisher, disclosureReviewer
    case strategyFacilitator, strategyPlayer
    case dataProtectionOfficer, auditor, keyCustodian, sysadmin

    /// The column of the matrix.
    public var column: Role {
        switch self {
        case .clientSelf, .guardian: .survivor
        case .reporterPublic, .communityMonitor: .teller
        case .ngoCaseworker, .ngoManager: .caseworker
        case .serviceProvider, .victimLiaison: .provider
        case .counsellor: .counsellor
        case .interpreter, .trainingOfficer, .strategyFacilitator, .strategyPlayer: .interpreter
        case .legalRep: .lawyer
        case .intelOfficer, .analyst, .sourceHandler, .publisher: .analyst
        case .investigator, .financialInvestigator: .investigator
        case .operationPlanner, .authorisingOfficer, .sceneCommander: .commander
        case .raidTeamMember: .raider
        case .exhibitsOfficer, .evidenceTech: .evidenceOfficer
        case .prosecutor: .prosecutor
        case .labourInspector, .mobileTeamLead: .labourInspector
        case .immigrationOfficer: .immigrationOfficer
        case .integrityOfficer: .oversight
        case .auditor, .dataProtectionOfficer, .disclosureReviewer: .auditor
        case .keyCustodian: .custodian
        case .sysadmin, .hrOfficer: .administrator
        }
    }

    /// Whether the role keeps an operation of its column; what the column does not give, nobody has.
    func keeps(_ operation: Operation, _ kind: Kind) -> Bool {
        guard let only = narrowing.only else {
            return !narrowing.without.contains { $0.operations.contains(operation) && $0.kinds.contains(kind) }
        }
        return only.contains(kind)
    }
}

extension FineRole {
    /// How a role is less than its column: only these kinds, or all but some operations on some kinds.
    private struct Narrowing {
        var only: Choice<Kind>?
        var without: [(operations: Choice<Operation>, kinds: Choice<Kind>)] = []
    }

    /// The own account, the own trace, and what everybody may read.
    private static let ownAccount: Choice<Kind> = [.usersConfig, .auditLog, .statsPub]

    // The reason of each stands in the catalogue, `access.fine.…`.
    private var narrowing: Narrowing {
        switch self {
        case .reporterPublic: Narrowing(only: [.tip, .sourceID, .siteLoc, .auditLog, .statsPub])
        case .guardian: Narrowing(without: [(.all, [.relatives, .testimony]), ([.erase], .all)])
        case .ngoCaseworker: Narrowing(without: [([.share], [.tip, .intelEntity]), ([.create], [.statsPub])])
        case .analyst:
            Narrowing(without: [
                ([.share, .export], .all), ([.create], [.statsPub]), ([.create, .update], [.release]),
            ])
        case .intelOfficer: Narrowing(without: [([.create], [.statsPub]), ([.create, .update], [.release])])
        case .sourceHandler: Narrowing(only: [.tip, .intelEntity, .siteLoc, .usersConfig, .auditLog, .statsPub])
        case .financialInvestigator:
            Narrowing(
                only: [
                    .surveilFin, .intelEntity, .evidence, .custodyLog, .caseFile, .compensation, .psiQuery,
                    .usersConfig, .auditLog, .statsPub,
                ])
        case .operationPlanner: Narrowing(without: [([.approve], .all)])
        case .authorisingOfficer: Narrowing(without: [([.create, .update], [.opPlan, .riskAssess, .roleCard])])
        case .sceneCommander: Narrowing(without: [([.approve], .all), ([.create, .update, .share], [.opPlan])])
        case .evidenceTech: Narrowing(without: [(.all, [.opPlan])])
        case .victimLiaison: Narrowing(without: [(.all, [.shelterLoc, .servicePlan])])
        case .integrityOfficer: Narrowing(only: [.coiRegister, .usersConfig, .auditLog, .statsPub])
        case .auditor: Narrowing(only: [.auditLog, .custodyLog, .coiRegister, .keys, .statsPub, .usersConfig])
        case .publisher: Narrowing(only: [.usersConfig, .auditLog, .statsPub, .release])
        case .trainingOfficer: Narrowing(only: [.usersConfig, .auditLog, .statsPub, .competence, .exercise])
        case .strategyFacilitator, .strategyPlayer: Narrowing(only: [.usersConfig, .auditLog, .statsPub, .exercise])
        case .hrOfficer: Narrowing(only: Self.ownAccount)
        case .disclosureReviewer: Narrowing(only: [.usersConfig, .statsPub, .release])
        case .dataProtectionOfficer: Narrowing(without: [([.approve], [.statsPub])])
        case .interpreter: Narrowing(without: [([.create, .update], [.competence, .exercise])])
        case .communityMonitor, .ngoManager, .labourInspector, .mobileTeamLead, .investigator, .raidTeamMember,
            .exhibitsOfficer, .prosecutor, .serviceProvider, .counsellor, .legalRep, .clientSelf,
            .immigrationOfficer, .keyCustodian, .sysadmin:
            Narrowing()
        }
    }
}
