import Access
import TestSupport
import Testing

@testable import RichPicture

@Suite("Values that a database could stumble over")
struct HostileValuesTests {
    @Test(
        "U+0000 in a cell is refused with its row or kept without harm, on both databases", arguments: Backend.present)
    func zeroInATable(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let text = TestProfiles.people(["A\u{0}B,,,,x", "Good,,,,y", "C,,,,\"z\u{0}\"", "D,,,\u{0},"])
            let source = try await picture.add(text, .people())
            #expect(source.counts.rows == 4)
            #expect(try await picture.first("Good")?.entity.caption == "Good")
        }
    }

    @Test("an escaped U+0000 in JSON too", arguments: Backend.present)
    func zeroInJSON(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let map = """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"name":"Pier\\u0000One","note":"a\\u0000b"},"geometry":{"type":"Point","coordinates":[100.5,13.5]}},
                {"type":"Feature","properties":{"name":"Farm"},"geometry":{"type":"Point","coordinates":[100.5,13.5]}}]}
                """
            try await picture.add(map, ImportRequest(name: "map.geojson", owner: "community"))
            #expect(try await picture.first("Farm")?.entity.kind == .site)
            let lines = """
                {"id":"a\\u0000","schema":"Person","properties":{"name":["Zero\\u0000Man"]}}
                {"id":"b","schema":"Person","properties":{"name":["Good Woman"]}}

                """
            try await picture.add(lines, ImportRequest(name: "x.ftm.json", owner: "partner"))
            #expect(try await picture.first("Good Woman")?.entity.kind == .person)
        }
    }

    @Test("very long names, keys, notes and addresses are taken or refused row by row", arguments: Backend.present)
    func long(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            var dice = Dice(seed: 5)
            let random = String(
                (0..<20_000).map { _ in "abcdefghijklmnopqrstuvwxyz0123456789".randomElement(using: &dice) ?? "a" })
            let thai = String((0..<6_000).map { _ in "กขคงจฉชซดตถทนบปผพฟมยรลวสหอ".randomElement(using: &dice) ?? "ก" })
            let head = "ref,text,date,place,language,lat,lon,phone_mentioned,plate_mentioned,company_mentioned"
            let notes =
                "\(head)\n\(random),\(random) \(thai),2026-06-01,\(random),th,,,,,\(thai)\nshort,boat at the pier,2026-06-01,,en,,,,,\n"
            try await picture.add(notes, ImportRequest(name: "notes.csv", owner: "ngo", profile: "ngo-notes"))
            #expect(try await picture.first("pier")?.reason == .text)
            try await picture.add(TestProfiles.people(["\(random),\(thai),,,\(random)", "Good,,,,"]), .people())
            #expect(try await picture.first("Good") != nil)
            let register =
                "reg_no,name_th,name_en,type,registered,district,address,phone,director,director_id,shareholder,lat,lon"
            let rows = "\(register)\n0105551234567,ไทย,Thai,,,,\(random),,,,,,\n0105551234568,ดี,Dee,,,,Soi 1,,,,,,\n"
            try await picture.add(rows, ImportRequest(name: "r.csv", owner: "registrar", profile: "company-register"))
            #expect(try await picture.first("Dee")?.entity.kind == .company)
        }
    }

    @Test("a name is only a name: quotes, semicolons and patterns are stored as they stand", arguments: Backend.present)
    func quotes(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let names = [
                "Robert'); DROP TABLE entity;--", "100% sure_thing", "back\\slash", "emoji 😀 man", "tab\tman",
                "?1 $1 :a @b",
            ]
            try await picture.add(
                TestProfiles.people(names.map { "\"\($0.replacing("\"", with: "\"\""))\",,,," }),
                .people("o'neill %_?.csv", owner: "police's \"own\""))
            for name in names {
                let page = try await picture.rich.search(SearchQuery(name), as: picture.viewer)
                #expect(page.hits.first?.entity.caption == name, "\(name)")
            }
            #expect(try await picture.rich.sources(as: picture.viewer).map(\.owner) == ["police's \"own\""])
        }
    }
}
