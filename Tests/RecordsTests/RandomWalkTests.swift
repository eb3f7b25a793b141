import Access
import Daybreak
import Foundation
import Ledger
import Storage
import TestSupport
import Testing

@testable import Records

/// Random sequences of actions by random people over every type that has no sealed fields: whatever they do, nothing that must
/// hold is broken, and both databases come to the same.
@Suite struct RandomWalkTests {
    static let steps = 1_000

    @Test("whatever is tried in whatever order, nothing that must hold is broken, and both databases end the same")
    func holds() async throws {
        let given = ProcessInfo.processInfo.environment["WALK_SEED"].flatMap { UInt64($0) }
        let seed = given ?? UInt64.random(in: 1...UInt64(Int64.max))
        print("random walk over all records: seed \(seed); again with WALK_SEED=\(seed)")
        var endings: [[[String]]] = []
        for backend in Backend.present {
            try await backend.withDatabase(Ledger.migrations + RecordSchema.migrations) { database in
                var walk = RandomWalk(database, seed: seed)
                try await walk.prepare()
                for _ in 0..<Self.steps { try await walk.step() }
                print("random walk on \(backend): \(walk.done) of \(Self.steps) done, \(walk.met) conflicts")
                #expect(walk.done > Self.steps / 10, "seed \(seed): too little was done (\(walk.done))")
                try await walk.check()
                endings.append(try await walk.ending())
            }
        }
        guard endings.count == 2 else { return }
        for (left, right) in zip(endings[0], endings[1]) where left != right {
            Issue.record("seed \(seed): the databases differ: \(left) and \(right)")
            return
        }
        #expect(endings[0].count == endings[1].count, "seed \(seed)")
    }
}

/// One walk.
struct RandomWalk {
    static let people: [Viewer] = [
        .of("Unit 4", .intelOfficer, "ann"), .of("Unit 4", .analyst, "ben"), .of("Unit 4", .investigator, "cas"),
        .of("Unit 7", .analyst, "dan"), .of("Unit 4", .sysadmin, "eve"), .of("Court", .prosecutor, "fay"),
        .of("Oversight", .integrityOfficer, "gus"), .of("Baan Mai", .ngoManager, "hin"),
        .of("Oversight", .auditor, "ina"),
    ]

    private let database: any Database
    private let desk: Desk
    private let book: RecordBook
    private let clock = World.Clock()
    private let names: Names
    private var dice: Dice
    private var known: [(type: String, id: RecordID)] = []
    private var requests: [String] = []
    private var sent: [(type: String, id: RecordID, action: String, asking: Asking, viewer: Viewer, receipt: Receipt)] =
        []
    private(set) var (done, met) = (0, 0)

    /// Ids that are the same in every walk of a seed.
    final class Names: Sendable {
        private let state: World.Clock
        init(_ clock: World.Clock) { state = clock }
        func bytes(_ count: Int) -> [UInt8] {
            state.pass(1)
            var dice = Dice(seed: UInt64(state.now))
            return (0..<count).map { _ in UInt8.random(in: 0...255, using: &dice) }
        }
    }

    init(_ database: any Database, seed: UInt64) {
        self.database = database
        dice = Dice(seed: seed)
        let (clock, names) = (clock, Names(World.Clock()))
        self.names = names
        desk = Desk(database, vault: nil, now: { clock.now }, random: { names.bytes($0) })
        let types = (Daybreak.recordTypes + [Errand.self]).filter { type in
            !Declaration(of: type).fields.contains(where: \.isSealed)
        }
        book = RecordBook(types, desk: desk)
    }

    /// A world to begin with.
    mutating func prepare() async throws {
        let organisations = Set(Self.people.map(\.organisation)).sorted()
        _ = try await desk.found(
            Founding(
                organisations: organisations.map { Organisation(name: $0, sort: "police") },
                units: [Unit(name: "North", organisation: "Unit 4", head: "ann")],
                postings: Self.people.map {
                    Posting(
                        account: $0.standing.account, name: $0.name, role: $0.standing.role,
                        organisation: $0.organisation, from: 0)
                }))
        known = try await database.read { connection in
            try connection.rows("SELECT type, pid FROM record ORDER BY id").map { ($0.text(0), $0.text(1)) }
        }
    }

    /// One thing that somebody tries.
    mutating func step() async throws {
        // Most of them work on errands together: that is where wishes meet.
        let somebody = Bool.random(using: &dice) ? Array(Self.people.prefix(3)) : Self.people
        let viewer = try #require(somebody.randomElement(using: &dice))
        do {
            switch Int.random(in: 0..<20, using: &dice) {
            case 0..<3: try await open(viewer)
            case 3..<11: try await act(viewer)
            case 11: try await undo(viewer)
            case 12: try await ask(viewer)
            case 13: try await approve(viewer)
            case 14: try await carryOut(viewer)
            case 15: try await settle(viewer)
            case 16: try await repeatSomething()
            default: clock.pass(Int.random(in: 0..<20, using: &dice) * .hours)
            }
        } catch is DeskError {
            // Refusals are part of life; anything else is a fault, and ends the test.
        }
    }

    private mutating func edits(_ declaration: Declaration, _ sets: [String], all: Bool) -> Document {
        var edits: Document = [:]
        let accounts = Self.people.map(\.standing.account)
        for name in sets where all || Bool.random(using: &dice) {
            guard let field = declaration.field(name) else { continue }
            edits[name] = Sample.value(field, accounts: accounts, &dice)
        }
        return edits
    }

    private mutating func open(_ viewer: Viewer) async throws {
        let isErrand = Bool.random(using: &dice)
        let name =
            isErrand ? Errand.type.name : book.declarations.filter(\.isActedOn).randomElement(using: &dice)?.name ?? ""
        let declaration = try book.declaration(name)
        let asking = Asking(edits: edits(declaration, declaration.opening.sets, all: true), reason: "walk")
        let receipt = try await book.open(declaration.name, asking, as: viewer)
        known.append((declaration.name, receipt.id))
        done += 1
    }

    // Mostly an errand of the last few: that is where something happens.
    private mutating func lately() -> (type: String, id: RecordID)? {
        let errands = known.filter { $0.type == Errand.type.name }.suffix(15)
        return Int.random(in: 0..<4, using: &dice) == 0
            ? known.randomElement(using: &dice) : errands.randomElement(using: &dice)
    }

    private mutating func act(_ viewer: Viewer) async throws {
        guard let (type, id) = lately() else { return }
        let declaration = try book.declaration(type)
        let view = try await book.read(type, id, as: viewer)
        // Mostly what is on offer, now and then anything.
        let offered = view?.actions.map(\.action) ?? []
        let isOffered = !offered.isEmpty && Int.random(in: 0..<4, using: &dice) > 0
        let action = try #require((isOffered ? offered : declaration.laterActions).randomElement(using: &dice))
        let sets = declaration.actions.filter { $0.name == action }.flatMap(\.sets)
        let version = view?.version ?? 1
        let asking = Asking(
            base: Bool.random(using: &dice) ? max(1, version - Int.random(in: 0..<3, using: &dice)) : nil,
            edits: edits(declaration, sets, all: false), reason: Bool.random(using: &dice) ? "walk" : "",
            key: Bool.random(using: &dice) ? "key \(Int.random(in: 0..<1_000_000, using: &dice))" : nil)
        do {
            let receipt = try await book.act(type, id, action, asking, as: viewer)
            #expect(receipt.id == id)
            if asking.key != nil { sent.append((type, id, action, asking, viewer, receipt)) }
            done += 1
        } catch DeskError.conflict(let conflict) {
            known.append(("conflict", conflict))
            met += 1
        }
    }

    private mutating func undo(_ viewer: Viewer) async throws {
        guard let (type, id) = lately() else { return }
        let offered = try await book.read(type, id, as: viewer)?.isUndoable ?? false
        do {
            let receipt = try await book.undo(type, id, because: "walk", key: nil, as: viewer)
            #expect(offered, "\(receipt)")
            done += 1
        } catch let error as DeskError {
            #expect(!offered, "\(error)")
        }
    }

    private mutating func ask(_ viewer: Viewer) async throws {
        let (type, id) = try #require(known.randomElement(using: &dice))
        let declaration = try book.declaration(type)
        let isOpening = Bool.random(using: &dice)
        let action = isOpening ? declaration.opening.name : declaration.laterActions.randomElement(using: &dice) ?? ""
        let sets = declaration.actions.filter { $0.name == action }.flatMap(\.sets)
        let asking = Asking(edits: edits(declaration, sets, all: isOpening), reason: "walk")
        requests.append(try await book.askApproval(type, isOpening ? nil : id, action, asking, as: viewer))
    }

    private mutating func approve(_ viewer: Viewer) async throws {
        guard let request = requests.suffix(6).randomElement(using: &dice) else { return }
        for viewer in Self.people.shuffled(using: &dice) where Bool.random(using: &dice) {
            _ = try? await desk.approve(request, as: viewer)
        }
    }

    private mutating func carryOut(_ viewer: Viewer) async throws {
        for request in requests.suffix(6).reversed() {
            for viewer in Self.people {
                guard let asked = try await desk.request(request, as: viewer), asked.account == viewer.standing.account
                else { continue }
                let receipt = try await book.carryOut(request, key: nil, as: viewer)
                known.append((asked.type, receipt.id))
                done += 1
                return
            }
        }
    }

    private mutating func settle(_ viewer: Viewer) async throws {
        guard let conflict = known.filter({ $0.type == "conflict" }).randomElement(using: &dice) else { return }
        try await book.settle(conflict.id, taking: Bool.random(using: &dice), because: "walk", key: nil, as: viewer)
        done += 1
    }

    // The same wish under the same key, again: the same receipt, and nothing more.
    private mutating func repeatSomething() async throws {
        guard let wish = sent.randomElement(using: &dice) else { return }
        let before = try await size()
        let receipt = try await book.act(wish.type, wish.id, wish.action, wish.asking, as: wish.viewer)
        #expect(receipt == wish.receipt)
        #expect(try await size() == before)
    }

    private func size() async throws -> [Int] {
        try await database.read { connection in
            try ["record", "record_version", "deadline", "idempotency"].map {
                try connection.row("SELECT COUNT(*) FROM \(raw: $0)")?.int(0) ?? 0
            }
        }
    }

    // MARK: What must hold

    func check() async throws {
        let rows = try await database.read { connection in
            try connection.rows("SELECT \(RecordRow.columns) FROM record r ORDER BY r.id").compactMap(RecordRow.init)
        }
        #expect(rows.count == (try await size())[0])
        for row in rows {
            let versions = try await database.read { try VersionRow.all(row.number, $0) }
            #expect(versions.map(\.version) == Array(1...row.version), "\(row.id): a version is missing")
            #expect(versions.last?.state == row.state)
        }
        let verified = try await database.read { connection in
            try LedgerVerification.run(connection, keys: []) { try Desk.ledgerContent(of: $0, connection) }
        }
        #expect(verified.fault == nil, "\(String(describing: verified.fault))")
        let changes = try await database.read { connection in
            try Ledger.entries(acts: [.change, .configuration], limit: 1_000_000, in: connection)
        }
        #expect(changes.count == (try await size())[1], "every version has its entry, and every entry its version")
        for declaration in book.declarations { try await checkReaders(declaration) }
    }

    private func checkReaders(_ declaration: Declaration) async throws {
        for (type, id) in known.filter({ $0.type == declaration.name }).suffix(40) {
            for viewer in Self.people {
                let seen = try await book.read(type, id, as: viewer)
                let expected = try await isReadable(named: type, id, viewer)
                #expect((seen != nil) == expected, "\(type) \(id) \(viewer.name)")
            }
        }
    }

    private func isReadable(named type: String, _ id: RecordID, _ viewer: Viewer) async throws -> Bool {
        let types: [any Record.Type] = Daybreak.recordTypes + [Errand.self]
        for each in types where Declaration(of: each).name == type { return try await isReadable(each, id, viewer) }
        return false
    }

    private func isReadable<R: Record>(_ type: R.Type, _ id: RecordID, _ viewer: Viewer) async throws -> Bool {
        let now = clock.now
        return try await database.read { connection in
            let row = try #require(try RecordRow.load(id, type: R.type.name, connection))
            let (document, _, _) = try SealedDocument.open(
                row, R.self, version: row.version, Sealing(), connection)
            let record = try R(document: document)
            let opened = try #require(try VersionRow.past(row.number, connection).first)
            let hidden = try connection.rows(
                "SELECT principal FROM record_principal WHERE record = \(row.number) AND relation = 'h'")
            let names = viewer.principals.map(\.text)
            let predictor = Predictor<R>(
                record: record, state: try #require(R.State(rawValue: row.state)), opened: opened,
                facts: try R.facts(for: id, record, connection), viewer: viewer, now: now,
                isHidden: hidden.contains { names.contains($0.text(0)) })
            // An approved read is open for its day: what the walk may have asked for.
            let approvals = try ApprovalRequest.standing(
                for: viewer.standing.account, id, at: now, connection)[.read]
            return predictor.isReadable(with: approvals ?? .none)
        }
    }

    /// All that stands in the tables in the end, in one order for both databases.
    func ending() async throws -> [[String]] {
        try await database.read { connection in
            var lines: [[String]] = []
            for row in try connection.rows("SELECT \(RecordRow.columns) FROM record r ORDER BY r.id") {
                guard let record = RecordRow(row) else { continue }
                lines.append(["record", record.id, record.type, record.state, String(record.version), record.kind.name])
                for version in try VersionRow.all(record.number, connection) {
                    lines.append(
                        [
                            "version", version.action, version.state, String(decoding: version.document, as: UTF8.self),
                            version.account, String(version.at),
                        ])
                }
                for name in try connection.rows(
                    "SELECT relation, principal FROM record_principal WHERE record = \(record.number)"
                ).map({ $0.text(0) + " " + $0.text(1) }).sorted() { lines.append(["principal", name]) }
                for deadline in try connection.rows(
                    "SELECT name, state, opened_at, due_at, owner FROM deadline WHERE record = \(record.number)"
                ).map({ "\($0.text(0)) \($0.text(1)) \($0.int(2)) \($0.int(3)) \($0.text(4))" }).sorted() {
                    lines.append(["deadline", deadline])
                }
            }
            let entries = try Ledger.entries(limit: 1_000_000, in: connection)
            lines += entries.map { ["entry", "\($0.index) \($0.entry.actor) \($0.entry.action) \($0.entry.subject)"] }
            return lines
        }
    }
}
