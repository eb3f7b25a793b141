public import Storage

extension Ledger {
    /// Appends entries in the caller's transaction: they are in the log when, and only when, the transaction commits.
    ///
    /// Call it last in the transaction, after every other lock: entries of all nodes follow one another, so from here to the
    /// commit nobody else can append.
    ///
    /// - Returns: the numbers of the entries.
    /// - Throws: `LedgerError.badField`, `damaged`, or what the database throws.
    @discardableResult
    public static func append(_ entries: [Entry], to connection: any Writing) throws -> Range<Int> {
        for entry in entries { try entry.check() }
        try connection.lock("ledger")
        var frontier = try head(in: connection)
        let first = frontier.size
        guard !entries.isEmpty else { return first..<first }
        for start in stride(from: 0, to: entries.count, by: rowsAtOnce) {
            let portion = entries[start..<min(start + rowsAtOnce, entries.count)]
            var rows: [SQL] = []
            rows.reserveCapacity(portion.count)
            for entry in portion { rows.append(try append(Leaf(entry, at: frontier.size), to: &frontier)) }
            try connection.execute(insert(rows))
        }
        let changed = try connection.execute(
            "UPDATE ledger_head SET size = \(frontier.size), frontier = \(frontier.bytes) WHERE id = 1")
        guard changed == 1 else { throw LedgerError.damaged }
        return first..<frontier.size
    }

    /// Many rows in one statement cost a third of as many statements, and less on a network.
    private static let rowsAtOnce = 64

    /// Appends a leaf to the tree; returns the values of its row.
    private static func append(_ leaf: Leaf, to frontier: inout MerkleFrontier) throws -> SQL {
        guard let hash = leaf.hash else { throw LedgerError.badField("entry") }
        var nodes: [UInt8] = []
        frontier.append(hash) { nodes += $0.bytes }
        return """
            (\(leaf.index), \(leaf.at), \(leaf.actor), \(leaf.organisation), \(leaf.act), \(leaf.kind), \(leaf.subject), \
            \(leaf.version), \(leaf.action), \(leaf.content), \(leaf.detail), \(nodes))
            """
    }

    private static func insert(_ rows: [SQL]) -> SQL {
        var arguments: [Value] = []
        arguments.reserveCapacity(rows.count * 12)
        for row in rows { arguments += row.arguments }
        let places = rows.map(\.text).joined(separator: ", ")
        return SQL("INSERT INTO ledger_entry (\(Leaf.columns.text), nodes) VALUES \(places)", arguments)
    }
}

extension MerkleFrontier {
    /// The hashes back to back, the largest subtree's first.
    var bytes: [UInt8] { hashes.flatMap(\.bytes) }

    /// Reads what `bytes` wrote; nil when it does not fit the size.
    init?(size: Int, bytes: [UInt8]) {
        let hashes = stride(from: 0, to: bytes.count, by: MerkleHash.length).map {
            MerkleHash(bytes[$0..<min($0 + MerkleHash.length, bytes.count)])
        }
        guard !hashes.contains(nil) else { return nil }
        self.init(size: size, hashes: hashes.compactMap { $0 })
    }
}
