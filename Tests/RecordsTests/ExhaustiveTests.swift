import Access
import Daybreak
import Storage
import TestSupport
import Testing
import Vault

@testable import Records

/// Every state × action × role of every declared type, from the declarations: the desk answers what table and matrix say.
@Suite struct ExhaustiveTests {
    static let types: [any Record.Type] = Daybreak.recordTypes + [Stay.self, Errand.self, Pass.self]
    static let relations = [("opener", "Home"), ("colleague", "Home"), ("stranger", "Away")]

    struct Rollback: Error {}

    @Test("every state, action and role of every type is answered as table and matrix say", arguments: Backend.present)
    func answers(_ backend: Backend) async throws {
        // SQLite in full; PostgreSQL a slice of it, since the rules are the same code.
        let pace = backend == .sqlite ? 1 : 11
        try await World.with(backend) { world in
            var tried = 0
            for type in Self.types { tried += try await Self.walk(type, world, pace) }
            #expect(tried > (backend == .sqlite ? 8_000 : 700), "\(tried)")
        }
    }

    private static func walk<R: Record>(_ type: R.Type, _ world: World, _ pace: Int) async throws -> Int {
        var (tried, turn) = (0, 0)
        for state in R.State.allCases {
            let placed = try await place(R.self, in: state, world)
            for role in FineRole.allCases {
                for (account, organisation) in relations {
                    let viewer = Viewer.of(organisation, role, account)
                    turn += 1
                    guard turn.isMultiple(of: pace) else { continue }
                    let predictor = Predictor<R>(
                        record: placed.record, state: state, opened: placed.opened, facts: placed.facts,
                        viewer: viewer, now: world.clock.now)
                    try await check(predictor, placed.id, world)
                    for action in R.Action.allCases {
                        try await check(action, predictor, placed.id, world)
                        tried += 1
                    }
                }
            }
        }
        return tried
    }

    // What is seen and offered.
    private static func check<R: Record>(_ predictor: Predictor<R>, _ id: RecordID, _ world: World) async throws {
        let read = try await world.desk.read(id, of: R.self, as: predictor.viewer)
        let who = "\(R.type.name) \(predictor.state) \(predictor.viewer.standing.role) \(predictor.viewer.name)"
        #expect((read != nil) == predictor.isReadable, "\(who)")
        guard let read else { return }
        #expect(read.actions.map(\.action) == predictor.offers, "\(who)")
        let listed = try await world.desk.list(R.self, state: predictor.state, as: predictor.viewer)
        #expect(listed.records.contains { $0.id == id } || listed.total > 50, "\(who)")
    }

    // What is answered to an action, and that nothing but a deed that is allowed gets as far as being done.
    private static func check<R: Record>(
        _ action: R.Action, _ predictor: Predictor<R>, _ id: RecordID, _ world: World
    ) async throws {
        let viewer = predictor.viewer
        let answer = try await attempt(action, id, viewer, R.self, world)
        let expected = predictor.answer(to: action)
        let who = "\(R.type.name) \(predictor.state) \(action) \(viewer.standing.role) \(viewer.name)"
        #expect(answer == expected, "\(who)")
        guard expected == .refused(.notFound) else { return }
        // Unknown and forbidden are one answer.
        #expect(try await attempt(action, "nosuchrecord", viewer, R.self, world) == expected, "\(who)")
    }

    private static func attempt<R: Record>(
        _ action: R.Action, _ id: RecordID, _ viewer: Viewer, _ type: R.Type, _ world: World
    ) async throws -> Predictor<R>.Answer {
        do {
            let receipt = try await world.desk.perform(
                action, on: id, of: R.self, Asking(reason: "because"), as: viewer
            ) { _, _ in throw Rollback() }
            return .done(receipt.state)
        } catch let refusal as DeskError {
            return .refused(refusal)
        } catch is Rollback {
            // It came as far as being written; where it leads is the declaration's word.
            let row = try #require(try await world.database.read { try RecordRow.load(id, type: R.type.name, $0) })
            let state = try #require(R.State(rawValue: row.state))
            return .done((R.lifecycle.transition(action, in: state)?.to ?? state).rawValue)
        }
    }

    private struct Placed<R: Record> {
        var id: RecordID
        var record: R
        var opened: Past
        var facts: R.Facts
    }

    // A record in a state, put there without asking any guard.
    private static func place<R: Record>(_ type: R.Type, in state: R.State, _ world: World) async throws -> Placed<R> {
        let document = Sample.document(R.fields, account: "opener")
        let record = try R(document: document)
        let opened = Past(
            action: R.lifecycle.opening.action.rawValue, account: "opener", organisation: "Home", at: world.clock.now)
        let id = world.desk.newID()
        let sealing = try await world.desk.sealing(R.self, id, "Home")
        let draft = Draft<R>(
            record: record, before: [:], document: document, state: state, transition: R.lifecycle.opening,
            opened: opened,
            reason: "", now: world.clock.now)
        let opener = Viewer.of("Home", .sysadmin, "opener")
        let facts = try await world.database.write { connection in
            _ = try world.desk.store(
                draft, try world.desk.nextNumber(connection), 1, opened.action, id, opener, sealing, connection)
            return try R.facts(for: id, record, connection)
        }
        return Placed(id: id, record: record, opened: opened, facts: facts)
    }
}
