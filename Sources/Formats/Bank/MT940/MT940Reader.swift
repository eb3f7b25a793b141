/// Reads SWIFT MT940 statements and MT942 interim reports, in the dialects of many banks, one item at a time.
///
///     let reader = MT940Reader(ByteStream(bytes))
///     while let item = try reader.next() { … }
///
/// A bad `:61:` line is rejected, with its place, and the rest goes on. A file without a single known tag is refused.
/// Memory holds one field and one entry.
public final class MT940Reader: BankReader {
    private let limits: Limits
    private var fields: MTFieldReader
    private var queue: [BankItem] = []
    private var statement = MTStatement()
    private var entry: MTEntry?
    private var isDone = false

    /// Makes a reader over an input; nothing is read yet.
    public init(_ input: ByteStream, limits: Limits = .standard) {
        self.limits = limits
        fields = MTFieldReader(input, limits: limits)
    }

    /// The next item, or `nil` at the end.
    ///
    /// Throws a `FormatError` when the file is not MT940 or a line passes the limit; rethrows what the input throws.
    public func next() throws -> BankItem? {
        while queue.isEmpty, !isDone { try step() }
        return queue.isEmpty ? nil : queue.removeFirst()
    }

    private func step() throws {
        switch try fields.next() {
        case .field(let field): try take(field)
        case .endOfMessage(let line): endStatement(at: line)
        case nil:
            isDone = true
            guard fields.hasFields else { throw BankProblem.notMT940.at(1, 1) }
            endStatement(at: fields.line)
        }
    }

    private func take(_ field: MTField) throws {
        // A new message begins, whether or not the last one was ended (Rabobank does not).
        if field.tag == .reference || field.tag == .message || field.tag == .interimMessage, statement.isOpen {
            endStatement(at: field.line)
        }
        if !statement.isOpen { statement.open(at: field.line) }

        switch field.tag {
        case .entry:
            finishEntry()
            startEntry(field)
        case .details where entry != nil: try entry?.addDetails(field, limits: limits)
        case .bankOwn where entry != nil: try entry?.addDetails(field, limits: limits)
        case .details where statement.afterBadEntry: break  // They belong to the entry that was rejected.
        default:
            finishEntry()
            if let problem = statement.take(field) { queue.append(.rejected(problem)) }
        }
    }

    private func startEntry(_ field: MTField) {
        announceStatement()
        do {
            entry = MTEntry(line: field.line, head: try MTEntryLine(field, currency: statement.currency))
            statement.afterBadEntry = false
        } catch {
            statement.afterBadEntry = true
            queue.append(.rejected(error))
        }
    }

    private func finishEntry() {
        guard let finished = entry?.finished else { return }
        statement.sum.add(finished.signedAmount, status: finished.status)
        queue.append(.entry(finished))
        entry = nil
    }

    private func announceStatement() {
        guard !statement.isAnnounced else { return }
        statement.isAnnounced = true
        queue.append(.statement(statement.header))
    }

    private func endStatement(at line: Int) {
        guard statement.isOpen else { return }
        finishEntry()
        announceStatement()
        queue.append(.end(statement.end(at: line)))
        statement = MTStatement(after: statement)
    }
}

/// An entry that is being read: its `:61:` line, and what follows.
private struct MTEntry {
    var line: Int
    var head: MTEntryLine
    private var details: [[UInt8]] = []
    private var ownLines: [[UInt8]] = []
    private var bytes = 0

    init(line: Int, head: MTEntryLine) {
        self.line = line
        self.head = head
    }

    /// Adds a `:86:` or `:NS:` field. There may be several (Rabobank), but together they are held to one field's limit.
    mutating func addDetails(_ field: MTField, limits: Limits) throws {
        bytes += field.lines.reduce(1) { $0 + $1.count }
        guard bytes <= limits.fieldBytes else { throw BankProblem.tooLong(limit: limits.fieldBytes).at(field.line) }
        if field.tag == .bankOwn { ownLines += field.lines } else { details += field.lines }
    }

    /// The entry as the rest of the house knows it.
    var finished: BankEntry {
        let told = ownLines.isEmpty ? MTDetails(lines: details) : MTDetails(ownLines: ownLines)
        // `KREF+` in the reference says: see there.
        let own = head.reference == "KREF+" ? told.ownReference : head.reference
        return BankEntry(
            line: line, valueDate: head.valueDate, bookingDate: head.bookingDate, amount: head.amount,
            isCredit: head.isCredit, isReversal: head.isReversal, status: head.isExpected ? .pending : .booked,
            reference: own.isEmpty ? told.endToEnd : own, bankReference: head.bankReference, code: head.code,
            counterpartyName: told.name, counterpartyAccount: told.account.isEmpty ? head.account : told.account,
            counterpartyBank: told.bank, ultimateCounterparty: told.ultimate, text: told.text,
            note: [told.note, head.supplement].filter { !$0.isEmpty }.joined(separator: "; "))
    }
}
