import Testing

@testable import StoragePostgres

@Suite("Placeholders")
struct PlaceholderTests {
    @Test(
        "are numbered, but not inside quotes",
        arguments: [
            ("SELECT 1", "SELECT 1"), ("a = ? AND b = ?", "a = $1 AND b = $2"), ("'?' || ?", "'?' || $1"),
            ("\"a?\" = ? AND 'it''s ?' = ?", "\"a?\" = $1 AND 'it''s ?' = $2"), ("?", "$1"), ("", ""),
        ])
    func numbered(_ text: String, _ expected: String) { #expect(Placeholders.numbered(text) == expected) }

    @Test("a prepared statement serves NULL in any place, and has one variant for each set of types")
    func variants() throws {
        var statements = PreparedStatements()
        var prepared: [String] = []
        func name(_ types: [UInt32]) throws -> String {
            try statements.name(for: "x", types) {
                prepared.append("\($0)\($2)"); _ = $1
            }
        }
        #expect(try name([20, 0]) == "s1")
        #expect(try name([20, 0]) == "s1")
        #expect(try name([0, 25]) == "s2")
        #expect(try name([20, 25]) == "s2")
        #expect(try name([0, 0]) == "s1")
        #expect(try name([701, 25]) == "s3")
        #expect(prepared == ["s1[20, 0]", "s2[20, 25]", "s3[701, 25]"])
    }
}
