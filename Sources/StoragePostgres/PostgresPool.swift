import Dispatch
import Storage
import Synchronization

/// The connections: opened when needed, used again, dropped when broken.
final class PostgresPool: Sendable {
    private struct State {
        var idle: [PostgresConnection] = []
        var isClosed = false
    }

    /// How a transaction on a connection ended.
    private enum Outcome<Result: Sendable>: Sendable {
        case done(Swift.Result<Result, any Error>)
        /// The connection had gone while it lay idle; nothing has been asked of it.
        case stale
    }

    private let conninfo: String
    private let schema: String?
    private let permits: Permits
    private let state = Mutex(State())

    init(conninfo: String, connections: Int, schema: String?) {
        self.conninfo = conninfo
        self.schema = schema
        permits = Permits(connections)
    }

    /// Opens a connection and keeps it for the first who asks.
    func connect() async throws {
        let connection = try await open()
        state.withLock { $0.idle.append(connection) }
    }

    /// Closes the idle connections; those at work are closed when they come back.
    func close() {
        state.withLock { state in
            state.isClosed = true
            state.idle.removeAll()
        }
    }

    /// Runs `body` in a transaction. Nothing is ever run twice: a connection that breaks takes its transaction with it.
    func perform<Result: Sendable>(
        _ begin: String, _ body: @escaping @Sendable (any Writing) throws -> Result
    ) async throws -> Result {
        try await permits.holding {
            if let used = try takeIdle() {
                if case .done(let result) = await run(begin, body, on: used) { return try result.get() }
                // One that the server closed is seldom alone: a restart closes all.
                state.withLock { $0.idle.removeAll() }
            }
            let fresh = try await open()
            guard case .done(let result) = await run(begin, body, on: fresh) else {
                throw StorageError.connectionLost("the server closed a new connection")
            }
            return try result.get()
        }
    }

    /// Runs a command that the server does not allow in a transaction, on a connection of its own.
    func performAlone(_ command: String) async throws {
        try await permits.holding {
            let connection = try await open()
            try await withCheckedThrowingContinuation { continuation in
                connection.queue.async {
                    continuation.resume(with: Swift.Result { _ = try connection.command(command) })
                }
            }
        }
    }

    private func run<Result: Sendable>(
        _ begin: String, _ body: @escaping @Sendable (any Writing) throws -> Result, on connection: PostgresConnection
    ) async -> Outcome<Result> {
        let isCancelled = Mutex(false)
        let outcome: Outcome<Result> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                connection.queue.async {
                    guard connection.begin(begin) else { return continuation.resume(returning: .stale) }
                    continuation.resume(returning: .done(Swift.Result { try connection.finish(body) }))
                }
            }
        } onCancel: {
            isCancelled.withLock { $0 = true }
            DispatchQueue.global().async { connection.cancel() }
        }
        // A request to cancel may still be on its way: that connection must not serve anybody else.
        let mayServe = isCancelled.withLock { !$0 } && connection.isIdle
        state.withLock { if mayServe, !$0.isClosed { $0.idle.append(connection) } }
        if isCancelled.withLock({ $0 }), case .done(.failure) = outcome { return .done(.failure(CancellationError())) }
        return outcome
    }

    private func takeIdle() throws -> PostgresConnection? {
        try state.withLock { state in
            if state.isClosed { throw StorageError.connectionLost("this database has been closed") }
            return state.idle.popLast()
        }
    }

    private func open() async throws -> PostgresConnection {
        let queue = DispatchQueue(label: "daybreak.postgres")
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { [conninfo, schema] in
                continuation.resume(
                    with: Swift.Result { try PostgresConnection(conninfo: conninfo, schema: schema, queue: queue) })
            }
        }
    }
}
