import Access
import Ledger
import Records
import Storage
import TestSupport
import Testing

@testable import RichPicture

@Suite("A source comes and goes through the one door")
struct SourceRecordTests {
    static let calls = LifecycleTests.calls

    /// Somebody in a role of an organisation, with the clearance that the labels of the moment give.
    static func viewer(
        _ role: FineRole, _ organisation: String, unit: String = "", teams: Set<String> = [], account: String? = nil,
        in picture: Picture
    ) async throws -> Viewer {
        let labels = try await picture.database.read { try Labels.all($0) }
        let account = account ?? "\(role.rawValue)-\(organisation)"
        return Viewer(
            name: account,
            standing: Standing(
                account: account, role: role, organisation: organisation, unit: unit, teams: teams), labels: labels)
    }

    static func entries(_ picture: Picture, kind: String = "source") async throws -> [String] {
        try await picture.database.read { connection in
            try connection.rows("SELECT act, action FROM ledger_entry WHERE kind = \(kind) ORDER BY idx")
                .map { "\($0.text(0)) \($0.text(1))" }
        }
    }

    @Test("its life is whole, and every state is reached")
    func lives() {
        #expect(SourceRecord.lifecycle.faults == [] && StopDecision.lifecycle.faults == [])
    }

    @Test(
        "RL-26: every step is a version with its ledger entry, in the transaction of its rows",
        arguments: Backend.present)
    func steps(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let source = try await picture.add(Self.calls, .calls())
            _ = try await picture.rich.withdraw(source.id, because: "wrong person", as: picture.viewer)
            _ = try await picture.rich.restore(source.id, as: picture.viewer)
            let other = try await picture.stage(
                LifecycleTests.cells,
                ImportRequest(
                    name: "cells.csv", owner: "police", profile: "test-cells"))
            try await picture.rich.discard(other.source.id, as: picture.viewer)
            #expect(
                try await Self.entries(picture).filter { $0.hasPrefix("change") } == [
                    "change stage", "change commit", "change withdraw", "change restore", "change stage",
                    "change discard",
                ])
            let history = try #require(
                try await picture.rich.desk.history(source.id, of: SourceRecord.self, as: picture.viewer))
            #expect(history.map(\.action) == ["stage", "commit", "withdraw", "restore"])
            #expect(history[2].reason == "wrong person")
        }
    }

    @Test("what is brought in at once is staged and committed in one transaction", arguments: Backend.present)
    func atOnce(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let path = try picture.file("calls.csv", Array(Self.calls.utf8))
            _ = try await picture.rich.bringIn(path: path, request: .calls(), as: picture.viewer)
            #expect(try await Self.entries(picture) == ["change stage", "change commit"])
        }
    }

    @Test("asked twice with one key, a file is staged once", arguments: Backend.present)
    func key(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let blind = Viewer(
                name: "n", standing: Standing(account: "n", role: .ngoCaseworker, organisation: "ngo"), labels: [])
            let request = ImportRequest.people().with { $0.key = "once" }
            var ids: [String] = []
            for _ in 0..<2 {
                let path = try picture.file("people.csv", Array(AtomicityTests.people.utf8))
                ids.append(try await picture.rich.stage(path: path, request: request, as: blind).source.id)
            }
            #expect(Set(ids).count == 1)
            #expect(try await picture.count("source") == 1)
        }
    }

    @Test(
        "NGOs stage and analysts commit; who may not commit is refused, and the ledger says so",
        arguments: Backend.present)
    func roles(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let ngo = try await Self.viewer(.ngoCaseworker, "Baan Mai", in: picture)
            let path = try picture.file("people.csv", Array(AtomicityTests.people.utf8))
            let request = ImportRequest.people(owner: "Baan Mai").with { $0.release = ["police"] }
            let staged = try await picture.rich.stage(path: path, request: request, as: ngo)
            // Own: it sees what it brought in, and cannot commit it.
            let own = try await Self.viewer(.ngoCaseworker, "Baan Mai", in: picture)
            #expect(try await picture.rich.sources(as: own).map(\.id) == [staged.source.id])
            await #expect(throws: DeskError.notAllowed(action: "commit")) {
                try await picture.rich.commit(staged.source.id, as: own)
            }
            #expect(try await Self.entries(picture).contains("refusal commit"))
            let stranger = try await Self.viewer(.analyst, "navy", in: picture)
            await #expect(throws: IntakeError.unknownSource) {
                try await picture.rich.commit(staged.source.id, as: stranger)
            }
            let analyst = try await Self.viewer(.analyst, "police", in: picture)
            #expect(try await picture.rich.commit(staged.source.id, as: analyst).state == .committed)
            // Telephony is nothing that an NGO brings in.
            let calls = try picture.file("calls.csv", Array(Self.calls.utf8))
            await #expect(throws: DeskError.self) {
                try await picture.rich.stage(path: calls, request: .calls(owner: "Baan Mai"), as: own)
            }
            #expect(try await picture.count("source") == 1)
        }
    }

    @Test("two organisations bring in the same bytes, and neither learns of the other", arguments: Backend.present)
    func sameBytes(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            var ids: [String] = []
            for organisation in ["navy", "police"] {
                let viewer = try await Self.viewer(.analyst, organisation, in: picture)
                let path = try picture.file("people.csv", Array(AtomicityTests.people.utf8))
                let staged = try await picture.rich.stage(path: path, request: .people(owner: organisation), as: viewer)
                #expect(staged.alreadyThere == nil)
                ids.append(staged.source.id)
            }
            #expect(Set(ids).count == 2)
            let alone = try await Picture.open(backend) { other in
                let viewer = try await Self.viewer(.analyst, "police", in: other)
                let path = try other.file("people.csv", Array(AtomicityTests.people.utf8))
                return try await other.rich.stage(path: path, request: .people(owner: "police"), as: viewer).source.id
            }
            #expect(alone == ids[1])
        }
    }

    @Test("released, hidden and for one team: who is meant sees it, at the next request", arguments: Backend.present)
    func labels(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let path = try picture.file("people.csv", Array(AtomicityTests.people.utf8))
            let officer = try await Self.viewer(.intelOfficer, "police", teams: ["harbour"], in: picture)
            let request = ImportRequest.people().with { ($0.team, $0.release) = ("harbour", ["navy"]) }
            let id = try await picture.rich.stage(path: path, request: request, as: officer).source.id
            func sees(_ organisation: String, unit: String = "", teams: Set<String> = [], account: String? = nil)
                async throws -> Bool
            {
                let viewer = try await Self.viewer(
                    .intelOfficer, organisation, unit: unit, teams: teams, account: account, in: picture)
                return try await picture.rich.sources(as: viewer).map(\.id) == [id]
            }
            #expect(try await sees("police", teams: ["harbour"]))
            #expect(try await sees("navy"))
            #expect(try await sees("police") == false)
            #expect(try await sees("border", teams: ["harbour"]) == false)
            let now = try await Self.viewer(.intelOfficer, "police", teams: ["harbour"], in: picture)
            _ = try await picture.rich.commit(id, as: now)
            _ = try await picture.rich.relabel(id, .release, ["Unit 4"], because: "joint case", as: now)
            #expect(try await sees("navy"))
            let then = try await Self.viewer(.intelOfficer, "police", teams: ["harbour"], in: picture)
            _ = try await picture.rich.relabel(id, .recall, ["navy", "nobody"], because: "done there", as: then)
            #expect(try await sees("navy") == false)
            #expect(try await sees("border", unit: "Unit 4"))
            let after = try await Self.viewer(.intelOfficer, "police", teams: ["harbour"], in: picture)
            _ = try await picture.rich.relabel(id, .hide, ["x", "y"], because: "associates", as: after)
            #expect(try await sees("border", unit: "Unit 4", account: "x") == false)
            let later = try await Self.viewer(.intelOfficer, "police", teams: ["harbour"], in: picture)
            _ = try await picture.rich.relabel(id, .unhide, ["y"], because: "another one", as: later)
            #expect(try await sees("border", unit: "Unit 4", account: "x") == false)
            #expect(try await sees("border", unit: "Unit 4", account: "y"))
            #expect(try await sees("border", unit: "Unit 4"))
            let navy = try await Self.viewer(.intelOfficer, "navy", in: picture)
            #expect(try await picture.rich.search(SearchQuery("somchai"), as: navy).total == 0)
            let unit = try await Self.viewer(.intelOfficer, "border", unit: "Unit 4", in: picture)
            #expect(try await picture.rich.search(SearchQuery("somchai"), as: unit).total == 1)
            #expect(try await picture.rich.verify(as: .owner(of: "police")).problem == nil)
        }
    }

    @Test(
        "every action on a source is done once under one key, and another wish under it is refused",
        arguments: Backend.present)
    func keys(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let rich = picture.rich
            // Everybody is looked up anew with every request.
            @Sendable func me() async throws -> Viewer {
                try await Self.viewer(.intelOfficer, "police", in: picture)
            }
            let path = try picture.file("people.csv", Array(AtomicityTests.people.utf8))
            let id = try await rich.stage(path: path, request: .people(owner: "police"), as: me()).source.id
            func versions() async throws -> Int { try await Self.entries(picture).count { $0.hasPrefix("change") } }
            func once(_ action: @Sendable () async throws -> Void) async throws {
                let before = try await versions()
                try await action()
                try await action()
                #expect(try await versions() == before + 1)
            }
            try await once { _ = try await rich.commit(id, key: "1", as: me()) }
            try await once { _ = try await rich.withdraw(id, because: "wrong month", key: "2", as: me()) }
            try await once { _ = try await rich.restore(id, key: "3", as: me()) }
            try await once { _ = try await rich.relabel(id, .release, ["navy"], because: "x", key: "4", as: me()) }
            // What it meets has changed since; the wish is the same.
            _ = try await rich.relabel(id, .recall, ["navy"], because: "x", key: "5", as: me())
            try await once { _ = try await rich.relabel(id, .hide, ["z"], because: "x", key: "6", as: me()) }
            let before = try await versions()
            _ = try await rich.relabel(id, .release, ["navy"], because: "x", key: "4", as: me())
            #expect(try await versions() == before)
            await #expect(throws: DeskError.keyReused) {
                _ = try await rich.relabel(id, .release, ["border"], because: "x", key: "4", as: me())
            }
            await #expect(throws: IntakeError.namesNeeded) {
                _ = try await rich.relabel(id, .hide, [""], because: "x", as: me())
            }
            let other = try picture.file("other.csv", Array((AtomicityTests.people + "\n").utf8))
            let waiting = try await rich.stage(path: other, request: .people(owner: "police"), as: me()).source.id
            try await once { try await rich.discard(waiting, key: "7", as: me()) }
            await #expect(throws: IntakeError.unknownSource) { try await rich.discard(waiting, key: "8", as: me()) }
            await #expect(throws: IntakeError.unknownSource) { try await rich.discard("none", key: "9", as: me()) }
        }
    }

    @Test("who has a redacted view finds no person, and reads no line of a file", arguments: Backend.present)
    func redacted(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let source = try await picture.add(AtomicityTests.people, .people())
            let whole = try await Self.viewer(.analyst, "police", in: picture)
            let inspector = try await Self.viewer(.labourInspector, "police", in: picture)
            #expect(try await picture.rich.search(SearchQuery("somchai"), as: whole).total == 1)
            #expect(try await picture.rich.search(SearchQuery("somchai"), as: inspector).total == 0)
            let number = try await picture.rich.search(SearchQuery("0812345678"), country: "TH", as: inspector)
            #expect(number.hits.map(\.entity.kind) == [.phone])
            #expect(try await picture.rich.home(as: inspector).entities.map(\.kind).contains(.person) == false)
            #expect(try await picture.rich.home(as: whole).entities.map(\.kind).contains(.person))
            let id = try #require(number.hits.first?.entity.id)
            let around = try #require(
                try await picture.rich.neighbours(of: [id], hops: 2, filter: PictureFilter(), limit: 9, as: inspector))
            #expect(around.nodes.count == 1)
            let view = try #require(try await picture.rich.source(source.id, line: 2, context: 2, as: inspector))
            #expect(view.lines.isEmpty && view.mentions.allSatisfy { !$0.kind.isPersonal })
            #expect(view.source.counts.entities["person"] == nil)
            let lines = try await picture.rich.source(source.id, line: 2, context: 2, as: whole)?.lines.isEmpty
            #expect(lines == false)
        }
    }

    @Test("RL-26: whoever reads is in the ledger before anything is shown", arguments: Backend.present)
    func reads(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let source = try await picture.add(Self.calls, .calls())
            let id = picture.id(.phone, "66812345678")
            let filter = PictureFilter()
            _ = try await picture.rich.entity(id, as: picture.viewer)
            _ = try await picture.rich.entity("not there", as: picture.viewer)
            _ = try await picture.rich.timeline(of: id, filter: filter, offset: 0, limit: 1, as: picture.viewer)
            _ = try await picture.rich.map(filter: filter, around: nil, limit: 1, as: picture.viewer)
            _ = try await picture.rich.neighbours(of: [id], hops: 1, filter: filter, limit: 9, as: picture.viewer)
            _ = try await picture.rich.source(source.id, line: 1, context: 1, as: picture.viewer)
            _ = try await picture.rich.search(SearchQuery("0812345678"), country: "TH", as: picture.viewer)
            let rows = try await picture.database.read { connection in
                try connection.rows(
                    """
                    SELECT kind, subject, act, detail, content FROM ledger_entry WHERE act IN ('read', 'search')
                    ORDER BY idx
                    """)
            }
            #expect(
                rows.map { "\($0.text(0)) \($0.text(1))" } == [
                    "entity \(id)", "entity notthere", "timeline \(id)", "map ", "neighbours \(id)",
                    "source \(source.id)", "picture ",
                ])
            #expect(rows.last?.text(2) == "search" && rows.last?.text(3) == "1" && rows.last?.blob(4).count == 32)
        }
    }
}
