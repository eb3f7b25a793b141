import Access
import Records
import Synchronization
import TestSupport
import Testing

@testable import RichPicture

@Suite("An export leaves when two people of two organisations have approved")
struct ExportOrderTests {
    @Test("F14: ordered, approved by two organisations, delivered to whoever asked", arguments: Backend.present)
    func whole(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let people = TestProfiles.people(["Somchai Jaidee,,1980-01-02,0812345678,boat"])
            try await picture.add(people, .people())
            let officer = try await SourceRecordTests.viewer(.intelOfficer, "police", in: picture)
            let order = ExportOrder(.ftm, reach: nil, ground: "joint case with the navy")
            let ordered = try await picture.rich.order(order, as: officer)
            let request = try #require(ordered.request)
            let none: ExportSink = { _, _, _ in Issue.record("written before it was approved") }
            for (role, organisation) in [
                (FineRole.authorisingOfficer, "police"), (.integrityOfficer, "police"), (.ngoManager, "Baan Mai"),
            ] {
                await #expect(throws: DeskError.approvalNeeded) {
                    try await picture.rich.deliver(ordered.id, as: officer, to: none)
                }
                let approver = try await SourceRecordTests.viewer(role, organisation, in: picture)
                _ = try await picture.rich.desk.approve(request, as: approver)
            }
            let bytes = Mutex<[UInt8]>([])
            let tally = try await picture.rich.deliver(ordered.id, as: officer) { _, piece, _ in
                bytes.withLock { $0 += piece }
            }
            #expect(tally.things > 0 && tally.peopleLeftOut == 1 && !bytes.withLock { $0 }.isEmpty)
            let other = try await SourceRecordTests.viewer(
                .intelOfficer, "police", account: "another", in: picture)
            await #expect(throws: DeskError.approvalNeeded) {
                try await picture.rich.deliver(ordered.id, as: other, to: none)
            }
            let stranger = try await SourceRecordTests.viewer(.intelOfficer, "navy", in: picture)
            await #expect(throws: DeskError.notFound) {
                try await picture.rich.deliver(ordered.id, as: stranger, to: none)
            }
            #expect(try await SourceRecordTests.entries(picture, kind: "picture").contains("export deliver"))
            #expect(ExportOrder.lifecycle.faults == [])
        }
    }

    @Test("an analyst orders and takes nothing out; without a ground nobody does", arguments: Backend.present)
    func analyst(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let analyst = try await SourceRecordTests.viewer(.analyst, "police", in: picture)
            let order = ExportOrder(.gexf, reach: nil, ground: "for the court")
            let ordered = try await picture.rich.order(order, as: analyst)
            #expect(ordered.request == nil)
            await #expect(throws: DeskError.notAllowed(action: "deliver")) {
                try await picture.rich.deliver(ordered.id, as: analyst) { _, _, _ in }
            }
            let officer = try await SourceRecordTests.viewer(.intelOfficer, "police", in: picture)
            _ = try await picture.rich.askToDeliver(ordered.id, because: "for the court", as: officer)
            await #expect(throws: DeskError.self) {
                try await picture.rich.order(ExportOrder(.ftm, reach: nil, ground: " "), as: officer)
            }
            let ngo = try await SourceRecordTests.viewer(.ngoCaseworker, "Baan Mai", in: picture)
            await #expect(throws: DeskError.self) { try await picture.rich.order(order, as: ngo) }
        }
    }
}
