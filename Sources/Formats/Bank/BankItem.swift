/// What a bank file gives, one thing at a time: a statement begins, its entries, it ends.
public enum BankItem: Sendable, Equatable {
    /// A statement, report or notification begins.
    case statement(StatementHeader)
    /// Money moved, or will move.
    case entry(BankEntry)
    /// The statement ends; here stands whether it adds up.
    case end(StatementEnd)
    /// Something could not be read; the rest goes on.
    case rejected(FormatError)
}

/// A reader of bank files that is pulled one item at a time.
public protocol BankReader: AnyObject {
    /// The next item, or `nil` at the end. Throws a `FormatError` when the whole file has to be refused.
    func next() throws -> BankItem?
}

/// The head of a statement: whose account, at which bank, and what stood on it before.
public struct StatementHeader: Sendable, Hashable {
    /// The line where the statement begins.
    public var line: Int
    /// The account: an IBAN or the bank's own number, without bank code and currency. Empty when not given.
    public var account: String
    /// The account exactly as the file gives it.
    public var accountAsGiven: String
    /// The holder's name, when given.
    public var accountOwner: String
    /// The bank: a BIC, a national bank code or a name.
    public var bank: String
    /// The currency of the account (ISO 4217); empty when not given.
    public var currency: String
    /// The statement's number, as given.
    public var number: String
    /// The page or sequence within that number, as given.
    public var sequence: String
    /// The bank's identifier of the statement (`:20:`, `Id`).
    public var id: String
    /// What stood on the account before the first entry.
    public var openingBalance: BankBalance?

    /// A header; everything that a file may leave out is empty unless said.
    public init(
        line: Int = 0, account: String = "", accountAsGiven: String? = nil, accountOwner: String = "",
        bank: String = "", currency: String = "", number: String = "", sequence: String = "", id: String = "",
        openingBalance: BankBalance? = nil
    ) {
        self.line = line
        self.account = account
        self.accountAsGiven = accountAsGiven ?? account
        self.accountOwner = accountOwner
        self.bank = bank
        self.currency = currency
        self.number = number
        self.sequence = sequence
        self.id = id
        self.openingBalance = openingBalance
    }
}

/// What stood on an account on a day.
public struct BankBalance: Sendable, Hashable {
    /// The amount; below zero when the account is overdrawn.
    public var amount: Money
    /// The day (end of the day for a closing balance).
    public var date: BankDate?
    /// Whether this is only the carry from one page to the next (`:60M:`, `INTM`).
    public var isIntermediate: Bool

    /// A balance.
    public init(amount: Money, date: BankDate?, isIntermediate: Bool = false) {
        self.amount = amount
        self.date = date
        self.isIntermediate = isIntermediate
    }
}

/// The end of a statement: what stood on the account, and whether the entries explain it.
public struct StatementEnd: Sendable, Hashable {
    /// The line where the statement ends.
    public var line: Int
    /// What stands on the account after the last entry.
    public var closingBalance: BankBalance?
    /// How many entries were read, batches counted once.
    public var entries: Int
    /// Whether opening balance and entries give the closing balance.
    public var balanceCheck: BalanceCheck
    /// How many batched entries have parts whose amounts do not add up to the entry (often for charges).
    public var unevenBatches: Int

    /// An end.
    public init(
        line: Int = 0, closingBalance: BankBalance? = nil, entries: Int = 0, balanceCheck: BalanceCheck = .unknown,
        unevenBatches: Int = 0
    ) {
        self.line = line
        self.closingBalance = closingBalance
        self.entries = entries
        self.balanceCheck = balanceCheck
        self.unevenBatches = unevenBatches
    }
}

/// Whether a statement adds up.
public enum BalanceCheck: Sendable, Hashable {
    /// Opening balance and booked entries give the closing balance.
    case balances
    /// They do not: something is missing, doubled or wrong. `expected` is what the file states.
    case differs(expected: Money, found: Money)
    /// The file does not state enough to tell.
    case unknown
}
