/// What a request is, as far as limits are concerned.
public enum RouteClass: String, Sendable, CaseIterable {
    /// A step of signing in, or of proving oneself anew.
    case signIn = "sign-in"
    /// A search, or anything else that looks through much.
    case search
    /// Taking data out.
    case export
    /// A change.
    case write
    /// A page, a record, a list.
    case read
}

/// Who is counted.
public enum Requester: Hashable, Sendable {
    /// An account.
    case account(String)
    /// An organisation, all its accounts together.
    case organisation(String)
    /// An address of the network, for those who have not signed in.
    case address(String)
}

/// How much each may ask for, as pure values: a bucket for each requester and class of route, a clock from outside, and a
/// memory with an end.
///
///     let wait = limits.admit([.account(id), .organisation(org)], .search, at: now)   // 0: go on
public struct RateLimits: Sendable {
    /// The rates of each class: of one account or address, and of a whole organisation.
    public struct Table: Sendable, Hashable {
        /// Of one account or one address.
        public var each: [RouteClass: Rate]
        /// Of an organisation.
        public var organisation: [RouteClass: Rate]

        /// Generous for people, tight for programs.
        public static let standard = Table(
            each: [
                .signIn: Rate(burst: 10, aMinute: 6), .search: Rate(burst: 30, aMinute: 60),
                .export: Rate(burst: 5, aMinute: 2), .write: Rate(burst: 60, aMinute: 120),
                .read: Rate(burst: 300, aMinute: 600),
            ],
            organisation: [
                .signIn: Rate(burst: 60, aMinute: 60), .search: Rate(burst: 300, aMinute: 1_200),
                .export: Rate(burst: 20, aMinute: 20), .write: Rate(burst: 600, aMinute: 2_400),
                .read: Rate(burst: 3_000, aMinute: 12_000),
            ])

        /// No limits: for tests of the whole program.
        public static let unlimited = Table(each: [:], organisation: [:])

        /// Makes a table; a class that it lacks is not limited.
        public init(each: [RouteClass: Rate], organisation: [RouteClass: Rate]) {
            self.each = each
            self.organisation = organisation
        }
    }

    private struct Key: Hashable {
        var requester: Requester
        var route: RouteClass
    }

    private let table: Table
    private let most: Int
    private var buckets: [Key: TokenBucket] = [:]

    /// Makes limits that remember at most so many buckets.
    public init(_ table: Table = .standard, most: Int = 20_000) {
        self.table = table
        self.most = max(1, most)
    }

    /// How many buckets are remembered.
    var count: Int { buckets.count }

    /// Takes a token from the bucket of each requester, or from none of them. Returns 0, or the time to wait in
    /// milliseconds.
    public mutating func admit(_ requesters: [Requester], _ route: RouteClass, at now: Int) -> Int {
        let limited = requesters.compactMap { requester in
            rate(of: requester, route).map { (Key(requester: requester, route: route), $0) }
        }
        let filled = limited.map { key, rate in (key, buckets[key] ?? TokenBucket(rate, at: now)) }
        let wait = filled.map { $0.1.wait(at: now) }.max() ?? 0
        guard wait == 0 else { return wait }
        for (key, var bucket) in filled {
            bucket.take(at: now)
            buckets[key] = bucket
        }
        if buckets.count > most { forget(at: now) }
        return 0
    }

    private func rate(of requester: Requester, _ route: RouteClass) -> Rate? {
        switch requester {
        case .account, .address: table.each[route]
        case .organisation: table.organisation[route]
        }
    }

    /// Forgets the buckets that are full or nearest to it, until there is room for a quarter more: a flood of new
    /// addresses costs those who have asked for least, never those who are over their limit.
    private mutating func forget(at now: Int) {
        let kept = buckets.map { ($0.key, $0.value, $0.value.untilFull(at: now)) }
            .filter { $0.2 > 0 }
            .sorted { $0.2 > $1.2 }
            .prefix(most - most / 4)
        buckets = Dictionary(uniqueKeysWithValues: kept.map { ($0.0, $0.1) })
    }
}
