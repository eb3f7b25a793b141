/// One movement of money on an account.
public struct BankEntry: Sendable, Hashable {
    /// The line where the entry (or its part) begins.
    public var line: Int
    /// The day from which the money counts for interest.
    public var valueDate: BankDate?
    /// The day on which the bank booked it.
    public var bookingDate: BankDate?
    /// How much, never below zero. See `part` before adding up.
    public var amount: Money
    /// Whether the account gained. The reversal of a credit takes money away: `false`.
    public var isCredit: Bool
    /// Whether this takes back an earlier entry.
    public var isReversal: Bool
    /// Whether the entry is booked, or only announced. Only booked entries count in the balance.
    public var status: Status
    /// Whether this is a whole entry or one transaction of a batch.
    public var part: Part
    /// The payer's reference (end-to-end id, customer reference); empty when there is none.
    public var reference: String
    /// The bank's reference of the entry; empty when there is none.
    public var bankReference: String
    /// The kind of transaction in the file's own code: `NTRF`, `PMNT-RCDT-BOOK`.
    public var code: String
    /// The other side's name.
    public var counterpartyName: String
    /// The other side's account: an IBAN or the number as given.
    public var counterpartyAccount: String
    /// The other side's bank: a BIC, a bank code or a name.
    public var counterpartyBank: String
    /// On whose behalf the other side acts, when the file says so (ultimate debtor or creditor).
    public var ultimateCounterparty: String
    /// What the payer wrote.
    public var text: String
    /// What the bank wrote: its name for the booking, further information.
    public var note: String

    /// An entry; everything that a file may leave out is empty unless said.
    public init(
        line: Int = 0, valueDate: BankDate? = nil, bookingDate: BankDate? = nil, amount: Money, isCredit: Bool,
        isReversal: Bool = false, status: Status = .booked, part: Part = .whole, reference: String = "",
        bankReference: String = "", code: String = "", counterpartyName: String = "",
        counterpartyAccount: String = "", counterpartyBank: String = "", ultimateCounterparty: String = "",
        text: String = "", note: String = ""
    ) {
        self.line = line
        self.valueDate = valueDate
        self.bookingDate = bookingDate
        self.amount = amount
        self.isCredit = isCredit
        self.isReversal = isReversal
        self.status = status
        self.part = part
        self.reference = reference
        self.bankReference = bankReference
        self.code = code
        self.counterpartyName = counterpartyName
        self.counterpartyAccount = counterpartyAccount
        self.counterpartyBank = counterpartyBank
        self.ultimateCounterparty = ultimateCounterparty
        self.text = text
        self.note = note
    }

    /// How certain an entry is.
    public enum Status: String, Sendable, Hashable {
        /// On the account.
        case booked = "BOOK"
        /// Announced, not yet on the account.
        case pending = "PDNG"
        /// Told for information; will not be booked as it stands.
        case information = "INFO"
        /// Due on a later day.
        case future = "FUTR"
    }

    /// An entry's place in a batch.
    public enum Part: Sendable, Hashable {
        /// The whole entry.
        case whole
        /// The n-th transaction of a batched entry (from 1), with its own amount.
        case share(Int)
        /// The n-th transaction of a batched entry whose own amount is not given: `amount` is that of the *whole*
        /// batch, for orientation. Never add these up.
        case unknownShare(Int)
    }

    /// The amount with its direction: below zero when the account lost.
    public var signedAmount: Money { isCredit ? amount : amount.negated }
}
