import Access
import Formats
import TestSupport
import Testing

@testable import RichPicture

@Suite("Names are found in every script")
struct NameSearchTests {
    /// Common names of the region, each with a part of it and a way to write it in Latin letters.
    static let names: [(name: String, part: String, latin: String?)] = [
        ("สมชาย ใจดี", "ชาย", "Somchai"), ("สุวัฒน์ชัย แดนอธิพงศ์", "แดน", nil), ("មករា សុខា", "សុខា", "Sokha"),
        ("បន្ទាយនាង", "នាង", "Banteay Neang"), ("ສົມສັກ ວົງສາ", "ສັກ", "Somsack"), ("အောင်ဆန်း", "ဆန်း", "Aung San"),
        ("ခိုင်ဝါ", "ဝါ", "Khaing War"), ("王小明", "小明", "Wang Xiaoming"), ("Nguyễn Văn Hùng", "Văn", "nguyen hung"),
        ("Bambang Nur Nasution", "Nasution", "nasution"), ("Ketut Hidayat", "Ketut", "ketut hidayat"),
    ]

    static func filled(_ backend: Backend, _ body: (Picture) async throws -> Void) async throws {
        try await Picture.open(backend) { picture in
            try await picture.add(TestProfiles.people(names.map { "\($0.name),,,," }), .people())
            try await body(picture)
        }
    }

    static func captions(_ picture: Picture, _ text: String) async throws -> [String] {
        try await picture.rich.search(SearchQuery(text), as: picture.viewer).hits.map(\.entity.caption)
    }

    @Test("the whole name, first and as exact", arguments: Backend.present)
    func whole(_ backend: Backend) async throws {
        try await Self.filled(backend) { picture in
            for item in Self.names {
                let hit = try #require(try await picture.first(item.name), "\(item.name)")
                #expect(hit.entity.caption == item.name && hit.matched == item.name)
                #expect([.exact, .part, .word].contains(hit.reason), "\(item.name): \(hit.reason)")
                #expect(hit.property == .name && hit.citation?.sourceName == "people.csv")
            }
        }
    }

    @Test("a part of it, in scripts with and without spaces", arguments: Backend.present)
    func part(_ backend: Backend) async throws {
        try await Self.filled(backend) { picture in
            for item in Self.names {
                let found = try await Self.captions(picture, item.part)
                #expect(found.contains(item.name), "\(item.part)")
            }
        }
    }

    @Test(
        "every part of two characters and more of a name without spaces", arguments: Backend.present,
        ["สมชายใจดี", "អង្គរវត្ត", "ວົງສາ", "အောင်ဆန်း", "欧阳小明"])
    func everyPart(_ backend: Backend, _ name: String) async throws {
        try await Picture.open(backend) { picture in
            try await picture.add(TestProfiles.people(["\(name),,,,"]), .people())
            let characters = Array(name)
            for start in characters.indices {
                for end in start..<characters.count where end > start {
                    let part = String(characters[start...end])
                    #expect(try await Self.captions(picture, part) == [name], "\(part)")
                }
            }
        }
    }

    @Test("written in Latin letters, as it sounds", arguments: Backend.present)
    func romanised(_ backend: Backend) async throws {
        try await Self.filled(backend) { picture in
            for item in Self.names {
                guard let latin = item.latin else { continue }
                let found = try await Self.captions(picture, latin)
                #expect(found.contains(item.name), "\(latin)")
            }
        }
    }

    @Test("exact stands before a word, a word before a sound; the reason says which", arguments: Backend.present)
    func ranking(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let people = [
                "Chaidee Somchay,,,,", "สมชาย,,,,", "Somchai Jaidee,,,,", "Somchai,,,,", "Wichai,,,,somchai was here",
            ]
            try await picture.add(TestProfiles.people(people), .people())
            let hits = try await picture.rich.search(SearchQuery("Somchai"), as: picture.viewer).hits
            let order = hits.map(\.entity.caption)
            #expect(order.first == "Somchai" || order.first == "Somchai Jaidee")
            let reasons = Dictionary(uniqueKeysWithValues: hits.map { ($0.entity.caption, $0.reason) })
            #expect(reasons["สมชาย"] == .sound && reasons["Chaidee Somchay"] == .sound)
            #expect([.exact, .word].contains(reasons["Somchai"] ?? .filter) && reasons["Wichai"] == .text)
            let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
            #expect((place["Somchai Jaidee"] ?? 9) < (place["สมชาย"] ?? 9))
            #expect((place["Somchai"] ?? 9) < (place["Chaidee Somchay"] ?? 9))
            let both = try await picture.rich.search(SearchQuery("somchai jaidee"), as: picture.viewer).hits
            #expect(both.first?.entity.caption == "Somchai Jaidee")
        }
    }

    @Test("a better grade ranks higher among equals", arguments: Backend.present)
    func gradeRanks(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            for (index, grade) in ["3EP", "1AP", "2CP"].enumerated() {
                let text = TestProfiles.people(["Somchai Jaidee,,,,number \(index)"])
                let graded = try Grade(grade)
                try await picture.add(text, .people("\(grade).csv").with { $0.grade = graded })
            }
            let hits = try await picture.rich.search(SearchQuery("Somchai Jaidee"), as: picture.viewer).hits
            #expect(hits.map(\.confidence) == [4, 1, 0])
            #expect(hits.map { $0.citation?.grade.code } == ["1AP", "2CP", "3EP"])
        }
    }

    @Test(
        "the native names of the synthetic records are found, whole and by their last word",
        .enabled(if: Shared.isPresent, "needs ../shared"), arguments: Backend.present)
    func sea(_ backend: Backend) async throws {
        let records = try Self.records()
        try await Picture.open(backend) { picture in
            let lines = records.map { "\"\($0)\",,,," }
            try await picture.add(TestProfiles.people(lines), .people())
            for name in records {
                #expect(try await Self.captions(picture, name).contains(name), "\(name)")
                let last = String(name.split(separator: " ").last ?? "")
                var query = SearchQuery(last)
                query.limit = 300
                let found = try await picture.rich.search(query, as: picture.viewer)
                #expect(found.hits.contains { $0.entity.caption == name } || found.isTruncated, "\(last) of \(name)")
            }
        }
    }

    // Every 25th distinct native name.
    static func records() throws -> [String] {
        let text = try Shared.bytes("data/sea/sea_20000.csv")
        var reader = DelimitedReader(ByteStream(text), dialect: .csv)
        var batch = RecordBatch()
        var names: Set<String> = []
        while try reader.read(into: &batch, atMost: 4_096) {
            for record in 0..<batch.count where batch.record(record).count > 5 { names.insert(batch.record(record)[5]) }
            batch.clear()
        }
        let sorted = names.subtracting(["", "name_native"]).sorted()
        return stride(from: 0, to: sorted.count, by: 25).map { sorted[$0] }
    }
}
