import Planning
import Testing
import Values

@Suite("Interventions and alternatives")
struct InterventionTests {
    static func codes(_ context: Exploitation, _ law: String = "example-civil") throws -> Set<String> {
        let found = try InterventionCatalogue.shipped().applicable(to: context, in: try Plans.law(law))
        return Set(found.map(\.intervention.code))
    }

    @Test("R005, R041: an entry is one of many, softer ones exist for each kind of exploitation and each phase")
    func catalogue() throws {
        let catalogue = try InterventionCatalogue.shipped()
        #expect(catalogue.all.count >= 12 && catalogue.all.count(where: \.isOperation) == 1)
        for context in Exploitation.allCases {
            #expect(try Self.codes(context).subtracting([Intervention.operation]).count >= 10)
        }
        for phase in Phase.allCases { #expect(catalogue.all.contains { $0.phases.contains(phase) }) }
    }

    @Test("R019, R159: the options that the report names are there")
    func named() throws {
        let codes = Set(try InterventionCatalogue.shipped().all.map(\.code))
        #expect(
            codes.isSuperset(of: ["WORKPLACE_MONITORING", "COMMUNITY_WATCH", "TAX", "AML", "LICENSING", "CUSTOMS"]))
    }

    @Test("R029: monitoring of workplaces is an alternative for labour, and not for sexual exploitation")
    func workplaces() throws {
        #expect(try Self.codes(.labour).contains("WORKPLACE_MONITORING"))
        #expect(try !Self.codes(.sexual).contains("WORKPLACE_MONITORING"))
        for contexts in ["labour, sexual", "sexual", "*"] {
            let text = """
                version: 1
                source: x
                code | phases | contexts | intrusiveness | entry | assets | basis
                RAID_RESCUE | operation | * | 4 | warrant | - | x
                WORKPLACE_MONITORING | ongoing | \(contexts) | 1 | - | - | x
                """
            let columns = ["code", "phases", "contexts", "intrusiveness", "entry", "assets", "basis"]
            let error = #expect(throws: RuleTableError.self) {
                try InterventionCatalogue(RuleTable(parsing: text, name: "i", columns: columns))
            }
            #expect(error?.place.line == 5)
        }
    }

    @Test("R028: a mixed situation sees both lists, with a caution where an option fits one part alone")
    func mixed() throws {
        let (labour, sexual) = (try Self.codes(.labour), try Self.codes(.sexual))
        #expect(try Self.codes(.mixed) == labour.union(sexual))
        let found = try InterventionCatalogue.shipped().applicable(to: .mixed, in: try Plans.law())
        for each in found {
            let code = each.intervention.code
            #expect(each.needsCaution == !(labour.contains(code) && sexual.contains(code)), "\(code)")
        }
    }

    @Test("R008: another law has other options")
    func laws() throws {
        let (civil, strict) = (try Self.codes(.labour), try Self.codes(.labour, "strict"))
        #expect(strict.isStrictSubset(of: civil))
        #expect(civil.subtracting(strict) == ["WORKPLACE_MONITORING", "FINANCIAL_DISRUPTION"])
    }

    static func assess(_ change: (inout [OptionAssessment]) -> Void = { _ in }) throws -> Alternatives {
        let applicable = try InterventionCatalogue.shipped().applicable(to: .labour, in: try Plans.law())
        var assessed = applicable.filter { !$0.intervention.isOperation }.map {
            OptionAssessment($0.intervention.code, reason: "looked at", effect: 1)
        }
        change(&assessed)
        return Alternatives(applicable: applicable, assessed: assessed)
    }

    @Test("R018: each alternative that applies needs an outcome or a reason")
    func reasons() throws {
        #expect(try Self.assess().shortcomings == [])
        #expect(try Self.assess { $0[3].reason = "" }.shortcomings.rules == ["R018"])
        #expect(try Self.assess { $0.removeFirst(2) }.shortcomings.count == 2)
        let framework = try Framework.shipped()
        #expect(try !Self.assess { $0.removeFirst() }.isNecessary(framework))
    }

    @Test(
        "R025: an entry is necessary when nothing softer that is feasible would be enough, or it was tried and failed")
    func necessity() throws {
        let framework = try Framework.shipped()
        #expect(try Self.assess().isNecessary(framework))
        #expect(try !Self.assess { $0[0].effect = 2 }.isNecessary(framework))
        #expect(try Self.assess { ($0[0].effect, $0[0].isFeasible) = (4, false) }.isNecessary(framework))
        #expect(
            try Self.assess { ($0[0].effect, $0[0].attempt) = (4, .failed(reason: "moved")) }.isNecessary(framework))
        #expect(try !Self.assess { ($0[0].effect, $0[0].attempt) = (4, .failed(reason: "")) }.isNecessary(framework))
        #expect(try !Self.assess { ($0[0].effect, $0[0].attempt) = (4, .worked) }.isNecessary(framework))
        let enough = try Self.assess {
            ($0[0].effect, $0[0].harm) = (3, [.exploitedPersons: 2])
            $0[1].effect = 2
        }.enough(framework)
        #expect(enough.map(\.effect) == [2, 3])
    }

    @Test("R003, R027: the greatest benefit must exceed the harm to persons at risk")
    func proportionality() {
        for benefit in 0...4 {
            for harm in 0...4 {
                let test = Proportionality(benefits: [.arrest: benefit, .removalFromHarm: 0], harmToExploited: harm)
                #expect(test.holds == (benefit > harm))
            }
        }
        #expect(!Proportionality(benefits: [:], harmToExploited: 0).holds)
    }

    @Test("R020: a cell of the ledger that is empty leaves the decision incomplete; a mixed one is looked at twice")
    func ledger() {
        #expect(FourColumnLedger([:]).missing(for: .labour).count == 16)
        #expect(FourColumnLedger([:]).missing(for: .mixed).count == 32)
        let cells = FourColumnLedger([:]).missing(for: .mixed)
        var full = FourColumnLedger(Dictionary(uniqueKeysWithValues: cells.map { ($0, "none known") }))
        #expect(full.missing(for: .mixed) == [])
        full.entries[cells[5]] = ""
        #expect(full.missing(for: .mixed) == [cells[5]])
        let answers = Dictionary(uniqueKeysWithValues: PlanTest.allCases.map { ($0, "because") })
        #expect(PlanTest.shortcomings(answers) == [] && PlanTest.shortcomings([.legal: ""]).count == 5)
    }
}
