import Monitoring
import Testing
import Values

@Suite("RL-02: no feed of persons at risk to immigration authorities")
struct RL02NothingToImmigrationTests {
    @Test("RL-02: of every combination, immigration gets nothing about a person but a consented permit application")
    func everyCombination() {
        for content in SharingCheck.Content.allCases {
            for refers in [true, false] {
                for consent in [true, false] {
                    for basis in ["", "court order 5"] {
                        let check = SharingCheck(
                            content, to: .immigration, refersToPerson: refers, hasConsent: consent, legalBasis: basis,
                            purpose: "x")
                        let isPermit = content == .permitApplication
                        let isAbout = refers || content == .personReference || content == .careRecord
                        let isBarred = isPermit ? !consent : isAbout
                        #expect(check.refusals.rules.contains("RL-02") == isBarred)
                    }
                }
            }
        }
    }

    @Test("SM18, R073, RL-19: purpose, consent or a basis where nobody can be recognised, and a clean scan")
    func others() {
        func rules(_ change: (inout SharingCheck) -> Void) -> [String] {
            var check = SharingCheck(
                .intelligence, to: .lawEnforcement, refersToPerson: false, hasConsent: false, legalBasis: "MoU 3",
                purpose: "investigation")
            change(&check)
            return check.refusals.rules
        }
        #expect(
            rules { _ in } == [] && rules { $0.purpose = "" } == ["RL-19"] && rules { $0.legalBasis = "" } == ["R073"])
        #expect(rules { $0.refersToPerson = true } == ["R073"])
        #expect(rules { ($0.refersToPerson, $0.hasConsent) = (true, true) } == [])
        let finds = SanitisationScan(identity: ["name": ["Dao"]]).finds(in: ["t": "Dao"])
        #expect(rules { $0.finds = finds } == ["R073"])
    }
}
