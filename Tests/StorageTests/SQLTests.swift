import Storage
import Testing

@Suite("SQL")
struct SQLTests {
    @Test("an interpolated value becomes a parameter, an interpolated statement its text")
    func interpolation() {
        let condition: SQL = "kind = \("phone") AND id IN \([1, 2])"
        let sql: SQL = "SELECT id FROM entity WHERE \(condition) LIMIT \(5)"
        #expect(sql.text == "SELECT id FROM entity WHERE kind = ? AND id IN (?, ?) LIMIT ?")
        #expect(sql.arguments == [.text("phone"), .integer(1), .integer(2), .integer(5)])
    }

    @Test("nil is NULL")
    func null() {
        let sql: SQL = "VALUES (\(nil as Int?), \(nil as String?), \(nil as Double?))"
        #expect(sql.arguments == [.null, .null, .null])
    }

    @Test("no condition holds for everything, an empty list for nothing")
    func empty() {
        #expect(SQL.all([]).text == "1 = 1")
        #expect(SQL.all(["a = \(1)", "b = \(2)"]).text == "a = ? AND b = ?")
        let none: SQL = "id IN \([] as [Int])"
        #expect(none.text == "id IN (NULL)")
    }
}
