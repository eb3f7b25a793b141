import Access
import Ledger
import Storage
import TestSupport
import Testing

@testable import Records

/// What time alone does, and what records say of each other.
@Suite struct ClockTests {
    private let ann = Viewer.of("Home", .investigator, "ann")

    private func world(_ backend: Backend, _ body: (World, RecordID) async throws -> Void) async throws {
        try await World.with(backend) { world in
            let errand = Errand(title: "letters", remark: "", helpers: [], isUrgent: false)
            let id = try await world.desk.open(errand, as: ann).id
            _ = try await world.desk.perform(.begin, on: id, of: Errand.self, Asking(), as: ann)
            try await body(world, id)
        }
    }

    private func pass(_ errand: RecordID, until: Int = 0, care: String = "low", keeper: String = "") -> Pass {
        Pass(errand: errand, until: until, care: care, keeper: keeper, doors: ["back"])
    }

    @Test("a record lapses when its deadline has passed, by nobody, and the ledger says so", arguments: Backend.present)
    func lapses(_ backend: Backend) async throws {
        try await world(backend) { world, errand in
            let id = try await world.desk.open(pass(errand, until: world.clock.now + 10 * .hours), as: ann).id
            #expect(try await world.desk.keepTime(of: Pass.self) == 0)
            world.clock.pass(11 * .hours)
            #expect(try await world.desk.keepTime(of: Pass.self) == 1)
            #expect(try await world.desk.keepTime(of: Pass.self) == 0)
            let read = try #require(try await world.desk.read(id, of: Pass.self, as: ann))
            #expect(read.state == .over && read.version == 2)
            #expect(read.actions.isEmpty)
            let steps = try #require(try await world.desk.history(id, of: Pass.self, as: ann))
            #expect(steps.map(\.action) == ["give", "lapse"] && steps.last?.account == "")
            let verified = try await world.database.read { connection in
                try LedgerVerification.run(connection, keys: []) { try Desk.ledgerContent(of: $0, connection) }
            }
            #expect(verified.fault == nil, "\(String(describing: verified.fault))")
        }
    }

    @Test("what has lapsed meanwhile has lapsed before anything else is done with it", arguments: Backend.present)
    func beforeAnything(_ backend: Backend) async throws {
        try await world(backend) { world, errand in
            let id = try await world.desk.open(pass(errand, until: world.clock.now + 10 * .hours), as: ann).id
            world.clock.pass(11 * .hours)
            await #expect(throws: DeskError.wrongState(action: "use", state: "over")) {
                try await world.desk.perform(.use, on: id, of: Pass.self, Asking(), as: ann)
            }
        }
    }

    @Test("a deadline that was moved lapses at its new time; one that was cancelled never", arguments: Backend.present)
    func moved(_ backend: Backend) async throws {
        try await world(backend) { world, errand in
            let id = try await world.desk.open(pass(errand, until: world.clock.now + 10 * .hours), as: ann).id
            world.clock.pass(1 * .hours)
            let later = Asking(edits: ["until": .integer(world.clock.now + 20 * .hours)])
            _ = try await world.desk.perform(.extend, on: id, of: Pass.self, later, as: ann)
            world.clock.pass(12 * .hours)
            #expect(try await world.desk.keepTime(of: Pass.self) == 0)
            _ = try await world.desk.perform(.use, on: id, of: Pass.self, Asking(), as: ann)
            world.clock.pass(100 * .days)
            #expect(try await world.desk.keepTime(of: Pass.self) == 0)
        }
    }

    @Test("nobody can do by hand what only time does", arguments: Backend.present)
    func notByHand(_ backend: Backend) async throws {
        try await world(backend) { world, errand in
            let id = try await world.desk.open(pass(errand, until: world.clock.now + 10 * .hours), as: ann).id
            await #expect(throws: DeskError.notAllowed(action: "lapse")) {
                try await world.desk.perform(.lapse, on: id, of: Pass.self, Asking(), as: ann)
            }
        }
    }

    @Test("how long there is, and who has to act, can be the record's word", arguments: Backend.present)
    func spans(_ backend: Backend) async throws {
        try await world(backend) { world, errand in
            _ = try await world.desk.open(pass(errand, care: "high", keeper: "bob"), as: ann)
            let due = try await world.desk.due(.mine, as: Viewer.of("Home", .investigator, "bob"))
            #expect(due.map(\.name) == ["look-after-pass"])
            #expect(due.first?.due == world.clock.now + 2 * .hours)
            #expect(due.first?.amber == world.clock.now + 90 * .minutes)
        }
    }

    @Test("guards see what other records say, and say at which field they stand", arguments: Backend.present)
    func cites(_ backend: Backend) async throws {
        try await world(backend) { world, errand in
            await #expect(throws: DeskError.refused(guard: "records.guard.named", requirement: "R001")) {
                try await world.desk.open(pass("nothing"), as: ann)
            }
            _ = try await world.desk.open(pass(errand), as: ann)
            await #expect(throws: DeskError.refused(guard: "records.guard.not-for-oneself", requirement: "R001")) {
                try await world.desk.open(pass(errand), as: ann)
            }
            #expect(Pass.lifecycle.opening.guards.first?.field == "errand")
        }
    }

    @Test("a declaration that waits for a deadline that nothing opens, or looks at no field, is found")
    func faults() {
        #expect(Pass.lifecycle.faults == [])
        let broken = Lifecycle<Pass>(
            opening: Transition(
                .give, to: .valid, by: Errand.workers,
                deadlines: [.opens(DeadlineRule("other", .until(field: "never"), "R001"))]),
            Transition(.lapse, from: .valid, to: .over, whenDue: "pass-ends"))
        #expect(broken.faults.contains("pass: lapse waits for pass-ends, which nothing opens"))
        #expect(broken.faults.contains("pass: other looks at never, which is no field"))
    }

    @Test("several of a few: what is none of them does not fit")
    func choices() {
        let field = Field("doors", .choices(["front", "back"]))
        #expect(field.value(of: "front\nback") { _ in nil } == .list([.text("front"), .text("back")]))
        #expect(field.fits(.list([.text("front")])))
        #expect(!field.fits(.list([.text("roof")])) && !field.fits(.text("front")))
    }
}
