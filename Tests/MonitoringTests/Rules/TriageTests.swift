import Monitoring
import Testing
import Values

@Suite("Triage, scan, inspection")
struct TriageTests {
    @Test("R112, R125: danger decides; an escape with others inside, or a child, makes it at least high")
    func urgency() {
        for danger in DangerLevel.allCases.map(Optional.some) + [nil] {
            for escapee in [true, false] {
                for child in [true, false] {
                    let urgency = ReportTriage.urgency(danger: danger, isEscapee: escapee, mayConcernChild: child)
                    if let danger, danger >= .immediateAndSignificant {
                        #expect(urgency == .emergency)
                    } else {
                        #expect(urgency == (danger == .serious || escapee || child ? .high : .normal))
                    }
                }
            }
        }
        #expect(ReportTriage.Urgency.allCases.map(\.within) == [72.hours, 2.hours, 15.minutes])
        #expect(!ReportTriage.isLate(.high, receivedAt: 0, now: 2.hours))
        #expect(ReportTriage.isLate(.high, receivedAt: 0, now: 2.hours + 1))
    }

    @Test("R048, R029: inspectors go for labour and for mixed situations, never for sexual exploitation alone")
    func inspectionRoute() {
        for kind in Exploitation.allCases {
            #expect(InspectionRoute.isOpen(kind, hasLabourIndicator: true) == (kind != .sexual))
            #expect(!InspectionRoute.isOpen(kind, hasLabourIndicator: false))
        }
        #expect(ForcedLabourIndicator.allCases.map(\.rawValue) == Array(1...11))
    }

    @Test("R073: whatever identifies a person at risk or the teller is found, however it is written")
    func scan() {
        let scan = SanitisationScan(identity: [
            "name": ["Dao Kham-Sing", "ดาว คำสิงห์"], "phone": ["060000 1234"], "papers": ["ZL0000123"],
        ])
        let rows: [(String, [String])] = [
            ("told by DAO KHAM SING.", ["name"]), ("call 060-000-1234 now", ["phone"]), ("+66 0600001234", ["phone"]),
            ("passport zl0000123", ["papers"]), ("คุณดาว คำสิงห์อยู่ที่นั่น", ["name"]), ("a broker at the farm", []),
            ("Daokham sings", []), ("in room 0600 of 1234 rooms", []),
        ]
        for (text, fields) in rows { #expect(scan.finds(in: ["summary": text]).map(\.field) == fields, "\(text)") }
        let covered = SanitisationScan(identity: ["name": ["Dao"], "phone": ["0600001234"]], covered: ["name"])
        let both = ["b": "Dao 0600001234", "a": "0600001234"]
        #expect(
            covered.finds(in: both).map(\.text) == ["a", "b"]
                && covered.finds(in: both).allSatisfy { $0.field == "phone" })
    }

    @Test("R101-R103: a tie to the place or its owner keeps the whole team away; A or B ranks the rest")
    func tasking() {
        typealias Team = InspectionTasking.Team
        let teams = [
            Team("plain", inspectors: ["a"], hasLawEnforcementLink: false, isCentralOrMobile: false, training: 4),
            Team("linked", inspectors: ["b"], hasLawEnforcementLink: true, isCentralOrMobile: false, training: 1),
            Team("mobile", inspectors: ["c"], hasLawEnforcementLink: false, isCentralOrMobile: true, training: 3),
            Team("both", inspectors: ["d", "e"], hasLawEnforcementLink: true, isCentralOrMobile: true, training: 3),
            Team("green", inspectors: ["f"], hasLawEnforcementLink: false, isCentralOrMobile: true, training: 2),
        ]
        func ranked(_ ties: [InspectionTasking.Tie]) -> [String] {
            InspectionTasking.ranking(teams, counterparts: ["farm", "owner"], ties: ties).map(\.id)
        }
        #expect(ranked([]) == ["both", "mobile", "linked", "plain", "green"])
        #expect(ranked([InspectionTasking.Tie("e", with: "owner")]) == ["mobile", "linked", "plain", "green"])
        #expect(ranked([InspectionTasking.Tie("e", with: "other")]).first == "both")
        let tied = InspectionTasking.refusal(
            teams[0], counterparts: ["farm"], ties: [InspectionTasking.Tie("a", with: "farm")])
        #expect(tied?.rule == "R103")
    }

    @Test("R098: the report of a visit is due after seven working days; R097: high risk unvisited is told")
    func deadlines() throws {
        let friday = try #require(Day("2026-11-20"))
        #expect(InspectionTasking.reportDue(visited: friday).description == "2026-12-01")
        #expect(InspectionTasking.reportDue(visited: friday.adding(days: 1)).description == "2026-12-01")
        #expect(InspectionTasking.reportDue(visited: friday.adding(days: 3)).description == "2026-12-02")
        func neglected(_ last: Day?, _ risk: Int) -> Bool {
            InspectionTasking.isNeglected(lastVisit: last, risk: risk, months: 6, today: friday)
        }
        #expect(
            neglected(nil, 3) && !neglected(nil, 2) && !neglected(Day("2026-05-20"), 4)
                && neglected(Day("2026-05-19"), 4))
    }
}
