import Testing
import Values

@Suite("Versioned data files")
struct RuleTableTests {
    static let head = "# About\nversion: 7\nsource: somewhere\n\n"

    private static func read(_ text: String) throws(RuleTableError) -> RuleTable {
        try RuleTable(parsing: text, name: "t", columns: ["code", "phase", "n"])
    }

    @Test("rows are read with their types, their line and the edition")
    func reads() throws {
        let table = try Self.read(Self.head + "code | phase | n\n# note\nA | ongoing, afterwards | 3\nB | * | -\n")
        #expect(table.edition == "t 7" && table.rows.map(\.place.line) == [7, 8])
        #expect(try table.rows[0].choices("phase", Phase.self) == [.ongoing, .afterwards])
        #expect(try table.rows[1].choices("phase", Phase.self) == Phase.allCases)
        #expect(try table.rows[0].whole("n", in: 0...9) == 3 && table.rows[1].optionalWhole("n", in: 0...9) == nil)
    }

    @Test("every mistake is refused with its line")
    func mistakes() throws {
        let good = Self.head + "code | phase | n\n"
        #expect(throws: RuleTableError(RulePlace(table: "t", line: 1), .missing("version"))) {
            try Self.read("source: x\ncode | phase | n\nA | ongoing | 3\n")
        }
        #expect(throws: RuleTableError(RulePlace(table: "t", line: 5), .columns(expected: "code | phase | n"))) {
            try Self.read(Self.head + "code | n\n")
        }
        #expect(throws: RuleTableError(RulePlace(table: "t", line: 6), .cells(count: 2, expected: 3))) {
            try Self.read(good + "A | 3\n")
        }
        #expect(throws: RuleTableError(RulePlace(table: "t", line: 1), .missing("rows"))) { try Self.read(good) }
        let table = try Self.read(good + "A | late | 12\nA |  | x\n")
        let known = "ongoing, operation, afterwards"
        #expect(throws: RuleTableError(table.rows[0].place, .notUnderstood("late", expected: known))) {
            try table.rows[0].choice("phase", Phase.self)
        }
        #expect(throws: RuleTableError(table.rows[0].place, .notUnderstood("12", expected: "0 … 9"))) {
            try table.rows[0].whole("n", in: 0...9)
        }
        #expect(throws: RuleTableError(table.rows[1].place, .missing("phase"))) { try table.rows[1].text("phase") }
        #expect(throws: RuleTableError(table.rows[1].place, .twice)) {
            try table.byKey { row throws(RuleTableError) in try row.text("code") }
        }
        #expect(throws: RuleTableError.self) { try table.rows[0].flag("n") }
    }
}
