import Dispatch
import Storage
import Synchronization

/// Where passphrases are hashed: few at once, because each takes 128 MiB; a short line outside, because the others would
/// only wait longer and longer; and on threads of its own, because Swift's are for short work.
final class HashingHall: Sendable {
    private let permits: Permits
    private let most: Int
    private let inside = Mutex(0)
    private let queue = DispatchQueue(label: "daybreak.passphrases", attributes: .concurrent)

    /// A hall where `atOnce` are hashed and as many as `waiting` may wait.
    init(atOnce: Int, waiting: Int) {
        permits = Permits(atOnce)
        most = atOnce + waiting
    }

    /// Whether the next is refused.
    var isFull: Bool { inside.withLock { $0 >= most } }

    /// Runs `body` on a thread of the hall's. Throws `IdentityError.busy` at once when the line is full.
    func run<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        let mayEnter = inside.withLock { inside in
            guard inside < most else { return false }
            inside += 1
            return true
        }
        guard mayEnter else { throw IdentityError.busy }
        defer { inside.withLock { $0 -= 1 } }
        return try await permits.holding {
            try await withCheckedThrowingContinuation { continuation in
                queue.async { continuation.resume(with: Swift.Result { try body() }) }
            }
        }
    }
}
