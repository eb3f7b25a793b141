import Synchronization

/// The limits of a running server, shared by its requests.
public final class Limiter: Sendable {
    private let limits: Mutex<RateLimits>
    private let now: @Sendable () -> Int

    /// Makes a limiter; `now` is the clock, in milliseconds since 1970 UTC.
    public init(_ limits: RateLimits = RateLimits(), now: @escaping @Sendable () -> Int) {
        self.limits = Mutex(limits)
        self.now = now
    }

    /// Lets a request in, or throws `IdentityError.tooMany` with the time to wait.
    public func admit(_ requesters: [Requester], _ route: RouteClass) throws(IdentityError) {
        let now = now()
        let wait = limits.withLock { $0.admit(requesters, route, at: now) }
        if wait > 0 { throw .tooMany(wait: wait) }
    }
}
