import Justice
import Testing
import Values

@Suite("Evidence and burden")
struct EvidenceTests {
    typealias Item = ElementMatrix.Item

    @Test("R034, R046, R192: coverage, dependence on testimony and the share of other evidence on a small case")
    func formulas() {
        let matrix = ElementMatrix(
            elements: ["act", "means", "purpose", "gain"],
            items: [
                Item("phone", isTestimony: false, supports: ["act"]),
                Item("statement", isTestimony: true, supports: ["act", "means", "purpose"]),
                Item("video", isTestimony: false, isAdmissible: false, supports: ["means", "gain"]),
            ])
        #expect(matrix.coverage == Ratio(3, of: 4) && matrix.testimonyDependence == Ratio(2, of: 3))
        #expect(matrix.nonTestimonialShare == Ratio(1, of: 2) && matrix.warning == .warn)
        let empty = ElementMatrix(elements: [], items: [])
        #expect(empty.coverage == nil && empty.testimonyDependence == nil && empty.nonTestimonialShare == nil)
    }

    @Test("R192: a warning from a half, a stop from seven tenths", arguments: 0...10)
    func thresholds(_ testimony: Int) {
        let elements = (0..<10).map(String.init)
        let items = elements.enumerated().map { Item($1, isTestimony: $0 < testimony, supports: [$1]) }
        let matrix = ElementMatrix(elements: elements, items: items)
        #expect(matrix.warning == (testimony >= 7 ? .stopAndReview : testimony >= 5 ? .warn : .none))
        let refused = matrix.refusalsToCharge(leastCoverage: Ratio(1), isReviewed: false).rules
        #expect(refused == (testimony >= 7 ? ["R192"] : []))
        #expect(matrix.refusalsToCharge(leastCoverage: Ratio(1), isReviewed: true) == [])
        let bare = ElementMatrix(elements: elements + ["more"], items: items)
        #expect(bare.refusalsToCharge(leastCoverage: Ratio(1), isReviewed: true).rules == ["R046"])
    }

    @Test("R191: a link counts with one item that is no testimony, or two independent sources")
    func chain() {
        typealias Support = ExploitationChain.Support
        func isGap(_ support: [Support]) -> Bool { ExploitationChain([.money: support]).gaps.contains(.money) }
        let (told, heard) = (Support(source: "a", isTestimony: true), Support(source: "b", isTestimony: true))
        #expect(isGap([]) && isGap([told]) && isGap([told, told]) && !isGap([told, heard]))
        #expect(!isGap([Support(source: "bank", isTestimony: false)]))
        var chain = ExploitationChain(
            Dictionary(uniqueKeysWithValues: ExploitationChain.Link.allCases.map { ($0, [told, heard]) }))
        #expect(
            chain.gaps == [] && chain.validated == Ratio(1)
                && chain.holds(supervisorSigned: false, counselSigned: false) == [])
        chain.links[.transport] = [told]
        #expect(chain.validated == Ratio(4, of: 5))
        for supervisor in [true, false] {
            for counsel in [true, false] {
                let holds = chain.holds(supervisorSigned: supervisor, counselSigned: counsel).rules
                #expect(holds == (supervisor && counsel ? [] : ["R191"]))
            }
        }
    }

    @Test("R157, R158: burden and balance by their formulas")
    func burden() {
        #expect(Burden(interviews: 3, repeats: 2, courtDays: 4, shelterMonths: 5).index == 3 + 4 + 4 + 10)
        let balance = IdentificationBalance(
            subjects: [.broker, .guardOfSite, .owner, .transporter, .pimp], tiers: [.t2, .t4, .t1, .t4], persons: 12)
        #expect(balance.ratio == Ratio(1, of: 4) && balance.byTier == [.t1: 1, .t2: 1, .t4: 2])
        #expect(IdentificationBalance(subjects: [.broker], tiers: [], persons: 0).ratio == nil)
    }

    @Test("R156, R162, R164: a case is not closed with brokers unlooked for, or a charge declined without a word")
    func closure() {
        typealias Declined = CaseClosure.Declined
        let rows: [(CaseClosure, [String])] = [
            (CaseClosure(brokers: .open), ["R164"]), (CaseClosure(brokers: .investigated(result: "")), ["R164"]),
            (CaseClosure(brokers: .investigated(result: "two sites more")), []),
            (CaseClosure(brokers: .singleSite(analyst: "ann", statement: "")), ["R162"]),
            (CaseClosure(brokers: .singleSite(analyst: "ann", statement: "no link found")), []),
            (
                CaseClosure(brokers: .investigated(result: "x"), declined: [Declined(reason: "", isPersonTold: true)]),
                ["R156"]
            ),
            (
                CaseClosure(
                    brokers: .investigated(result: "x"), declined: [Declined(reason: "y", isPersonTold: false)]),
                ["R156"]
            ),
            (CaseClosure(brokers: .investigated(result: "x"), sentencesWithoutQuestion: 1), ["R168"]),
        ]
        for (closure, rules) in rows { #expect(closure.refusals.rules == rules) }
    }

    @Test("R024: every remedy is used or has a reason")
    func remedies() {
        #expect(Remedy.open(used: [], reasons: [:]).count == 8)
        #expect(Remedy.open(used: [.criminal, .labour], reasons: [.tax: "no records", .civil: ""]).count == 5)
    }
}
