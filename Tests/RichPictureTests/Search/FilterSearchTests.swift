import Access
import TestSupport
import Testing

@testable import RichPicture

@Suite("Identifiers, texts, filters and facets")
struct FilterSearchTests {
    static let calls = TestProfiles.calls([
        "0812345678,0898765432,2026-06-01 08:15,205,1", "0812345678,0820000001,2026-06-10 12:00,60,2",
        "+66898765432,0820000001,2026-06-20 12:00,60,2",
    ])

    static func filled(_ backend: Backend, _ body: (Picture) async throws -> Void) async throws {
        try await Picture.open(backend) { picture in
            try await picture.add(
                calls,
                .calls().with { $0.grade = Grade(scheme: .threeFiveTwo, source: "1", information: "A", handling: "P") })
            try await picture.add(
                TestProfiles.people([
                    "Somchai,สมชาย,1980-01-02,0812345678,\"saw the blue boat at the pier, แพปลา at night\"",
                    "Malee,,,0820000001,",
                    "Boat Keeper,,,,",
                ]), .people())
            try await picture.add(
                TestProfiles.cells(["1,Pier,13.5,100.2,90,120,1500", "2,Farm,14.5,100.3,,,"]),
                ImportRequest(name: "cells.csv", owner: "operator", profile: "test-cells"))
            try await picture.add(
                TestProfiles.transfers(["123-4-56789-0,987-6-54321-0,2026-06-05,100.00,THB,rent"]), .transfers())
            try await body(picture)
        }
    }

    @Test(
        "a number is found in every format", arguments: Backend.present,
        [
            "0812345678", "081-234-5678", "081 234 5678", "+66 81 234 5678", "66812345678", "+66-81-2345678",
            "(081) 234-5678", "0066812345678",
        ])
    func formats(_ backend: Backend, _ text: String) async throws {
        try await Self.filled(backend) { picture in
            let hit = try #require(try await picture.first(text))
            #expect(hit.entity.caption == "+66812345678" && hit.reason == .identifier)
            #expect(hit.sources == 2 && hit.events == 2 && hit.confidence == 4)
            #expect(hit.streams == [.register, .telephony])
        }
    }

    @Test("the last seven digits, and account and cell numbers", arguments: Backend.present)
    func endings(_ backend: Backend) async throws {
        try await Self.filled(backend) { picture in
            let hit = try #require(try await picture.first("2345678", country: nil))
            #expect(hit.entity.caption == "+66812345678" && hit.reason == .ending)
            for text in ["1234567890", "123-4-56789-0", "123 4 56789 0"] {
                #expect(try await picture.first(text)?.entity.kind == .account, "\(text)")
            }
        }
    }

    @Test(
        "words of a note, in Latin and Thai, are a hit in a text; a name stands before it", arguments: Backend.present)
    func notes(_ backend: Backend) async throws {
        try await Self.filled(backend) { picture in
            for text in ["blue", "blue boat", "pier night", "แพปลา", "ปลา"] {
                let page = try await picture.rich.search(SearchQuery(text), as: picture.viewer)
                let note = try #require(page.hits.first { $0.entity.caption == "Somchai" }, "\(text)")
                #expect(
                    note.reason == .text && note.matched.contains("blue boat") && note.citation?.line == 2, "\(text)")
            }
            let boats = try await picture.rich.search(SearchQuery("boat"), as: picture.viewer).hits.map(
                \.entity.caption)
            #expect(boats == ["Boat Keeper", "Somchai"])
        }
    }

    @Test(
        "filters by kind, stream, grade, time and place choose, and facets count what is there",
        arguments: Backend.present)
    func filters(_ backend: Backend) async throws {
        try await Self.filled(backend) { picture in
            let noon = Moment(year: 2026, month: 6, day: 15, precision: .day, offset: 420).milliseconds
            let pier = picture.id(.cell, "local:1")
            let phones: Set = ["+66812345678", "+66898765432", "+66820000001"]
            let accounts: Set = ["1234567890 (TH)", "9876543210 (TH)"]
            let cases: [(text: String, change: (inout SearchQuery) -> Void, expected: Set<String>)] = [
                ("", { $0.kinds = [.phone] }, phones),
                ("", { $0.streams = [.banking] }, accounts),
                ("", { ($0.streams, $0.kinds) = ([.banking], [.phone]) }, []),
                ("", { ($0.confidence, $0.kinds) = (4, [.phone]) }, phones),
                ("Somchai", { ($0.confidence, $0.kinds) = (4, [.person]) }, []),
                ("", { ($0.from, $0.kinds) = (noon, [.cell]) }, ["2"]),
                ("", { ($0.until, $0.kinds) = (noon - 6 * 86_400_000, [.phone]) }, ["+66812345678", "+66898765432"]),
                ("", { $0.place = pier }, ["1", "+66812345678", "+66898765432"]),
                ("0820000001", { $0.place = pier }, []),
                ("Somchai", { $0.kinds = [.company] }, []), ("Somchai", { $0.kinds = [.person] }, ["Somchai"]),
            ]
            for (index, item) in cases.enumerated() {
                var query = SearchQuery(item.text)
                item.change(&query)
                let page = try await picture.rich.search(query, country: "TH", as: picture.viewer)
                #expect(Set(page.hits.map(\.entity.caption)) == item.expected, "case \(index)")
                #expect(page.total == page.hits.count && page.total == page.kinds.map(\.count).reduce(0, +))
                for (kind, count) in page.kinds { #expect(page.hits.count { $0.entity.kind == kind } == count) }
                for (stream, count) in page.streams {
                    #expect(page.hits.count { $0.streams.contains(stream) } == count)
                }
            }
        }
    }

    @Test("who was at a place is found, though hundreds of others are seen more often", arguments: Backend.present)
    func quietPlace(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let loud = (0..<1_600).map { "081000\(1000 + $0 % 400),082000\(1000 + $0 % 400),2026-06-01 08:15,1,7" }
            try await picture.add(TestProfiles.calls(loud + ["0899999999,0888888888,2026-06-01 08:15,1,8"]), .calls())
            var query = SearchQuery("")
            query.place = picture.id(.cell, "local:8")
            let page = try await picture.rich.search(query, as: picture.viewer)
            #expect(Set(page.hits.map(\.entity.caption)) == ["8", "+66899999999", "+66888888888"] && !page.isTruncated)
        }
    }

    @Test("pages follow each other without gap or repetition, and the total stays", arguments: Backend.present)
    func paging(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            try await picture.add(TestProfiles.people((0..<53).map { "Somchai Number\($0),,,," }), .people())
            var seen: [String] = []
            for offset in stride(from: 0, to: 60, by: 10) {
                var query = SearchQuery("somchai")
                (query.offset, query.limit) = (offset, 10)
                let page = try await picture.rich.search(query, as: picture.viewer)
                #expect(page.total == 53)
                seen += page.hits.map(\.entity.id)
            }
            #expect(seen.count == 53 && Set(seen).count == 53)
        }
    }
}
