import Access
import Storage
import Synchronization
import TestSupport
import Testing

@testable import RichPicture

@Suite("RL-20: no bulk person search")
struct RL20NoBulkPersonSearchTests {
    private static func filled(_ backend: Backend, _ body: (Picture) async throws -> Void) async throws {
        try await Picture.open(backend) { picture in
            try await picture.add(
                TestProfiles.people([
                    "Somchai Rakthai,สมชาย,1980-01-02,0812345678,boat", "Malee Suk,,,0820000001,", "Ann Lee,,,,",
                ]), .people())
            try await picture.add(
                TestProfiles.calls(["0812345678,0820000001,2026-06-01 08:15,60,1"]), .calls())
            try await body(picture)
        }
    }

    private static func search(
        _ text: String, _ picture: Picture, _ change: (inout SearchQuery) -> Void = { _ in }
    ) async throws -> SearchPage {
        var query = SearchQuery(text)
        change(&query)
        return try await picture.rich.search(query, country: "TH", as: picture.viewer)
    }

    @Test(
        "RL-20: a list of people for nothing but filters, a wildcard or one letter is refused",
        arguments: Backend.present,
        ["", " ", "*", "%", "_", ".*", "?", "a", "ส", "1", "*a*"])
    func refused(_ backend: Backend, _ text: String) async throws {
        try await Self.filled(backend) { picture in
            for kinds in [[.person], [.party], [.document], [.person, .document]] as [Set<EntityKind>] {
                await #expect(throws: PictureRefusal.namesNobody) {
                    try await Self.search(text, picture) { ($0.kinds, $0.streams) = (kinds, [.register]) }
                }
            }
            let mixed = try await Self.search(text, picture) { $0.kinds = [.person, .phone] }
            #expect(mixed.leavesPeopleOut && mixed.hits.allSatisfy { $0.entity.kind == .phone })
            let all = try await Self.search(text, picture)
            #expect(all.leavesPeopleOut && !all.hits.contains { $0.entity.kind.isPersonal })
            #expect(!all.kinds.contains { $0.kind.isPersonal })
            let phones = try await Self.search(text, picture) { $0.kinds = [.phone] }
            #expect(!phones.leavesPeopleOut)
        }
    }

    @Test("RL-20: a name, a number or a place finds people as before", arguments: Backend.present)
    func named(_ backend: Backend) async throws {
        try await Self.filled(backend) { picture in
            for text in ["somchai", "สมชาย", "so", "สม"] {
                let page = try await Self.search(text, picture) { $0.kinds = [.person] }
                #expect(page.hits.map(\.entity.caption) == ["Somchai Rakthai"] && !page.leavesPeopleOut, "\(text)")
            }
            let place = picture.id(.cell, "local:1")
            let there = try await Self.search("", picture) { $0.place = place }
            #expect(there.total > 0 && !there.leavesPeopleOut)
        }
    }

    @Test(
        "RL-20: a whole export leaves people out, in every format, and says how many",
        arguments: Backend.present, ExportFormat.allCases)
    func wholeExport(_ backend: Backend, _ format: ExportFormat) async throws {
        try await Self.filled(backend) { picture in
            let (tally, text) = try await Self.export(format, nil, picture)
            #expect(tally.peopleLeftOut == 3 && tally.beyondReach == 0)
            for name in ["Somchai", "สมชาย", "Malee", "Ann Lee", "1980-01-02"] { #expect(!text.contains(name)) }
            for person in try await Self.people(picture) { #expect(!text.contains(person)) }
            if format != .geojson { #expect(text.contains("66812345678") && tally.links > 0) }
        }
    }

    @Test(
        "RL-20: an export around somebody named holds what lies around it, and nobody else",
        arguments: Backend.present, [ExportFormat.ftm, .ftmStatements, .gexf, .graphml, .csv])
    func namedExport(_ backend: Backend, _ format: ExportFormat) async throws {
        try await Self.filled(backend) { picture in
            let somchai = try #require(try await picture.first("somchai")).entity.id
            let near = try await Self.export(format, ExportReach(from: [somchai]), picture)
            #expect(near.text.contains("Somchai") && near.text.contains("66812345678"))
            #expect(!near.text.contains("Malee") && !near.text.contains("66820000001") && !near.text.contains("Ann"))
            #expect(near.tally.peopleLeftOut == 0)
            let far = try await Self.export(format, ExportReach(from: [somchai], hops: 3), picture)
            #expect(far.text.contains("Malee") && !far.text.contains("Ann Lee"))
            #expect(far.tally.links > near.tally.links)
        }
    }

    @Test("RL-20: what is unknown and what may not be seen cannot be a beginning", arguments: Backend.present)
    func unknownBeginning(_ backend: Backend) async throws {
        try await Self.filled(backend) { picture in
            let somchai = try #require(try await picture.first("somchai")).entity.id
            var stranger = picture
            stranger.viewer = Viewer(name: "nobody", organisation: "x", clearance: Clearance([]))
            for (id, who) in [("nothing", picture), (somchai, stranger)] {
                await #expect(throws: PictureRefusal.unknownBeginning(id)) {
                    try await Self.export(.csv, ExportReach(from: [id]), who)
                }
            }
        }
    }

    @Test(
        "RL-20: nothing that ranks, caps or walks is told nationality, sex, birth or language",
        arguments: Backend.present)
    func protectedAttributes(_ backend: Backend) async throws {
        // The same picture twice, with protected attributes exchanged: order, scores and walks stay.
        let profile = "test-protected"
        func order(_ lines: [String]) async throws -> [String] {
            try await Picture.open(backend) { picture in
                try await picture.add(
                    "name,born,sex,nation,speech,phone\n" + lines.map { $0 + "\n" }.joined(),
                    ImportRequest(name: "p.csv", owner: "police", profile: profile))
                var said: [String] = []
                for text in ["somchai", "081"] {
                    let page = try await Self.search(text, picture)
                    said += page.hits.map { "\($0.entity.caption) \($0.reason) \($0.confidence)" }
                }
                let phone = picture.id(.phone, "66812345678")
                let network = try await picture.rich.neighbours(
                    of: [phone], hops: 2, filter: PictureFilter(), limit: 3, as: picture.viewer)
                said += network?.nodes.map { "\($0.entity.caption) \($0.distance) \($0.degree)" } ?? []
                return said
            }
        }
        let names = ["Somchai One", "Somchai Two", "Somchai Three", "Somchai Four"]
        let attributes = ["1980-01-02,M,TH,th", "1999-03-04,F,KH,km", "1970-05-06,M,MM,my", "2008-07-08,F,LA,lo"]
        let first = try await order(zip(names, attributes).map { "\($0),\($1),0812345678" })
        let second = try await order(zip(names, attributes.reversed()).map { "\($0),\($1),0812345678" })
        #expect(first == second && first.count >= 7)
    }

    // MARK: Reading an export

    private static func people(_ picture: Picture) async throws -> [String] {
        try await picture.database.read { connection in
            try connection.rows("SELECT pid FROM entity WHERE kind = 1").map { $0.text(0) }
        }
    }

    private static func export(
        _ format: ExportFormat, _ reach: ExportReach?, _ picture: Picture
    ) async throws -> (tally: ExportTally, text: String) {
        let bytes = Mutex<[UInt8]>([])
        let tally = try await picture.rich.export(format, reach: reach, as: picture.viewer) { _, piece, _ in
            bytes.withLock { $0 += piece }
        }
        return (tally, String(decoding: bytes.withLock { $0 }, as: UTF8.self))
    }
}
