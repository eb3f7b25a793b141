import Access
import TestSupport
import Testing

@testable import RichPicture

@Suite("What one entity's page says")
struct EntityViewTests {
    static let document = """
        profile: test-documents
        title: Documents with what they say
        stream: register
        zone: UTC
        table documents
        entity document d key number as document
            name        = name
            birthDate   = born as time yyyy-MM-dd
            nationality = nationality
        """

    @Test(
        "R043: values that contradict each other stand side by side, each with grade and line, and are named",
        arguments: Backend.present)
    func contradictions(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let profile = try Profile(parsing: Self.document)
            let rich = try await RichPicture.open(
                Picture.desk(picture.database), now: { Picture.noon }, newSecret: [], profiles: [profile])
            let other = Picture(rich: rich, database: picture.database, folder: picture.folder)
            let head = "number,name,born,nationality\n"
            let repeated = String(repeating: "MM:MB123456,Hla Hla,1990-01-02,MM\n", count: 700)
            let request = ImportRequest(
                name: "police.csv", owner: "police", grade: try Grade("2CP"), profile: "test-documents")
            try await other.add(head + repeated, request)
            try await other.add(
                head + "MM:MB123456,Hla Hla,1991-01-02,MM\n",
                ImportRequest(name: "border.csv", owner: "border", grade: try Grade("B32"), profile: "test-documents"))
            let hit = try #require(try await other.first("MB123456", country: "MM"))
            let view = try #require(try await rich.entity(hit.entity.id, as: other.viewer))
            #expect(view.contradictions == [.birthDate])
            let born = view.values.filter { $0.property == .birthDate }
            #expect(born.map(\.text) == ["1991-01-02", "1990-01-02"])
            #expect(born.map(\.citation.grade.code) == ["B32", "2CP"])
            #expect(born.map(\.citation.grade.scheme) == [.fiveFiveFive, .threeFiveTwo])
            #expect(born.map(\.citation.line) == [2, 2] && born.map(\.citation.owner) == ["border", "police"])
            #expect(view.values.filter { $0.property == .name }.count == 2)
        }
    }

    @Test(
        "a cell is a sector with its reach; places that differ stand side by side; repetition is one mark",
        arguments: Backend.present)
    func sectors(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let rows = Array(repeating: "1,Pier,13.5,100.2,90,120,1500", count: 300) + ["2,Farm,14.5,100.3,,,800"]
            try await picture.add(
                TestProfiles.cells(rows), ImportRequest(name: "cells.csv", owner: "operator", profile: "test-cells"))
            try await picture.add(
                TestProfiles.cells(["1,Pier,13.6,100.2,90,120,1500"]),
                ImportRequest(name: "cells-2.csv", owner: "operator", grade: try Grade("1AP"), profile: "test-cells"))
            try await picture.add(TestProfiles.calls(["0812345678,0898765432,2026-06-01 08:15,205,1"]), .calls())
            let view = try #require(try await picture.rich.entity(picture.id(.cell, "local:1"), as: picture.viewer))
            #expect(view.places.map(\.latitude) == [13.6, 13.5])
            #expect(view.places.allSatisfy { $0.azimuth == 90 && $0.beam == 120 && $0.radius == 1_500 })
            let map = try #require(
                try await picture.rich.map(filter: PictureFilter(), around: nil, limit: 10, as: picture.viewer))
            #expect(map.total == 3 && map.marks.count == 3)
            #expect(map.marks.filter { $0.entity.caption == "1" }.map(\.events) == [1, 1])
            let farm = try #require(map.marks.first { $0.entity.caption == "2" })
            #expect(farm.place.azimuth == nil && farm.place.radius == 800 && farm.events == 0)
            let seen = try #require(
                try await picture.rich.map(
                    filter: PictureFilter(), around: picture.id(.phone, "66812345678"), limit: 10, as: picture.viewer))
            #expect(Set(seen.marks.map(\.entity.caption)) == ["1"])
        }
    }

    @Test(
        "every entity has as many events as its timeline shows: phones, cells, handsets, SIMs, calls to oneself",
        arguments: Backend.present)
    func eventCounts(_ backend: Backend) async throws {
        let head = "CALLING_NUMBER,CALLED_NUMBER,START_TIME,DURATION_SEC,CALL_TYPE,IMEI,IMSI,CELL_ID\n"
        let rows = """
            0812345678,0898765432,2026-06-01 08:15:22,205,VOICE,490154203237518,520011234567890,520-01-1-1
            0812345678,0812345678,2026-06-02 08:15:22,,SMS,490154203237518,520011234567890,520-01-1-2
            0898765432,0812345678,2026-06-03 08:15:22,9,VOICE,,,520-01-1-1

            """
        try await Picture.open(backend) { picture in
            let request = ImportRequest(name: "siam.csv", owner: "siam", authority: .order)
            let source = try await picture.add(head + rows, request)
            #expect(source.profile == "calls-siam" && source.counts.rejected == 0)
            var query = SearchQuery("")
            query.limit = 50
            let hits = try await picture.rich.search(query, as: picture.viewer).hits
            #expect(Set(hits.map(\.entity.kind)) == [.phone, .handset, .sim, .cell])
            for hit in hits {
                let view = try #require(try await picture.rich.entity(hit.entity.id, as: picture.viewer))
                let line = try #require(
                    try await picture.rich.timeline(
                        of: hit.entity.id, filter: PictureFilter(), offset: 0, limit: 9, as: picture.viewer))
                #expect(view.eventCount == line.total && line.events.count == line.total, "\(hit.entity)")
                #expect(line.events.map(\.start.milliseconds) == line.events.map(\.start.milliseconds).sorted())
            }
        }
    }

    @Test("times keep the zone and the precision in which they were told", arguments: Backend.present)
    func times(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            try await picture.add(
                TestProfiles.calls([
                    "0812345678,0820000001,2026-06-01 08:15,1,", "0812345678,0820000001,2026-06-01 08:15:22,1,",
                ]), .calls())
            try await picture.add(
                TestProfiles.calls(["0812345678,0820000002,2026-06-01 08:15,1,"]),
                .calls("utc.csv").with { $0.zone = "UTC" })
            try await picture.add(
                TestProfiles.calls(["0812345678,0820000003,2026-06-01 08:15,1,"]),
                .calls("mm.csv").with { $0.zone = "Asia/Yangon" })
            let line = try #require(
                try await picture.rich.timeline(
                    of: nil, filter: PictureFilter(), offset: 0, limit: 9, as: picture.viewer))
            #expect(
                line.events.map(\.start.iso) == [
                    "2026-06-01T08:15+07:00", "2026-06-01T08:15:22+07:00", "2026-06-01T08:15+06:30",
                    "2026-06-01T08:15Z",
                ])
            #expect(line.total == 4 && line.histogram.map(\.count).reduce(0, +) == 4)
            var filter = PictureFilter()
            filter.from = line.events[2].start.milliseconds
            filter.until = line.events[3].start.milliseconds
            let middle = try await picture.rich.timeline(
                of: nil, filter: filter, offset: 0, limit: 9, as: picture.viewer)
            #expect(middle?.total == 1)
        }
    }
}
