import Protection
import Testing
import Values

@Suite("Plans of help, and declining")
struct PlanTests {
    @Test("R150: each kind of help rests on a need or a wish")
    func plan() throws {
        let catalogue = try ServiceCatalogue.shipped()
        func rules(_ codes: [String], _ needs: Set<Need>, _ wishes: Set<String> = []) -> [String] {
            ServicePlanCheck.shortcomings(codes, needs: needs, wishes: wishes, catalogue).rules
        }
        #expect(
            rules(["LEGAL", "MEDICAL"], [.law, .health]) == [] && rules(["LEGAL", "MEDICAL"], [.law]) == ["R150"])
        #expect(rules(["MEDICAL"], [], ["MEDICAL"]) == [] && rules(["NO_SUCH"], Set(Need.allCases)) == ["R150"])
    }

    @Test(
        "R180: whoever declines screening is offered information, contact and every service; reasons are counted from eleven on"
    )
    func declining() {
        for reason in [nil, "", "afraid", "no time"] {
            #expect(ScreeningDecline.offers(reason: reason) == ScreeningDecline.Offer.allCases)
        }
        let counted = ScreeningDecline.counted(
            Array(repeating: "afraid", count: 11) + Array(repeating: "tired", count: 10))
        #expect(counted.shown == ["afraid": 11] && counted.rest == 10)
    }
}
