/// So many requests at once, and then so many a minute.
public struct Rate: Sendable, Hashable {
    /// How many at once after a pause.
    public var burst: Int
    /// How many a minute after that.
    public var aMinute: Int

    /// Makes a rate; both numbers are at least 1.
    public init(burst: Int, aMinute: Int) {
        precondition(burst > 0 && aMinute > 0, "a rate of \(burst) and \(aMinute) a minute would let nobody in")
        self.burst = burst
        self.aMinute = aMinute
    }
}

/// A bucket of tokens that fills by its rate and from which each request takes one. Counts in 1/60000 of a token, which is
/// what one millisecond at one a minute brings: whole numbers, nothing lost by rounding.
struct TokenBucket: Hashable, Sendable {
    private static let token = 60_000

    let rate: Rate
    private var level: Int
    private var at: Int

    /// A full bucket.
    init(_ rate: Rate, at now: Int) {
        self.rate = rate
        level = rate.burst * Self.token
        at = now
    }

    /// The time to wait for a token, in milliseconds; 0 when there is one.
    func wait(at now: Int) -> Int {
        let missing = Self.token - level(at: now)
        return missing <= 0 ? 0 : (missing + rate.aMinute - 1) / rate.aMinute
    }

    /// Takes a token that is there.
    mutating func take(at now: Int) {
        level = level(at: now) - Self.token
        at = max(at, now)
    }

    /// The time until it is full, in milliseconds; a full one need not be remembered.
    func untilFull(at now: Int) -> Int {
        (rate.burst * Self.token - level(at: now) + rate.aMinute - 1) / rate.aMinute
    }

    /// A clock that goes back brings nothing, and a pause of any length no more than a full bucket.
    private func level(at now: Int) -> Int {
        let full = rate.burst * Self.token
        let passed = max(0, now - at)
        return passed > full / rate.aMinute ? full : min(full, level + passed * rate.aMinute)
    }
}
