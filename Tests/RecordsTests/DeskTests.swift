import Access
import Ledger
import Records
import Storage
import TestSupport
import Testing
import Values
import Vault

/// What the desk promises of every action.
@Suite struct DeskTests {
    static let stay = Stay(name: "Somebody Made Up", code: "S-1", remark: "arrived on foot")

    @Test("an opened record is read back by whom it is assigned to, sealed fields and all", arguments: Backend.present)
    func opens(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let receipt = try await world.desk.open(Self.stay, as: .anan, because: "came to the door")
            #expect(receipt.version == 1 && receipt.state == "planned")
            // Consent is not given yet: the name itself is the caseworker's to read, being assigned.
            let read = try #require(try await world.desk.read(receipt.id, of: Stay.self, as: .anan))
            #expect(read.record == Self.stay)
            #expect(read.actions.map(\.action) == ["note", "entrust", "begin"])
            #expect(read.actions.last?.obstacles.map(\.rule) == ["RL-12"])
        }
    }

    @Test("what a viewer may not see is answered like what is not there", arguments: Backend.present)
    func hides(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let id = try await world.desk.open(Self.stay, as: .anan).id
            for viewer in [Viewer.chai, .administrator, .busaba] {
                #expect(try await world.desk.read(id, of: Stay.self, as: viewer) == nil)
                #expect(try await world.desk.list(Stay.self, as: viewer).total == 0)
                #expect(try await world.desk.history(id, of: Stay.self, as: viewer) == nil)
                for wish in [id, "nosuchrecord"] {
                    await #expect(throws: DeskError.notFound) {
                        _ = try await world.desk.perform(.end, on: wish, of: Stay.self, Asking(), as: viewer)
                    }
                }
            }
            #expect(try await world.desk.list(Stay.self, as: .anan).total == 1)
        }
    }

    @Test("records are found by a sealed field through its blind index only", arguments: Backend.present)
    func finds(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let id = try await world.desk.open(Self.stay, as: .anan).id
            _ = try await world.desk.open(Stay(name: "Another", code: "S-2"), as: .anan)
            let found = try await world.desk.list(Stay.self, where: ("name", "somebody  MADE up"), as: .anan)
            #expect(found.records.map(\.id) == [id])
            let rows = try await world.database.read { connection in
                try connection.rows("SELECT value FROM record_value UNION ALL SELECT document FROM record_version")
            }
            #expect(rows.count >= 6)
            #expect(!rows.contains { String(decoding: $0.blob(0), as: UTF8.self).contains("ade Up") })
        }
    }

    @Test("a guard that does not hold is named with its requirement, nothing changes, and the ledger knows")
    func refuses() async throws {
        try await World.with(.sqlite) { world in
            let id = try await world.desk.open(Self.stay, as: .anan).id
            await #expect(throws: DeskError.refused(guard: "records.guard.not-for-oneself", requirement: "RL-12")) {
                _ = try await world.desk.perform(.begin, on: id, of: Stay.self, Asking(), as: .anan)
            }
            #expect(try await world.desk.read(id, of: Stay.self, as: .anan)?.version == 1)
            let refused = try await world.database.read { try Ledger.entries(acts: [.refusal], in: $0) }
            #expect(refused.last?.entry.detail == "records.guard.not-for-oneself RL-12")
        }
    }

    @Test(
        "an action sets its own fields and no other",
        arguments: [("name", Tree.text("x")), ("isConsented", .flag(true))])
    func setsItsFields(_ field: String, _ value: Tree) async throws {
        try await World.with(.sqlite) { world in
            let id = try await world.desk.open(Self.stay, as: .anan).id
            await #expect(throws: DeskError.cannotSet(field: field, action: "note")) {
                _ = try await world.desk.perform(
                    .note, on: id, of: Stay.self, Asking(edits: [field: value]), as: .anan)
            }
            await #expect(throws: DeskError.badValue(field: "remark")) {
                _ = try await world.desk.perform(
                    .note, on: id, of: Stay.self, Asking(edits: ["remark": .integer(3)]), as: .anan)
            }
        }
    }

    @Test("the same key does a thing once, and another wish under it is refused", arguments: Backend.present)
    func isIdempotent(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let first = try await world.desk.open(Self.stay, as: .anan, key: "k1")
            let again = try await world.desk.open(Self.stay, as: .anan, key: "k1")
            #expect(first == again)
            #expect(try await world.desk.list(Stay.self, as: .anan).total == 1)
            await #expect(throws: DeskError.keyReused) {
                _ = try await world.desk.open(Stay(code: "S-9"), as: .anan, key: "k1")
            }
        }
    }

    @Test("edits of different fields meet in peace; of the same field, both are kept", arguments: Backend.present)
    func conflicts(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let desk = world.desk
            let id = try await desk.open(Self.stay, as: .anan).id
            _ = try await desk.perform(
                .entrust, on: id, of: Stay.self, Asking(edits: ["caseworkers": .list([.text("busaba")])]), as: .anan)
            func note(_ field: String, _ text: String, base: Int, _ viewer: Viewer) async throws {
                _ = try await desk.perform(
                    .note, on: id, of: Stay.self, Asking(base: base, edits: [field: .text(text)], reason: "why"),
                    as: viewer)
            }
            try await note("remark", "tired", base: 2, .anan)
            try await note("code", "S-7", base: 2, .busaba)
            #expect(try await desk.read(id, of: Stay.self, as: .anan)?.record?.remark == "tired")
            var conflict: RecordID?
            do {
                try await note("remark", "hungry", base: 2, .busaba)
            } catch DeskError.conflict(let raised) {
                conflict = raised
            }
            let raised = try #require(conflict)
            #expect(try await desk.read(id, of: Stay.self, as: .anan)?.record?.remark == "tired")
            #expect(try await desk.notices(as: .anan).map(\.phrase) == ["records.notice.conflict"])
            #expect(try await desk.read(raised, of: Conflict.self, as: .chai) == nil)
            let item = try #require(try await desk.read(raised, of: Conflict.self, as: .busaba))
            #expect(item.record?.edits.contains("hungry") == false)
            #expect(try await desk.wish(in: item, on: Stay.self, as: .busaba) == ["remark": .text("hungry")])
            try await desk.settle(raised, taking: true, on: Stay.self, as: .busaba, because: "she said so herself")
            #expect(try await desk.read(id, of: Stay.self, as: .anan)?.record?.remark == "hungry")
            #expect(try await desk.read(raised, of: Conflict.self, as: .busaba)?.state == .settled)
            // The reason is sealed as the record's own are: told in the story, and in the clear nowhere.
            func told() async throws -> [String]? {
                try await desk.history(raised, of: Conflict.self, as: .busaba)?.map(\.reason)
            }
            #expect(try await told() == ["", "she said so herself"])
            let kept = try await world.database.read { connection in
                try connection.rows("SELECT reason FROM record_version UNION ALL SELECT document FROM record_version")
            }
            #expect(!kept.contains { String(decoding: $0.blob(0), as: UTF8.self).contains("she said so") })
            try await world.vault.erase([Subject(organisation: "Baan Mai", compartment: "C-VIC", id: id)])
            #expect(try await told() == ["", ""])
        }
    }

    @Test("a record's story says who did what and why, and what changed", arguments: Backend.present)
    func tellsItsStory(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let id = try await world.desk.open(Self.stay, as: .anan, because: "came").id
            world.clock.pass(1 * .hours)
            _ = try await world.desk.perform(
                .note, on: id, of: Stay.self, Asking(edits: ["remark": .text("slept")], reason: "morning"), as: .anan)
            let story = try #require(try await world.desk.history(id, of: Stay.self, as: .anan))
            #expect(story.map(\.action) == ["plan", "note"] && story.map(\.reason) == ["came", "morning"])
            let change = try #require(story[1].changes.first)
            #expect(story[1].changes.count == 1 && change.field == "remark")
            #expect(change.before == .text("arrived on foot") && change.after == .text("slept"))
        }
    }

    @Test("what may be undone is undone by who did it, once, by a new version", arguments: Backend.present)
    func undoes(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let desk = world.desk
            let id = try await desk.open(Self.stay, as: .anan).id
            await #expect(throws: DeskError.cannotUndo) {
                _ = try await desk.undo(id, of: Stay.self, as: .anan, because: "slip")
            }
            _ = try await desk.perform(.note, on: id, of: Stay.self, Asking(edits: ["code": .text("X")]), as: .anan)
            let receipt = try await desk.undo(id, of: Stay.self, as: .anan, because: "slip")
            #expect(receipt.version == 3)
            #expect(try await desk.read(id, of: Stay.self, as: .anan)?.record?.code == "S-1")
            await #expect(throws: DeskError.cannotUndo) {
                _ = try await desk.undo(id, of: Stay.self, as: .anan, because: "again")
            }
        }
    }

    @Test(
        "a deadline runs green, amber, red; red it stands on the deputy's board; met it is gone",
        arguments: Backend.present)
    func deadlines(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let desk = world.desk
            let posting = Posting(
                account: "anan", name: "Anan", role: .ngoCaseworker, organisation: "Baan Mai", from: 0,
                deputy: "busaba")
            _ = try await desk.found(
                Founding(organisations: [Organisation(name: "Baan Mai", sort: "ngo")], postings: [posting]))
            let id = try await desk.open(Self.stay, as: .anan).id
            _ = try await desk.perform(
                .entrust, on: id, of: Stay.self, Asking(edits: ["caseworkers": .list([.text("busaba")])]), as: .anan)
            func level() async throws -> Deadline.Level? {
                try await desk.due(.mine, as: .anan).first?.level(at: world.clock.now)
            }
            #expect(try await level() == .green)
            world.clock.pass(8 * .days)
            #expect(try await level() == .amber)
            #expect(try await desk.due(.mine, as: .busaba).isEmpty)
            world.clock.pass(2 * .days)
            #expect(try await level() == .red)
            #expect(try await desk.due(.mine, as: .busaba).map(\.record) == [id])
            #expect(try await desk.due(.organisation, as: .chai).isEmpty)
            _ = try await desk.perform(.begin, on: id, of: Stay.self, Asking(), as: .busaba)
            #expect(try await level() == nil)
        }
    }

    @Test("RL-26: a read of restricted content is in the ledger before it is shown, and the person may ask who read")
    func readsAreKnown() async throws {
        try await World.with(.sqlite) { world in
            let id = try await world.desk.open(Self.stay, as: .anan).id
            _ = try await world.desk.read(id, of: Stay.self, as: .anan)
            _ = try await world.desk.read(id, of: Stay.self, as: .chai)
            let readers = try #require(try await world.desk.readers(id, of: Stay.self, as: .anan))
            #expect(readers.map(\.account) == ["anan"])
            let refusals = try await world.database.read { try Ledger.entries(by: "chai", acts: [.refusal], in: $0) }
            #expect(refusals.count == 1)
        }
    }

    @Test("an erased person's record stays, without the person", arguments: Backend.present)
    func erases(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let id = try await world.desk.open(Self.stay, as: .anan).id
            try await world.vault.erase([Subject(organisation: "Baan Mai", compartment: "C-VIC", id: id)])
            let read = try #require(try await world.desk.read(id, of: Stay.self, as: .anan))
            #expect(read.fields["name"] == nil && read.fields["code"] == .text("S-1"))
        }
    }
}
