import ArgumentParser
import Formats
import Networks

/// How a table is read as transfers of money.
struct TransferOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The column of who pays (or --payer).", valueName: "column")) var payer: String?
    @Option(
        name: [.customLong("to"), .customLong("payee")],
        help: ArgumentHelp("The column of who is paid.", valueName: "column"))
    var payee: String?
    @Option(help: ArgumentHelp("The column of when.", valueName: "column")) var time: String?
    @Option(help: ArgumentHelp("The column of how much.", valueName: "column")) var value: String?
    @Option(
        help: ArgumentHelp(
            "The column of currencies: each currency of an account is followed apart.", valueName: "column")
    )
    var currency: String?
    @Option(help: ArgumentHelp("The column of devices or addresses that gave the order.", valueName: "column"))
    var device: String?

    /// The columns, who pays given elsewhere.
    func wanted(from: String?, amount: String?) -> [WantedColumn] {
        NamedTransfers.wanted(
            from: payer ?? from, to: payee, time: time, amount: value ?? amount, currency: currency, device: device)
    }
}

extension FileTask {
    /// Reads a table of transfers.
    func transfers(_ wanted: [WantedColumn], zone: Int) throws -> NamedTransfers {
        let named = NamedTransfers(try columns(wanted), zone: zone)
        tell("accounts", .number(named.transfers.accounts))
        tell("timesAreSteps", .bool(named.countsSteps))
        return named
    }
}

extension NamedTransfers {
    /// A moment as it is shown: a step where the table counts steps.
    func cell(_ time: Int64) -> AnswerTable.Cell { countsSteps ? .whole(Int(time / Self.step)) : .time(time) }

    /// The account that somebody named; throws when there is none, or when it has several currencies.
    func account(called name: String) throws(CLIError) -> Int {
        let found = accounts(named: name)
        guard let account = found.first else { throw .nothing(id: name) }
        guard found.count == 1 else {
            throw .unknown(option: "--account", value: name, known: found.map(self.name))
        }
        return account
    }
}
