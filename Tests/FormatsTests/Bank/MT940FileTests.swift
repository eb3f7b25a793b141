import Foundation
import Testing

@testable import Formats

/// Every MT940 and MT942 file beside the repository against the result beside it.
@Suite("MT940 files of many banks")
struct MT940FileTests {
    static let files = BankFiles.names(under: "mt940/files", ending: ".sta")

    /// Files where the expected result is not what the file says, and what we give instead.
    ///
    /// - `invalid_statement`: no tag at all; refused, where the other reader gives nothing.
    /// - `raphaelm`: `:62F:` without a currency; the other reader takes digits of the amount for it.
    /// - `sepa_snippet_broken`: `:25:` among the entries; rejected with its line, where the other takes it for the account.
    private static let broken = "self-provided/invalid_statement.sta"
    private static let withoutCurrency = "self-provided/raphaelm.sta"
    private static let misplacedAccount = "betterplace/sepa_snippet_broken.sta"

    private func expected(_ file: String) throws -> ExpectedStatement {
        let yaml = try BankFiles.bytes("mt940/files/" + file.replacingOccurrences(of: ".sta", with: ".yml"))
        return ExpectedStatement(yaml: String(decoding: yaml, as: UTF8.self))
    }

    private func read(_ file: String) throws -> [BankItem] {
        try MT940Reader(ByteStream(try BankFiles.bytes("mt940/files/" + file), chunk: 37)).all()
    }

    @Test(
        "all files are here, and hold what they held when this was written",
        .enabled(if: BankFiles.isPresent, "needs ../shared"))
    func count() throws {
        #expect(Self.files.count == 51)
        let wanted = try Self.files.map { try expected($0).transactions.count }.reduce(0, +)
        let found = try Self.files.filter { $0 != Self.broken }.map { try read($0).entries.count }.reduce(0, +)
        #expect(found == wanted)
        #expect(found == 211)
    }

    @Test("a file without any tag is refused", .enabled(if: BankFiles.isPresent, "needs ../shared"))
    func refused() throws {
        #expect(throws: BankProblem.notMT940.at(1, 1)) { try read(Self.broken) }
    }

    @Test(
        "entries are as in the result beside the file", .enabled(if: BankFiles.isPresent, "needs ../shared"),
        arguments: files.filter { $0 != broken })
    func entries(file: String) throws {
        let (items, expected) = (try read(file), try expected(file))
        let entries = items.entries
        try #require(entries.count == expected.transactions.count)
        for (entry, wanted) in zip(entries, expected.transactions) {
            let amount = try #require(Money(decimalText: wanted.amount, currency: entry.amount.currency))
            #expect(entry.amount.isWorth(amount.units < 0 ? amount.negated : amount))
            #expect(entry.amount.currency == wanted.currency ?? "XXX")
            #expect(entry.mark == wanted.status)
            #expect(entry.valueDate?.iso == wanted.date)
            if let booked = wanted.entryDate { #expect(entry.bookingDate?.iso == booked) }
            if let code = wanted.fields["id"] { #expect(entry.code == code.trimmed) }
            if let reference = wanted.fields["bank_reference"] {
                #expect(entry.bankReference == reference.withoutNonref)
            }
            if let reference = wanted.fields["customer_reference"] {
                compare(entry, customerReference: reference, wanted)
            }
        }
    }

    private func compare(_ entry: BankEntry, customerReference: String, _ wanted: ExpectedStatement.Transaction) {
        let reference = customerReference.replacingOccurrences(of: "KREF+", with: "").withoutNonref
        if reference.isEmpty {
            // We fall back to the end-to-end reference.
            #expect(entry.reference.bare == (wanted.fields["end_to_end_reference"] ?? "").withoutNonref.bare)
        } else {
            #expect(entry.reference.bare == reference.bare)
        }
    }

    @Test(
        "counterparties are as in the result beside the file", .enabled(if: BankFiles.isPresent, "needs ../shared"),
        arguments: files.filter { $0 != broken && $0 != misplacedAccount })
    func counterparties(file: String) throws {
        let (items, expected) = (try read(file), try expected(file))
        for (entry, wanted) in zip(items.entries, expected.transactions) {
            if let name = wanted.fields["applicant_name"] ?? wanted.fields["non_swift_15"] {
                #expect(entry.counterpartyName.bare.hasPrefix(name.bare))
            }
            if let account = wanted.fields["applicant_iban"] ?? wanted.fields["non_swift_34"] {
                // An IBAN of its own (part 38) comes before the number; the other reader does not look at it.
                let iban = ["cmxl/mt940.sta": "PL", "self-provided/multiline.sta": "NUMERODECOMPTEIBAN"][file] ?? "-"
                #expect(entry.counterpartyAccount == account.bare || entry.counterpartyAccount.hasPrefix(iban))
            }
            if let bank = wanted.fields["applicant_bin"] ?? wanted.fields["non_swift_33"] {
                #expect(entry.counterpartyBank == bank)
            }
            if let text = wanted.fields["purpose"] { #expect(entry.text.bare.contains(text.bare)) }
            if let note = wanted.fields["posting_text"] { #expect(entry.note.hasPrefix(note)) }
            if let details = wanted.fields["extra_details"] { #expect(entry.note.ascii.hasSuffix(details.ascii)) }
        }
    }

    @Test(
        "heads and balances are as in the result beside the file", .enabled(if: BankFiles.isPresent, "needs ../shared"),
        arguments: files.filter { $0 != broken })
    func heads(file: String) throws {
        let (items, expected) = (try read(file), try expected(file))
        // The results keep the last of each.
        func last(_ key: String, _ value: (StatementHeader) -> String, _ list: [StatementHeader]) {
            guard let wanted = expected.fields[key] else { return }
            #expect(list.map(value).last { !$0.isEmpty } == wanted)
        }
        last("transaction_reference", \.id, items.headers)
        last("statement_number", \.number, items.headers)
        last("sequence_number", \.sequence, items.headers.filter { !$0.sequence.isEmpty })
        if let account = expected.fields["account_identification"] {
            let given = items.headers.map(\.accountAsGiven).last { !$0.isEmpty } ?? ""
            if file == Self.misplacedAccount {
                #expect(given == "50880050/0194787400888")
                #expect(items.rejections == [BankProblem.misplaced(tag: "25").at(6, 1)])
            } else {
                #expect(given.hasPrefix(account.trimmed))  // The results cut it at 35.
            }
        }
        let openings = items.headers.compactMap(\.openingBalance)
        let closings = items.ends.compactMap(\.closingBalance)
        compare(openings.last { !$0.isIntermediate }, expected.balances["final_opening_balance"])
        compare(openings.last { $0.isIntermediate }, expected.balances["intermediate_opening_balance"])
        if file != Self.withoutCurrency {
            compare(closings.last { !$0.isIntermediate }, expected.balances["final_closing_balance"])
            compare(closings.last { $0.isIntermediate }, expected.balances["intermediate_closing_balance"])
        } else {
            #expect(
                closings.map(\.amount) == [105_000_00, 145_000_00, 95_000_00].map { Money(units: $0, currency: "DEM") })
        }
    }

    private func compare(_ balance: BankBalance?, _ wanted: ExpectedStatement.Balance?) {
        guard let wanted else { return #expect(balance == nil) }
        #expect(balance?.amount.currency == wanted.currency)
        #expect(
            balance.map { Money(decimalText: wanted.amount, currency: wanted.currency)?.isWorth($0.amount) == true }
                == true)
        #expect(balance?.date?.iso == wanted.date)
    }

    @Test(
        "nothing else is rejected", .enabled(if: BankFiles.isPresent, "needs ../shared"),
        arguments: files.filter { $0 != broken && $0 != misplacedAccount })
    func nothingRejected(file: String) throws {
        #expect(try read(file).rejections.isEmpty)
    }

    @Test(
        "statements that do not add up are reported, not dropped", .enabled(if: BankFiles.isPresent, "needs ../shared"))
    func balanceChecks() throws {
        // The second page is wrong in the file: 229.20 - 79.90 + 10.10 is not 159.60.
        #expect(
            try read("jejik/postfinance.sta").ends.map(\.balanceCheck) == [
                .balances,
                .differs(expected: Money(units: 159_60, currency: "CHF"), found: Money(units: 159_40, currency: "CHF")),
            ])
        #expect(try read("jejik/generic.sta").ends.map(\.balanceCheck) == [.balances, .balances])
        #expect(try read("mBank/mt940.sta").ends.map(\.balanceCheck) == [.balances])
        #expect(try read("sberbank/171011_01234945.sta").ends.map(\.balanceCheck) == [.balances])
        #expect(try read("mBank/mt942.sta").ends.map(\.balanceCheck) == [.balances])
        let cut = try read("mBank/with_newline_in_tnr.sta")
        #expect(cut.entries.count == 2)
        #expect(
            cut.ends.map(\.balanceCheck) == [
                .differs(expected: Money(units: 860_17, currency: "PLN"), found: Money(units: 89_46, currency: "PLN"))
            ])
        let reversals = try read("betterplace/sepa_mt9401.sta")
        #expect(reversals.entries.contains { $0.mark == "RC" })
        #expect(reversals.ends.first?.balanceCheck == .balances)
    }

    @Test(
        "each file is told by its first bytes", .enabled(if: BankFiles.isPresent, "needs ../shared"), arguments: files)
    func detection(file: String) throws {
        let found = BankFormat.detect(prefix: try BankFiles.bytes("mt940/files/" + file))
        #expect(found == (file == Self.broken ? nil : file.hasSuffix("mt942.sta") ? .mt942 : .mt940))
    }
}

extension BankEntry {
    /// The mark of `:61:`.
    fileprivate var mark: String { isReversal ? (isCredit ? "RD" : "RC") : isCredit ? "C" : "D" }
}

extension Money {
    fileprivate init?(decimalText text: String, currency: String) {
        let negative = text.hasPrefix("-")
        guard let money = Money(digits: text.utf8.dropFirst(negative ? 1 : 0), mark: 0x2E, currency: currency) else {
            return nil
        }
        self = negative ? money.negated : money
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
    fileprivate var withoutNonref: String { MTText.reference(self) }
    /// Without white space: banks break lines anywhere.
    fileprivate var bare: String { filter { !$0.isWhitespace } }
    /// Only ASCII: some files are in code pages that they do not name.
    fileprivate var ascii: String { String(decoding: bare.utf8.filter { $0 < 0x80 && $0 > 0x20 }, as: UTF8.self) }
}
