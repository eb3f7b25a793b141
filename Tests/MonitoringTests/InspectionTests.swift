import Access
import Records
import RoomSupport
import Testing

@testable import Monitoring

/// A visit of labour inspectors, and an area that an NGO leads (SM14, R092).
@Suite struct InspectionTests {
    private func inspection(_ change: (inout Inspection) -> Void = { _ in }) -> Inspection {
        var inspection = Inspection(
            place: "Mill", site: "", area: "", sector: "", isCentralTeam: true, team: ["me"], interests: "none",
            hasConflict: false, entryBasis: "power", isAnnounced: false, announcedBecause: "", findings: [], notes: "",
            hasCrimeSigns: false, order: "", remedyBy: 0, closedOn: [], decision: "")
        change(&inspection)
        return inspection
    }

    @Test("R103: whoever has a tie to the place does not go, and ties are told before")
    func ties() {
        #expect(obstacles(.check, inspection(), in: .planned).isEmpty)
        #expect(obstacles(.check, inspection { $0.interests = "" }, in: .planned) == ["interests-told"])
        #expect(obstacles(.check, inspection { $0.hasConflict = true }, in: .planned) == ["no-conflict"])
    }

    @Test("R099: a ground for entering is named; a warrant is one among four")
    func entry() {
        for basis in ["power", "warrant", "consent", "exigency"] {
            #expect(obstacles(.enter, inspection { $0.entryBasis = basis }, in: .tasked).isEmpty)
        }
        #expect(obstacles(.enter, inspection { $0.entryBasis = "" }, in: .tasked) == ["entry-basis"])
        #expect(obstacles(.enter, inspection { $0.isAnnounced = true }, in: .tasked) == ["unannounced"])
    }

    @Test("R101: with signs of a crime nothing ends before investigators have them")
    func crime() {
        let signs = inspection { ($0.hasCrimeSigns, $0.order, $0.closedOn) = (true, "Unlock the doors", ["safety"]) }
        #expect(obstacles(.order, signs, in: .findingsRecorded) == ["handed-over"])
        #expect(obstacles(.order, signs, in: .referred).isEmpty)
        #expect(obstacles(.closeDown, signs, in: .findingsRecorded) == ["handed-over"])
        #expect(obstacles(.clear, signs, in: .findingsRecorded) == ["nothing-found"])
    }

    @Test("R100: a place is closed on any of many grounds, and no charge of trafficking is one")
    func closing() {
        for ground in Inspection.grounds {
            #expect(obstacles(.closeDown, inspection { $0.closedOn = [ground] }, in: .findingsRecorded).isEmpty)
        }
        #expect(obstacles(.closeDown, inspection(), in: .findingsRecorded) == ["ground-of-closure"])
        #expect(!Inspection.grounds.contains { $0.lowercased().contains("traffick") })
    }

    @Test("RL-23: nothing in an inspection says whether somebody complained")
    func complaint() {
        let words = Inspection.fields.map { $0.name.lowercased() }
        #expect(!words.contains { $0.contains("complain") || $0.contains("report") || $0.contains("source") })
    }

    @Test("R092: an area is handed over when capacity, confidence and will are all enough")
    func hotspot() {
        for capacity in 0...4 {
            for will in 0...4 {
                let record = Hotspot(
                    area: "North", lead: "Baan Mai", capacity: capacity, confidence: 3, will: will, criteria: "",
                    reviewOn: 0, successor: "Unit 4")
                let found = obstacles(.handOver, record, in: .led)
                #expect(found == (capacity >= 3 && will >= 3 ? [] : ["ready-to-hand-over"]))
            }
        }
    }
}
