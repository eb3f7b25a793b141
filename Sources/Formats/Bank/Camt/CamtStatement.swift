/// The statement that is being read: its head so far, its balances, and the sum of its entries.
struct CamtStatement {
    /// The elements before the entries that we look at.
    static let headNames: Set<String> = [
        "Id", "ElctrncSeqNb", "LglSeqNb", "StmtPgntn", "RptPgntn", "NtfctnPgntn", "Acct", "Bal",
    ]

    var sum = BalanceSum()
    var unevenBatches = 0
    private var header: StatementHeader
    private var opening: (rank: Int, balance: BankBalance)?
    private var closing: BankBalance?
    private var isAnnounced = false

    init(line: Int) {
        header = StatementHeader(line: line)
    }

    mutating func take(_ node: XMLNode) {
        switch node.name {
        case "Id": header.id = node.text
        case "ElctrncSeqNb": header.number = node.text
        case "LglSeqNb": if header.number.isEmpty { header.number = node.text }
        case "StmtPgntn", "RptPgntn", "NtfctnPgntn": header.sequence = node.text("PgNb")
        case "Acct": takeAccount(node)
        default: takeBalance(node)
        }
    }

    /// The head, the first time that it is asked for.
    mutating func announce() -> StatementHeader? {
        guard !isAnnounced else { return nil }
        isAnnounced = true
        header.openingBalance = opening?.balance
        if header.currency.isEmpty { header.currency = (opening?.balance ?? closing)?.amount.currency ?? "" }
        return header
    }

    func end(at line: Int) -> StatementEnd {
        StatementEnd(
            line: line, closingBalance: closing, entries: sum.entries,
            balanceCheck: sum.check(opening: opening?.balance, closing: closing), unevenBatches: unevenBatches)
    }

    private mutating func takeAccount(_ node: XMLNode) {
        header.account = CamtParty.account(node)
        header.accountAsGiven = header.account
        header.accountOwner = node.at("Ownr").map(CamtParty.name) ?? ""
        if header.accountOwner.isEmpty { header.accountOwner = node.text("Nm") }
        header.bank = node.at("Svcr").map(CamtParty.bank) ?? ""
        header.currency = node.text("Ccy")
    }

    /// Booked balances only: opening (or what the last statement closed with) and closing.
    private mutating func takeBalance(_ node: XMLNode) {
        guard let amount = node.at("Amt").flatMap(CamtAmount.read), let direction = CamtAmount.isCredit(node) else {
            return
        }
        let date = node.at("Dt").flatMap(CamtAmount.date)
        let balance = BankBalance(
            amount: direction ? amount : amount.negated, date: date,
            isIntermediate: node.text("Tp", "SubTp", "Cd") == "INTM")
        let code =
            node.text("Tp", "CdOrPrtry", "Cd").isEmpty ? node.text("Tp", "Cd") : node.text("Tp", "CdOrPrtry", "Cd")
        switch code {
        case "OPBD": if opening?.rank != 2 { opening = (2, balance) }
        case "PRCD": if opening == nil { opening = (1, balance) }
        case "CLBD": closing = balance
        default: break
        }
    }
}
