import Formats
import Foundation
import Testing

@testable import CLI

/// `daybreak link`, on tables that are made up.
@Suite struct LinkTests {
    private static let people = """
        rec_id,given,family,dob,phone
        1,Somchai,Jaidee,1990-02-01,66810000001
        2,Somchay,Jaidee,1990-02-01,66810000001
        3,Malee,Wongkam,1972-11-23,66810000002
        4,Malee,Wongkam,1972-11-23,
        5,Prasert,Thongdee,1955-07-07,66810000003

        """

    private static func rows(_ path: String) throws -> [[String]] {
        var reader = DelimitedReader(ByteStream(try String(contentsOfFile: path, encoding: .utf8)), dialect: .csv)
        var batch = RecordBatch()
        var rows: [[String]] = []
        while try reader.read(into: &batch, atMost: 1_000) {
            for row in 0..<batch.count { rows.append(batch.record(row)) }
        }
        return rows
    }

    @Test("pairs, clusters and settings are written, and the weights of a row sum to its score")
    func tables() async throws {
        let terminal = try Terminal(isBare: true)
        let people = try terminal.file("people.csv", Self.people)
        let (pairs, clusters) = (people + ".pairs", people + ".clusters")
        let answer = await terminal.run(["link", people, "--pairs", pairs, "--clusters", clusters, "--json"])
        #expect(answer.ending == .done, "\(answer.errors)")
        #expect(try Self.rows(clusters).count == 6)
        let table = try Self.rows(pairs)
        #expect(table[0].prefix(6) == ["id_a", "id_b", "probability", "score", "prior", "household"])
        let weights = table[0].indices.filter { table[0][$0].hasSuffix("_weight") } + [4, 5]
        for row in table.dropFirst() {
            #expect(weights.reduce(0.0) { $0 + (Double(row[$1]) ?? .nan) } == Double(row[3]))
        }
        // What was written is read back, and gives the same.
        let again = await terminal.run([
            "link", people, "--settings", clusters + ".settings.json", "--pairs", pairs + "2", "--json",
        ])
        #expect(again.ending == .done, "\(again.errors)")
        #expect(try Self.rows(pairs + "2") == table)
    }

    @Test("a Splink document is written and read")
    func splink() async throws {
        let terminal = try Terminal(isBare: true)
        let people = try terminal.file("people.csv", Self.people)
        let (pairs, model) = (people + ".pairs", people + ".splink.json")
        let answer = await terminal.run([
            "link", people, "--settings", "auto-splink", "--pairs", pairs, "--splink", model,
        ])
        #expect(answer.ending == .done, "\(answer.errors)")
        let again = await terminal.run(["link", people, "--settings", model, "--pairs", pairs + "2"])
        #expect(again.ending == .done, "\(again.errors)")
    }

    @Test("what is wrong is said with its file and line, and ends with the code for it")
    func errors() async throws {
        let terminal = try Terminal(isBare: true)
        let people = try terminal.file("people.csv", Self.people)
        let none = await terminal.run(["link", people])
        #expect(none.ending == .usage)
        #expect(none.errors.contains("--pairs"))
        let other = try terminal.file("other.csv", "colour\nred\n")
        let columns = await terminal.run(["link", people, other, "--pairs", people + ".out"])
        #expect(columns.ending == .refused)
        #expect(columns.errors.contains("rec_id"))
        let labels = try terminal.file("labels.csv", "a,b,same\n1,2,1\n1,3,perhaps\n")
        let bad = await terminal.run(["link", people, "--train-labels", labels, "--pairs", people + ".out"])
        #expect(bad.ending == .refused)
        #expect(bad.errors.contains("line 3"))
        let strange = try terminal.file("strange.csv", "x,y,1\n")
        let unknown = await terminal.run(["link", people, "--train-labels", strange, "--pairs", people + ".out"])
        #expect(unknown.ending == .refused)
        #expect(unknown.errors.contains("no label"))
        let broken = try terminal.file("broken.json", "{\"comparisons\": 7}")
        let settings = await terminal.run(["link", people, "--settings", broken, "--pairs", people + ".out"])
        #expect(settings.ending == .refused)
        let threshold = await terminal.run(["link", people, "--threshold", "2", "--pairs", people + ".out"])
        #expect(threshold.ending == .usage)
        #expect(!FileManager.default.fileExists(atPath: people + ".out"), "nothing is written when something is wrong")
    }

    @Test("a row that cannot be read is named with its line and column, and the others are linked")
    func badRows() async throws {
        let terminal = try Terminal(isBare: true)
        let people = try terminal.file("people.csv", Self.people + "6,\"Ma\"lee,x,,\n")
        let answer = await terminal.run(["link", people, "--clusters", people + ".clusters"])
        #expect(answer.ending == .done)
        #expect(answer.errors.contains("line 7, column"))
        #expect(try Self.rows(people + ".clusters").count == 6)
    }
}
