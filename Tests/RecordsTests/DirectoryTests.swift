import Access
import Foundation
import Records
import Storage
import TestSupport
import Testing

/// Who may do what follows from postings, exclusions and approvals, at the next request.
@Suite struct DirectoryTests {
    private static func founding(until: Int = 0) -> Founding {
        func posting(_ account: String, _ role: FineRole, _ organisation: String, until: Int = 0) -> Posting {
            Posting(account: account, name: account, role: role, organisation: organisation, from: 0, until: until)
        }
        return Founding(
            organisations: [Organisation(name: "Baan Mai", sort: "ngo"), Organisation(name: "Unit 4", sort: "police")],
            units: [Unit(name: "North", organisation: "Unit 4", head: "head")],
            postings: [
                posting("anan", .ngoCaseworker, "Baan Mai", until: until), posting("busaba", .ngoManager, "Baan Mai"),
                posting("dao", .sysadmin, "Baan Mai"), posting("kamon", .integrityOfficer, "Oversight"),
                posting("prasit", .prosecutor, "Court"), posting("chai", .investigator, "Unit 4"),
            ])
    }

    @Test("F2: access ends with the posting, at the next request", arguments: Backend.present)
    func postingsEnd(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let ids = try await world.desk.found(Self.founding(until: world.clock.now + 1_000))
            let viewer = try #require(try await world.directory.viewer(of: "anan", under: ids[0]))
            #expect(viewer.standing.role == .ngoCaseworker)
            #expect(try await world.directory.viewer(of: "busaba", under: ids[0]) == nil)
            world.clock.pass(1_000)
            #expect(try await world.directory.viewer(of: "anan", under: ids[0]) == nil)
            #expect(try await world.directory.postings(of: "anan").isEmpty)
        }
    }

    @Test("a Daybreak is founded once", arguments: Backend.present)
    func foundsOnce(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            _ = try await world.desk.found(Self.founding())
            await #expect(throws: DeskError.refused(guard: "records.guard.not-yet-founded", requirement: "F13")) {
                _ = try await world.desk.found(Self.founding())
            }
        }
    }

    @Test(
        "F13: an administrator posts somebody when two others, of two organisations, have approved",
        arguments: Backend.present)
    func approves(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let ids = try await world.desk.found(Self.founding())
            func viewer(_ account: String, _ place: Int) async throws -> Viewer {
                try #require(try await world.directory.viewer(of: account, under: ids[place]))
            }
            let (dao, busaba) = (try await viewer("dao", 2), try await viewer("busaba", 1))
            let new = Posting(
                account: "noi", name: "Noi", role: .ngoCaseworker, organisation: "Baan Mai", from: 0)
            await #expect(throws: DeskError.approvalNeeded) { _ = try await world.desk.open(new, as: dao) }
            let wish = Asking(edits: try document(new), reason: "a new colleague")
            let request = try await world.desk.askApproval(
                to: .create, nil, of: Posting.self, action: .propose, wish, as: dao)
            await #expect(throws: DeskError.approvalNeeded) {
                _ = try await world.desk.carryOutApproved(request, of: Posting.self, as: dao)
            }
            #expect(try await world.desk.approve(request, as: busaba) == .one)
            await #expect(throws: DeskError.ownRequest) { _ = try await world.desk.approve(request, as: busaba) }
            let (chai, prasit) = (try await viewer("chai", 5), try await viewer("prasit", 4))
            await #expect(throws: DeskError.notFound) { _ = try await world.desk.approve(request, as: chai) }
            #expect(try await world.desk.approve(request, as: prasit) == .twoDifferent)
            await #expect(throws: DeskError.badValue(field: "edits")) {
                _ = try await world.desk.carryOutApproved(
                    request, of: Posting.self, edits: ["account": .text("somebody else")], as: dao)
            }
            let receipt = try await world.desk.carryOutApproved(request, of: Posting.self, as: dao)
            #expect(receipt.state == "proposed")
            await #expect(throws: DeskError.notFound) {
                _ = try await world.desk.carryOutApproved(request, of: Posting.self, as: dao)
            }
        }
    }

    @Test(
        "F1: a record hidden from somebody does not exist for them, and comes back when the order is lifted",
        arguments: Backend.present)
    func excludes(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let ids = try await world.desk.found(Self.founding())
            func now(_ account: String, _ place: Int) async throws -> Viewer {
                try #require(try await world.directory.viewer(of: account, under: ids[place]))
            }
            let desk = world.desk
            let id = try await desk.open(DeskTests.stay, as: try await now("anan", 0)).id
            _ = try await desk.perform(
                .entrust, on: id, of: Stay.self, Asking(edits: ["caseworkers": .list([.text("busaba")])]),
                as: try await now("anan", 0))
            #expect(try await desk.list(Stay.self, as: try await now("busaba", 1)).total == 1)
            let order = ExclusionOrder(principal: .account("busaba"), record: id, ground: "her brother is named in it")
            let hidden = try await desk.open(order, as: try await now("anan", 0)).id
            let busaba = try await now("busaba", 1)
            #expect(try await desk.read(id, of: Stay.self, as: busaba) == nil)
            #expect(try await desk.list(Stay.self, as: busaba).total == 0)
            // Who wrote the order cannot read it back.
            #expect(try await desk.read(hidden, of: ExclusionOrder.self, as: try await now("anan", 0)) == nil)
            let whole = ExclusionOrder(principal: .account("anan"), kind: .victimPseudo, ground: "recused")
            _ = try await desk.open(whole, as: try await now("anan", 0))
            #expect(try await desk.list(Stay.self, as: try await now("anan", 0)).total == 0)
            #expect(try await desk.read(id, of: Stay.self, as: try await now("anan", 0)) == nil)
        }
    }

    @Test(
        "RL-34: a broken glass opens one record for four hours, tells oversight, and suspends who has no review in 72",
        arguments: Backend.present)
    func breaksGlass(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let ids = try await world.desk.found(Self.founding())
            func now(_ account: String, _ place: Int) async throws -> Viewer? {
                try await world.directory.viewer(of: account, under: ids[place])
            }
            let desk = world.desk
            let anan = try #require(try await now("anan", 0))
            let id = try await desk.open(DeskTests.stay, as: anan).id
            let chai = try #require(try await now("chai", 5))
            await #expect(throws: DeskError.self) {
                _ = try await desk.breakGlass(id, of: Stay.self, because: "danger", isFresh: false, as: chai)
            }
            let dao = try #require(try await now("dao", 2))
            await #expect(throws: DeskError.notFound) {
                _ = try await desk.breakGlass(id, of: Stay.self, because: "danger", isFresh: true, as: dao)
            }
            let glass = try await desk.breakGlass(id, of: Stay.self, because: "danger", isFresh: true, as: chai)
            let opened = try #require(try await now("chai", 5))
            let seen = try #require(try await desk.read(id, of: Stay.self, as: opened))
            // Never the name: a broken glass gives no officer a name (F9).
            #expect(seen.fields["code"] == .text("S-1") && seen.fields["name"] == nil)
            let kamon = try #require(try await now("kamon", 3))
            #expect(try await desk.notices(as: kamon).map(\.phrase) == ["records.notice.broken-glass"])
            world.clock.pass(4 * .hours)
            let later = try #require(try await now("chai", 5))
            #expect(try await desk.read(id, of: Stay.self, as: later) == nil)
            world.clock.pass(68 * .hours)
            #expect(try await now("chai", 5) == nil)
            try await desk.review(glass.id, outcome: "justified", as: kamon)
            #expect(try await now("chai", 5) != nil)
        }
    }

    private func document(_ posting: Posting) throws -> Document {
        let tree = Tree(json: Array(try JSONEncoder().encode(posting)))
        guard case .object(let document)? = tree else { return [:] }
        return document
    }
}
