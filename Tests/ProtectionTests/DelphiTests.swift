import Protection
import Testing

@Suite("Indicators")
struct DelphiTests {
    @Test("the lists for labour have 67 items for adults and 65 for children, none of them weak")
    func counts() throws {
        let all = try Delphi.shipped().all
        #expect(
            all.count { $0.strength[.adultLabour] != nil } == 67 && all.count { $0.strength[.childLabour] != nil } == 65
        )
        #expect(all.allSatisfy { $0.strength[.childLabour] != .weak })
        #expect(
            all.filter { $0.dimension == .abuseOfVulnerabilityRecruitment }.allSatisfy {
                $0.strength[.adultLabour] != .strong
            })
    }

    @Test("R023: the vectors of domain.md 2.3")
    func vectors() throws {
        let delphi = try Delphi.shipped()
        let rows: [(Delphi.Dimension, Set<String>, Bool)] = [
            (.deceptiveRecruitment, ["DR01"], false), (.deceptiveRecruitment, ["DR01", "DR02"], true),
            (.deceptiveRecruitment, ["DR02", "DR03", "DR04"], true), (.deceptiveRecruitment, ["DR02", "DR03"], false),
            (.abuseOfVulnerabilityRecruitment, ["AV01", "AV02", "AV15"], true), (.coercion, ["CD01", "CD02"], true),
            (.coercion, ["DR01", "DR02"], false), (.deceptiveRecruitment, ["DR01", "DR10"], true),
        ]
        for (dimension, codes, positive) in rows {
            #expect(delphi.isPositive(dimension, codes, in: .adultLabour) == positive, "\(codes)")
        }
    }

    @Test("the rule for every number of strong, medium and weak ones")
    func rule() throws {
        let delphi = try Delphi.shipped()
        for strong in 0...3 {
            for medium in 0...4 {
                for weak in 0...1 {
                    let codes =
                        ["CD01", "CD02", "CD03"].prefix(strong) + ["CD05", "CD06", "CD07", "CD08"].prefix(medium)
                        + ["CD15"].prefix(weak)
                    let expected =
                        strong >= 2 || (strong == 1 && medium + weak >= 1) || medium >= 3 || (medium == 2 && weak == 1)
                    #expect(delphi.isPositive(.coercion, Set(codes), in: .adultLabour) == expected)
                }
            }
        }
    }

    @Test("what the dimensions say together, for adults and for children")
    func together() throws {
        let delphi = try Delphi.shipped()
        let (deceived, forced, used) = (["DR01", "DR02"], ["CR01", "CR04"], ["AV01", "AV02", "AV03"])
        let (exploited, coerced) = (["EX01", "EX02"], ["CD01", "CD02"])
        func result(_ parts: [[String]], _ list: Delphi.List = .adultLabour) -> Delphi.Result {
            delphi.result(Set(parts.joined()), in: list)
        }
        #expect(
            result([deceived, exploited, coerced]) == .trafficking
                && result([forced, exploited, coerced]) == .trafficking)
        #expect(result([used, exploited, coerced]) == .trafficking && result([exploited, coerced]) == .exploitation)
        #expect(
            result([deceived, exploited]) == .deceptionAndExploitation && result([forced, exploited]) == .exploitation)
        #expect(result([deceived, coerced]) == .nothing && result([exploited]) == .exploitation)
        #expect(result([deceived, exploited], .childLabour) == .trafficking)
    }

    @Test("R023: act and purpose with means, or without for whoever is or may be a child")
    func definition() {
        typealias Indication = TraffickingIndication
        for acts in [Set<Indication.Act>(), [.transport]] {
            for means in [Set<Indication.Means>(), [.deception]] {
                for purposes in [Set<Indication.Purpose>(), [.forcedLabour]] {
                    for path in AgeView.Path.allCases {
                        let found = Indication(acts: acts, means: means, purposes: purposes, path: path).isIndicated
                        #expect(found == (!acts.isEmpty && !purposes.isEmpty && (!means.isEmpty || path != .adult)))
                    }
                }
            }
        }
    }
}
