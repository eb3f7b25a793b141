import Access
import TestSupport
import Testing
import Words

@testable import RichPicture

@Suite("Staged, shown, committed")
struct StageCommitTests {
    static let calls = TestProfiles.calls([
        "0812345678,0898765432,2026-06-01 08:15:22,205,520-01-1204-33", "0812345678,0820000001,2026-06-01 09:00,60,",
        "not a number,0820000001,2026-06-01 09:00,60,", "0820000001,0898765432,2026-06-02 07:30,5,520-01-1204-34",
    ])

    @Test("R043: what is staged is shown, and nothing of it is in the picture", arguments: Backend.present)
    func staged(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let staged = try await picture.stage(Self.calls, .calls())
            #expect(staged.source.state == .staged && staged.alreadyThere == nil)
            #expect(staged.source.counts.rows == 4 && staged.source.counts.rejected == 1)
            #expect(staged.source.counts.events == ["call": 3])
            #expect(staged.source.counts.entities == ["phone": 3, "cell": 2])
            #expect(staged.columns == ["from", "to", "time", "seconds", "cell"])
            #expect(staged.firstRows.count == 4 && staged.firstRows[0][0] == "0812345678")
            #expect(
                staged.firstFacts.first?.text(in: .english)
                    == "Call: Phone 66812345678 → Phone 66898765432, 2026-06-01T08:15:22+07:00, 205 s, Cell 520-01-1204-33"
            )
            #expect(staged.rejected.map { [$0.line, $0.column] } == [[4, 1]])
            #expect(staged.profiles.first == "test-calls")

            #expect(try await picture.factRows() == [0, 0, 0, 0, 0, 0])
            let home = try await picture.rich.home(as: picture.viewer)
            #expect(home.entities.isEmpty && home.streams.isEmpty && home.recent.isEmpty)
            #expect(home.waiting.map(\.id) == [staged.source.id])
            #expect(try await picture.first("0812345678") == nil)
            #expect(try await picture.rich.entity(picture.id(.phone, "66812345678"), as: picture.viewer) == nil)
        }
    }

    @Test("R043: what is committed is all there, and found", arguments: Backend.present)
    func committed(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let source = try await picture.add(Self.calls, .calls())
            #expect(source.state == .committed && source.committedAt == Picture.noon)
            #expect(try await picture.count("event") == 3)
            #expect(try await picture.count("entity") == 5)
            let hit = try #require(try await picture.first("081-234-5678"))
            #expect(hit.entity.kind == .phone && hit.entity.caption == "+66812345678" && hit.reason == .identifier)
            #expect(hit.events == 2 && hit.sources == 1 && hit.streams == [.telephony])
            let view = try #require(try await picture.rich.entity(hit.entity.id, as: picture.viewer))
            #expect(view.eventCount == 2 && view.appearances.map(\.citation.line) == [2])
            let home = try await picture.rich.home(as: picture.viewer)
            #expect(home.recent.map(\.id) == [source.id] && home.waiting.isEmpty)
            #expect(home.streams.map(\.events) == [3])
            #expect(home.entities.map(\.count).reduce(0, +) == 5)
        }
    }

    @Test("what was shown is what is committed: counts, refused rows", arguments: Backend.present)
    func sameCounts(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let staged = try await picture.stage(Self.calls, .calls())
            let again = try #require(try await picture.rich.staged(staged.source.id, as: picture.viewer))
            #expect(again.firstFacts == staged.firstFacts && again.rejected == staged.rejected)
            #expect(again.columns == staged.columns && again.firstRows == staged.firstRows)
            let source = try await picture.commit(staged.source.id)
            #expect(source.counts == staged.source.counts)
            let view = try #require(try await picture.rich.source(source.id, line: 4, context: 1, as: picture.viewer))
            #expect(view.rejected == staged.rejected)
            #expect(try await picture.rich.staged(source.id, as: picture.viewer) == nil)
        }
    }

    @Test(
        "all kept refused rows are paged through, marked where they stand, and those beyond are counted",
        arguments: Backend.present)
    func manyRefused(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let bad = (0..<1_205).map { "bad\($0),0820000001,2026-06-01 09:00,60," }
            let source = try await picture.add(
                TestProfiles.calls(bad + ["0812345678,0898765432,2026-06-01 08:15,1,"]), .calls())
            #expect(source.counts.rejected == 1_205)
            var lines: [Int] = []
            for offset in stride(from: 0, to: 1_400, by: SourceView.rejectedPage) {
                let view = try #require(
                    try await picture.rich.source(
                        source.id, line: 990, context: 2, refused: offset, as: picture.viewer))
                #expect(view.rejectedKept == 1_000 && view.rejectedOffset == offset)
                #expect(view.lines.allSatisfy { ($0.rejected != nil) == ($0.number <= 1_001) })
                lines += view.rejected.map(\.line)
            }
            #expect(lines == Array(2...1_001))
        }
    }

    @Test("importing the same bytes again adds nothing and says which source has them", arguments: Backend.present)
    func again(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let first = try await picture.stage(Self.calls, .calls())
            #expect(try await picture.stage(Self.calls, .calls("other.csv")).alreadyThere?.id == first.source.id)
            try await picture.commit(first.source.id)
            let rows = try await picture.factRows()
            let second = try await picture.stage(Self.calls, .calls("third.csv", owner: "police"))
            #expect(second.alreadyThere?.state == .committed && second.source.id == first.source.id)
            #expect(try await picture.factRows() == rows)
            #expect(try await picture.count("source") == 1)
        }
    }

    @Test(
        "three bad lines in 100,000: 99,997 are imported and exactly those three are listed", arguments: Backend.present
    )
    func threeBadLines(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            var lines: [String] = []
            for index in 0..<100_000 {
                let day = String(index % 28 + 1)
                let date = "2026-06-\(day.count < 2 ? "0" + day : day)"
                lines.append(
                    "0810000\(100 + index % 300),0820000\(100 + index / 7 % 400),\(date) 08:15,\(index % 600),\(index % 40)"
                )
            }
            lines[0] = "x,0820000100,2026-06-01 08:15,1,1"
            lines[49_999] = "0810000100,0820000100,2026-06-31 08:15,1,1"
            lines[99_999] = "0810000100,0820000100,2026-06-01 08:15,long,1"
            let staged = try await picture.stage(TestProfiles.calls(lines), .calls())
            #expect(staged.source.counts.accepted == 99_997 && staged.source.counts.rejected == 3)
            #expect(staged.rejected.map { [$0.line, $0.column] } == [[2, 1], [50_001, 3], [100_001, 4]])
            #expect(staged.rejected.map(\.problem.key).allSatisfy { !$0.isEmpty })
            let source = try await picture.commit(staged.source.id)
            #expect(source.counts.events == ["call": 99_997])
            #expect(try await picture.count("event") == 99_997)
            let view = try #require(
                try await picture.rich.source(source.id, line: 50_001, context: 1, as: picture.viewer))
            #expect(view.rejected.map(\.line) == [2, 50_001, 100_001])
            #expect(view.lines.map(\.text) == [lines[49_998], lines[49_999], lines[50_000]])
            #expect(view.lines.map { $0.rejected != nil } == [false, true, false])
        }
    }

    @Test("a file that must be refused as a whole leaves nothing", arguments: Backend.present)
    func refusedWhole(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            await #expect(throws: IntakeError.empty("a.csv")) { try await picture.stage("", .calls("a.csv")) }
            await #expect(throws: IntakeError.self) { try await picture.stage("a,b\n1,2\n", .calls()) }
            await #expect(throws: IntakeError.self) {
                try await picture.stage("a,b\n1,2\n", ImportRequest(name: "x.csv", owner: "police"))
            }
            await #expect(throws: IntakeError.unknownZone("Mars/Base")) {
                try await picture.stage(Self.calls, .calls().with { $0.zone = "Mars/Base" })
            }
            await #expect(throws: IntakeError.unknownEncoding("klingon")) {
                try await picture.stage(Self.calls, .calls().with { $0.encoding = "klingon" })
            }
            await #expect(throws: IntakeError.self) {
                try await picture.stage(Self.calls, .calls().with { $0.profile = "nobody's" })
            }
            await #expect(throws: IntakeError.self) {
                try await picture.rich.stage(path: "/nowhere/at/all", request: .calls(), as: picture.viewer)
            }
            await #expect(throws: IntakeError.self) {
                try await picture.rich.stage(path: "/tmp", request: .calls(), as: picture.viewer)
            }
            let left = [try await picture.count("source"), try await picture.count("source_chunk")]
            #expect(left == [0, 0])
        }
    }
}
