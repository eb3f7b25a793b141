public import Access
import Identity
import Records

/// The people of the demonstration: one for each role, in the organisations of the sample province. Every name is invented.
public enum Demonstration {
    /// The passphrase of a demonstration's vault. It protects nothing: nothing in it is real.
    public static let passphrase = "daybreak demonstration"

    /// Who is there on the first day.
    public static let plan = FoundingPlan(
        organisations: organisations.map { FoundingPlan.House(name: $0.0, sort: $0.1) },
        units: [
            FoundingPlan.Part(name: "Anti-Trafficking Unit", organisation: police, head: "ploy"),
            FoundingPlan.Part(name: "Mobile Inspection Team", organisation: labour, head: "boun"),
        ],
        people: people,
        custodians: [
            FoundingPlan.Custodian(name: "Kanya Invented", organisation: police),
            FoundingPlan.Custodian(name: "Somsak Invented", organisation: labour),
            FoundingPlan.Custodian(name: "Mali Invented", organisation: foundation),
            FoundingPlan.Custodian(name: "Vithaya Invented", organisation: prosecution),
            FoundingPlan.Custodian(name: "Dara Invented", organisation: commission),
        ])

    private static let police = "Arun Samut Police"
    private static let upriver = "Nam Kham Noi Police"
    private static let finance = "Financial Intelligence Unit"
    private static let highway = "Highway Police"
    private static let border = "Border Office"
    private static let register = "Company Register"
    private static let labour = "Labour Office"
    private static let foundation = "Baan Rom Yen Foundation"
    private static let collective = "Open Ledger Collective"
    private static let shelter = "Rim Nam Shelter"
    private static let prosecution = "Provincial Prosecution"
    private static let court = "Provincial Court"
    private static let commission = "Integrity Commission"
    private static let ministry = "Ministry of Social Development"

    private static let organisations = [
        (police, "police"), (upriver, "police"), (finance, "police"), (highway, "police"), (border, "immigration"),
        (register, "other"), (labour, "labour"), (foundation, "ngo"), (collective, "ngo"), (shelter, "shelter"),
        (prosecution, "prosecution"), (court, "other"), (commission, "oversight"), (ministry, "other"),
    ]

    private static let people: [FoundingPlan.Person] = [
        person("ploy", "Ploy", .analyst, police, unit: "Anti-Trafficking Unit"),
        person("niran", "Niran", .intelOfficer, police, unit: "Anti-Trafficking Unit"),
        person("chai", "Chai", .sourceHandler, police, unit: "Anti-Trafficking Unit"),
        person("anong", "Anong", .investigator, police, unit: "Anti-Trafficking Unit"),
        person("prasert", "Prasert", .operationPlanner, police),
        person("wanida", "Wanida", .authorisingOfficer, police),
        person("kamon", "Kamon", .sceneCommander, police),
        person("tong", "Tong", .raidTeamMember, police),
        person("jira", "Jira", .exhibitsOfficer, police),
        person("noppadon", "Noppadon", .evidenceTech, police),
        person("suda", "Suda", .victimLiaison, police),
        person("orn", "Orn", .trainingOfficer, police),
        person("kiet", "Kiet", .hrOfficer, police),
        person("khamla", "Khamla", .analyst, upriver),
        person("fai", "Fai", .financialInvestigator, finance),
        person("thida", "Thida", .analyst, finance),
        person("wichai", "Wichai", .analyst, highway),
        person("panya", "Panya", .analyst, border),
        person("inthira", "Inthira", .immigrationOfficer, border),
        person("rung", "Rung", .analyst, register),
        person("boun", "Boun", .mobileTeamLead, labour, unit: "Mobile Inspection Team"),
        person("sopha", "Sopha", .labourInspector, labour, unit: "Mobile Inspection Team"),
        person("lek", "Lek", .analyst, labour),
        person("dao", "Dao", .ngoManager, foundation),
        person("nok", "Nok", .ngoCaseworker, foundation),
        person("prem", "Prem", .communityMonitor, foundation),
        person("bua", "Bua", .reporterPublic, foundation),
        person("may", "May", .ngoManager, collective),
        person("ying", "Ying", .serviceProvider, shelter),
        person("arun", "Arun", .counsellor, shelter),
        person("keo", "Keo", .clientSelf, shelter),
        person("pim", "Pim", .guardian, shelter),
        person("ratana", "Ratana", .prosecutor, prosecution),
        person("sith", "Sith", .interpreter, court),
        person("malee", "Malee", .legalRep, court),
        person("chan", "Chan", .integrityOfficer, commission),
        person("vipa", "Vipa", .auditor, commission),
        person("nuan", "Nuan", .dataProtectionOfficer, commission),
        person("somchit", "Somchit", .keyCustodian, commission),
        person("krit", "Krit", .sysadmin, ministry),
        person("fon", "Fon", .publisher, ministry),
        person("tida", "Tida", .disclosureReviewer, ministry),
        person("yot", "Yot", .strategyFacilitator, ministry),
        person("bee", "Bee", .strategyPlayer, ministry),
    ]

    private static func person(
        _ signIn: String, _ name: String, _ role: FineRole, _ organisation: String, unit: String? = nil
    ) -> FoundingPlan.Person {
        FoundingPlan.Person(signIn: signIn, name: name, role: role, organisation: organisation, unit: unit)
    }

    /// Who brings in what an organisation gives.
    static let importers: [FineRole] = [.analyst, .intelOfficer, .financialInvestigator]

    /// To whom the sample is released besides: those who work with all of it.
    public static let released: Set<String> = [police]
}

extension Daybreak {
    /// Through whose eyes to look at demonstration data: a sign-in name, a role, or a role and its organisation
    /// (`analyst@Labour Office`). Throws `SetUpError.notADemonstration` or `nobody`.
    public func eyes(of text: String) async throws -> Viewer {
        guard standing == .demonstration else { throw SetUpError.notADemonstration }
        let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
        let account = try await identity.account(named: text)?.id
        let found = try await directory.everybody().first { held in
            if let account { return held.posting.account == account }
            let isThere = parts.count < 2 || held.posting.organisation == parts[1]
            return isThere && held.posting.role == parts.first
        }
        guard let found,
            let viewer = try await directory.viewer(of: found.posting.account, under: found.id)
        else { throw SetUpError.nobody(text) }
        return viewer
    }

    /// Who brings in what an organisation of a demonstration gives: its analyst, and for those who have none, such as an
    /// organisation in the field, the analyst of the unit that it tells.
    public func importer(of organisation: String) async throws -> Viewer {
        guard standing == .demonstration else { throw SetUpError.notADemonstration }
        let people = try await directory.everybody().filter { $0.posting.organisation == organisation }
        for role in Demonstration.importers {
            guard let held = people.first(where: { $0.posting.role == role.rawValue }) else { continue }
            guard let viewer = try await directory.viewer(of: held.posting.account, under: held.id) else { continue }
            return viewer
        }
        return try await eyes(of: FineRole.analyst.rawValue)
    }
}
