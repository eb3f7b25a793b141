import Access
import Daybreak
import Identity
import Records

extension CommonOptions {
    /// Opens the book of records for whoever has signed in, makes both available to `body`, and closes it again.
    func withBook<Result>(
        in shell: Shell, _ body: (RecordBook, Viewer) async throws -> Result
    ) async throws -> Result {
        try await withDaybreak(in: shell) { daybreak in
            try await body(daybreak.book, try await viewer(daybreak, in: shell))
        }
    }

    /// Asks for a code unless one was shown in the last minutes, or nothing is real.
    func prove(_ daybreak: Daybreak, in shell: Shell) async throws {
        guard daybreak.standing != .demonstration else { return }
        let here = try await session(daybreak, in: shell)
        guard here.session.freshness?.meets(.secondFactor, at: shell.now()) != true else { return }
        _ = try await daybreak.identity.stepUp(code: try shell.ask(shell.text("cli.ask-code"), true), token: here.token)
    }
}
