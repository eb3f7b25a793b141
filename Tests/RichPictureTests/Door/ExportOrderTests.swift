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

    @Test(
        "ordered twice under one key, it is one order and one request; another wish is refused",
        arguments: Backend.present)
    func keys(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let officer = try await SourceRecordTests.viewer(.intelOfficer, "police", in: picture)
            func order(_ ground: String) async throws -> OrderedExport {
                try await picture.rich.order(ExportOrder(.ftm, reach: nil, ground: ground), key: "k", as: officer)
            }
            func entries() async throws -> Int {
                try await SourceRecordTests.entries(picture, kind: ExportOrder.type.name).count
            }
            let first = try await order("joint case")
            #expect(first.request != nil)
            let before = try await entries()
            #expect(try await order("joint case") == first)
            await #expect(throws: DeskError.keyReused) { _ = try await order("another case") }
            #expect(try await entries() == before)
            #expect(try await picture.rich.desk.ownRequests(as: officer).map(\.id) == [first.request ?? ""])
        }
    }

    @Test("a number is put on the stop-list and taken off once under a key", arguments: Backend.present)
    func stops(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let (rich, viewer) = (
                picture.rich, try await SourceRecordTests.viewer(.intelOfficer, "police", in: picture)
            )
            func changes() async throws -> [Int] {
                let listed = try await rich.stopList(as: viewer).count
                let entries = try await SourceRecordTests.entries(picture, kind: StopDecision.type.name).count
                return [listed, try await rich.stopChanges(limit: 100, as: viewer).count, entries]
            }
            var last = try await changes()
            func twice(_ more: [Int], _ deed: () async throws -> Void) async throws {
                try await deed()
                try await deed()
                let now = try await changes()
                #expect(now == zip(last, more).map(+))
                last = now
            }
            let number = "+66 2 555 0199"
            try await twice([1, 1, 1]) { try await rich.stop(.phone, number, because: "taxis", key: "1", as: viewer) }
            await #expect(throws: DeskError.keyReused) {
                try await rich.stop(.phone, "+66 2 555 0198", because: "taxis", key: "1", as: viewer)
            }
            try await twice([-1, 1, 1]) {
                try await rich.unstop(.phone, "6625550199", because: "moved", key: "2", as: viewer)
            }
            await #expect(throws: DeskError.keyReused) {
                try await rich.unstop(.phone, number, because: "gone", key: "2", as: viewer)
            }
            // What was done meanwhile stays done.
            try await twice([1, 1, 1]) { try await rich.stop(.phone, number, because: "back", key: "3", as: viewer) }
            try await twice([0, 0, 0]) {
                try await rich.unstop(.phone, "6625550199", because: "moved", key: "2", as: viewer)
            }
            for key in [nil, "4"] {
                await #expect(throws: IntakeError.notStopped("+66 2 555 0111")) {
                    try await rich.unstop(.phone, "+66 2 555 0111", because: "x", key: key, as: viewer)
                }
            }
            #expect(try await changes() == last)
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
