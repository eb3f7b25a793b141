import Access
import Daybreak
import Foundation
import RichPicture
import Storage
import StorageSQLite

/// A thousand mixed searches beside a bare indexed lookup of the same numbers in the peer's table, and two-hop walks.
enum SearchBench {
    static func run(database: String, peer: String) async throws {
        let daybreak = try await makeDaybreak(.live(database: database))
        let viewer = Viewer.owner(of: "bench")
        // The same rows through labels: every other of so many, those of the rows among them.
        let own = try await daybreak.database.read { connection in
            try connection.rows("SELECT label FROM source UNION SELECT identity FROM source").map { $0.int(0) }
        }
        func cleared(_ labels: Int) -> Viewer {
            var cleared = viewer
            cleared.clearance = Clearance(own + stride(from: 1, to: labels, by: 2))
            return cleared
        }
        var searches: [Double] = []
        var random = SplitMix(state: 11)
        let queries = (0..<1_000).map { mixed($0, &random) }
        for query in queries.prefix(50) { _ = try await daybreak.picture.search(query, country: "TH", as: viewer) }
        for query in queries {
            searches.append(
                try await timed {
                    let page = try await daybreak.picture.search(query, country: "TH", as: viewer)
                    guard !page.hits.isEmpty else { throw BenchError.nothingFound(query.text) }
                })
        }
        let lookups = try await bare(peer)
        let walks = try await walk(daybreak.picture, viewer)
        let prices = try await price(daybreak.picture, queries, viewer, cleared(128))
        let many = try await price(daybreak.picture, queries, viewer, cleared(1_000))
        try await daybreak.close()
        ImportBench.report([
            "search_p50_us": percentile(searches, 0.5), "search_p99_us": percentile(searches, 0.99),
            "lookup_p50_us": percentile(lookups, 0.5), "lookup_p99_us": percentile(lookups, 0.99),
            "walk_p50_us": percentile(walks, 0.5), "walk_p99_us": percentile(walks, 0.99),
            "search_price": prices.search, "walk_price": prices.walk,
            "search_price_of_many": many.search, "walk_price_of_many": many.walk,
        ])
    }

    // Whole numbers in four spellings, the last digits, cells, and filters.
    private static func mixed(_ index: Int, _ random: inout SplitMix) -> SearchQuery {
        let number = CallRecords.number(random.below(20_000))
        switch index % 6 {
        case 0: return SearchQuery(number)
        case 1: return SearchQuery("+66 " + number.dropFirst())
        case 2: return SearchQuery("\(number.prefix(3))-\(number.dropFirst(3).prefix(3))-\(number.dropFirst(6))")
        case 3: return SearchQuery(String(number.suffix(7)))
        case 4: return SearchQuery("520-01-\(1_000 + random.below(20))-\(random.below(100))")
        default:
            var query = SearchQuery("0066" + number.dropFirst())
            query.kinds = [.phone]
            query.streams = [.telephony]
            return query
        }
    }

    // The floor: one prepared statement on one index of the table that `sqlite3 .import` has made, one page of rows.
    private static func bare(_ peer: String) async throws -> [Double] {
        let database = try SQLiteDatabase(path: peer)
        var random = SplitMix(state: 11)
        var times: [Double] = []
        for _ in 0..<1_050 {
            let number = CallRecords.number(random.below(20_000))
            times.append(
                try await timed {
                    _ = try await database.read {
                        try $0.rows("SELECT * FROM calls WHERE CALLING_NUMBER = \(number) ORDER BY START_TIME LIMIT 25")
                    }
                })
        }
        try await database.close()
        return Array(times.dropFirst(50))
    }

    private static func walk(_ picture: RichPicture, _ viewer: Viewer) async throws -> [Double] {
        var times: [Double] = []
        for index in 0..<210 {
            // Numbers from the middle of the distribution: of median degree.
            let page = try await picture.search(
                SearchQuery(CallRecords.number(12_500 + index)), country: "TH", as: viewer)
            guard let seed = page.hits.first?.entity.id else { continue }
            times.append(
                try await timed {
                    _ = try await picture.reach(from: seed, hops: 2, filter: PictureFilter(), as: viewer)
                })
        }
        return Array(times.dropFirst(10))
    }

    // What looking through labels costs beside looking unfiltered: the same queries and walks in turns, all of them together.
    private static func price(
        _ picture: RichPicture, _ queries: [SearchQuery], _ unfiltered: Viewer, _ cleared: Viewer
    ) async throws -> (search: Double, walk: Double) {
        var (search, walk) = ([0.0, 0.0], [0.0, 0.0])
        for (index, query) in queries.enumerated() {
            for (side, viewer) in [unfiltered, cleared].enumerated() {
                search[side] += try await timed { _ = try await picture.search(query, country: "TH", as: viewer) }
                guard index < 200 else { continue }
                let number = SearchQuery(CallRecords.number(12_500 + index))
                let page = try await picture.search(number, country: "TH", as: viewer)
                guard let seed = page.hits.first?.entity.id else { continue }
                walk[side] += try await timed {
                    _ = try await picture.reach(from: seed, hops: 2, filter: PictureFilter(), as: viewer)
                }
            }
        }
        return (search[1] / search[0], walk[1] / walk[0])
    }

    // The median of five: what it costs, and not what else the machine has been doing in one of them.
    private static func timed(_ body: () async throws -> Void) async throws -> Double {
        let clock = ContinuousClock()
        var times: [Double] = []
        for _ in 0..<5 {
            let start = clock.now
            try await body()
            times.append(ImportBench.seconds(clock.now - start) * 1e6)
        }
        return percentile(times, 0.5)
    }

    private static func percentile(_ values: [Double], _ share: Double) -> Double {
        let sorted = values.sorted()
        return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }
}
