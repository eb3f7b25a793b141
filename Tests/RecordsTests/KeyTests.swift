import Access
import Ledger
import Records
import Storage
import TestSupport
import Testing

/// Every write can be sent again under its key: it has one effect, one entry in the ledger and one answer; another wish under
/// the key is refused, and changes nothing.
@Suite struct KeyTests {
    private static let stay = Stay(name: "Somebody Made Up", code: "S-1", remark: "arrived on foot")
    private static let prosecutor = Viewer.of("Court", .prosecutor, "prasit")
    private static let overseer = Viewer.of("Oversight", .integrityOfficer, "kamon")

    /// How much there is of everything that a wish could have changed.
    private static func rows(_ world: World) async throws -> [Int] {
        try await world.database.read { connection in
            try [
                "ledger_entry WHERE act NOT IN ('read', 'search')", "record_version", "approval_request", "approval",
                "break_glass", "notice", "idempotency",
            ].map { try connection.row("SELECT COUNT(*) FROM \(raw: $0)")?.int(0) ?? 0 }
        }
    }

    /// Does something twice: the second time nothing changes, and the answer is the first one's.
    private static func twice<Answer: Equatable>(
        _ world: World, entries: Int = 1, _ deed: () async throws -> Answer
    ) async throws -> Answer {
        let before = try await rows(world)
        let first = try await deed()
        let after = try await rows(world)
        #expect(after[0] == before[0] + entries)
        world.clock.pass(1_000)
        #expect(try await deed() == first)
        #expect(try await rows(world) == after)
        return first
    }

    private static func isRefused(_ world: World, _ deed: () async throws -> Void) async throws {
        let before = try await rows(world)
        await #expect(throws: DeskError.keyReused) { try await deed() }
        #expect(try await rows(world) == before)
    }

    @Test(
        "F13: asking for approval, approving and carrying out are each done once under a key",
        arguments: Backend.present)
    func approvals(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let (desk, dao) = (world.desk, Viewer.administrator)
            func wish(_ name: String) -> Asking {
                Asking(
                    edits: ["name": .text(name), "organisation": .text("Baan Mai"), "head": .text("")], reason: "grows",
                    key: "ask")
            }
            func ask(_ asking: Asking) async throws -> String {
                try await desk.askApproval(to: .create, nil, of: Unit.self, action: .found, asking, as: dao)
            }
            let request = try await Self.twice(world) { try await ask(wish("North")) }
            try await Self.isRefused(world) { _ = try await ask(wish("South")) }
            var other = wish("South")
            other.key = "other"
            let second = try await ask(other)
            for (viewer, amount) in [(Viewer.busaba, Approvals.one), (Self.prosecutor, .twoDifferent)] {
                let given = try await Self.twice(world) { try await desk.approve(request, key: "yes", as: viewer) }
                #expect(given == amount)
                try await Self.isRefused(world) { _ = try await desk.approve(second, key: "yes", as: viewer) }
                await #expect(throws: DeskError.ownRequest) { _ = try await desk.approve(request, as: viewer) }
                _ = try await desk.approve(second, as: viewer)
            }
            let receipt = try await Self.twice(world) {
                try await desk.carryOutApproved(request, of: Unit.self, key: "do", as: dao)
            }
            #expect(receipt.state == "active" && receipt.version == 1)
            try await Self.isRefused(world) {
                _ = try await desk.carryOutApproved(second, of: Unit.self, key: "do", as: dao)
            }
            for key in [nil, "again"] {
                await #expect(throws: DeskError.notFound) {
                    _ = try await desk.carryOutApproved(request, of: Unit.self, key: key, as: dao)
                }
            }
            // What was approved and then done is answered to whoever repeats it, as long as it is theirs to see.
            #expect(try await desk.approve(request, key: "yes", as: .busaba) == .one)
            await #expect(throws: DeskError.notFound) { _ = try await desk.approve(request, key: "x", as: .busaba) }
        }
    }

    @Test(
        "RL-34: a glass is broken and reviewed, and a notice put away, once under a key", arguments: Backend.present)
    func glasses(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let desk = world.desk
            let id = try await desk.open(Self.stay, as: .anan).id
            func glass(_ reason: String) async throws -> BrokenGlass {
                try await desk.breakGlass(id, of: Stay.self, because: reason, isFresh: true, key: "g", as: .chai)
            }
            let broken = try await Self.twice(world) { try await glass("danger") }
            #expect(broken.reason == "danger")
            try await Self.isRefused(world) { _ = try await glass("another danger") }
            let other = try await desk.breakGlass(id, of: Stay.self, because: "danger", isFresh: true, as: .chai)
            let notices = try await desk.notices(as: Self.overseer).map(\.id)
            #expect(notices.count == 2)
            #expect(
                try await Self.twice(world, entries: 0) {
                    try await desk.putAway(notices[0], key: "away", as: Self.overseer)
                })
            #expect(try await desk.notices(as: Self.overseer).map(\.id) == [notices[1]])
            try await Self.isRefused(world) { _ = try await desk.putAway(notices[1], key: "away", as: Self.overseer) }
            #expect(try await !desk.putAway(notices[1], key: "away", as: .chai))
            func review(_ glass: String, _ outcome: String) async throws -> Bool {
                try await desk.review(glass, outcome: outcome, key: "r", as: Self.overseer)
                return true
            }
            _ = try await Self.twice(world) { try await review(broken.id, "justified") }
            try await Self.isRefused(world) { _ = try await review(broken.id, "not justified") }
            try await Self.isRefused(world) { _ = try await review(other.id, "justified") }
            await #expect(throws: DeskError.notFound) {
                try await desk.review(broken.id, outcome: "justified", key: "r2", as: Self.overseer)
            }
            let kept = try await world.database.read { connection in
                try connection.rows("SELECT request FROM idempotency").map { $0.blob(0) }
            }
            // A reason could be guessed from a bare hash: what is about sealed fields is keyed.
            #expect(Set(kept).count == kept.count)
            #expect(try await desk.brokenGlasses(as: Self.overseer).map(\.id) == [other.id])
        }
    }

    @Test(
        "a conflict is settled once under a key, and the record changed with it or not at all",
        arguments: Backend.present)
    func conflicts(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let (desk, id) = (world.desk, try await world.desk.open(Self.stay, as: .anan).id)
            _ = try await desk.perform(
                .entrust, on: id, of: Stay.self, Asking(edits: ["caseworkers": .list([.text("busaba")])]), as: .anan)
            func remark() async throws -> String? {
                try await desk.read(id, of: Stay.self, as: .anan)?.record?.remark
            }
            func note(_ text: String, base: Int, _ viewer: Viewer) async throws {
                _ = try await desk.perform(
                    .note, on: id, of: Stay.self, Asking(base: base, edits: ["remark": .text(text)]), as: viewer)
            }
            func raised(_ text: String) async throws -> RecordID {
                let base = try #require(try await desk.read(id, of: Stay.self, as: .anan)?.version)
                try await note("tired", base: base, .anan)
                do {
                    try await note(text, base: base, .busaba)
                } catch DeskError.conflict(let raised) {
                    return raised
                }
                throw DeskError.notFound
            }
            func settle(_ conflict: RecordID, _ taking: Bool, _ key: String) async throws -> String? {
                try await desk.settle(
                    conflict, taking: taking, on: Stay.self, as: .busaba, because: "she said so", key: key)
                return try await remark()
            }
            let first = try await raised("hungry")
            #expect(try await Self.twice(world, entries: 2) { try await settle(first, true, "s1") } == "hungry")
            try await Self.isRefused(world) { _ = try await settle(first, false, "s1") }
            let second = try await raised("asleep")
            #expect(try await Self.twice(world) { try await settle(second, false, "s2") } == "tired")
            try await Self.isRefused(world) { _ = try await settle(second, true, "s2") }
            // Settled is settled: nothing is taken over after it, under any key.
            await #expect(throws: DeskError.self) { _ = try await settle(second, true, "s3") }
            #expect(try await remark() == "tired")
        }
    }

    @Test("an exclusion, a recusal and an erasure are done once under a key", arguments: Backend.present)
    func exclusions(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let (desk, id) = (world.desk, try await world.desk.open(Self.stay, as: .anan).id)
            func exclude(_ account: String) async throws -> Receipt {
                let order = ExclusionOrder(principal: .account(account), record: id, ground: "named in it")
                return try await desk.open(order, as: .anan, key: "x")
            }
            _ = try await Self.twice(world) { try await exclude("chai") }
            try await Self.isRefused(world) { _ = try await exclude("busaba") }
            let herself = Viewer.of("Baan Mai", .clientSelf, "herself")
            _ = try await Self.twice(world) {
                try await desk.erase([id], of: Stay.self, key: "e", as: herself)
                return true
            }
        }
    }
}
