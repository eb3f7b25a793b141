import Testing
import Values

@Suite("RL-21: retention")
struct RL21RetentionTests {
    @Test("RL-21: on the due day it is done, not before; a legal hold stops it", arguments: Retention.Holding.allCases)
    func due(_ holding: Retention.Holding) throws {
        let retention = try Retention.shipped()
        let start = try #require(Day("2026-02-10"))
        let due = retention.due(holding, since: start)
        #expect(retention.deed(holding, since: start, isHeld: false, on: due.adding(days: -1)) == nil)
        #expect(retention.deed(holding, since: start, isHeld: false, on: due) != nil)
        for days in [0, 1, 9999] {
            #expect(retention.deed(holding, since: start, isHeld: true, on: due.adding(days: days)) == nil)
        }
    }

    @Test("RL-21: no table keeps the image of a person at risk beyond ninety days, or leaves a holding out")
    func limits() throws {
        func read(_ image: Int, without left: String = "") throws {
            let rows = Retention.Holding.allCases.filter { $0.rawValue != left }.map {
                "\($0.rawValue) | \($0 == .checkpointImage ? image : 30) | delete | x"
            }
            let head = "version: 1\nsource: x\nholding | days | deed | basis\n"
            _ = try Retention(
                RuleTable(
                    parsing: head + rows.joined(separator: "\n"), name: "r",
                    columns: ["holding", "days", "deed", "basis"]))
        }
        try read(90)
        #expect(throws: RuleTableError.self) { try read(91) }
        #expect(throws: RuleTableError.self) { try read(90, without: "careFile") }
    }
}
