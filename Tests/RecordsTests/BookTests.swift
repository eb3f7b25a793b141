import Access
import Daybreak
import Ledger
import Storage
import TestSupport
import Testing

@testable import Records

/// The book, and what was found wrong while it was made.
@Suite struct BookTests {
    static func book(_ world: World) -> RecordBook {
        RecordBook(Daybreak.recordTypes + [Stay.self, Errand.self], desk: world.desk)
    }

    @Test("a sealed field is not found out by guessing at it, by who may not see it", arguments: Backend.present)
    func searchesNothingUnseen(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            // The investigator may read the record without the name (victim_pseudo, redacted), never the name itself.
            let id = try await world.desk.open(DeskTests.stay, as: .anan).id
            _ = try await world.desk.perform(
                .entrust, on: id, of: Stay.self, Asking(edits: ["caseworkers": .list([.text("chai")])]), as: .anan)
            let near = Viewer.of("Baan Mai", .investigator, "chai")
            #expect(try await world.desk.list(Stay.self, as: near).total == 1)
            #expect(try await world.desk.list(Stay.self, where: ("code", "S-1"), as: near).total == 1)
            #expect(try await world.desk.list(Stay.self, where: ("name", "Somebody Made Up"), as: near).total == 0)
            #expect(try await world.desk.list(Stay.self, where: ("name", "Somebody Made Up"), as: .anan).total == 1)
        }
    }

    @Test("people write names into reasons: who sees the redacted record sees no reason")
    func hidesReasons() async throws {
        try await World.with(.sqlite) { world in
            let id = try await world.desk.open(DeskTests.stay, as: .anan, because: "Somebody Made Up came").id
            _ = try await world.desk.perform(
                .entrust, on: id, of: Stay.self, Asking(edits: ["caseworkers": .list([.text("chai")])]), as: .anan)
            let near = Viewer.of("Baan Mai", .investigator, "chai")
            let seen = try #require(try await world.desk.history(id, of: Stay.self, as: near))
            #expect(seen.map(\.reason) == ["", ""])
            let own = try #require(try await world.desk.history(id, of: Stay.self, as: .anan))
            #expect(own.first?.reason == "Somebody Made Up came")
        }
    }

    @Test(
        "what is taken back lets the deadline run again that it had met, and ends the one that it had opened",
        arguments: Backend.present)
    func undoesDeadlines(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let ann = Viewer.of("Unit 4", .analyst, "ann")
            let errand = Errand(title: "boats", remark: "", helpers: [], isUrgent: false)
            let id = try await world.desk.open(errand, as: ann).id
            func due() async throws -> [String] { try await world.desk.due(.mine, as: ann).map(\.name) }
            #expect(try await due() == ["begin-errand"])
            _ = try await world.desk.perform(.begin, on: id, of: Errand.self, Asking(), as: ann)
            #expect(try await due() == ["finish-errand"])
            let book = Self.book(world)
            let undone = try await book.undo("errand", id, because: "slip", key: "u1", as: ann)
            #expect(try await due() == ["begin-errand"])
            // The same key again: the same receipt, and nothing more.
            #expect(try await book.undo("errand", id, because: "slip", key: "u1", as: ann) == undone)
            #expect(try await book.read("errand", id, as: ann)?.version == undone.version)
        }
    }

    @Test("a reason is asked for where the declaration says so, and a value must fit its field")
    func checksWishes() async throws {
        try await World.with(.sqlite) { world in
            let (book, ann) = (Self.book(world), Viewer.of("Unit 4", .analyst, "ann"))
            let errand = Errand(title: "boats", remark: "", helpers: [], isUrgent: false)
            let id = try await world.desk.open(errand, as: ann).id
            await #expect(throws: DeskError.reasonNeeded) {
                _ = try await book.act("errand", id, "drop", Asking(reason: "  "), as: ann)
            }
            await #expect(throws: DeskError.badValue(field: "helpers")) {
                _ = try await book.act("errand", id, "note", Asking(edits: ["helpers": .text("x")]), as: ann)
            }
            await #expect(throws: DeskError.unknownType("nonsense")) {
                _ = try await book.read("nonsense", id, as: ann)
            }
        }
    }

    @Test("RL-25: one hides from others what is one's own to give, or oneself; oversight hides all else")
    func excludesWithinBounds() async throws {
        try await World.with(.sqlite) { world in
            let ann = Viewer.of("Unit 4", .analyst, "ann")
            let errand = Errand(title: "boats", remark: "", helpers: [], isUrgent: false)
            let own = try await world.desk.open(errand, as: ann).id
            let theirs = try await world.desk.open(errand, as: .of("Unit 7", .analyst, "dan")).id
            func exclude(_ record: RecordID, _ principal: String, organisation: String = "") async throws {
                let order = ExclusionOrder(
                    principal: .account(principal), record: record, organisation: organisation, ground: "kin")
                _ = try await world.desk.open(order, as: ann)
            }
            try await exclude(own, "ben")
            try await exclude(theirs, "ann")
            try await exclude("", "ben", organisation: "Unit 4")
            let refusal = DeskError.refused(guard: "records.guard.own-to-hide", requirement: "RL-25")
            await #expect(throws: refusal) { try await exclude(theirs, "ben") }
            await #expect(throws: refusal) { try await exclude("nosuchrecord", "ben") }
            await #expect(throws: refusal) { try await exclude("", "dan", organisation: "Unit 7") }
        }
    }

    @Test("what a room performs is shown by the book and not done by it; unseen it is not there")
    func leavesRoomsTheirs() async throws {
        try await World.with(.sqlite) { world in
            let (book, ann) = (Self.book(world), Viewer.of("Unit 4", .analyst, "ann"))
            for declaration in book.declarations where !declaration.isActedOn {
                #expect(book.opening(of: declaration, for: ann) == nil)
                await #expect(throws: DeskError.self) {
                    _ = try await book.open(declaration.name, Asking(), as: ann)
                }
                await #expect(throws: DeskError.notFound) {
                    _ = try await book.act(declaration.name, "nosuchrecord", "commit", Asking(), as: ann)
                }
            }
        }
    }
}
