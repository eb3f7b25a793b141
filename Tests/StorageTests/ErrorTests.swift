import Storage
import Testing

@testable import StorageSQLite

@Suite("Errors")
struct ErrorTests {
    @Test(
        "SQLite's codes in the words of Storage",
        arguments: [
            (13, StorageError.diskFull), (10, .diskFailed("10 x")), (1034, .diskFailed("1034 x")), (5, .busy),
            (6, .busy),
            (517, .busy), (19, .constraint("x")), (2067, .constraint("x")), (14, .cannotOpen("", reason: "x")),
            (1, .other(code: "1", message: "x")), (11, .other(code: "11", message: "x")),
        ] as [(CInt, StorageError)])
    func codes(_ code: CInt, _ expected: StorageError) {
        #expect(StorageError(code: code, message: "x") == expected)
    }

    @Test("an interrupted statement is a cancelled task")
    func interrupted() { #expect(StorageError.translating(code: 9, message: "interrupted") is CancellationError) }
}
