import Formats

extension TruthFile {
    /// The accounts on the way, in order; each step may have several.
    var money: JSONValue {
        let ring = province.ring
        let companies = Array(province.bank.ofCompany.prefix(Workplace.exploitationCount))
        let steps: [(String, [Int])] = [
            ("siteCompanies", companies), ("collectors", accounts(of: ring.managers)),
            ("passThrough", [province.bank.passThrough]), ("mules", accounts(of: ring.mules)),
            ("frontCompany", [province.frontAccount]), ("owner", accounts(of: [ring.brokers[0]])),
        ]
        return [
            "threshold": .number(MoneyTrail.threshold),
            "handlerDevice": .string(province.device(Int32(ring.moneyHandler + 1))),
            "chain": .array(steps.map { ["step": .string($0.0), "accounts": numbers($0.1)] }),
            "sideBranches": [
                "partner": numbers(accounts(of: [ring.partner])),
                "otherBrokers": numbers(accounts(of: Array(ring.brokers.dropFirst()))),
                "relative": numbers(accounts(of: [ring.relative])),
                "official": numbers(accounts(of: [ring.official])),
            ],
        ]
    }

    func transfer(_ transfer: Transfer) -> JSONValue {
        var files: [JSONValue] = province.isInLedger(transfer) ? ["bank-ledger.csv"] : []
        let ends = [Int(transfer.from), Int(transfer.to)]
        let banks = BankFiles(province: province)
        if ends.contains(where: banks.riverAccounts.contains) { files.append("bank-river-mt940.sta") }
        if ends.contains(where: banks.harbourAccounts.contains) { files.append("bank-harbour-camt053.xml") }
        return [
            "time": moment(transfer.at), "from": number(Int(transfer.from)), "to": number(Int(transfer.to)),
            "amount": .string(Money(units: transfer.satang, currency: "THB").number()),
            "purpose": .string("\(transfer.purpose)"), "reference": .string(province.reference(of: transfer)),
            "files": .array(files),
        ]
    }

    var official: JSONValue {
        [
            "person": .string(Self.id(province.ring.official)), "relative": .string(Self.id(province.ring.relative)),
            "warnings": .array(
                province.warnings.map { warning in
                    [
                        "inspection": day(warning.day), "site": .string(Workplace.siteID(warning.workplace)),
                        "calls": .array(warning.calls.map(call)),
                    ]
                }),
        ]
    }

    func inspection(_ inspection: Inspection) -> JSONValue {
        [
            "day": day(inspection.day), "site": .string(Workplace.siteID(inspection.workplace)),
            "wasWarned": .bool(!inspection.calls.isEmpty),
        ]
    }

    func stopNumber(_ service: Int) -> JSONValue {
        let number = province.phones[province.phones(of: service).lowerBound].number
        return [
            "number": .string(number.international),
            "what": .string(Population.serviceNames[service - province.services.lowerBound]),
        ]
    }

    func stopAccount(_ account: Int) -> JSONValue {
        ["account": number(account), "what": .string(province.holderName(of: account))]
    }

    private func call(_ call: Call) -> JSONValue {
        let caller = province.phones[Int(call.caller)]
        let files: [Operator: String] = [
            .siam: "calls-siam.csv", .mekong: "calls-mekong.csv", .lanexang: "calls-lanexang.tsv",
        ]
        return [
            "time": moment(call.at), "from": .string(caller.number.international),
            "to": .string(province.phones[Int(call.callee)].number.international),
            "file": .optional(files[caller.provider]),
        ]
    }

    private func moment(_ second: Second) -> JSONValue {
        var line = Line()
        line.put(day: province.firstDay + second / 86_400)
        line.put("T")
        line.put(clock: second % 86_400)
        line.put("+07:00")
        return .string(line.text)
    }

    private func accounts(of persons: [Int]) -> [Int] { persons.map { Int(province.persons[$0].account) } }
    private func number(_ account: Int) -> JSONValue { .string(province.bank.accounts[account].number) }
    private func numbers(_ accounts: [Int]) -> JSONValue { .array(accounts.map(number)) }
}

extension Province {
    /// All accounts of a person: their own and, for the money handler, the one through which everything passes.
    func accounts(of person: Int) -> [Int] {
        let own = persons[person].account >= 0 ? [Int(persons[person].account)] : []
        return person == ring.moneyHandler ? own + [bank.passThrough] : own
    }

    /// The numbers of the papers that a person shows.
    func documents(of person: Int) -> [String] {
        let travel = Paper.document(persons[person].culture, person: person)
        return persons[person].culture.nationality == "TH" ? [citizenNumber(of: person), travel] : [travel]
    }
}
