import Access
import Storage
import TestSupport
import Testing

@testable import RichPicture

/// Two worlds: in B there is a source that the viewer may not see. Whatever the viewer reads is the same in both.
@Suite("What may not be seen does not exist")
struct NonInterferenceTests {
    static let calls = TestProfiles.calls([
        "0812345678,0820000001,2026-06-01 08:15,205,1", "0820000001,0820000002,2026-06-01 09:00,60,2",
        "0812345678,0820000002,2026-06-02 08:15,5,1",
    ])
    static let people = TestProfiles.people([
        "Somchai Jaidee,สมชาย ใจดี,1980-01-02,0812345678,boat at the pier", "Malee,มาลี,1990-05-06,0820000001,",
    ])
    static let cells = TestProfiles.cells(["1,Pier,13.5,100.2,90,120,1500", "2,Farm,14.5,100.3,,,"])
    static let money = TestProfiles.transfers([
        "111-1-11111-1,222-2-22222-2,2026-06-01,100.00,THB,rent", "111-1-11111-1,333-3-33333-3,2026-06-01,50.00,THB,",
    ])

    /// The same numbers, people, places and accounts, and others; another currency; more of everything.
    static let hiddenCalls = TestProfiles.calls(
        [
            "0899999999,0812345678,2025-01-01 08:15,9,1", "0812345678,0877777777,2026-06-01 08:15,205,3",
            "0877777777,0820000002,2026-12-01 09:00,60,2",
        ]
            + (0..<600).map { "0820000001,080100\(1000 + $0),2026-06-01 10:00,1,2" })
    static let hiddenPeople = TestProfiles.people(
        [
            "Somchai Jaidee,สมชาย ใจดี,1981-01-02,0812345678,hidden note about the boat",
            "Somchai Hidden,,,0820000002,pier",
        ]
            + (0..<350).map { "Malee \($0),มาลี,,," })
    static let hiddenCells = TestProfiles.cells([
        "1,Secret pier,13.6,100.9,10,60,900", "3,Hidden house,15,101,,,50", "2,Farm,14.5,100.3,,,77",
    ])
    static let hiddenMoney = TestProfiles.transfers([
        "111-1-11111-1,222-2-22222-2,2026-07-01,7.00,USD,x", "222-2-22222-2,999-9-99999-9,2026-07-01,7.00,USD,",
    ])

    static func addVisible(_ picture: Picture) async throws {
        try await picture.add(calls, .calls("seen.csv", owner: "police"))
        try await picture.add(people, .people("seen-people.csv", owner: "police"))
        try await picture.add(cells, ImportRequest(name: "seen-cells.csv", owner: "police", profile: "test-cells"))
        try await picture.add(money, .transfers("seen-money.csv", owner: "police"))
        _ = try await picture.stage(calls + "0812345678,0855555555,2026-06-01 08:15,205,1\n", .calls("waits.csv"))
    }

    static func addHidden(
        _ picture: Picture, owner: String = "unit X", _ change: (inout ImportRequest) -> Void = { _ in }
    ) async throws {
        let sure = try Grade("1AP")
        func hidden(_ request: ImportRequest) -> ImportRequest {
            request.with { $0.grade = sure }.with(change)
        }
        try await picture.add(hiddenCalls, hidden(.calls("secret.csv", owner: owner)))
        try await picture.add(hiddenPeople, hidden(.people("secret-people.csv", owner: owner)))
        try await picture.add(
            hiddenCells,
            hidden(ImportRequest(name: "secret-cells.csv", owner: owner, profile: "test-cells")))
        try await picture.add(hiddenMoney, hidden(.transfers("secret-money.csv", owner: owner)))
        _ = try await picture.stage(
            hiddenCalls + "0812345678,0855555555,2026-06-01 08:15,9,1\n",
            hidden(.calls("secret-waits.csv", owner: owner)))
    }

    /// A way of being hidden from Ann, who works in Unit 4 of the police.
    struct Hiding: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var owner: String
        var change: @Sendable (inout ImportRequest) -> Void
    }

    static let hidings = [
        Hiding(testDescription: "another organisation's", owner: "navy") { _ in },
        Hiding(testDescription: "another team's", owner: "police") { $0.team = "harbour" },
        Hiding(testDescription: "hidden from her", owner: "police") { $0.hidden = ["ann"] },
        Hiding(testDescription: "hidden from her unit", owner: "navy") {
            ($0.release, $0.hidden) = (["police"], ["Unit 4"])
        },
        Hiding(testDescription: "released to her organisation and hidden from it", owner: "navy") {
            ($0.release, $0.hidden) = (["police"], ["police"])
        },
    ]

    @Test(
        "F1: by whatever label a source is hidden, no read and no count tells that it is there, whoever came first",
        arguments: Backend.present, hidings)
    func everyLabel(_ backend: Backend, _ hiding: Hiding) async throws {
        func reads(_ isFirst: Bool?) async throws -> Reads {
            try await Picture.open(backend) { picture in
                var navy = picture
                navy.viewer = .owner(of: "navy")
                if isFirst == true { try await Self.addHidden(navy, owner: hiding.owner, hiding.change) }
                try await Self.addVisible(picture)
                if isFirst == false { try await Self.addHidden(navy, owner: hiding.owner, hiding.change) }
                let ann = try await SourceRecordTests.viewer(
                    .intelOfficer, "police", unit: "Unit 4", account: "ann", in: picture)
                return try await Reads.all(picture, ids: Self.ids(picture), as: ann)
            }
        }
        let without = try await reads(nil)
        let (later, first) = (try await reads(false), try await reads(true))
        #expect(later == without)
        #expect(first.searches == without.searches)
        #expect(first.neighbours == without.neighbours && first.reach == without.reach)
        #expect(first.maps == without.maps && first.timelines == without.timelines)
        #expect(first == without)
        #expect(without.reach[0] != [-1] && without.sources.count == 5)
    }

    @Test("who has a redacted view sees the same, whoever is named in a source", arguments: Backend.present)
    func redacted(_ backend: Backend) async throws {
        func reads(_ names: [String]) async throws -> Reads {
            try await Picture.open(backend) { picture in
                try await picture.add(Self.calls, .calls("seen.csv"))
                let source = try await picture.add(
                    TestProfiles.people(names.map { "\($0),,1980-01-02,0812345678,\($0) at the pier" }), .people())
                let inspector = try await SourceRecordTests.viewer(.labourInspector, "police", in: picture)
                var reads = try await Reads.all(picture, ids: Self.ids(picture), as: inspector)
                // The file itself is another one: its hash, its size and its id say so.
                (reads.sources, reads.sourceViews) = ([], [])
                reads.entityViews = reads.entityViews.map { $0.replacing(source.id, with: "id") }
                return reads
            }
        }
        let (one, other) = (try await reads(["Somchai Jaidee"]), try await reads(["Malee Suksan"]))
        #expect(one.searches == other.searches)
        #expect(one == other)
    }

    /// Cleared for the labels of the police alone.
    static func viewer(_ picture: Picture) async throws -> Viewer {
        let labels = try await picture.database.read { connection in
            try connection.rows("SELECT id FROM label WHERE organisation = 'police'").map { $0.int(0) }
        }
        return Viewer(name: "officer", organisation: "police", clearance: Clearance(labels))
    }

    static func ids(_ picture: Picture) -> [String] {
        [
            picture.id(.phone, "66812345678"), picture.id(.phone, "66820000001"), picture.id(.phone, "66820000002"),
            picture.id(.cell, "local:1"), picture.id(.cell, "local:2"), picture.id(.cell, "local:3"),
            picture.id(.phone, "66899999999"), picture.id(.phone, "66877777777"), picture.id(.account, "TH:1111111111"),
            picture.id(.account, "TH:2222222222"), picture.id(.account, "TH:9999999999"),
        ]
    }

    static func reads(_ backend: Backend, _ fill: (Picture) async throws -> Void) async throws -> Reads {
        try await Picture.open(backend) { picture in
            try await fill(picture)
            return try await Reads.all(picture, ids: ids(picture), as: try await viewer(picture))
        }
    }

    @Test("every read is the same with and without a hidden source", arguments: Backend.present)
    func hiddenLater(_ backend: Backend) async throws {
        let without = try await Self.reads(backend) { try await Self.addVisible($0) }
        let with = try await Self.reads(backend) { picture in
            try await Self.addVisible(picture)
            try await Self.addHidden(picture)
        }
        #expect(with.entities == without.entities && with.streams == without.streams)
        #expect(with.recent == without.recent && with.waiting == without.waiting && with.sources == without.sources)
        for (left, right) in zip(with.searches, without.searches) { #expect(left == right) }
        for (left, right) in zip(with.entityViews, without.entityViews) { #expect(left == right) }
        for (left, right) in zip(with.timelines, without.timelines) { #expect(left == right) }
        for (left, right) in zip(with.neighbours, without.neighbours) { #expect(left == right) }
        #expect(with.reach == without.reach)
        #expect(with.maps == without.maps && with.sourceViews == without.sourceViews)
        #expect(with == without)
        // The worlds are not empty.
        #expect(
            without.reach[0] != [-1] && without.neighbours[8] != "nothing"
                && without.searches.contains { $0.contains("Jaidee") })
    }

    @Test(
        "what only a hidden source mentions does not exist: page, walk, timeline, map, search",
        arguments: Backend.present)
    func onlyHidden(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            try await Self.addVisible(picture)
            try await Self.addHidden(picture)
            let officer = try await Self.viewer(picture)
            for id in [
                picture.id(.phone, "66899999999"), picture.id(.phone, "66877777777"), picture.id(.cell, "local:3"),
            ] {
                #expect(try await picture.rich.entity(id, as: picture.viewer) != nil)
                #expect(try await picture.rich.entity(id, as: officer) == nil)
                #expect(try await picture.rich.reach(from: id, hops: 2, filter: PictureFilter(), as: officer) == nil)
                #expect(
                    try await picture.rich.neighbours(of: [id], hops: 1, filter: PictureFilter(), limit: 9, as: officer)
                        == nil)
                let line = try await picture.rich.timeline(
                    of: id, filter: PictureFilter(), offset: 0, limit: 9, as: officer)
                #expect(line == nil)
                let map = try await picture.rich.map(filter: PictureFilter(), around: id, limit: 9, as: officer)
                #expect(map == nil)
                var query = SearchQuery("")
                query.place = id
                #expect(try await picture.rich.search(query, as: officer).total == 0)
            }
            for text in ["0899999999", "9999999", "Somchai Hidden", "hidden", "Secret pier", "secret"] {
                let page = try await picture.rich.search(SearchQuery(text), country: "TH", as: officer)
                #expect(page.total == 0 && page.hits.isEmpty && page.kinds.isEmpty && !page.isTruncated, "\(text)")
            }
            for source in try await picture.rich.sources(as: picture.viewer) where source.owner != "police" {
                #expect(try await picture.rich.source(source.id, line: 1, context: 2, as: officer) == nil)
                #expect(try await picture.rich.staged(source.id, as: officer) == nil)
                await #expect(throws: IntakeError.unknownSource) {
                    try await picture.rich.commit(source.id, as: officer)
                }
            }
        }
    }

    @Test("the same bytes in a hidden source do not betray themselves when they come again", arguments: Backend.present)
    func sameBytes(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            try await Self.addVisible(picture)
            try await Self.addHidden(picture)
            let officer = try await Self.viewer(picture)
            let path = try picture.file("mine.csv", Array(Self.hiddenPeople.utf8))
            let staged = try await picture.rich.stage(path: path, request: .people("mine.csv"), as: officer)
            #expect(staged.alreadyThere == nil && staged.source.name == "mine.csv")
        }
    }

    @Test("a hidden source that came first changes no count, total, caption or value", arguments: Backend.present)
    func hiddenFirst(_ backend: Backend) async throws {
        let without = try await Self.counts(backend) { try await Self.addVisible($0) }
        let with = try await Self.counts(backend) { picture in
            try await Self.addHidden(picture)
            try await Self.addVisible(picture)
        }
        #expect(with == without)
    }

    // Identifiers of sources differ here, and with them the order of equals; everything that is counted may not.
    static func counts(_ backend: Backend, _ fill: (Picture) async throws -> Void) async throws -> [String] {
        try await Picture.open(backend) { picture in
            try await fill(picture)
            let officer = try await viewer(picture)
            var lines = try await picture.rich.home(as: officer).entities.map { "\($0)" }
            for text in Reads.queries {
                let page = try await picture.rich.search(SearchQuery(text), country: "TH", as: officer)
                lines.append("\(text) \(page.total) \(page.isTruncated) \(page.kinds) \(page.streams)")
                lines += page.hits.map { "\($0.entity.caption) \($0.reason) \($0.sources) \($0.events)" }.sorted()
            }
            for id in ids(picture) {
                lines.append(
                    "\(try await picture.rich.reach(from: id, hops: 3, filter: PictureFilter(), as: officer) ?? [])")
                let around = try await picture.rich.neighbours(
                    of: [id], hops: 2, filter: PictureFilter(), limit: 50, as: officer)
                lines += (around?.nodes ?? []).map { "\($0.entity.caption) \($0.distance) \($0.degree)" }.sorted()
                lines += (around?.edges ?? []).map { "\($0.kind) \($0.count) \($0.money.map { "\($0)" } ?? "")" }
                    .sorted()
                let view = try await picture.rich.entity(id, as: officer)
                lines.append("\(view?.eventCount ?? -1) \(view?.values.map(\.text) ?? []) \(view?.places.count ?? -1)")
            }
            return lines
        }
    }
}
