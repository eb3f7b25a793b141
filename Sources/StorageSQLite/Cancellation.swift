import GRDBSQLite
import Synchronization

/// Carries the cancellation of a task to the connection that works for it.
final class Cancellation: Sendable {
    private struct State {
        var isCancelled = false
        /// The address of the connection while a body runs on it, and only then: interrupting is safe on an open one.
        var connection: UInt?
    }

    private let state = Mutex(State())

    /// Whether the task has been cancelled.
    var isCancelled: Bool { state.withLock { $0.isCancelled } }

    /// Ends the statement that runs at this moment; `SQLiteTransaction` starts no other.
    func cancel() {
        state.withLock { state in
            state.isCancelled = true
            if let connection = state.connection.flatMap(OpaquePointer.init(bitPattern:)) {
                sqlite3_interrupt(connection)
            }
        }
    }

    /// Runs `body` so that `cancel` reaches it. `COMMIT` comes after, and is not interrupted.
    func watching<Result>(_ connection: OpaquePointer?, _ body: () throws -> Result) throws -> Result {
        state.withLock { $0.connection = connection.map(UInt.init(bitPattern:)) }
        defer { state.withLock { $0.connection = nil } }
        return try body()
    }
}
