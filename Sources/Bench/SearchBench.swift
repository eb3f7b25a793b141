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
        try await daybreak.close()
        ImportBench.report([
            "search_p50_us": percentile(searches, 0.5), "search_p99_us": percentile(searches, 0.99),
            "lookup_p50_us": percentile(lookups, 0.5), "lookup_p99_us": percentile(lookups, 0.99),
            "walk_p50_us": percentile(walks, 0.5), "walk_p99_us": percentile(walks, 0.99),
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
