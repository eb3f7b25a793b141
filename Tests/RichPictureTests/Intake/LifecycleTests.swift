import Access
import TestSupport
import Testing
import Words

@testable import RichPicture

@Suite("Withdrawn, restored, discarded")
struct LifecycleTests {
    static let calls = TestProfiles.calls([
        "0812345678,0898765432,2026-06-01 08:15,205,1", "0812345678,0820000001,2026-06-01 12:00,60,2",
    ])
    static let cells = TestProfiles.cells(["1,Pier,13.5,100.2,90,120,1500", "2,Farm,14.5,100.3,,,"])

    @Test("withdrawing hides a source from every read, and restoring brings all of it back", arguments: Backend.present)
    func withdraw(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            try await picture.add(Self.cells, ImportRequest(name: "cells.csv", owner: "police", profile: "test-cells"))
            let ids = [
                picture.id(.phone, "66812345678"), picture.id(.phone, "66898765432"), picture.id(.cell, "local:1"),
            ]
            let before = try await Reads.all(picture, ids: ids)
            let source = try await picture.add(Self.calls, .calls())
            let with = try await Reads.all(picture, ids: ids)
            #expect(with != before && with.reach[0] == [1, 2, 0, 0])

            await #expect(throws: IntakeError.reasonNeeded) {
                try await picture.rich.withdraw(source.id, because: " \n", as: picture.viewer)
            }
            let gone = try await picture.rich.withdraw(source.id, because: "wrong person", as: picture.viewer)
            #expect(
                gone.state == .withdrawn && gone.reason == Phrase("picture.stated-reason", ["reason": "wrong person"]))
            var without = try await Reads.all(picture, ids: ids)
            (without.sources, without.sourceViews) = (before.sources, before.sourceViews)
            #expect(without == before)
            await #expect(throws: IntakeError.wrongState(is: .withdrawn, needs: .committed)) {
                try await picture.rich.withdraw(source.id, because: "again", as: picture.viewer)
            }

            #expect(try await picture.rich.restore(source.id, as: picture.viewer).reason == nil)
            #expect(try await Reads.all(picture, ids: ids) == with)
        }
    }

    @Test("withdrawn names do not push live ones out of a search", arguments: Backend.present)
    func withdrawnCrowd(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let crowd = (0..<400).map { "Somchai Jaidee,,,,crowd \($0)" }
            let source = try await picture.add(TestProfiles.people(crowd), .people())
            _ = try await picture.rich.withdraw(source.id, because: "duplicates", as: picture.viewer)
            try await picture.add(TestProfiles.people(["Somchai Jaidee,,,,the one"]), .people("one.csv"))
            for text in ["Somchai", "somchai jaidee", "สมชาย"] {
                let page = try await picture.rich.search(SearchQuery(text), as: picture.viewer)
                #expect(page.hits.map(\.entity.caption) == ["Somchai Jaidee"], "\(text)")
                #expect(page.total == 1 && !page.isTruncated, "\(text)")
            }
        }
    }

    @Test(
        "discarding removes the bytes, the refused rows and the source; what is committed cannot be discarded",
        arguments: Backend.present)
    func discard(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let staged = try await picture.stage(Self.calls + "x,y,z,1,1\n", .calls())
            try await picture.rich.discard(staged.source.id, as: picture.viewer)
            for table in ["source", "source_chunk", "rejection"] { #expect(try await picture.count(table) == 0) }
            await #expect(throws: IntakeError.unknownSource) {
                try await picture.rich.discard(staged.source.id, as: picture.viewer)
            }
            let again = try await picture.stage(Self.calls + "x,y,z,1,1\n", .calls())
            #expect(again.alreadyThere == nil)
            try await picture.commit(again.source.id)
            await #expect(throws: IntakeError.wrongState(is: .committed, needs: .staged)) {
                try await picture.rich.discard(again.source.id, as: picture.viewer)
            }
            let unusable = try await picture.stage(Self.calls, .calls().with { $0.authority = nil })
            try await picture.rich.discard(unusable.source.id, as: picture.viewer)
            #expect(try await picture.count("source") == 1)
        }
    }

    @Test("a viewer who may not see a source can do nothing with it", arguments: Backend.present)
    func strangers(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let staged = try await picture.stage(Self.calls, .calls())
            let stranger = Viewer(name: "stranger", organisation: "other", clearance: Clearance([]))
            let id = staged.source.id
            await #expect(throws: IntakeError.unknownSource) { try await picture.rich.commit(id, as: stranger) }
            await #expect(throws: IntakeError.unknownSource) { try await picture.rich.discard(id, as: stranger) }
            #expect(try await picture.rich.staged(id, as: stranger) == nil)
            #expect(try await picture.rich.source(id, line: 1, context: 1, as: stranger) == nil)
            try await picture.commit(id)
            await #expect(throws: IntakeError.unknownSource) {
                try await picture.rich.withdraw(id, because: "no", as: stranger)
            }
            await #expect(throws: IntakeError.unknownSource) { try await picture.rich.restore(id, as: stranger) }
        }
    }
}
