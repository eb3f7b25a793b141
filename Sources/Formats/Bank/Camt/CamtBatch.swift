/// An entry and its transactions, taken one behind: whether a transaction is alone is known only at the next one.
struct CamtBatch {
    /// The entry without its transactions.
    var head: XMLNode
    private var waiting: XMLNode?
    private var count = 0
    private var shares: Money?
    private var hasUnknownShare = false
    private var isOutOfOrder = false
    private var read: Result<BankEntry, FormatError>?

    init(head: XMLNode) {
        self.head = head
    }

    /// Whether an element of the entry is one that we look at, and the first of its name: an entry stays small.
    func wants(_ name: String) -> Bool { CamtEntry.names.contains(name) && head.at(name) == nil }

    /// The entry as a whole, or what is wrong with it.
    var whole: Result<BankEntry, FormatError> { read ?? CamtEntry.read(head) }

    /// Whether there are several transactions whose amounts, in the entry's currency, give another sum.
    var isUneven: Bool {
        guard case .success(let whole) = whole, count > 1, !hasUnknownShare, let shares else { return false }
        return shares.currency == whole.amount.currency && !shares.isWorth(whole.amount)
    }

    /// Takes a transaction; gives the one before, which is now known to be a share.
    mutating func add(_ node: XMLNode) -> BankItem? {
        if read == nil { read = CamtEntry.read(head) }
        defer { waiting = node }
        return waiting.flatMap { share($0) }
    }

    /// The last transaction, or the entry itself when it has none; what is wrong with it when it cannot be read.
    mutating func finish() -> BankItem? {
        read = CamtEntry.read(head)  // Again: further information stands behind the transactions.
        switch whole {
        case .failure(let error): return .rejected(error)
        case .success(let entry):
            guard let last = waiting, !isOutOfOrder else { return .entry(entry) }
            return count > 0 ? share(last) : .entry(CamtEntry.detailed(entry, by: last))
        }
    }

    /// A share of the batch; nothing while the entry itself is unreadable: it is rejected once, at its end, or, when
    /// its amount stands behind its transactions against all order, given whole.
    private mutating func share(_ node: XMLNode) -> BankItem? {
        count += 1
        guard case .success(let entry) = whole else {
            isOutOfOrder = true
            return nil
        }
        var part = CamtEntry.detailed(entry, by: node)
        part.line = node.line
        if let amount = CamtEntry.ownAmount(node) {
            part.amount = amount
            part.part = .share(count)
            shares = count == 1 ? amount : shares?.adding(amount)
        } else {
            part.part = .unknownShare(count)
            hasUnknownShare = true
        }
        return .entry(part)
    }
}
