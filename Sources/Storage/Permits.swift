import Synchronization

/// A number of permits, handed out in the order of asking: who holds one may use one of as many connections.
///
/// Waiting costs no thread, and ends with a `CancellationError` when the waiting task is cancelled.
package final class Permits: Sendable {
    private struct State {
        var free: Int
        var waiting: [Waiting] = []
        var asked = 0
    }

    private struct Waiting {
        var number: Int
        var continuation: CheckedContinuation<Void, any Error>
    }

    private let state: Mutex<State>

    /// Makes that many permits.
    package init(_ count: Int) { state = Mutex(State(free: count)) }

    /// Runs `body` holding a permit.
    package func holding<Result>(_ body: () async throws -> Result) async throws -> Result {
        try await acquire()
        defer { release() }
        return try await body()
    }

    private func acquire() async throws {
        let number: Int? = state.withLock { state in
            // A free permit means that nobody waits: `release` hands on to the first who does.
            guard state.free == 0 else {
                state.free -= 1
                return nil
            }
            state.asked += 1
            return state.asked
        }
        guard let number else { return }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { wait(number, $0) }
        } onCancel: {
            giveUp(number)
        }
    }

    private func wait(_ number: Int, _ continuation: CheckedContinuation<Void, any Error>) {
        state.withLock { state in
            if Task.isCancelled {
                continuation.resume(throwing: CancellationError())
            } else if state.free > 0 {
                state.free -= 1
                continuation.resume()
            } else {
                state.waiting.append(Waiting(number: number, continuation: continuation))
            }
        }
    }

    private func giveUp(_ number: Int) {
        state.withLock { state in
            guard let place = state.waiting.firstIndex(where: { $0.number == number }) else { return }
            state.waiting.remove(at: place).continuation.resume(throwing: CancellationError())
        }
    }

    private func release() {
        state.withLock { state in
            if state.waiting.isEmpty {
                state.free += 1
            } else {
                state.waiting.removeFirst().continuation.resume()
            }
        }
    }
}
