import Access
import Ledger
import Storage
import TestSupport
import Testing
import Vault

@testable import Records

/// Erasing whom a record is about: the person is gone, the record is not, and the ledger knows what was done.
@Suite struct EraseTests {
    private static let herself = Viewer.of("Baan Mai", .clientSelf, "herself")
    private static let manager = Viewer.of("Other", .ngoManager, "may")

    @Test(
        "what was sealed of an erased person is read by nobody, wherever it stood; the rest is, and the ledger verifies",
        arguments: Backend.present)
    func erases(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let desk = world.desk
            let (id, other) = (try await Self.life(desk), try await desk.open(Self.second, as: .anan).id)
            let before = try #require(try await desk.read(id, of: Stay.self, as: .anan))
            #expect(before.record?.name == "Fah Made-up" && before.record?.remark == "slept")
            #expect(try await desk.brokenGlasses(as: Self.reviewer).map(\.reason) == ["Fah is in danger"])
            try await desk.erase([id], of: Stay.self, as: Self.herself)
            let after = try #require(try await desk.read(id, of: Stay.self, as: .anan))
            #expect(Set(after.fields.keys) == ["code", "caseworkers", "isConsented"])
            #expect(after.fields["code"] == .text("S-9") && after.version == 2 && after.state == .planned)
            let story = try #require(try await desk.history(id, of: Stay.self, as: .anan))
            #expect(story.map(\.action) == ["plan", "note"] && story.allSatisfy { $0.reason.isEmpty })
            #expect(story.flatMap(\.changes).allSatisfy { !"\($0)".contains("slept") })
            #expect(try await desk.list(Stay.self, where: ("name", "Fah Made-up"), as: .anan).total == 0)
            #expect(try await desk.list(Stay.self, where: ("code", "S-9"), as: .anan).total == 1)
            // What people wrote beside it is gone as well.
            #expect(try await desk.brokenGlasses(as: Self.reviewer).map(\.reason) == [""])
            // Others are read as before, and found.
            #expect(try await desk.read(other, of: Stay.self, as: .anan)?.record?.name == "Noi Made-up")
            #expect(try await desk.list(Stay.self, where: ("name", "Noi Made-up"), as: .anan).total == 1)
            // Erasing twice is harmless.
            try await desk.erase([id], of: Stay.self, as: Self.herself)
            let key = try SignerKey(name: "test", seed: [UInt8](repeating: 7, count: 32))
            let found = try await Ledger(world.database, key: key).verify(content: Desk.ledgerContent)
            #expect(found.fault == nil && found.size > 6)
            let erasures = try await world.database.read {
                try Ledger.entries(by: "herself", acts: [.erasure], in: $0)
            }
            #expect(erasures.map(\.entry.subject) == [id, id])
        }
    }

    @Test("of several, all are erased or none, and only by whom the matrix lets", arguments: Backend.present)
    func refuses(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let desk = world.desk
            let id = try await desk.open(Self.first, as: .anan).id
            for viewer in [Viewer.chai, .administrator, Self.manager] {
                await #expect(throws: DeskError.notFound, "\(viewer.name)") {
                    try await desk.erase([id], of: Stay.self, as: viewer)
                }
            }
            await #expect(throws: DeskError.notFound) {
                try await desk.erase([id, "nosuchrecord"], of: Stay.self, as: Self.herself)
            }
            #expect(try await desk.read(id, of: Stay.self, as: .anan)?.record?.name == "Fah Made-up")
            world.vault.seal()
            await #expect(throws: DeskError.vaultSealed) {
                try await desk.erase([id], of: Stay.self, as: Self.herself)
            }
        }
    }

    private static let first = Stay(name: "Fah Made-up", code: "S-9", remark: "came alone")
    private static let second = Stay(name: "Noi Made-up", code: "S-10")
    private static let reviewer = Viewer.of("Oversight", .integrityOfficer, "kamon")

    // A record with two versions, reasons, and a broken glass.
    private static func life(_ desk: Desk) async throws -> RecordID {
        let id = try await desk.open(first, as: .anan, because: "Fah came").id
        _ = try await desk.perform(
            .note, on: id, of: Stay.self, Asking(edits: ["remark": .text("slept")], reason: "Fah slept"), as: .anan)
        _ = try await desk.breakGlass(id, of: Stay.self, because: "Fah is in danger", isFresh: true, as: .chai)
        return id
    }
}
