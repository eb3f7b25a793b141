import Justice
import Testing
import Values

@Suite("RL-01: no immigration offence")
struct RL01NoImmigrationOffenceTests {
    @Test(
        "RL-01: no table with an offence of immigration is read",
        arguments: [
            "IMMIGRATION", "Illegal entry", "OVERSTAY", "deportation", "irregular migrant", "undocumented worker",
        ])
    func barred(_ label: String) {
        let columns = ["code", "kind", "iccs", "elements", "label"]
        for line in ["X | otherViolation | - | a | \(label)", "\(label) | otherViolation | - | a | x"] {
            let text = "version: 1\nsource: x\n" + columns.joined(separator: " | ") + "\n" + line + "\n"
            let error = #expect(throws: RuleTableError.self) {
                try OffenceCatalogue(RuleTable(parsing: text, name: "o", columns: columns))
            }
            #expect(error?.place.line == 4)
        }
    }

    @Test("RL-01, R130: to arrest or charge a person at risk with such a code is refused, and rings")
    func alarm() throws {
        let offences = try OffenceCatalogue.shipped()
        for code in ["IMMIGRATION_STATUS", "ILLEGAL_ENTRY", "X"] {
            let person = Arrest(.personAtRisk, for: code, prosecutorEngagedAt: 0, at: 1).answer(offences)
            if case .alarm(let reasons) = person {
                #expect(reasons.rules == ["RL-01"])
            } else {
                Issue.record("\(code): no alarm")
            }
            let subject = Arrest(.subject(profile: "s"), for: code, prosecutorEngagedAt: 0, at: 1).answer(offences)
            #expect(subject != .allowed)
        }
    }

    @Test("R132, R133, R159: the offences and roles that the report names are there")
    func named() throws {
        let kinds = Set(try OffenceCatalogue.shipped().all.map(\.kind))
        #expect(kinds == Set(OffenceCatalogue.Kind.allCases))
        let roles: Set<SubjectRole> = [.employer, .guardOfSite, .broker, .supervisor, .pimp]
        #expect(Set(SubjectRole.allCases).isSuperset(of: roles) && SubjectRole.allCases.count == 10)
    }
}
