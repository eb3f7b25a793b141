/// The ledger of Paddy Bank: every transfer that touches one of its accounts.
struct LedgerFile {
    let province: Province

    func write(to sink: SampleSink) throws -> FileTally {
        var file = RowFile(faults: [
            RowFile.Fault(
                after: 44,
                text: "2026-06-02,09:00:00,PADDTHB0XXX,7100000011,,PADDTHB0XXX,7100000022,,twelve,THB,MOBILE,D000001,",
                reason: "no amount"),
            RowFile.Fault(after: 199, text: "2026-06-03,10:00:00,PADDTHB0XXX,7100", reason: "the line is cut short"),
            RowFile.Fault(
                after: 310,
                text: "2026-00-03,10:00:00,PADDTHB0XXX,7100000011,,PADDTHB0XXX,7100000022,,12.00,THB,MOBILE,D000001,",
                reason: "no such date"),
        ])
        var isSeen = Array(repeating: false, count: province.bank.accounts.count)
        file.line.put("date,time,from_bank,from_account,from_name,to_bank,to_account,to_name,")
        file.line.put("amount,currency,channel,device,text")
        file.endHeader()
        for day in 0..<province.days {
            for transfer in province.transfers(on: day) where province.isInLedger(transfer) {
                isSeen[Int(transfer.from)] = true
                isSeen[Int(transfer.to)] = true
                put(transfer, to: &file.line)
                try file.endRow(events: 1, to: sink)
            }
        }
        var tally = try file.finish(to: sink)
        tally.accounts = isSeen.reduce(0) { $0 + ($1 ? 1 : 0) }
        return tally
    }

    private func put(_ transfer: Transfer, to line: inout Line) {
        line.put(day: province.firstDay + transfer.at / 86_400)
        line.put(byte: 0x2C)
        line.put(clock: transfer.at % 86_400)
        for account in [Int(transfer.from), Int(transfer.to)] {
            line.put(byte: 0x2C)
            line.put(province.bank.accounts[account].house.bic)
            line.put(byte: 0x2C)
            line.put(province.bank.accounts[account].number)
            line.put(byte: 0x2C)
            line.put(field: province.holderName(of: account))
        }
        line.put(byte: 0x2C)
        line.put(satang: transfer.satang)
        line.put(",THB,")
        line.put(transfer.channel.rawValue)
        line.put(byte: 0x2C)
        if transfer.device > 0 { line.put(province.device(transfer.device)) }
        line.put(byte: 0x2C)
        line.put(field: transfer.text)
    }
}

extension Province {
    func isInLedger(_ transfer: Transfer) -> Bool {
        bank.accounts[Int(transfer.from)].house == .paddy || bank.accounts[Int(transfer.to)].house == .paddy
    }

    /// The device from which an order came, as the bank's application names it.
    func device(_ device: Int32) -> String {
        var line = Line()
        line.put("D")
        line.put(Int(device), width: 7)
        return line.text
    }

    /// The name that a bank has for the holder of an account.
    func holderName(of account: Int) -> String {
        switch bank.accounts[account].holder {
        case .person(let person): name(of: person, at: .bank).latin
        case .company(let company): companies[company].nameEnglish
        case .utility(let utility): Bank.utilityNames[utility]
        case .cash: "Cash"
        }
    }
}
