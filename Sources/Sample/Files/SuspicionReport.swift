import Formats

extension BankFiles {
    /// The suspicious transaction report on the pass-through account: money that comes in leaves the same evening,
    /// in parts just under the threshold. It names some of the transfers, not all.
    func report(to sink: SampleSink) throws -> FileTally {
        var seen: Set<Int32> = []
        let reported = province.ringTransfers.filter { $0.purpose == .layer }.prefix(25)
        let transactions = reported.enumerated().map { index, transfer in
            seen.formUnion([transfer.from, transfer.to])
            return transaction(transfer, number: index + 1)
        }
        let text = GoAMLWriter.report(head, transactions: Array(transactions), indicators: ["STRUCT", "PASSTHRU"])
        try sink(Array(text.utf8))
        var tally = FileTally()
        tally.rows = transactions.count
        tally.events = transactions.count
        tally.accounts = seen.count
        return tally
    }

    private var head: GoAMLReport {
        var head = GoAMLReport()
        head.entityID = "900001"
        head.submissionCode = "E"
        head.reportCode = "STR"
        head.entityReference = "RB-STR-2026-0012"
        head.submissionDate = moment(of: province.days * 86_400 + 9 * 3600)
        head.currency = "THB"
        head.reason =
            "Money paid in by several workplaces leaves the account on the same day, in parts of less than 50,000 baht."
        head.action = "Reported to the Financial Intelligence Unit. The customer was not told."
        return head
    }

    private func transaction(_ transfer: Transfer, number: Int) -> GoAMLTransaction {
        var transaction = GoAMLTransaction(amount: Money(units: transfer.satang, currency: "THB"))
        transaction.number = "RB-\(number)"
        transaction.internalReference = province.reference(of: transfer)
        transaction.location = "Arun Samut"
        transaction.summary = transfer.text
        transaction.date = moment(of: transfer.at)
        transaction.mode = "EBANK"
        var from = GoAMLParty(role: .from, subject: .account(account(Int(transfer.from), withSignatory: true)))
        from.isMyClient = true
        from.fundsCode = "TRANS"
        from.country = "TH"
        var to = GoAMLParty(role: .to, subject: .account(account(Int(transfer.to), withSignatory: false)))
        to.fundsCode = "TRANS"
        to.country = "TH"
        transaction.parties = [from, to]
        return transaction
    }

    private func account(_ index: Int, withSignatory: Bool) -> GoAMLAccount {
        var account = GoAMLAccount()
        account.institutionName = province.bank.accounts[index].house == .river ? "River Bank" : "Harbour Bank"
        account.swift = province.bank.accounts[index].house.bic
        account.number = province.bank.accounts[index].number
        account.currency = "THB"
        account.name = province.holderName(of: index)
        if withSignatory, case .person(let person) = province.bank.accounts[index].holder {
            account.signatories = [GoAMLRelation(person: signatory(person), role: "OWNER", isPrimary: true)]
        }
        return account
    }

    private func signatory(_ index: Int) -> GoAMLPerson {
        let name = province.name(of: index, at: .bank)
        let (year, month, day) = province.persons[index].born.civil
        var person = GoAMLPerson()
        person.gender = province.persons[index].isFemale ? "F" : "M"
        person.firstName = name.given
        person.lastName = name.family
        person.birthDate = BankDate(year: year, month: month, day: day)
        person.nationalNumber = province.citizenNumber(of: index)
        person.nationalities = ["TH"]
        return person
    }

    private func moment(of second: Second) -> BankDate {
        let (year, month, day) = (province.firstDay + second / 86_400).civil
        let clock = second % 86_400
        return BankDate(
            year: year, month: month, day: day,
            time: BankTime(hour: clock / 3600, minute: clock / 60 % 60, second: clock % 60))
    }
}
