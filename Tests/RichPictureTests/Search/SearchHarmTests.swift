import Access
import TestSupport
import Testing

@testable import RichPicture

@Suite("A search can be asked anything")
struct SearchHarmTests {
    static let odd: [String] = [
        "", " ", "\u{0}", "a\u{0}b", "'", "\"", "''; DROP TABLE entity;--", "%", "_", "\\", "?", "$1", ":x", "*", "(",
        ")", "\n",
        "😀", "👨‍👩‍👧‍👦", "\u{202E}abc", "\u{FFFF}", "\u{10FFFF}", "e\u{301}", "ﬁ", "ⅷ", "١٢٣", "๐๘๑", "0", "+", "+66", "66",
        "@", "/",
        "a@b", "...", "-", "0812345678\u{0}",
    ]

    @Test("odd characters, and ten thousand of them, find or do not find, and never fail", arguments: Backend.present)
    func odd(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            try await picture.add(TestProfiles.people(["Somchai,สมชาย,,0812345678,boat at the pier"]), .people())
            let long = ["a", "ก", "9", "😀", "ab ", "ก ", "9 ", "'", "\u{0}"].map {
                String(repeating: $0, count: 10_000)
            }
            for text in Self.odd + long {
                let page = try await picture.rich.search(SearchQuery(text), country: "TH", as: picture.viewer)
                #expect(page.total >= page.hits.count, "\(text.prefix(20))")
                _ = try await picture.rich.suggest(text, limit: 5, as: picture.viewer)
                var query = SearchQuery(text)
                query.place = text
                _ = try await picture.rich.search(query, as: picture.viewer)
                #expect(try await picture.rich.entity(text, as: picture.viewer) == nil)
                #expect(
                    try await picture.rich.neighbours(
                        of: [text], hops: 2, filter: PictureFilter(), limit: 9, as: picture.viewer) == nil)
                #expect(try await picture.rich.source(text, line: 1, context: 1, as: picture.viewer) == nil)
                #expect(try await picture.rich.image(text, as: picture.viewer) == nil)
            }
            #expect(try await picture.first("Somchai") != nil)
        }
    }

    @Test("numbers out of all reason are cut to what there is", arguments: Backend.present, [-1, 0, Int.max, Int.min])
    func bounds(_ backend: Backend, _ number: Int) async throws {
        try await Picture.open(backend) { picture in
            try await picture.add(TestProfiles.calls(["0812345678,0898765432,2026-06-01 08:15,1,1"]), .calls())
            var query = SearchQuery("")
            (query.offset, query.limit) = (number, number)
            (query.from, query.until, query.confidence) = (number, number, number)
            _ = try await picture.rich.search(query, as: picture.viewer)
            query = SearchQuery("0812345678")
            (query.offset, query.limit) = (number, number)
            _ = try await picture.rich.search(query, as: picture.viewer)
            _ = try await picture.rich.suggest("081", limit: number, as: picture.viewer)
            var filter = PictureFilter()
            let id = picture.id(.phone, "66812345678")
            for _ in 0..<2 {
                _ = try await picture.rich.timeline(
                    of: id, filter: filter, offset: number, limit: number, as: picture.viewer)
                _ = try await picture.rich.neighbours(
                    of: [id], hops: number, filter: filter, limit: number, as: picture.viewer)
                _ = try await picture.rich.reach(from: id, hops: number, filter: filter, as: picture.viewer)
                _ = try await picture.rich.map(filter: filter, around: nil, limit: number, as: picture.viewer)
                (filter.from, filter.until, filter.confidence) = (number, number, number)
            }
        }
    }
}
