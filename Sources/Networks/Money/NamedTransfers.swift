/// Transfers as they were read from a table, with the names of their accounts.
public struct NamedTransfers: Sendable {
    /// The transfers.
    public let transfers: Transfers
    /// Whether times are steps (days counted from a beginning) rather than moments: written plainly, below 10,000.
    public let countsSteps: Bool
    private let names: NameTable
    private let currencies: NameTable
    /// The name and the currency of each account; empty when there is one currency: names are accounts then.
    private let accounts: [(name: UInt32, currency: UInt32)]
    private let lines: [UInt32]
    private let zone: Int

    /// A step is a day.
    public static let step: Int64 = 86_400_000

    /// The columns that transfers are read from.
    ///
    /// - Parameters: headings or numbers as somebody typed them.
    public static func wanted(
        from: String?, to: String?, time: String?, amount: String?, currency: String?, device: String?
    ) -> [WantedColumn] {
        [
            .name("from", given: from, guesses: WantedColumn.fromGuesses, place: 0),
            .name("to", given: to, guesses: WantedColumn.toGuesses, place: 1),
            .value("time", .time, given: time, guesses: WantedColumn.timeGuesses, place: 2, isRequired: true),
            .value("amount", .amount, given: amount, guesses: WantedColumn.amountGuesses, place: 3, isRequired: true),
            .name(
                "currency", given: currency, guesses: ["currency", "ccy", "curr"], table: 1, isRequired: false,
                mayBeEmpty: true),
            .name(
                "device", given: device, guesses: ["device", "deviceid", "ip", "ipaddress"], table: 2,
                isRequired: false, mayBeEmpty: true),
        ]
    }

    /// Takes the columns of `wanted`, in its order. Each currency of an account becomes an account of its own.
    public init(_ columns: Columns, zone: Int = 0) {
        (names, currencies, lines, self.zone) = (columns.tables[0], columns.tables[1], columns.lines, zone)
        var time = columns.values[2]
        countsSteps = time.allSatisfy { $0 >= 0 && $0 < 10_000 * 1000 && $0 % 1000 == 0 }
        if countsSteps { time = time.map { $0 / 1000 * Self.step } }
        var (from, to) = (columns.codes[0], columns.codes[1])
        var accounts: [(name: UInt32, currency: UInt32)] = []
        let currency = columns.codes[4]
        if Set(currency).count > 1 {
            var known: [UInt64: UInt32] = [:]
            func account(_ name: UInt32, _ currency: UInt32) -> UInt32 {
                let key = UInt64(name) << 32 | UInt64(currency)
                if let account = known[key] { return account }
                accounts.append((name, currency))
                known[key] = UInt32(accounts.count - 1)
                return UInt32(accounts.count - 1)
            }
            from = from.indices.map { account(from[$0], currency[$0]) }
            to = to.indices.map { account(to[$0], currency[$0]) }
        }
        self.accounts = accounts
        transfers = Transfers(
            accounts: accounts.isEmpty ? names.count : accounts.count, from: from, to: to, time: time,
            amount: columns.values[3], device: columns.codes[5])
    }

    /// The name of an account; with its currency where there are several.
    public func name(_ account: Int) -> String {
        guard !accounts.isEmpty else { return names.text(account) }
        let (name, currency) = accounts[account]
        return currency == NameTable.none ? names.text(name) : "\(names.text(name)) \(currencies.text(currency))"
    }

    /// The accounts of a name: one, or one for each of its currencies; none when nobody is called so.
    public func accounts(named name: String) -> [Int] {
        guard !accounts.isEmpty else { return names.code(named: name).map { [Int($0)] } ?? [] }
        return accounts.indices.filter { self.name($0) == name || names.text(accounts[$0].name) == name }
    }

    /// The line on which a transfer stands, counted from 1.
    public func line(_ transfer: Int) -> Int { Int(lines[transfers.place(transfer)]) }

    /// A moment, written as times in the table are; nil when it is none.
    public func moment(_ text: String) -> Int64? {
        var text = text
        let moment = text.withUTF8 { TimeText(zone: zone).milliseconds($0) }
        return countsSteps ? moment.map { $0 / 1000 * Self.step } : moment
    }
}
