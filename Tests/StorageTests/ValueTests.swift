import Storage
import TestSupport
import Testing

@Suite("Values")
struct ValueTests {
    static let table = Migration(
        "0001-values",
        ["CREATE TABLE thing (id {id}, i {int}, r {real}, t {text}, b {blob}) {table}"])

    static let rows: [[Value]] = [
        [.integer(1), .integer(0), .real(0), .text(""), .blob([])],
        [
            .integer(2), .integer(.max), .real(.greatestFiniteMagnitude), .text("สมชาย ใจดี 😀 e\u{301}"),
            .blob([0, 255, 0]),
        ],
        [.integer(3), .integer(.min + 1), .real(-0.1), .text("'; DROP TABLE thing; --"), .blob(Array(0...255))],
        [.integer(4), .null, .null, .null, .null],
        [.integer(5), .integer(-1), .real(1e-300), .text(String(repeating: "ที่\n", count: 100_000)), .blob([1])],
    ]

    @Test("all five types come back as they went in", arguments: Backend.present)
    func roundTrip(_ backend: Backend) async throws {
        try await backend.withDatabase([Self.table]) { database in
            let changed = try await database.write { writing in
                try Self.rows.map { row in
                    try writing.execute(
                        "INSERT INTO thing (id, i, r, t, b) VALUES (\(row[0]), \(row[1]), \(row[2]), \(row[3]), \(row[4]))"
                    )
                }
            }
            #expect(changed == [1, 1, 1, 1, 1])
            let (rows, each) = try await database.read { reading in
                var each: [[Value]] = []
                try reading.each("SELECT id, i, r, t, b FROM thing ORDER BY id") { each.append($0.values) }
                return (try reading.rows("SELECT id, i, r, t, b FROM thing ORDER BY id").map(\.values), each)
            }
            #expect(rows == Self.rows)
            #expect(each == Self.rows)
        }
    }

    @Test("each row is found by each of its values", arguments: Backend.present)
    func comparison(_ backend: Backend) async throws {
        try await backend.withDatabase([Self.table]) { database in
            try await database.write { writing in
                for row in Self.rows {
                    try writing.execute(
                        "INSERT INTO thing (id, i, r, t, b) VALUES (\(row[0]), \(row[1]), \(row[2]), \(row[3]), \(row[4]))"
                    )
                }
            }
            for row in Self.rows where row[1] != .null {
                let found = try await database.read { reading in
                    try [
                        reading.row("SELECT id FROM thing WHERE i = \(row[1])"),
                        reading.row("SELECT id FROM thing WHERE r = \(row[2])"),
                        reading.row("SELECT id FROM thing WHERE t = \(row[3])"),
                        reading.row("SELECT id FROM thing WHERE b = \(row[4])"),
                    ].map { $0?.values }
                }
                #expect(found == Array(repeating: [row[0]], count: 4))
            }
        }
    }

    @Test("what a value looks like never becomes part of the statement", arguments: Backend.present)
    func injection(_ backend: Backend) async throws {
        let texts = [
            "'", "''", "\"", "\\", "?", "$1", "'); DROP TABLE thing; --", "\\'; DROP TABLE thing; --", "/*", "*/", ";",
            "%", "_", "\u{FEFF}", "NULL", "E'\\x41'", "$$", "$tag$ x $tag$", "\r\n", "\u{202E}txet",
        ]
        try await backend.withDatabase([Self.table]) { database in
            for (id, text) in texts.enumerated() {
                let back = try await database.write { writing in
                    try writing.execute("INSERT INTO thing (id, t) VALUES (\(id), \(text))")
                    return try writing.rows("SELECT id, t FROM thing WHERE t = \(text) AND t IN \([text])")
                        .map { ($0.int(0), $0.text(1)) }
                }
                #expect(back.map(\.0) == [id])
                #expect(back.map(\.1) == [text])
            }
            let count = try await database.read { try $0.row("SELECT COUNT(*) FROM thing")?.int(0) }
            #expect(count == texts.count)
        }
    }

    @Test("lists of any length, and none", arguments: Backend.present, [0, 1, 2, 31, 32, 33, 5000])
    func lists(_ backend: Backend, _ count: Int) async throws {
        try await backend.withDatabase([Self.table]) { database in
            try await database.write { writing in
                for id in 1...40 { try writing.execute("INSERT INTO thing (id, t) VALUES (\(id), \("n\(id)"))") }
            }
            let found = try await database.read { reading in
                (
                    try reading.rows("SELECT id FROM thing WHERE id IN \(Array(1..<(count + 1)))").count,
                    try reading.rows("SELECT id FROM thing WHERE t IN \((1..<(count + 1)).map { "n\($0)" })").count
                )
            }
            #expect(found == (min(count, 40), min(count, 40)))
        }
    }

    @Test("sums, counts, averages and comparisons have the same types on both", arguments: Backend.present)
    func aggregates(_ backend: Backend) async throws {
        try await backend.withDatabase([Self.table]) { database in
            try await database.write { writing in
                for id in 1...4 {
                    try writing.execute("INSERT INTO thing (id, i, r) VALUES (\(id), \(id * 250_000), \(0.5))")
                }
            }
            let rows = try await database.read { reading in
                try reading.rows(
                    """
                    SELECT COUNT(*), SUM(i), MAX(i), MIN(t), SUM(r), AVG(i), 1 = 1, 1 = 2, SUM(-i),
                    SUM(i) * 100000000000, \(7), \("seven"), \(0.5), 7, 'seven'
                    FROM thing
                    """)
            }
            #expect(
                rows.map(\.values) == [
                    [
                        .integer(4), .integer(2_500_000), .integer(1_000_000), .null, .real(2), .real(625_000),
                        .integer(1),
                        .integer(0), .integer(-2_500_000), .integer(250_000_000_000_000_000), .integer(7),
                        .text("seven"),
                        .real(0.5), .integer(7), .text("seven"),
                    ]
                ])
        }
    }

    @Test("the same statement serves values and NULL, in any order", arguments: Backend.present)
    func nullsAndValues(_ backend: Backend) async throws {
        let orders: [[Int?]] = [[nil, 1, nil, 2], [1, nil, 2, nil]]
        for order in orders {
            try await backend.withDatabase([Self.table]) { database in
                try await database.write { writing in
                    for (id, value) in order.enumerated() {
                        let (text, real) = (value.map { "n\($0)" }, value.map(Double.init))
                        try writing.execute(
                            "INSERT INTO thing (id, i, r, t) VALUES (\(id), \(value), \(real), \(text))")
                    }
                }
                let back = try await database.read { try $0.rows("SELECT i, r, t FROM thing ORDER BY id") }
                #expect(back.map { $0.optionalInt(0) } == order)
                #expect(back.map { $0.optionalReal(1) } == order.map { $0.map(Double.init) })
                #expect(back.map { $0.optionalText(2) } == order.map { $0.map { "n\($0)" } })
            }
        }
    }

    @Test("texts are ordered byte by byte", arguments: Backend.present)
    func order(_ backend: Backend) async throws {
        let texts = ["a", "B", "b", "A", "é", "z", "ก", "", " ", "0"]
        try await backend.withDatabase([Self.table]) { database in
            try await database.write { writing in
                for (id, text) in texts.enumerated() {
                    try writing.execute("INSERT INTO thing (id, t) VALUES (\(id), \(text))")
                }
            }
            let back = try await database.read { try $0.rows("SELECT t FROM thing ORDER BY t").map { $0.text(0) } }
            #expect(back == texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        }
    }
}
