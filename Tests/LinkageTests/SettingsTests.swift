import Foundation
import Testing

@testable import Linkage

/// Settings as documents, chosen, read and written.
@Suite struct SettingsTests {
    @Test("columns are known by their headings, and by their values where the headings say nothing")
    func guesses() {
        func guess(_ name: String, _ values: [String]) -> ColumnGuess {
            var table = Table(columns: [name])
            for (number, value) in values.enumerated() { table.append(id: "\(number)", fields: [value]) }
            return ColumnGuess(table.columns[0])
        }
        #expect(guess("soc_sec_id", ["1"]) == .kind(.document))
        #expect(guess("id_no", ["1"]) == .kind(.document))
        #expect(guess("ent_id", ["1", "1"]) == .answer)
        #expect(guess("cluster", ["1", "1"]) == .answer)
        #expect(guess("rec_id", ["1", "2"]) == .id)
        #expect(guess("DateOfBirth", ["1990-02-01"]) == .kind(.date))
        #expect(guess("given_name", ["x"]) == .given)
        #expect(guess("name_native", ["x"]) == .native)
        #expect(guess("province", ["x"]) == .place(6))
        #expect(guess("c7", ["1990-02-01", "1991-03-04"]) == .kind(.day))
        #expect(guess("birth_place", ["x"]) == .kind(.text))
        #expect(guess("transaction_date", ["2022-01-02"]) == .kind(.day))
        #expect(guess("first_and_surname", ["x"]) == .wholeName)
        #expect(guess("Geburtsdatum", ["01.02.1990"]) == .kind(.date))
        #expect(
            guess("birth", ["bangkok", "hanoi"]) == .kind(.text), "a heading that the values belie is not believed")
        #expect(guess("c8", ["a@example.org", "b@example.org"]) == .kind(.email))
        #expect(guess("c9", ["12", "13"]) == .nothing)
        #expect(
            guess("c10", Array(repeating: "yes", count: 50) + Array(repeating: "no", count: 50)) == .kind(.category))
    }

    @Test("columns of another file are found under other headings that mean the same")
    func places() {
        let ours = ["id", "given_name", "Surname", "dob", "town", "memo"]
        let theirs = ["Date of birth", "ID", "surname", "First name", "City", "x"]
        #expect(ColumnGuess.places(of: ours, in: theirs) == [1, 3, 2, 0, 4, nil])
        #expect(ColumnGuess.places(of: ["a", "b"], in: ["b", "a"]) == [1, 0])
    }

    @Test("what is written is read back, and a short document is enough")
    func documents() throws {
        let settings = LinkerTests.linker.settings
        #expect(try Settings(json: settings.json()) == settings)
        let short = """
            {"comparisons": [{"name": "n", "kind": "name", "columns": ["given", "family"]}],
             "blocking": [{"parts": [{"comparison": "n", "way": "whole"}]}]}
            """
        let read = try Settings(json: Data(short.utf8))
        #expect(read.comparisons[0].levels.count == 6)
        #expect(read.precision == 0.95)
    }

    @Test("what is wrong with settings is said, with its place")
    func errors() throws {
        #expect(throws: SettingsError.unreadable("comparisons.[0].kind")) {
            try Settings(json: Data(#"{"comparisons": [{"name": "n", "columns": []}], "blocking": []}"#.utf8))
        }
        let table = LinkerTests.town.table
        var settings = LinkerTests.linker.settings
        settings.comparisons[0].columns = ["nowhere"]
        #expect(throws: SettingsError.noColumn("nowhere", comparison: "name")) { try Linker(table, settings) }
        settings.comparisons = []
        #expect(throws: SettingsError.empty) { try Linker(table, settings) }
        settings = LinkerTests.linker.settings
        settings.blocking = [BlockingRule([.init("nobody", .whole)])]
        #expect(throws: SettingsError.noComparison("nobody")) { try Linker(table, settings) }
    }

    /// A model of the comparisons that both programs have.
    private static func shared() -> Settings {
        var name = [Level(.exact, rarity: 1), Level(.jaroWinkler, 0.9), Level(.levenshtein, 2), Level(.otherwise)]
        for (index, values) in [(0.7, 0.01), (0.2, 0.02), (0.05, 0.05), (0.05, 0.92)].enumerated() {
            (name[index].m, name[index].u) = values
        }
        name[0].typical = 0.01
        var city = [Level(.exact), Level(.otherwise)]
        (city[0].m, city[0].u, city[1].m, city[1].u) = (0.9, 0.1, 0.1, 0.9)
        var settings = Settings(
            comparisons: [
                Comparison("given", kind: .letters, columns: ["given"], levels: name),
                Comparison("city", kind: .letters, columns: ["city"], levels: city),
            ], blocking: [BlockingRule([.init("city", .whole)])])
        settings.prior = 0.01
        settings.idColumn = "unique_id"
        return settings
    }

    @Test("a model written for Splink is read back the same")
    func splink() throws {
        let settings = Self.shared()
        let document = try SplinkDocument.write(settings)
        #expect(SplinkDocument.isOne(document))
        #expect(!SplinkDocument.isOne(try settings.json()))
        #expect(try SplinkDocument.read(document) == settings)
        #expect(SplinkDocument.omitted(settings).isEmpty)
        #expect(SplinkDocument.omitted(LinkerTests.linker.settings).contains("name"))
    }

    @Test("a Splink level that Daybreak cannot compute is named")
    func unknownLevel() throws {
        let text = String(decoding: try SplinkDocument.write(Self.shared()), as: UTF8.self)
            .replacingOccurrences(of: "levenshtein(", with: "magic(")
        #expect {
            try SplinkDocument.read(Data(text.utf8))
        } throws: { error in
            if case SplinkError.unknown(let condition, "given") = error { condition.hasPrefix("magic") } else { false }
        }
    }

    @Test("match weights are Splink's: log2(m/u), and the term frequency of the commoner value")
    func splinkWeights() throws {
        var table = Table(columns: ["unique_id", "given", "city"])
        for (number, row) in [["ann", "x"], ["ann", "x"], ["ann", "y"], ["bob", "x"], ["bib", "x"]].enumerated() {
            table.append(id: "\(number)", fields: ["\(number)"] + row)
        }
        let linker = try Linker(table, Self.shared())
        let prior = log2(0.01 / 0.99)
        let exact = prior + log2(0.7 / 0.01) + log2(0.01 / 0.6) + log2(0.9 / 0.1)
        #expect(abs(linker.explanation(0, 1).score.bits - exact) < 1e-6)
        let edits = prior + log2(0.05 / 0.05) + log2(0.9 / 0.1)
        #expect(abs(linker.explanation(3, 4).score.bits - edits) < 1e-6)
    }
}
