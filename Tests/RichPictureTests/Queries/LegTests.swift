import Access
import Storage
import TestSupport
import Testing

@testable import RichPicture

@Suite("What contributors of each leg of the way say")
struct LegTests {
    private static let number = "0812345678"

    // The same number: said by an organisation where people come from, by one where they are exploited, and in calls.
    private static func fill(_ picture: Picture) async throws {
        func said(_ name: String, by owner: String, on leg: Leg?) async throws {
            let text = TestProfiles.people(["\(name),,1980-01-02,\(number),"])
            let request = ImportRequest.people("\(name).csv", owner: owner).with { request in
                (request.leg, request.stream) = (leg, .ngo)
            }
            #expect(try await picture.add(text, request).leg == leg)
        }
        try await said("Somchai", by: "Baan Rom Yen", on: .source)
        try await said("Hla", by: "Open Ledger", on: .destination)
        try await said("Chan", by: "Somebody", on: nil)
        let calls = TestProfiles.calls(["\(number),0898765432,2026-06-01 08:15,30,"])
        try await picture.add(calls, ImportRequest.calls().with { $0.leg = .transit })
    }

    @Test(
        "R071: search, network, timeline and exports show what NGOs say by leg, beside what the police have",
        arguments: Backend.present)
    func byLeg(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            try await Self.fill(picture)
            let (rich, viewer) = (picture.rich, picture.viewer)
            func found(_ text: String, _ legs: Set<Leg>) async throws -> Int {
                var query = SearchQuery(text)
                query.legs = legs
                return try await rich.search(query, country: "TH", as: viewer).total
            }
            for name in ["Somchai", "Hla", "Chan"] { #expect(try await found(name, []) == 1) }
            #expect(try await found("Somchai", [.source]) == 1)
            #expect(try await found("Hla", [.source]) == 0)
            #expect(try await found("Hla", [.destination, .transit]) == 1)
            #expect(try await found("Chan", Set(Leg.allCases)) == 0)
            let page = try await rich.search(SearchQuery(Self.number), country: "TH", as: viewer)
            let phone = try #require(page.hits.first { $0.entity.kind == .phone }?.entity.id)
            // All of them speak of one number: NGO data beside call records.
            #expect(Set(page.streams.map(\.stream)) == [.ngo, .telephony])
            func filter(_ legs: Set<Leg>) -> PictureFilter {
                var filter = PictureFilter()
                filter.legs = legs
                return filter
            }
            func around(_ legs: Set<Leg>) async throws -> Int? {
                try await rich.neighbours(of: [phone], hops: 1, filter: filter(legs), limit: 50, as: viewer)?.nodes
                    .count
            }
            #expect(try await around([]) == 5)
            for (legs, nodes) in [([.source], 2), ([.transit], 2), ([.source, .destination], 3)] as [(Set<Leg>, Int)] {
                #expect(try await around(legs) == nodes)
            }
            func events(_ legs: Set<Leg>) async throws -> Int? {
                try await rich.timeline(of: phone, filter: filter(legs), offset: 0, limit: 50, as: viewer)?.total
            }
            for (legs, count) in [([], 1), ([.transit], 1), ([.source], 0)] as [(Set<Leg>, Int)] {
                #expect(try await events(legs) == count)
            }
            let reach = ExportReach(from: [phone], hops: 1)
            func exported(_ legs: Set<Leg>) async throws -> String {
                nonisolated(unsafe) var text = ""
                _ = try await rich.export(.ftm, filter: filter(legs), reach: reach, as: viewer) { _, bytes, _ in
                    text += String(decoding: bytes, as: UTF8.self)
                }
                return text
            }
            let all = try await exported([])
            #expect(all.contains("Somchai") && all.contains("Hla"))
            let source = try await exported([.source])
            #expect(source.contains("Somchai") && !source.contains("Hla"))
            // An order keeps its legs: what was approved is what leaves.
            #expect(ExportOrder(.ftm, filter: filter([.source]), reach: reach, ground: "x").filter.legs == [.source])
            #expect(try await rich.verify(as: viewer).problem == nil)
        }
    }

    @Test("R071: the leg of a source is checked against its record")
    func verified() async throws {
        try await Picture.open(.sqlite) { picture in
            try await Self.fill(picture)
            try await picture.database.write {
                _ = try $0.execute("UPDATE source SET leg = 'transit' WHERE name = 'Hla.csv'")
            }
            #expect(try await picture.rich.verify(as: picture.viewer).problem != nil)
        }
    }
}
