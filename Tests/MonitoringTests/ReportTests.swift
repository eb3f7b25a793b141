import Access
import Records
import RoomSupport
import Testing

@testable import Monitoring

/// What a report asks for before anything is done with it (SM1).
@Suite struct ReportTests {
    private func report(_ change: (inout Report) -> Void = { _ in }) -> Report {
        var report = Report(
            summary: "People locked in", told: "", channel: "hotline", isFromInside: false, danger: "possible",
            context: "labour", children: "no", people: 4, area: "", siteSort: "factory", site: "", brokers: "",
            exploiters: "", routes: "", wantsHelp: false, teller: "", safeContact: "", question: "", sanitised: "",
            sharedWith: [], outcome: "", feedback: "")
        change(&report)
        return report
    }

    @Test("a report says at least in one line what it is about, and nobody has to call it trafficking (R023, R085)")
    func opening() {
        #expect(obstacles(.receive, report(), in: nil).isEmpty)
        #expect(obstacles(.receive, report { $0.summary = " " }, in: nil) == ["something-told"])
        #expect(!Report.fields.contains { $0.name.lowercased().contains("traffick") })
    }

    @Test("R125: somebody got out and says that others are inside: the danger is at least serious")
    func fromInside() {
        for danger in Danger.names {
            let found = obstacles(.receive, report { ($0.isFromInside, $0.danger) = (true, danger) }, in: nil)
            #expect(found == (["none", "possible"].contains(danger) ? ["inside-is-serious"] : []), "\(danger)")
        }
        // What nobody has judged yet is taken all the same; weighing it asks for the danger.
        #expect(obstacles(.receive, report { ($0.isFromInside, $0.danger) = (true, "") }, in: nil).isEmpty)
        #expect(obstacles(.triage, report { $0.danger = "" }, in: .received) == ["weighed"])
    }

    @Test("R112: immediate danger is an alarm, and only that is one")
    func alarms() {
        for danger in Danger.names.dropFirst() {
            let isNow = danger.hasPrefix("immediate")
            let record = report { $0.danger = danger }
            #expect(obstacles(.triage, record, in: .received) == (isNow ? ["calm-only"] : []), "\(danger)")
            #expect(obstacles(.alarm, record, in: .received) == (isNow ? [] : ["danger-is-now"]), "\(danger)")
        }
    }

    @Test("R029: a labour inspection is no answer to sexual exploitation")
    func inspection() {
        for (context, expected) in [("labour", []), ("mixed", []), ("sexual", ["labour"]), ("unknown", ["labour"])] {
            let record = report { ($0.context, $0.sanitised) = (context, "A factory with people locked in") }
            #expect(obstacles(.inspect, record, in: .triaged) == expected, "\(context)")
        }
    }

    @Test("R087: what an NGO took becomes an intelligence item only when it has shared it")
    func ownerAgrees() {
        let ours = report { $0.sanitised = "A factory" }
        #expect(obstacles(.promote, ours, in: .triaged, openedBy: ("mali", "Baan Mai")) == ["owner-agrees"])
        let shared = report { ($0.sanitised, $0.sharedWith) = ("A factory", ["Unit 4"]) }
        #expect(obstacles(.promote, shared, in: .triaged, openedBy: ("mali", "Baan Mai")).isEmpty)
        #expect(ours.terms(in: .received, opened: past("Baan Mai")).assigned == [.organisation("Baan Mai")])
        #expect(shared.terms(in: .received, opened: past("Baan Mai")).assigned.contains(.organisation("Unit 4")))
    }

    private func past(_ organisation: String) -> Past {
        Past(action: "receive", account: "mali", organisation: organisation, at: 0)
    }

    @Test("R073: what is passed on names neither whoever told it nor how they are reached")
    func sanitised() {
        func found(_ text: String) -> [String] {
            let record = report {
                ($0.teller, $0.safeContact, $0.sanitised) = ("Mali Saetang", "after nine at 080 000 1234", text)
            }
            return obstacles(.promote, record, in: .triaged)
        }
        #expect(found("") == ["sanitised"])
        #expect(found("A cook says that doors are locked").isEmpty)
        #expect(found("Mali Saetang says that doors are locked") == ["names-teller"])
        #expect(found("Call 0800001234 for more") == ["names-teller"])
    }

    @Test("RL-04: help is offered when somebody wants it, and R047: whoever told it is owed an answer")
    func afterwards() {
        #expect(obstacles(.refer, report(), in: .triaged) == ["wants-help"])
        #expect(obstacles(.refer, report { $0.wantsHelp = true }, in: .triaged).isEmpty)
        #expect(obstacles(.feedback, report(), in: .promoted) == ["feedback"])
        let owed = Report.lifecycle.all.filter { $0.deadlines.contains { $0.name == "tell-the-source" } }.map(\.action)
        #expect(Set([Report.Action.promote, .inspect, .refer, .close]).isSubset(of: owed))
    }

    @Test("R021 of the matrix: who told it is held more closely than what they told")
    func teller() {
        for name in ["teller", "safeContact"] {
            let field = Report.fields.first { $0.name == name }
            #expect(field?.kind == .sourceID && field?.isSealed == true)
        }
    }
}
