import Storage

/// One walk over the whole log, from the first row to the last, beside which the tree grows again.
struct Audit {
    private(set) var frontier = MerkleFrontier()
    private let marks: [Marks.Mark]
    private var nextMark = 0
    /// The last size at which the root was the one that was signed.
    private var confirmed = 0
    private let connection: any Reading

    init(marks: Marks, connection: any Reading) {
        self.marks = marks.marks
        self.connection = connection
    }

    /// Throws the first `LedgerFault`.
    mutating func run(
        _ content: (Ledger.Recorded) throws -> LedgerVerification.Content, _ progress: (Int, Int) -> Void
    ) throws {
        let head = try? Ledger.head(in: connection)
        let total = head?.size ?? 0
        try compareMarks()
        try connection.each("SELECT \(Leaf.columns), nodes FROM ledger_entry ORDER BY idx") { row in
            let leaf = Leaf(row: row)
            try see(leaf, row.blob(11))
            try compare(leaf, content)
            if frontier.size & 0x3FF == 0 { progress(frontier.size, total) }
        }
        if total > frontier.size { throw LedgerFault.truncated(index: frontier.size, size: total) }
        guard head == frontier else { throw LedgerFault.head(size: frontier.size) }
        guard nextMark < marks.count, let largest = marks.last else { return }
        throw largest.isWitnessed
            ? LedgerFault.rolledBack(index: frontier.size, witnessed: largest.size)
            : LedgerFault.forgotten(index: frontier.size, signed: largest.size)
    }

    /// Takes the next row: its place, its leaf, the hashes that stand with it.
    private mutating func see(_ leaf: Leaf, _ stored: [UInt8]) throws {
        let index = frontier.size
        guard leaf.index >= index else { throw LedgerFault.strange(index: leaf.index) }
        guard leaf.index == index else { throw LedgerFault.missing(index: index) }
        let own = MerkleHash(stored.prefix(MerkleHash.length))
        guard let hash = leaf.hash, hash == own else {
            if let other = try place(of: leaf, own) { throw LedgerFault.swapped(index: index, with: other) }
            throw LedgerFault.altered(index: index)
        }
        var nodes: [UInt8] = []
        frontier.append(hash) { nodes += $0.bytes }
        guard nodes == stored else {
            throw LedgerFault.tree(first: try firstDoubt(nodes, stored, index), last: index)
        }
        try compareMarks()
    }

    /// The first entry under the smallest subtree whose stored hash is not the one that the rows give.
    private func firstDoubt(_ nodes: [UInt8], _ stored: [UInt8], _ index: Int) throws -> Int {
        let same = zip(nodes, stored).prefix { $0 == $1 }.count / MerkleHash.length
        return same << MerkleHash.length.trailingZeroBitCount >= nodes.count ? index : index + 1 - 1 << same
    }

    /// Compares the root with those that are known for this size.
    private mutating func compareMarks() throws {
        while nextMark < marks.count, marks[nextMark].size <= frontier.size {
            let mark = marks[nextMark]
            guard mark.root == frontier.root else {
                throw mark.isWitnessed
                    ? LedgerFault.contradicted(first: confirmed, last: max(mark.size - 1, 0))
                    : LedgerFault.rewritten(first: confirmed, last: max(mark.size - 1, 0))
            }
            confirmed = mark.size
            nextMark += 1
        }
    }

    /// Compares what the entry speaks of with what is there.
    private func compare(_ leaf: Leaf, _ content: (Ledger.Recorded) throws -> LedgerVerification.Content) throws {
        guard let recorded = Ledger.Recorded(leaf), let written = recorded.entry.content else { return }
        switch try content(recorded) {
        case .unknown: return
        case .hash(let now) where now == written: return
        case .hash:
            throw LedgerFault.content(index: leaf.index, kind: leaf.kind, subject: leaf.subject)
        case .missing:
            throw LedgerFault.contentMissing(index: leaf.index, kind: leaf.kind, subject: leaf.subject)
        }
    }

    /// The place that a row was appended at, when it is another than where it stands now.
    private func place(of leaf: Leaf, _ own: MerkleHash?) throws -> Int? {
        var found: Int?
        try connection.each("SELECT idx, nodes FROM ledger_entry WHERE idx > \(leaf.index) ORDER BY idx") { row in
            guard found == nil, let hash = leaf.hash(at: row.int(0)) else { return }
            if hash == own || hash == MerkleHash(row.blob(1).prefix(MerkleHash.length)) { found = row.int(0) }
        }
        return found
    }
}
