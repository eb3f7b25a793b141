import Formats

/// Statements of accounts that a court has opened, and the report of the unit that was told.
///
/// River Bank gives MT940: the pass-through account, the front company and four site companies. Harbour Bank gives
/// camt.053: the mules and the official's relative. A transfer between two banks stands in both banks' files, with
/// one reference.
struct BankFiles {
    let province: Province

    /// The accounts whose statements River Bank gave.
    var riverAccounts: [Int] {
        [province.bank.passThrough, province.frontAccount] + province.bank.ofCompany.prefix(4)
    }

    /// The accounts whose statements Harbour Bank gave.
    var harbourAccounts: [Int] {
        (province.ring.mules + [province.ring.relative]).map { Int(province.persons[$0].account) }
    }

    func river(to sink: SampleSink) throws -> FileTally {
        try statements(of: riverAccounts) { statement in
            try sink(
                Array(
                    MT940Writer.statement(statement.header, entries: statement.entries, closing: statement.closing).utf8
                ))
        }
    }

    func harbour(to sink: SampleSink) throws -> FileTally {
        var documents: [String] = []
        let created = date(of: province.firstDay + province.days)
        let tally = try statements(of: harbourAccounts) { statement in
            documents.append(
                CamtWriter.statement(
                    statement.header, entries: statement.entries, closing: statement.closing, created: created))
        }
        try sink(Array(Self.joined(documents).utf8))
        return tally
    }

    /// The writer makes a document for each statement; a bank sends them as one.
    private static func joined(_ documents: [String]) -> String {
        guard var whole = documents.first, let end = whole.firstRange(of: "</Stmt>")?.upperBound else { return "" }
        let others = documents.dropFirst().compactMap { document -> String? in
            guard let from = document.firstRange(of: "<Stmt>"), let to = document.firstRange(of: "</Stmt>") else {
                return nil
            }
            return String(document[from.lowerBound..<to.upperBound])
        }
        whole.insert(contentsOf: others.map { "\n" + $0 }.joined(), at: end)
        return whole
    }

    private struct Statement {
        let header: StatementHeader
        let entries: [BankEntry]
        let closing: BankBalance
    }

    private func statements(of accounts: [Int], each: (Statement) throws -> Void) throws -> FileTally {
        var tally = FileTally()
        let wanted = Set(accounts)
        var entries: [Int: [BankEntry]] = [:]
        var seen: Set<Int32> = Set(accounts.map(Int32.init))
        for day in 0..<province.days {
            for transfer in province.transfers(on: day) {
                for own in [Int(transfer.from), Int(transfer.to)] where wanted.contains(own) {
                    entries[own, default: []].append(entry(transfer, on: own))
                    seen.formUnion([transfer.from, transfer.to])
                    tally.rows += 1
                }
            }
        }
        for (index, account) in accounts.enumerated() {
            try each(statement(account, number: index + 1, entries[account] ?? []))
        }
        tally.events = tally.rows
        tally.accounts = seen.count
        return tally
    }

    private func statement(_ account: Int, number: Int, _ entries: [BankEntry]) -> Statement {
        let house = province.bank.accounts[account].house
        let start = house == .river ? 400_000_00 : 25_000_00
        let end = entries.reduce(start) { $0 + $1.signedAmount.units }
        let opening = max(start, start - min(0, end))
        let header = StatementHeader(
            account: province.bank.accounts[account].number, accountOwner: province.holderName(of: account),
            bank: house.bic, currency: "THB", number: "\(number)", sequence: "1",
            id: "STMT\(province.firstDay.civil.year)\(number)",
            openingBalance: BankBalance(
                amount: Money(units: opening, currency: "THB"), date: date(of: province.firstDay)))
        let closing = BankBalance(
            amount: Money(units: end - start + opening, currency: "THB"),
            date: date(of: province.firstDay + (province.days - 1)))
        return Statement(header: header, entries: entries, closing: closing)
    }

    private func entry(_ transfer: Transfer, on own: Int) -> BankEntry {
        let isCredit = Int(transfer.to) == own
        let other = Int(isCredit ? transfer.from : transfer.to)
        let house = province.bank.accounts[own].house
        let code =
            house == .river
            ? (transfer.channel == .atm ? "NMSC" : "NTRF")
            : transfer.channel == .atm ? "PMNT-CCRD-CWDL" : isCredit ? "PMNT-RCDT-BOOK" : "PMNT-ICDT-BOOK"
        let day = date(of: province.firstDay + transfer.at / 86_400)
        return BankEntry(
            valueDate: day, bookingDate: day, amount: Money(units: transfer.satang, currency: "THB"),
            isCredit: isCredit, reference: province.reference(of: transfer), code: code,
            counterpartyName: province.holderName(of: other), counterpartyAccount: province.bank.accounts[other].number,
            counterpartyBank: province.bank.accounts[other].house.bic, text: transfer.text)
    }

    private func date(of day: Day) -> BankDate {
        let (year, month, day) = day.civil
        return BankDate(year: year, month: month, day: day)
    }
}

extension Province {
    /// The reference that both banks have for a transfer: minute, payer and payee make it.
    func reference(of transfer: Transfer) -> String {
        var line = Line()
        line.put("T")
        line.put(transfer.at / 60, width: 6)
        line.put((Int(transfer.from) * 31 + Int(transfer.to)) % 1_000_000, width: 6)
        return line.text
    }
}
