import Testing

@testable import Values

@Suite("Profiles of law")
struct JurisdictionTests {
    @Test("R008: the shipped profiles are read, and the strict one is among them")
    func shipped() throws {
        let profiles = try Jurisdiction.shipped()
        #expect(profiles.keys.sorted() == ["example-civil", "example-common", "strict"])
        #expect(profiles.values.allSatisfy { $0.reflectionDays >= 30 && $0.edition == "jurisdictions 2026.1" })
    }

    @Test("R173, R174: a claim within criminal proceedings by civil law, compensation as a penalty by common law")
    func routes() throws {
        let profiles = try Jurisdiction.shipped()
        let civil = try #require(profiles["example-civil"]).routes
        let common = try #require(profiles["example-common"]).routes
        #expect(civil.contains(.adhesion) && !civil.contains(.penalOrder))
        #expect(common.contains(.penalOrder) && !common.contains(.adhesion))
        for routes in [civil, common] { #expect(routes.isSuperset(of: [.stateFund, .civilTort, .labourClaim])) }
    }

    @Test("R008: a profile with a mistake is refused with its line")
    func mistakes() throws {
        func read(_ lines: [String]) throws {
            let text = "version: 1\nsource: x\nprofile | setting | value | basis\n" + lines.joined(separator: "\n")
            _ = try Jurisdiction.profiles(in: RuleTable(parsing: text, name: "j", columns: Jurisdiction.columns))
        }
        let lacking = #expect(throws: RuleTableError.self) { try read(["a | entry | warrant | x"]) }
        #expect(lacking?.problem == .missing("a: tradition"))
        for line in ["a | tradition | roman | x", "a | deport | yes | x"] {
            let error = #expect(throws: RuleTableError.self) { try read([line]) }
            #expect(line.contains("deport") ? error?.place.line == 4 : error != nil)
        }
    }
}
