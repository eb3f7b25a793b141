import Storage
import TestSupport
import Testing

@Suite("Bulk loading")
struct LoadTests {
    static let table = Migration(
        "0001-values",
        [
            "CREATE TABLE one (id {id}, i {int}, r {real}, t {text}, n {int}, c {int}) {table}",
            "CREATE TABLE two (id {id}, i {int}, r {real}, t {text}, n {int}, c {int}) {table}",
        ])

    private static func batch(_ range: Range<Int>) -> ColumnBatch {
        var texts = TextColumn()
        for id in range { texts.append(id % 7 == 0 ? nil : id % 5 == 0 ? "" : "ชื่อ \(id)") }
        var batch = ColumnBatch()
        batch.add("id", range.map { Int64($0) })
        batch.add("i", range.map { $0 % 3 == 0 ? Int64.min : Int64($0 - 500) << 30 })
        batch.add("r", range.map { $0 % 4 == 0 ? Double.nan : Double($0) / 3 })
        batch.add("t", texts)
        batch.add("n", range.map { _ in Int64.min })
        batch.add("c", constant: Int64(range.lowerBound))
        return batch
    }

    @Test("100,000 rows loaded are the 100,000 rows inserted one by one", arguments: Backend.present)
    func equality(_ backend: Backend) async throws {
        try await backend.withDatabase([Self.table]) { database in
            try await database.write { writing in
                for start in stride(from: 0, to: 100_000, by: 12_500) {
                    try writing.load(Self.batch(start..<(start + 12_500)), into: "one")
                }
                for id in 0..<100_000 {
                    let i = id % 3 == 0 ? nil : (id - 500) << 30
                    let r = id % 4 == 0 ? nil : Double(id) / 3
                    let t = id % 7 == 0 ? nil : id % 5 == 0 ? "" : "ชื่อ \(id)"
                    let c = id / 12_500 * 12_500
                    try writing.execute("INSERT INTO two (id, i, r, t, c) VALUES (\(id), \(i), \(r), \(t), \(c))")
                }
            }
            let difference = try await database.read { reading in
                try reading.rows(
                    """
                    SELECT COUNT(*) FROM one, two WHERE one.id = two.id AND one.i IS NOT DISTINCT FROM two.i
                    AND one.r IS NOT DISTINCT FROM two.r AND one.t IS NOT DISTINCT FROM two.t AND one.n IS NULL
                    AND one.c = two.c
                    """
                ).map { $0.int(0) }
            }
            #expect(difference == [100_000])
        }
    }

    @Test("a scan reads every whole number, and NULL as the smallest", arguments: Backend.present)
    func scan(_ backend: Backend) async throws {
        try await backend.withDatabase([Self.table]) { database in
            try await database.write { try $0.load(Self.batch(0..<10_000), into: "one") }
            let sums = try await database.read { reading in
                var (rows, ids, nulls, wrong) = (0, 0, 0, 0)
                try reading.scan("SELECT id, i, n FROM one WHERE id < \(9_999)") { row in
                    rows += 1
                    ids += Int(row[0])
                    if row[1] == Int64.min { nulls += 1 } else if row[1] != (row[0] - 500) << 30 { wrong += 1 }
                    if row[2] != Int64.min { wrong += 1 }
                }
                return [rows, ids, nulls, wrong]
            }
            #expect(sums == [9_999, 9_998 * 9_999 / 2, 3_333, 0])
        }
    }

    /// A text for a column of whole numbers.
    private static let wrong = {
        var batch = ColumnBatch()
        batch.add("id", [Int64(1)])
        batch.add("i", TextColumn(["no number"]))
        return batch
    }()

    @Test("a batch that breaks a rule leaves nothing, and the connection serves on", arguments: Backend.present)
    func refusal(_ backend: Backend) async throws {
        try await backend.withPlace { place in
            let database = try await place.open(connections: 1)
            try await database.migrate([Self.table])
            await #expect(throws: StorageError.self) {
                try await database.write { writing in
                    try writing.load(Self.batch(0..<5_000), into: "one")
                    try writing.load(Self.batch(4_999..<9_000), into: "one")
                }
            }
            await #expect(throws: StorageError.self) {
                try await database.write { try $0.load(Self.wrong, into: "one") }
            }
            try await database.write { writing in
                try writing.load(Self.batch(0..<10), into: "one")
                try writing.load(ColumnBatch(), into: "one")
            }
            let count = try await database.read { try $0.row("SELECT COUNT(*) FROM one")?.int(0) }
            #expect(count == 10)
            try await database.close()
        }
    }

    @Test("a body that throws in the middle of a scan leaves the connection usable", arguments: Backend.present)
    func interruptedScan(_ backend: Backend) async throws {
        try await backend.withPlace { place in
            let database = try await place.open(connections: 1)
            try await database.migrate([Self.table])
            try await database.write { try $0.load(Self.batch(0..<10_000), into: "one") }
            for _ in 1...3 {
                await #expect(throws: TransactionTests.Mishap.self) {
                    try await database.read { reading in
                        try reading.scan("SELECT id FROM one ORDER BY id") {
                            if $0[0] == 5_000 { throw TransactionTests.Mishap() }
                        }
                    }
                }
            }
            let count = try await database.read { try $0.row("SELECT COUNT(*) FROM one")?.int(0) }
            #expect(count == 10_000)
            try await database.close()
        }
    }
}
