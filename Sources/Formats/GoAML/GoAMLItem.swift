/// What a goAML report gives, one thing at a time: its head, its transactions or parties, its end.
public enum GoAMLItem: Sendable, Equatable {
    /// The report begins: who reports what, and why.
    case report(GoAMLReport)
    /// A transaction that is reported.
    case transaction(GoAMLTransaction)
    /// A party of an activity report (one without transactions).
    case party(GoAMLParty)
    /// The report ends.
    case end(GoAMLEnd)
    /// Something could not be read; the rest goes on.
    case rejected(FormatError)
}

/// The head of a report (STR, SAR and others).
public struct GoAMLReport: Sendable, Hashable {
    /// The line where the report begins.
    public var line = 0
    /// The reporting entity's number at the intelligence unit (`rentity_id`).
    public var entityID = ""
    /// Its branch.
    public var entityBranch = ""
    /// `E` sent electronically, `M` entered by hand.
    public var submissionCode = ""
    /// The kind of report: `STR`, `SAR`, …
    public var reportCode = ""
    /// The reporting entity's own reference of the report.
    public var entityReference = ""
    /// The unit's reference, when this answers a question of theirs.
    public var fiuReference = ""
    /// When it was sent.
    public var submissionDate: BankDate?
    /// The local currency of all amounts (`currency_code_local`).
    public var currency = ""
    /// The person who reports. Access to this name is a matter of protection.
    public var reportingPerson: GoAMLPerson?
    /// The reporting entity's address.
    public var location: GoAMLAddress?
    /// Why it is suspicious.
    public var reason = ""
    /// What the reporting entity did.
    public var action = ""

    /// An empty head, to be filled.
    public init() {}
}

/// The end of a report.
public struct GoAMLEnd: Sendable, Hashable {
    /// The line where the report ends.
    public var line = 0
    /// The codes of what made it suspicious (`report_indicators`).
    public var indicators: [String] = []
    /// How many transactions were read.
    public var transactions = 0
    /// Elements that this reader does not know and passed over, by name, with how often; sorted.
    public var skipped: [Skipped] = []

    /// An end without anything.
    public init() {}

    /// An element name that this reader does not know.
    public struct Skipped: Sendable, Hashable {
        /// The element's name.
        public var name: String
        /// How often it stood in the report.
        public var count: Int
    }
}

/// One transaction of a report.
public struct GoAMLTransaction: Sendable, Hashable {
    /// The line where it begins.
    public var line = 0
    /// The reporting entity's number of the transaction.
    public var number = ""
    /// Another number, internal to it.
    public var internalReference = ""
    /// Where it was done.
    public var location = ""
    /// What it was, in words.
    public var summary = ""
    /// When it was done.
    public var date: BankDate?
    /// When it was booked.
    public var postingDate: BankDate?
    /// From when the money counts.
    public var valueDate: BankDate?
    /// Who served at the counter.
    public var teller = ""
    /// How it was done, in the unit's code (`transmode_code`).
    public var mode = ""
    /// How it was done, in words.
    public var modeComment = ""
    /// How much, in the report's local currency.
    public var amount: Money
    /// Whether this very transaction is called suspicious, when the report says.
    public var isSuspicious: Bool?
    /// Who gave, who received, or who took part.
    public var parties: [GoAMLParty] = []
    /// Remarks.
    public var comments = ""

    /// A transaction of an amount; the rest is to be filled.
    public init(amount: Money) {
        self.amount = amount
    }
}

/// A person, account or entity in its role in a transaction or an activity.
public struct GoAMLParty: Sendable, Hashable {
    /// The line where it begins.
    public var line = 0
    /// The part it plays.
    public var role: Role
    /// Whether it is a client of the reporting entity (the "my client" variants): known, with documents.
    public var isMyClient = false
    /// Who or what it is.
    public var subject: Subject
    /// The kind of funds, in the unit's code.
    public var fundsCode = ""
    /// The kind of funds, in words.
    public var fundsComment = ""
    /// The amount in a foreign currency, when one was used.
    public var foreignAmount: Money?
    /// Who actually stood at the counter, when that was somebody else.
    public var conductor: GoAMLPerson?
    /// The country that the money came from or went to.
    public var country = ""
    /// How much it matters, 0 to 10, as given.
    public var significance = ""
    /// Why it is named, and other remarks.
    public var comments = ""

    /// A party in a role.
    public init(role: Role, subject: Subject) {
        self.role = role
        self.subject = subject
    }

    /// The part that a party plays.
    public enum Role: Sendable, Hashable {
        /// The money came from it.
        case from
        /// The money went to it.
        case to
        /// It took part; with the unit's code for how, if any.
        case involved(String)
    }

    /// Who or what a party is.
    public enum Subject: Sendable, Hashable {
        /// A human being.
        case person(GoAMLPerson)
        /// An account, with those who sign for it.
        case account(GoAMLAccount)
        /// A company or another organisation.
        case entity(GoAMLEntity)
    }
}
