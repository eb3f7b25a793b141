import Planning
import Testing
import Values

@Suite("The operation plan")
struct OperationPlanTests {
    @Test("R128: a plan that lacks nothing has no shortcoming")
    func good() throws { #expect(try Plans.shortcomings(Plans.good()) == []) }

    @Test("what is taken out of a good plan is named, with its gate")
    func eachGap() throws {
        typealias Change = (inout OperationPlan) -> Void
        let changes: [(String, Change)] = [
            ("G5", { $0.authority = nil }),  // R038
            ("G5", { $0.authority?.until = $0.entryAt }),
            ("G5", { $0.authority?.from = $0.entryAt + 1 }),
            ("G5", { $0.authority?.site = "site-2" }),
            ("G18", { $0.postRaid.remove(.displacedWorkers) }),  // R036
            ("G18", { $0.postRaid.remove(.protectionTrack) }),
            ("R126", { $0.force = OperationPlan.Force(reason: "", authority: "chief") }),
            ("R126", { $0.force = OperationPlan.Force(reason: "armed guards", authority: "") }),
            ("G7", { $0.leaders[.persons] = nil }),  // R123
            ("G7", { $0.leaders[.persons] = "a" }),
            ("G7", { $0.members[1].tasks = [] }),  // R050
            ("R114", { $0.acknowledged.remove(.prosecutor) }),
            ("R114", { $0.acknowledged.remove(.services) }),
            ("G9", { $0.interpreters.removeLast() }),
            ("G10", { $0.servicePlaces = 19 }),
            ("G11", { $0.safeSite = nil }),  // R122
            ("G11", { $0.safeSite?.capacity = 19 }),
            ("G11", { $0.safeSite?.hasPrivateRooms = false }),
            ("G11", { $0.safeSite?.hasChildArea = false }),
            ("G12", { $0.hasSeparateTransport = false }),
            ("G13", { $0.hasMedicalCover = false }),
            ("G13", { $0.hasChildPlan = false }),  // R152
            ("G14", { $0.evidence[.broker] = nil }),  // R115
            ("G14", { $0.qualifiedCollectors = 0 }),
            ("G15", { $0.brokerPlan = "" }),  // R164
        ]
        for (index, (gate, change)) in changes.enumerated() {
            var plan = try Plans.good()
            change(&plan)
            #expect(try Plans.shortcomings(plan).rules == [gate], "change \(index)")
        }
    }

    @Test("R099: the ground for entering must be one that the law has")
    func basis() throws {
        var plan = try Plans.good()
        plan.authority?.basis = .inspectionPower
        #expect(try Plans.shortcomings(plan) == [])
        #expect(try Plans.shortcomings(plan, in: "strict").rules == ["G5"])
    }

    @Test("R114: one interpreter of two languages is not two interpreters")
    func interpreters() throws {
        var plan = try Plans.good()
        plan.interpreters = [["km", "lo"], ["th"], ["th"]]
        #expect(try Plans.shortcomings(plan).rules == ["G9"])
        plan.interpreters = [["km", "lo"], ["km"], ["th"]]
        #expect(try Plans.shortcomings(plan) == [])
        plan.languages = ["km", "my"]
        #expect(try Plans.shortcomings(plan).rules == ["G9", "G9"])
    }

    @Test("R036: no expectation of children needs no plan for them, and any does")
    func children() throws {
        var plan = try Plans.good()
        plan.mayMeetChildren = false
        plan.hasChildPlan = false
        plan.safeSite?.hasChildArea = false
        #expect(try Plans.shortcomings(plan) == [])
    }
}
