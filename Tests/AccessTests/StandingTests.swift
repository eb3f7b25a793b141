import Testing

@testable import Access

@Suite("Standing and clearance")
struct StandingTests {
    static let analyst = Standing(
        account: "ann", role: .analyst, organisation: "police", unit: "intelligence unit", teams: ["harbour"])

    static func label(
        _ compartment: String = "intelligence", of organisation: String = "police", team: String = "",
        release: Set<String> = [], excluded: Set<String> = []
    ) -> Label {
        Label(
            compartment: compartment, organisation: organisation, team: team, handling: "P", release: release,
            excluded: excluded)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var label: Label
        var sees: Bool
        init(_ name: String, _ label: Label, _ sees: Bool) {
            (testDescription, self.label, self.sees) = (name, label, sees)
        }
    }

    static let cases = [
        Case("own organisation", label(), true),
        Case("own team", label(team: "harbour"), true),
        Case("another team", label(team: "border"), false),
        Case("another organisation", label(of: "ngo"), false),
        Case("released to the organisation", label(of: "ngo", release: ["navy", "police"]), true),
        Case("released to the unit", label(of: "ngo", team: "x", release: ["intelligence unit"]), true),
        Case("released to somebody else", label(of: "ngo", release: ["navy"]), false),
        Case("a release names organisations and units, not accounts", label(of: "ngo", release: ["ann"]), false),
        Case("surveillance is in use under its authority alone", label("surveillance"), true),
        Case("a compartment that nobody knows", label("elsewhere"), false),
        Case("names of persons, for who has no redacted view", label("intelligence.identity"), true),
        Case("excluded account", label(excluded: ["ann"]), false),
        Case("excluded unit", label(excluded: ["intelligence unit", "x"]), false),
        Case(
            "excluded organisation, though released", label(of: "ngo", release: ["police"], excluded: ["police"]), false
        ),
        Case("somebody else is excluded", label(excluded: ["bob", "navy"]), true),
    ]

    @Test("an analyst sees", arguments: cases)
    func sees(_ one: Case) {
        #expect(Self.analyst.mayRead(one.label) == one.sees)
        let clearance = Clearance.of(Self.analyst, labels: [(id: 70, label: one.label)])
        #expect(clearance.contains(70) == one.sees)
        #expect(clearance.labels == (one.sees ? [70] : []))
    }

    @Test("whoever has no unit is in none")
    func noUnit() {
        var standing = Self.analyst
        standing.unit = ""
        #expect(!standing.mayRead(Self.label(of: "ngo", release: [""])))
    }

    @Test("a redacted view has the rows that name nobody", arguments: [FineRole.labourInspector, .mobileTeamLead])
    func redacted(_ role: FineRole) {
        var standing = Self.analyst
        standing.role = role
        #expect(standing.mayRead(Self.label("intelligence")))
        #expect(!standing.mayRead(Self.label("intelligence.identity")))
    }

    @Test("F2: when the posting ends, so does all of it, at the next request")
    func posting() {
        var standing = Self.analyst
        standing.isPostingCurrent = false
        #expect(Clearance.of(standing, labels: [(id: 1, label: Self.label())]).labels == [])
    }

    @Test("what belongs to a team is nobody else's own, not even in its organisation")
    func teamsOwn() {
        for role in FineRole.allCases {
            let standing = Standing(account: "ann", role: role, organisation: "police", teams: ["harbour"])
            for compartment in ["intelligence", "surveillance", "sites", "tips", "evidence", "cases"] {
                #expect(!standing.mayRead(Self.label(compartment, team: "border")), "\(role) \(compartment)")
            }
        }
        let officer = Standing(account: "ann", role: .ngoCaseworker, organisation: "police", teams: ["harbour"])
        #expect(officer.mayRead(Self.label(team: "harbour")))
    }

    @Test("RL-25: an exclusion hides rows by organisation, team and kind, and one without a name everything")
    func exclusions() {
        func sees(_ label: Label, _ exclusion: Exclusion) -> Bool {
            var standing = Self.analyst
            standing.exclusions = [exclusion]
            return standing.mayRead(label)
        }
        let ngo = Self.label(of: "ngo", release: ["police"])
        #expect(!sees(ngo, Exclusion(organisation: "ngo")))
        #expect(sees(Self.label(), Exclusion(organisation: "ngo")))
        #expect(!sees(Self.label(team: "harbour"), Exclusion(team: "harbour")))
        #expect(sees(Self.label(), Exclusion(organisation: "police", team: "harbour")))
        #expect(!sees(Self.label("sites"), Exclusion(kind: .siteLoc)))
        #expect(sees(Self.label("tips"), Exclusion(kind: .siteLoc)))
        #expect(!sees(Self.label(), Exclusion()))
    }

    @Test(
        "need to know: who sees which compartments of their own organisation",
        arguments: [
            (FineRole.investigator, ["intelligence", "surveillance", "sites", "tips", "evidence", "cases"]),
            (.serviceProvider, []), (.counsellor, []), (.legalRep, []), (.interpreter, []), (.publisher, []),
            (.sysadmin, []), (.keyCustodian, []), (.auditor, []), (.immigrationOfficer, []),
            (.exhibitsOfficer, ["evidence"]), (.ngoCaseworker, ["intelligence", "sites", "tips"]),
            (.communityMonitor, ["sites", "tips"]),
            (.financialInvestigator, ["intelligence", "surveillance", "evidence", "cases"]),
        ])
    func compartments(_ role: FineRole, _ seen: [String]) {
        var standing = Self.analyst
        standing.role = role
        let all = ["intelligence", "surveillance", "sites", "tips", "evidence", "cases"]
        #expect(all.filter { standing.mayRead(Self.label($0)) } == seen)
    }

    @Test("RL-34: break-glass is for one person, one kind and four hours, and opens no label")
    func breakGlass() {
        var standing = Self.analyst
        standing.role = .investigator
        standing.breakGlass = [BreakGlass(subject: "p1", kind: .siteLoc, from: 1_000, lasting: 24 * 3_600_000)]
        let end = 1_000 + 4 * 3_600_000
        #expect(standing.hasBrokenGlass(for: "p1", .siteLoc, at: 1_000))
        #expect(standing.hasBrokenGlass(for: "p1", .siteLoc, at: end - 1))
        #expect(!standing.hasBrokenGlass(for: "p1", .siteLoc, at: end))
        #expect(!standing.hasBrokenGlass(for: "p1", .siteLoc, at: 999))
        #expect(!standing.hasBrokenGlass(for: "p2", .siteLoc, at: 1_000))
        #expect(!standing.hasBrokenGlass(for: "p1", .tip, at: 1_000))
        #expect(!standing.mayRead(Self.label("sites", of: "ngo")))
        #expect(BreakGlass(subject: "p1", kind: .tip, from: 5, lasting: -9).until == 5)
    }

    @Test("a viewer is a standing and the clearance that follows from it")
    func viewer() {
        let labels = [(id: 1, label: Self.label()), (id: 2, label: Self.label(of: "ngo"))]
        let viewer = Viewer(name: "Ann", standing: Self.analyst, labels: labels)
        #expect(viewer.organisation == "police" && viewer.standing.account == "ann")
        #expect(viewer.clearance == Clearance([1]))
        #expect(Viewer.owner(of: "police").clearance == .everything)
    }
}
