import Access
import TestSupport
import Testing
import Words

@testable import RichPicture

@Suite("What nobody has permitted is kept and not used")
struct AuthorityIntakeTests {
    static let calls = TestProfiles.calls([
        "0812345678,0898765432,2026-05-31 23:59,205,1", "0812345678,0898765432,2026-06-01 00:00,205,1",
        "0812345678,0820000001,2026-06-01 12:00,60,1", "0812345678,0820000002,2026-06-02 00:00,60,1",
    ])
    static let cells = TestProfiles.cells(["1,Pier,13.5,100.2,90,120,1500"])

    static func day(_ subject: IntrusionAuthority.SubjectClass = .suspect) -> IntrusionAuthority {
        let from = Moment(year: 2026, month: 6, day: 1, precision: .day, offset: 420).milliseconds
        return IntrusionAuthority(
            reference: "order 17", basis: "Provincial Court", subject: subject, from: from, until: from + 86_400_000)
    }

    @Test(
        "R064, RL-33: without an authority a source is unusable, says why, and is in no read",
        arguments: Backend.present)
    func unusable(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            try await picture.add(Self.cells, ImportRequest(name: "cells.csv", owner: "police", profile: "test-cells"))
            let before = try await Reads.all(picture)
            let staged = try await picture.stage(Self.calls, .calls().with { $0.authority = nil })
            #expect(staged.source.state == .unusable)
            #expect(staged.source.reason == Phrase("picture.authority-missing", ["stream": "telephony"]))
            await #expect(throws: IntakeError.wrongState(is: .unusable, needs: .staged)) {
                try await picture.commit(staged.source.id)
            }
            var after = try await Reads.all(picture)
            #expect(after.waiting == [staged.source.name])
            (after.waiting, after.sources, after.sourceViews) = ([], before.sources, before.sourceViews)
            #expect(after == before)
        }
    }

    @Test(
        "R064, RL-33: authorised, it is staged, and the events outside the period stay out, listed",
        arguments: Backend.present)
    func authorised(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let staged = try await picture.stage(Self.calls, .calls().with { $0.authority = nil })
            let source = try await picture.rich.authorise(staged.source.id, authority: Self.day(), as: picture.viewer)
            #expect(source.state == .staged && source.reason == nil && source.authority == Self.day())
            let committed = try await picture.commit(source.id)
            #expect(committed.counts.events == ["call": 2] && committed.counts.rejected == 2)
            let view = try #require(try await picture.rich.source(source.id, line: nil, context: 2, as: picture.viewer))
            #expect(view.rejected.map(\.line) == [2, 5])
            #expect(view.rejected.allSatisfy { $0.problem.key == "picture.outside-period" })
            #expect(try await picture.first("0820000002") == nil)
            #expect(try await picture.first("0820000001") != nil)
        }
    }

    @Test(
        "R064: with an authority at once, events outside its period are refused row by row", arguments: Backend.present)
    func period(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let staged = try await picture.stage(Self.calls, .calls().with { $0.authority = Self.day() })
            #expect(staged.rejected.map { [$0.line, $0.column] } == [[2, 3], [5, 3]])
            #expect(staged.source.counts.accepted == 2)
        }
    }

    @Test(
        "R065, R066: an authority about persons at risk leaves the source unusable, and cannot be added",
        arguments: Backend.present)
    func personAtRisk(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let calls = try await picture.stage(Self.calls, .calls().with { $0.authority = Self.day(.personAtRisk) })
            #expect(calls.source.state == .unusable)
            let money = try await picture.stage(
                TestProfiles.transfers(["111-1-11111-1,222-2-22222-2,2026-06-01,100.00,THB,rent"]),
                .transfers().with { $0.authority = Self.day(.personAtRisk) })
            #expect(money.source.state == .unusable)
            for source in [calls.source, money.source] {
                await #expect(throws: IntakeError.self) {
                    try await picture.rich.authorise(source.id, authority: Self.day(.personAtRisk), as: picture.viewer)
                }
                await #expect(throws: IntakeError.self) { try await picture.commit(source.id) }
            }
            #expect(try await picture.factRows() == [0, 0, 0, 0, 0, 0])
        }
    }

    @Test("an authority can be added only to what lacks one", arguments: Backend.present)
    func wrongStates(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let staged = try await picture.stage(Self.calls, .calls())
            await #expect(throws: IntakeError.wrongState(is: .staged, needs: .unusable)) {
                try await picture.rich.authorise(staged.source.id, authority: Self.day(), as: picture.viewer)
            }
            await #expect(throws: IntakeError.unknownSource) {
                try await picture.rich.authorise("nothing", authority: Self.day(), as: picture.viewer)
            }
        }
    }
}
