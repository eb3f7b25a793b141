import Synchronization

/// Who is connected, and how often somebody was refused for which reason.
final class ConnectionCensus: Sendable {
    /// Where a connection comes from: one address of IPv4, one network of IPv6.
    typealias Origin = String

    private struct State {
        var perOrigin: [Origin: Int] = [:]
        var total = 0
        var refused: [Refusal: Int] = [:]
        var turnedAway = 0
    }

    /// How many at most are told at the same time that there is no room; the rest is cut off without a word.
    private static let mostTurnedAway = 64

    private let limits: ConnectionLimits
    private let state = Mutex(State())

    init(_ limits: ConnectionLimits) { self.limits = limits }

    /// Lets a connection in, or says why not. Whoever is let in must `leave` once.
    func enter(_ origin: Origin) -> Refusal? {
        state.withLock { state in
            let refusal: Refusal? =
                if state.total >= limits.connections {
                    .crowded
                } else if state.perOrigin[origin, default: 0] >= limits.connectionsPerAddress {
                    .crowdedAddress
                } else { nil }
            if refusal == nil {
                state.total += 1
                state.perOrigin[origin, default: 0] += 1
            }
            return refusal
        }
    }

    /// A connection that was let in has ended.
    func leave(_ origin: Origin) {
        state.withLock { state in
            state.total -= 1
            let count = state.perOrigin[origin, default: 0] - 1
            state.perOrigin[origin] = count > 0 ? count : nil
        }
    }

    /// Whether one who was not let in can be told so; if so, `leaveDoor` once it has gone.
    func turnAway() -> Bool {
        state.withLock { state in
            guard state.turnedAway < Self.mostTurnedAway else { return false }
            state.turnedAway += 1
            return true
        }
    }

    /// One who was turned away has gone.
    func leaveDoor() { state.withLock { $0.turnedAway -= 1 } }

    /// A connection was ended from our side.
    func count(_ refusal: Refusal) { state.withLock { $0.refused[refusal, default: 0] += 1 } }

    /// How many are connected.
    var connected: Int { state.withLock { $0.total } }

    /// How many were refused, by reason.
    var refused: [Refusal: Int] { state.withLock { $0.refused } }
}
