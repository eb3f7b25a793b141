import Storage

/// A set of shares in the key database. Its own key is split among the holders and wraps the root.
struct ShareSet {
    /// new: printed, has not opened yet. proven: has opened in a rehearsal.
    enum State: String { case new, proven }

    let id: String
    let shares: [Share]
    private let bySharesKey: [UInt8]

    /// Makes a set that opens a root.
    init(opening root: SecretKey, holders: [ShareHolder], random: (Int) -> [UInt8]) throws(VaultError) {
        try SharePolicy.requireFit(holders)
        let key = SecretKey(from: random)
        let set = Share.newSet(random)
        bySharesKey = try key.wrapping(root)
        id = set
        let values = key.withBytes {
            SecretSharing.split($0, shares: holders.count, needed: SharePolicy.needed, random: random)
        }
        shares = zip(holders, values).enumerated().map { index, pair in
            Share(set: set, number: index + 1, needed: SharePolicy.needed, holder: pair.0, value: pair.1)
        }
    }

    /// Writes the set as new.
    func insert(rootEpoch: Int, at time: Int, _ connection: any Writing) throws {
        try connection.execute(
            """
            INSERT INTO vault_share_set (id, root_epoch, state, needed, by_shares, made_at)
            VALUES (\(id), \(rootEpoch), \(State.new.rawValue), \(SharePolicy.needed), \(bySharesKey), \(time))
            """)
        for share in shares {
            try connection.execute(
                """
                INSERT INTO vault_share_holder (share_set, number, name, organisation)
                VALUES (\(id), \(share.number), \(share.holder?.name ?? ""), \(share.holder?.organisation ?? ""))
                """)
        }
    }

    /// Removes sets; their key rows are overwritten first.
    static func delete(_ sets: [String], _ connection: any Writing) throws {
        let zeros = [UInt8](repeating: 0, count: SecretKey.wrappedSize)
        try connection.execute("UPDATE vault_share_set SET by_shares = \(zeros) WHERE id IN \(sets)")
        try connection.execute("DELETE FROM vault_share_holder WHERE share_set IN \(sets)")
        try connection.execute("DELETE FROM vault_share_set WHERE id IN \(sets)")
    }

    /// What shares opened.
    struct Opened: Sendable {
        var set: String
        var state: State
        var rootEpoch: Int
        var root: SecretKey
        /// The holders of the shares that were entered.
        var holders: [ShareHolder]
    }

    /// Opens a root with shares. Throws `tooFewShares`, `sharesOfDifferentSets` or `sharesDoNotOpen`.
    static func open(_ shares: [Share], _ connection: any Reading) throws -> Opened {
        guard let first = shares.first, shares.allSatisfy({ $0.set == first.set }) else {
            throw shares.isEmpty
                ? VaultError.tooFewShares(given: 0, needed: SharePolicy.needed) : VaultError.sharesOfDifferentSets
        }
        let distinct = Dictionary(shares.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        let set = try connection.row(
            "SELECT root_epoch, state, needed, by_shares FROM vault_share_set WHERE id = \(first.set)")
        guard let set, let state = State(rawValue: set.text(1)) else { throw VaultError.sharesDoNotOpen }
        guard distinct.count >= set.int(2) else {
            throw VaultError.tooFewShares(given: distinct.count, needed: set.int(2))
        }
        let secret = SecretSharing.combine(distinct.values.map { (UInt8($0.number), $0.value) })
        guard let root = try? SecretKey(unwrapping: set.blob(3), under: SecretKey(bytes: secret)) else {
            throw VaultError.sharesDoNotOpen
        }
        let holders = try connection.rows(
            "SELECT name, organisation FROM vault_share_holder WHERE share_set = \(first.set) AND number IN \(Array(distinct.keys))"
        ).map { ShareHolder(name: $0.text(0), organisation: $0.text(1)) }
        return Opened(set: first.set, state: state, rootEpoch: set.int(0), root: root, holders: holders)
    }
}
