import Foundation
import Protection
import Testing
import Values
import Words

@Suite("RL-38: label protection")
struct RL38LabelProtectionTests {
    @Test("RL-38, R165: a referral has no place for a status, a subject or a case")
    func keys() throws {
        let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(RL04NothingForcedTests.payload))
        let keys = try #require(object as? [String: Any]).keys.sorted()
        #expect(keys == ["calledName", "isChild", "languages", "needs", "reference", "safeContact", "service"])
    }

    @Test(
        "RL-38: a text that labels is not sent",
        arguments: ["a victim of trafficking", "Trafficked person", "from the raid", "was prostituted", "rescued girl"])
    func labels(_ text: String) {
        var payload = RL04NothingForcedTests.payload
        payload.needs = ["clothes", text]
        let consent = Consent(.shareWith, to: "lawyers", .granted, at: 1, until: 200)
        let rules = ReferralRules.refusals(payload, to: "lawyers", consents: [consent], path: .adult, now: 100).rules
        #expect(!rules.isEmpty && Set(rules) == ["RL-38"])
    }

    @Test(
        "RL-38: ordinary words pass, also where a label is inside one",
        arguments: ["afraid of traffic", "invited", "paraid"])
    func ordinary(_ text: String) { #expect(LabelScan.finds(in: [text]) == []) }

    @Test("RL-38: nothing that this room says to anybody labels a person")
    func catalogue() {
        for key in Catalogue.english.keys where key.hasPrefix("protection.") {
            #expect(LabelScan.finds(in: [Catalogue.english(key)]) == [], "\(key)")
        }
    }
}
