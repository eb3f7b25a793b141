import Access
import Daybreak
import Records

extension CommonOptions {
    /// Opens the book of records for whoever looks, makes both available to `body`, and closes it again.
    func withBook<Result>(
        in shell: Shell, _ body: (RecordBook, Viewer) async throws -> Result
    ) async throws -> Result {
        try await withDaybreak(in: shell, isNew: true) { try await body($0.book, viewer) }
    }
}
