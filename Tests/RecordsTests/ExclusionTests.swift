import Access
import Daybreak
import Ledger
import Storage
import TestSupport
import Testing
import Vault

@testable import Records

/// F1: what is hidden from somebody is not there for them, whatever they do.
@Suite struct ExclusionTests {
    struct Rollback: Error {}

    // What an exclusion hides, and whether that is what somebody of Baan Mai would open a record of this kind as.
    private static func exclusions(_ kind: Kind) -> [(exclusion: Exclusion, hides: Bool)] {
        let other: Kind = kind == .tip ? .clinical : .tip
        return [
            (Exclusion(), true), (Exclusion(kind: kind), true), (Exclusion(organisation: "Baan Mai"), true),
            (Exclusion(organisation: "Baan Mai", kind: kind), true), (Exclusion(kind: other), false),
            (Exclusion(organisation: "Unit 4"), false), (Exclusion(organisation: "Unit 4", kind: kind), false),
            (Exclusion(organisation: "Baan Mai", kind: other), false),
        ]
    }

    @Test("F1: of what is hidden from somebody they open nothing, by themselves or with approvals")
    func opening() async throws {
        try await World.with(.sqlite) { world in
            let types: [any Record.Type] = Daybreak.recordTypes + [Stay.self, Errand.self]
            let book = RecordBook(types, desk: world.desk)
            var refused = 0
            for type in types { refused += try await Self.opening(type, book, world) }
            #expect(refused > 100, "\(refused)")
            let versions = try await world.database.read { try $0.row("SELECT COUNT(*) FROM record_version")?.int(0) }
            #expect(versions == 0)
        }
    }

    private static func opening<R: Record>(_ type: R.Type, _ book: RecordBook, _ world: World) async throws -> Int {
        let document = Sample.document(R.fields, account: "somebody")
        // As the desk takes it: of what the opening sets.
        let kind =
            (try? R(document: document.filter { R.lifecycle.opening.sets.contains($0.key) }))?.kind ?? R.type.kind
        var refused = 0
        for role in FineRole.allCases {
            var viewer = Viewer.of("Baan Mai", role, "somebody")
            let plain = await attempt(R.self, document, viewer, world)
            let offer = book.opening(of: try book.declaration(R.type.name), for: viewer)
            for (exclusion, hides) in exclusions(kind) {
                viewer.standing.exclusions = [exclusion]
                let who = "\(R.type.name) \(role) \(exclusion)"
                // What is a survivor's own stays theirs.
                let isRefused = hides && role.column != .survivor
                let answer = await attempt(R.self, document, viewer, world)
                let never = DeskError.notAllowed(action: R.lifecycle.opening.action.rawValue)
                #expect(answer == (isRefused ? never : plain), "\(who)")
                if R.type.kinds.count == 1 {
                    let seen = book.opening(of: try book.declaration(R.type.name), for: viewer)
                    #expect(seen == (isRefused ? nil : offer), "\(who)")
                }
                guard isRefused, plain != never else { continue }
                refused += 1
                guard R.type.kinds.count == 1 else { continue }
                await #expect(throws: DeskError.notFound, "\(who)") {
                    _ = try await world.desk.askApproval(
                        to: .create, nil, of: R.self, action: R.lifecycle.opening.action,
                        Asking(edits: document, reason: "because"), as: viewer)
                }
            }
        }
        return refused
    }

    // Why the desk refuses to open it; `nil` where it would.
    private static func attempt<R: Record>(
        _ type: R.Type, _ document: Document, _ viewer: Viewer, _ world: World
    ) async -> DeskError? {
        let edits = document.filter { R.lifecycle.opening.sets.contains($0.key) }
        do {
            _ = try await world.desk.open(R.self, Asking(edits: edits, reason: "because"), as: viewer) { _, _ in
                throw Rollback()
            }
            return nil
        } catch {
            return error as? DeskError
        }
    }
}

/// Somebody from whom a record is hidden, beside somebody for whom it is not.
extension ExclusionTests {
    /// How it is hidden from `chai`, who could otherwise break the glass for it, and from `busaba`, who works on it.
    enum Way: CaseIterable {
        case record, organisation, kind
    }

    private static func hide(_ id: RecordID, from account: String, _ way: Way, _ desk: Desk) async throws {
        let principal = Principal.account(account)
        let order =
            switch way {
            case .record: ExclusionOrder(principal: principal, record: id, ground: "a brother")
            case .organisation: ExclusionOrder(principal: principal, organisation: "Baan Mai", ground: "a brother")
            case .kind:
                ExclusionOrder(
                    principal: principal, organisation: "Baan Mai", kind: .victimPseudo, ground: "a brother")
            }
        _ = try await desk.open(order, as: .anan)
    }

    // The viewer as the directory makes them: with what is hidden from them.
    private static func now(_ viewer: Viewer, _ world: World) async throws -> Viewer {
        let ids = try await world.database.read { connection in
            try RecordRow.find(type: Posting.type.name, where: "account", is: viewer.standing.account, connection)
        }
        let id = try #require(ids.first?.id)
        return try #require(try await world.directory.viewer(of: viewer.standing.account, under: id))
    }

    private static func found(_ world: World) async throws {
        let people: [(Viewer, FineRole)] = [
            (.anan, .ngoCaseworker), (.busaba, .ngoManager), (.chai, .investigator),
        ]
        _ = try await world.desk.found(
            Founding(
                organisations: [Organisation(name: "Baan Mai", sort: "ngo")],
                postings: people.map { viewer, role in
                    Posting(
                        account: viewer.standing.account, name: viewer.name, role: role,
                        organisation: viewer.organisation, from: 0)
                }))
    }

    @Test(
        "F1, RL-34: nobody breaks the glass for what is hidden from them: they are answered as for an unknown record",
        arguments: Backend.present, Way.allCases)
    func glass(_ backend: Backend, _ way: Way) async throws {
        try await World.with(backend) { world in
            try await Self.found(world)
            let desk = world.desk
            let id = try await desk.open(DeskTests.stay, as: .anan).id
            try await Self.hide(id, from: "chai", way, desk)
            let chai = try await Self.now(.chai, world)
            func traces() async throws -> [String] {
                try await world.database.read { connection in
                    let rows = try ["break_glass", "notice", "record_version"].map { table in
                        try connection.row("SELECT COUNT(*) FROM \(raw: table)")?.int(0) ?? 0
                    }
                    let entries = try Ledger.entries(by: "chai", acts: Set(Ledger.Act.allCases), in: connection)
                    return ["\(rows)"] + entries.map { "\($0.entry.act) \($0.entry.action) \($0.entry.detail)" }
                }
            }
            var answers: [DeskError?] = []
            var left: [[String]] = [try await traces()]
            for asked in [id, "nosuchrecord"] {
                do {
                    _ = try await desk.breakGlass(asked, of: Stay.self, because: "danger", isFresh: true, as: chai)
                    Issue.record("the glass broke for \(asked)")
                } catch {
                    answers.append(error as? DeskError)
                }
                left.append(try await traces())
            }
            #expect(answers == [.notFound, .notFound])
            // Each is one refusal in the ledger, and nothing else: nobody is told of it.
            #expect(left[1] == left[0] + ["refusal break-glass not-found"])
            #expect(left[2] == left[1] + ["refusal break-glass not-found"])
            // Without the order it opens.
            let other = Viewer.of("Unit 4", .investigator, "somchai")
            _ = try await desk.breakGlass(id, of: Stay.self, because: "danger", isFresh: true, as: other)
        }
    }

    @Test(
        "F1: what is hidden is in no list, no count, on no board and in no notice, and nothing done to it differs from nothing",
        arguments: Backend.present, Way.allCases)
    func everywhere(_ backend: Backend, _ way: Way) async throws {
        try await World.with(backend) { world in
            try await Self.found(world)
            let desk = world.desk
            let id = try await desk.open(DeskTests.stay, as: .busaba).id
            let edits: Document = ["caseworkers": .list([.text("busaba"), .text("anan")])]
            _ = try await desk.perform(.entrust, on: id, of: Stay.self, Asking(edits: edits), as: .busaba)
            let conflict = try await Self.clash(on: id, desk)
            world.clock.pass(11 * .days)
            func seen(_ viewer: Viewer) async throws -> [String] {
                let book = RecordBook([Stay.self], desk: desk)
                let found = try await book.list("stay", RecordQuery(field: "code", value: "S-1"), as: viewer)
                let clashes = try await desk.list(Conflict.self, as: viewer)
                var due: [RecordID] = []
                for scope in BoardScope.allCases { due += try await desk.due(scope, as: viewer).map(\.record) }
                return try await [
                    "\(desk.list(Stay.self, as: viewer).total)", "\(found.total)", "\(clashes.total)", "\(due)",
                    "\(desk.notices(as: viewer).map(\.record))",
                    "\(desk.read(conflict, of: Conflict.self, as: viewer) != nil)",
                    "\(desk.history(id, of: Stay.self, as: viewer)?.count ?? 0)",
                    "\(desk.requests(as: viewer).count)",
                ]
            }
            let before = try await seen(try await Self.now(.busaba, world))
            #expect(before[0] == "1" && before[1] == "1" && before[2] == "1", "\(before)")
            #expect(before[3].contains(id) && before[3].contains(conflict) && before[4].contains(conflict))
            try await Self.hide(id, from: "busaba", way, desk)
            let after = try await seen(try await Self.now(.busaba, world))
            #expect(after == ["0", "0", "0", "[]", "[]", "false", "0", "0"], "\(after)")
            // Colleagues go on as before.
            let colleague = try await seen(try await Self.now(.anan, world))
            #expect(colleague[0] == "1" && colleague[2] == "1", "\(colleague)")
            let busaba = try await Self.now(.busaba, world)
            for asked in [id, "nosuchrecord"] {
                await #expect(throws: DeskError.notFound) {
                    _ = try await desk.perform(.note, on: asked, of: Stay.self, Asking(reason: "x"), as: busaba)
                }
                await #expect(throws: DeskError.notFound) {
                    _ = try await desk.undo(asked, of: Stay.self, as: busaba, because: "x")
                }
            }
            for asked in [conflict, "nosuchconflict"] {
                await #expect(throws: DeskError.notFound) {
                    try await desk.settle(asked, taking: false, on: Stay.self, as: busaba, because: "x")
                }
            }
        }
    }

    @Test(
        "F1: an order that names a record is hidden from whom that record is hidden from; a recusal is one's own",
        arguments: Backend.present)
    func orders(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let desk = world.desk
            let overseers = ["kamon", "somsak"].map { Viewer.of("Oversight", .auditor, $0) }
            let id = try await desk.open(DeskTests.stay, as: .anan).id
            func exclude(_ account: String) async throws -> RecordID {
                let order = ExclusionOrder(principal: .account(account), record: id, ground: "named in it")
                return try await desk.open(order, as: .anan).id
            }
            func seen(_ viewer: Viewer) async throws -> Set<RecordID> {
                let listed = try await desk.list(ExclusionOrder.self, as: viewer)
                #expect(listed.total == listed.records.count)
                return Set(listed.records.map(\.id))
            }
            let order = try await exclude("chai")
            for viewer in overseers { #expect(try await seen(viewer) == [order]) }
            let second = try await exclude("kamon")
            #expect(try await seen(overseers[0]) == [], "the first order would tell of the record")
            #expect(try await seen(overseers[1]) == [order, second])
            for asked in [order, "nosuchorder"] {
                #expect(try await desk.read(asked, of: ExclusionOrder.self, as: overseers[0]) == nil)
                #expect(try await desk.history(asked, of: ExclusionOrder.self, as: overseers[0]) == nil)
                await #expect(throws: DeskError.notFound) {
                    _ = try await desk.perform(
                        .lift, on: asked, of: ExclusionOrder.self, Asking(reason: "x"), as: overseers[0])
                }
            }
            let recusal = try await exclude("anan")
            let notHidden = try await world.database.read { connection in
                try connection.rows(
                    "SELECT r.pid FROM record r WHERE r.type = 'exclusion' AND NOT \(Desk.hidden(from: .anan))"
                ).map { $0.text(0) }
            }
            #expect(notHidden == [recusal], "whoever recuses themself knows of what")
        }
    }

    // busaba and anan change the same field of one version; the conflict's id. It is told to busaba, who was first.
    private static func clash(on id: RecordID, _ desk: Desk) async throws -> RecordID {
        func note(_ text: String, _ viewer: Viewer) async throws {
            _ = try await desk.perform(
                .note, on: id, of: Stay.self, Asking(base: 2, edits: ["remark": .text(text)], reason: "why"), as: viewer
            )
        }
        try await note("tired", .busaba)
        do {
            try await note("hungry", .anan)
        } catch DeskError.conflict(let raised) {
            return raised
        }
        throw Rollback()
    }
}
