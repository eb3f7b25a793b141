/// The statement that is being read: its head so far, its balances, and the sum of its entries.
struct MTStatement {
    private(set) var header = StatementHeader()
    private(set) var isOpen = false
    /// Whether the head has been handed out; from then on it cannot change.
    var isAnnounced = false
    /// Whether the last `:61:` was rejected, so that its details have nowhere to go.
    var afterBadEntry = false
    var sum = BalanceSum()
    private var closing: BankBalance?
    private var debits: Money?
    private var credits: Money?

    init() {}

    /// The next statement of a file. Its currency is the last one's until it says otherwise; nothing else is
    /// carried over: an account that is not stated must not be guessed.
    init(after other: MTStatement) {
        header.currency = other.header.currency
    }

    /// The currency of the entries.
    var currency: String { header.currency.isEmpty ? "XXX" : header.currency }

    mutating func open(at line: Int) {
        isOpen = true
        header.line = line
    }

    /// Takes a field that is not an entry's. Returns what is wrong with it, if anything is.
    mutating func take(_ field: MTField) -> FormatError? {
        switch field.tag {
        case .reference: header.id = field.text
        case .account, .accountWithBank: return takeAccount(field)
        case .number, .numberAndPage: takeNumber(field.text)
        case .bankOwn: takeOwner(field)
        case .openingBalance, .openingPage:
            guard let balance = balance(field) else {
                return BankProblem.badBalance(tag: field.tag.rawValue).at(field.line, field.column)
            }
            guard !isAnnounced else { return misplaced(field) }
            header.openingBalance = balance
            header.currency = balance.amount.currency
        case .closingBalance, .closingPage:
            guard let balance = balance(field) else {
                return BankProblem.badBalance(tag: field.tag.rawValue).at(field.line, field.column)
            }
            closing = balance
            if header.currency.isEmpty, !isAnnounced { header.currency = balance.amount.currency }
        case .floorLimit: takeFloorLimit(field)
        case .debitSum: debits = total(field)
        case .creditSum: credits = total(field)
        default: break
        }
        return nil
    }

    /// The end of the statement, with the check of what it states.
    func end(at line: Int) -> StatementEnd {
        var check = sum.check(opening: header.openingBalance, closing: closing)
        // An interim report has no balances, but the totals of its entries.
        if check == .unknown, debits != nil || credits != nil {
            let none = Money(units: 0, currency: currency)
            check = sum.check(total: (credits ?? none).adding((debits ?? none).negated))
        }
        return StatementEnd(line: line, closingBalance: closing, entries: sum.entries, balanceCheck: check)
    }

    // MARK: - Fields

    private func misplaced(_ field: MTField) -> FormatError {
        BankProblem.misplaced(tag: field.tag.rawValue).at(field.line, 1)
    }

    /// `BANK/ACCOUNT`, `ACCOUNTEUR`, `BIC/ACCOUNT/HUF`, or an IBAN.
    private mutating func takeAccount(_ field: MTField) -> FormatError? {
        guard !isAnnounced else { return misplaced(field) }
        header.accountAsGiven = field.text
        var parts = field.text.split(separator: "/").map { MTText.trimmed(String($0)) }
        if parts.count > 1, let last = parts.last, last.count == 3, last.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) {
            header.currency = last
            parts.removeLast()
        }
        guard var account = parts.last else { return nil }
        header.bank = parts.count > 1 ? parts[0] : ""
        let end = account.suffix(4)
        if account.utf8.first.map({ $0 >= 0x30 && $0 <= 0x39 }) == true, end.count == 4, let digit = end.utf8.first,
            digit >= 0x30, digit <= 0x39,
            end.dropFirst().utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A })
        {
            header.currency = String(end.dropFirst())
            account.removeLast(3)
        }
        header.account = account
        return nil
    }

    /// `5n[/5n]`; some banks leave out the slash.
    private mutating func takeNumber(_ text: String) {
        guard let slash = text.firstIndex(of: "/") else {
            header.number = String(text.prefix(5))
            header.sequence = String(text.dropFirst(5))
            return
        }
        header.number = String(text[..<slash])
        header.sequence = String(text[text.index(after: slash)...])
    }

    /// The holder, in a bank's own field: `22NAME`, `23NAME OF THE ACCOUNT`.
    private mutating func takeOwner(_ field: MTField) {
        guard !isAnnounced else { return }
        for line in field.lines where line.starts(with: [0x32, 0x32]) {
            header.accountOwner = MTText.trimmed(MTText.string(line[2...]))
        }
    }

    private mutating func takeFloorLimit(_ field: MTField) {
        if header.currency.isEmpty, !isAnnounced { header.currency = String(field.text.prefix(3)) }
    }

    /// `C100318EUR380115,12`. German banks once left out the currency; it is that of the account then.
    private func balance(_ field: MTField) -> BankBalance? {
        var cursor = ByteCursor(field.lines[0])
        let mark = cursor.take(1).first
        guard mark == 0x43 || mark == 0x44, let date = MTDate.short(cursor.take(6)) else { return nil }
        let named = cursor.startsWithDigit ? currency : MTText.string(cursor.take(3))
        let digits = cursor.takeWhile(atMost: 20) { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2C }
        guard Self.isCurrency(named), let amount = Money(digits: digits, mark: 0x2C, currency: named) else {
            return nil
        }
        let isPage = field.tag == .openingPage || field.tag == .closingPage
        return BankBalance(amount: mark == 0x43 ? amount : amount.negated, date: date, isIntermediate: isPage)
    }

    /// `3PLN0,03`: the number of entries and their total.
    private func total(_ field: MTField) -> Money? {
        var cursor = ByteCursor(field.lines[0])
        _ = cursor.takeWhile(atMost: 10) { $0 >= 0x30 && $0 <= 0x39 }
        let named = MTText.string(cursor.take(3))
        return Self.isCurrency(named)
            ? Money(digits: cursor.rest.prefix { $0 > 0x20 }, mark: 0x2C, currency: named) : nil
    }

    private static func isCurrency(_ text: String) -> Bool {
        text.utf8.count == 3 && text.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
    }
}
