import Testing

@testable import Linkage

/// What may be joined and what may not.
@Suite struct ClusterTests {
    /// Trained by hand, so that the test knows what weighs what.
    private static func settings() -> Settings {
        func levels(_ kind: Comparison.Kind, _ columns: Int, _ values: [(Double, Double)]) -> [Level] {
            zip(kind.levels(columns: columns), values).map { level, value in
                var level = level
                (level.rarity, level.m, level.u) = (0, value.0, value.1)
                return level
            }
        }
        let name = levels(
            .name, 2, [(0.6, 0.001), (0.2, 0.001), (0.1, 0.001), (0.04, 0.002), (0.04, 0.02), (0.02, 0.975)])
        let document = levels(.document, 1, [(0.95, 1e-6), (0.04, 1e-6), (0.005, 1e-5), (0.005, 0.99)])
        let phone = levels(.phone, 1, [(0.7, 1e-5), (0.05, 1e-5), (0.25, 0.99)])
        let date = levels(
            .date, 1, [(0.9, 1e-4), (0.02, 1e-4), (0.03, 0.01), (0.02, 0.01), (0.01, 0.02), (0.01, 0.04), (0.01, 0.92)])
        var settings = Settings(
            comparisons: [
                Comparison("name", kind: .name, columns: ["given", "family"], levels: name),
                Comparison("passport", kind: .document, columns: ["passport"], levels: document),
                Comparison("phone", kind: .phone, columns: ["phone"], levels: phone),
                Comparison("dob", kind: .date, columns: ["dob"], levels: date),
            ],
            blocking: [BlockingRule([.init("name", .words)]), BlockingRule([.init("phone", .whole)])])
        settings.prior = 0.001
        settings.threshold = 0
        settings.pairsPerRecord = 100
        settings.pairsInAll = 100
        return settings
    }

    private static func table(_ rows: [[String]]) -> Table {
        var table = Table(columns: ["given", "family", "passport", "phone", "dob"])
        for (number, row) in rows.enumerated() { table.append(id: "r\(number)", fields: row) }
        return table
    }

    private static func clusters(_ rows: [[String]], _ change: (inout Settings) -> Void = { _ in }) throws -> [[Int]] {
        var settings = settings()
        change(&settings)
        return try Linker(table(rows), settings).clusters().map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }

    @Test("two documents of one kind that differ are never in one cluster, not even over a third record")
    func documents() throws {
        let bridge = [
            ["Malee", "Jaidee", "P1234567", "66810000001", "1990-05-05"],
            ["Malee", "Jaidee", "", "66810000001", "1990-05-05"],
            ["Malee", "Jaidee", "Q7654321", "66810000001", "1990-05-05"],
        ]
        let found = try Self.clusters(bridge)
        #expect(found.allSatisfy { !($0.contains(0) && $0.contains(2)) }, "\(found)")
        #expect(found.count == 1)
        let slip = try Self.clusters([bridge[0], ["Malee", "Jaidee", "P1234576", "", "1990-05-05"]])
        #expect(slip == [[0, 1]], "a slip of the pen is no other document")
    }

    @Test("where documents are often wrong, they are evidence and no bar")
    func unreliableDocuments() throws {
        let rows = [
            ["Malee", "Jaidee", "P1234567", "66810000001", "1990-05-05"],
            ["Malee", "Jaidee", "Q7654321", "66810000001", "1990-05-05"],
        ]
        let found = try Self.clusters(rows) { settings in
            settings.comparisons[1].levels[3].m = 0.1
        }
        #expect(found == [[0, 1]])
    }

    @Test("two birth dates, each given twice, are two persons")
    func birthDates() throws {
        let found = try Self.clusters([
            ["Malee", "Jaidee", "", "66810000001", "1990-05-05"], ["Malee", "Jaidee", "", "66810000001", "1990-05-05"],
            ["Malee", "Jaidee", "", "66810000001", "1972-11-23"], ["Malee", "Jaidee", "", "66810000001", "1972-11-23"],
            ["Malee", "Jaidee", "", "66810000001", ""],
        ])
        #expect(found.allSatisfy { !($0.contains(0) && $0.contains(2)) }, "\(found)")
        #expect(found.contains { Set([0, 1]).isSubset(of: Set($0)) })
        #expect(found.contains { Set([2, 3]).isSubset(of: Set($0)) })
    }

    @Test("no cluster is larger than the settings allow")
    func size() throws {
        let rows = (0..<40).map { _ in ["Malee", "Jaidee", "", "66810000001", "1990-05-05"] }
        let found = try Self.clusters(rows) { $0.largestCluster = 7 }
        #expect(found.allSatisfy { $0.count <= 7 })
        #expect(found.contains { $0.count == 7 })
    }

    @Test("a judgement outweighs the evidence in both directions")
    func judgements() throws {
        let rows = [
            ["Malee", "Jaidee", "", "66810000001", "1990-05-05"], ["Malee", "Jaidee", "", "66810000001", "1990-05-05"],
            ["Somsak", "Thongdee", "", "", "1950-01-02"],
        ]
        let linker = try Linker(Self.table(rows), Self.settings())
        #expect(linker.clusters(judgements: [Judgement("r0", "r1", .notSame)]).isEmpty)
        #expect(linker.clusters(judgements: [Judgement("r1", "r0", .unknown)]).isEmpty)
        let joined = linker.clusters(judgements: [Judgement("r2", "r0", .same)])
        #expect(joined.map { $0.sorted() } == [[0, 1, 2]])
    }

    @Test("two of one household are not one person")
    func household() throws {
        let sisters = [
            ["Malee", "Wannasirikul", "", "66810000001", ""], ["Karawek", "Wannasirikul", "", "66810000001", ""],
        ]
        #expect(try Self.clusters(sisters) == [[0, 1]], "without the household the telephone decides")
        let found = try Self.clusters(sisters) {
            $0.household = Household(share: 0.005, shared: ["phone"], name: "name")
        }
        #expect(found.isEmpty)
    }

    @Test("the assignment is the best of all", arguments: [1, 2, 3])
    func assignment(_ seed: UInt64) {
        var dice = Dice(seed: seed)
        for _ in 0..<20 {
            let cost = (0..<16).map { _ in Int64(dice.below(50)) - 25 }
            let chosen = Assignment.solve(cost, rows: 4, columns: 4)
            let sum = chosen.enumerated().reduce(Int64(0)) { $0 + cost[$1.offset * 4 + $1.element] }
            #expect(Set(chosen).count == 4)
            #expect(sum == Self.best(cost, 0, []), "seed \(seed)")
        }
    }

    private static func best(_ cost: [Int64], _ row: Int, _ used: Set<Int>) -> Int64 {
        if row == 4 { return 0 }
        return (0..<4).filter { !used.contains($0) }
            .map { cost[row * 4 + $0] + best(cost, row + 1, used.union([$0])) }.min() ?? 0
    }
}
