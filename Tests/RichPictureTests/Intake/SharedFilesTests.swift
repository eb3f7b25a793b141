import Access
import Foundation
import Storage
import TestSupport
import Testing

@testable import RichPicture

@Suite("Public files, as they are", .enabled(if: Shared.isPresent, "needs ../shared"))
struct SharedFilesTests {
    @Test("VAST 2008: 9,834 calls between 400 phones and 30 cells", arguments: Backend.present)
    func vast(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let path = try Shared.path("data/vast2008/CellPhoneCallRecords.csv")
            let request = ImportRequest(name: "CellPhoneCallRecords.csv", owner: "vast", authority: .order)
            let staged = try await picture.rich.stage(path: path, request: request, as: picture.viewer)
            #expect(staged.source.profile == "vast2008" && staged.source.counts.rejected == 0)
            let source = try await picture.commit(staged.source.id)
            #expect(source.counts.events == ["call": 9_834])
            #expect(source.counts.entities == ["phone": 400, "cell": 30])
            // Four calls state a duration below zero.
            let without = try await picture.database.read {
                try $0.row("SELECT COUNT(*) FROM event WHERE duration IS NULL OR duration < 0")?.int(0)
            }
            #expect(without == 4)
            let id = picture.id(.phone, "local:200")
            let view = try #require(try await picture.rich.entity(id, as: picture.viewer))
            let line = try await picture.rich.timeline(
                of: id, filter: PictureFilter(), offset: 0, limit: 1, as: picture.viewer)
            #expect(view.eventCount == line?.total && view.eventCount > 10)
            #expect(line?.histogram.map(\.count).reduce(0, +) == line?.total)
            #expect(line?.events.first?.start.precision == .minute)
        }
    }

    @Test("AMLSim: 20,000 accounts and 120,558 transfers, both files through one profile", arguments: Backend.present)
    func amlsim(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let tar = Process()
            tar.executableURL = URL(filePath: "/bin/tar")
            tar.arguments = ["xzf", try Shared.path("data/amlsim/20K_fanin200cycle200.tgz"), "-C", picture.folder.path]
            try tar.run()
            tar.waitUntilExit()
            let folder = picture.folder.appending(path: "20K_fanin200cycle200")
            var sources: [Source] = []
            for name in ["nodes.csv", "transactions.csv"] {
                let request = ImportRequest(name: name, owner: "ibm", authority: .order, profile: "amlsim")
                let staged = try await picture.rich.stage(
                    path: folder.appending(path: name).path, request: request, as: picture.viewer)
                sources.append(try await picture.commit(staged.source.id))
            }
            #expect(sources.map(\.counts.rejected) == [0, 0])
            #expect(sources[0].counts.entities == ["account": 20_000])
            #expect(sources[1].counts.events == ["transfer": 120_558])
            #expect(try await picture.count("event") == 120_558)
            let accounts = try await picture.rich.home(as: picture.viewer).entities
            #expect(accounts.map(\.kind) == [.account] && accounts.map(\.count) == [20_000])
        }
    }

    @Test("every camt and MT940 file is committed, or refused with a line", arguments: Backend.present)
    func bankFiles(_ backend: Backend) async throws {
        let paths =
            Shared.files(in: "data/camt", ending: [".xml"])
            + Shared.files(in: "data/mt940", ending: [".sta", ".txt", ".mt940"])
        #expect(paths.count > 30)
        try await Picture.open(backend) { picture in
            var committed = 0
            var refused: [String] = []
            for path in paths {
                let name = URL(filePath: path).lastPathComponent
                let request = ImportRequest(name: name, stream: .banking, owner: "bank", authority: .order)
                do {
                    let staged = try await picture.rich.stage(path: path, request: request, as: picture.viewer)
                    guard staged.alreadyThere == nil else { continue }
                    let source = try await picture.commit(staged.source.id)
                    #expect(source.counts == staged.source.counts, "\(name)")
                    #expect(staged.rejected.allSatisfy { $0.line > 0 }, "\(name)")
                    committed += 1
                } catch IntakeError.refused(let line, _, _) {
                    #expect(line > 0, "\(name)")
                    refused.append(name)
                } catch IntakeError.noProfile, IntakeError.empty {
                    refused.append(name)
                }
            }
            #expect(committed > 30, "refused: \(refused)")
            let first = try await picture.count("event")
            #expect(first > 100)
        }
    }
}
