import Testing

@testable import Formats

/// Every camt file beside the repository. There are no results beside them: what stands here was read from the files
/// by eye.
@Suite("camt files of several versions")
struct CamtFileTests {
    struct Expected: CustomTestStringConvertible, Sendable {
        var file: String
        var account = "CH2801234000123456789"
        /// Sign, amount, value day (or booking day), other side, reference; one an item.
        var entries: [String]
        var checks: [BalanceCheck] = [.unknown]
        var testDescription: String { file }
    }

    private static let dutch = "NL26VAYB8060476890"
    private static let orders = [
        "share(1) -3.10 CHF 2007-10-18 Example Creditor 3 - V1 CH4112345003131313131 UXC06170000006PI00001EE00001",
        "share(2) -3.20 CHF 2007-10-18 Example Creditor 3 - V2 CH7212345003232323232 UXC06170000006PI00001EE00002",
        "share(3) -3.20 CHF 2007-10-18 Example Creditor 3 - V3 CH7212345003232323232 UXC06170000006PI00001EE00002",
    ]

    private static func differs(_ expected: Int, _ found: Int) -> BalanceCheck {
        .differs(expected: Money(units: expected, currency: "EUR"), found: Money(units: found, currency: "EUR"))
    }

    static let files: [Expected] = [
        Expected(file: "camt052.v1.xml", entries: ["whole -200000.00 SEK 2007-10-18"]),
        Expected(
            file: "camt052.v2.other-account.xml", entries: ["whole -200000.00 SEK 2007-10-18 Company Name 0000000000"]),
        Expected(
            file: "camt052.v2.with-account-name.xml",
            entries: ["whole -200000.00 SEK Company Name CH2801234000123456789"]),
        Expected(file: "camt052.v2.xml", entries: ["whole -200000.00 SEK 2007-10-18 Company Name NL56AGDH9619008421"]),
        Expected(
            file: "camt052.v4.xml",
            entries: ["whole -200000.00 SEK 2007-10-18 UNIFITS GmbH CH2801234000123456789 UXC06140000015PI00001EE00001"]
        ),
        Expected(
            file: "camt052.v6.Amt-zero.xml",
            entries: ["whole -200000.00 SEK 2007-10-18 UNIFITS GmbH CH2801234000123456789 UXC06140000015PI00001EE00001"]
        ),
        Expected(
            file: "camt052.v6.xml",
            entries: ["whole -200000.00 SEK 2007-10-18 UNIFITS GmbH CH2801234000123456789 UXC06140000015PI00001EE00001"]
        ),
        Expected(file: "camt052.v8.xml", entries: ["whole -200000.00 SEK 2007-10-18"]),
        Expected(
            file: "camt053.v2.all-balance-types.xml", entries: ["whole +8.85 EUR 2015-01-02 000000001"],
            checks: [differs(4_04, 9_86)]),
        Expected(
            file: "camt053.v2.five.decimals.xml", account: dutch, entries: ["whole +8.85 EUR 2015-01-02 000000001"],
            checks: [differs(27_05, 27_00)]),
        // Its closing balance is in another currency than its account: there is nothing to check.
        Expected(
            file: "camt053.v2.minimal.ultimate.xml", account: dutch,
            entries: ["whole +8.85 EUR 2015-01-02 for DEBTOR NAME NM"]),
        Expected(
            file: "camt053.v2.minimal.xml", account: dutch,
            entries: ["whole +8.85 EUR 2015-01-02 NAME NAME NL56AGDH9619008421"]),
        Expected(
            file: "camt053.v2.multi.statement.xml", account: dutch,
            entries: [
                "whole +8.85 EUR 2015-01-02 000000001",
                "whole -7.00 EUR 2015-01-02 Company Name 2 NL56AGDH9619008421 000000002",
            ], checks: [.balances, .balances]),
        Expected(file: "camt053.v2.with-account-name.xml", entries: ["whole +8.85 EUR 2014-12-31"]),
        Expected(
            file: "camt053.v2.with-party-ids.xml", account: dutch,
            entries: ["whole +8.85 EUR 2015-01-02 NAME NAME NL56AGDH9619008421"]),
        Expected(
            file: "camt053.v3.xml", account: dutch, entries: ["whole +8.85 EUR 2015-01-02 NAME NAME NL56AGDH9619008421"]
        ),
        Expected(
            file: "camt053.v4.xml", account: dutch, entries: ["whole +8.85 EUR 2015-01-02 NAME NAME NL56AGDH9619008421"]
        ),
        Expected(
            file: "camt053.v8.xml", account: dutch,
            entries: ["whole +8.85 EUR 2015-01-02 NAME NAME NL56AGDH9619008421 MUELL/FINP/RA12345"]),
        Expected(file: "camt054.v2.with-account-name.xml", entries: ["whole -200000.00 SEK"]),
        Expected(
            file: "camt054.v2.xml",
            entries: (1...3).map { "unknownShare(\($0)) -200000.00 SEK 2007-10-18 MUELL/FINP/RA12345" }),
        Expected(file: "camt054.v4.xml", entries: orders),
        Expected(
            file: "camt054.v8-with-UETR.xml", entries: ["whole -200000.00 SEK 255ae394-9965-4438-ac86-f406feada396"]),
        Expected(
            file: "camt054.v8-with-financial-institution.xml", entries: ["whole -200000.00 SEK Example Creditor 3 - V1"]
        ),
        Expected(file: "camt054.v8.xml", entries: orders),
        Expected(file: "camt53.only-Dt-with-DtTm.xml", account: "GB33BUKB20201555555555", entries: []),
    ]

    private static let wrong = "camt053.v2.wrong.xml"

    private func read(_ file: String, chunk: Int = 101) throws -> [BankItem] {
        try CamtReader(ByteStream(try BankFiles.bytes("camt/" + file), chunk: chunk)).all()
    }

    @Test("no file is left out", .enabled(if: BankFiles.isPresent, "needs ../shared"))
    func complete() {
        #expect(Set(BankFiles.names(under: "camt", ending: ".xml")) == Set(Self.files.map(\.file) + [Self.wrong]))
    }

    @Test(
        "every file gives its account, entries and balance", .enabled(if: BankFiles.isPresent, "needs ../shared"),
        arguments: files)
    func contents(expected: Expected) throws {
        let items = try read(expected.file)
        #expect(items.rejections.isEmpty)
        #expect(Set(items.headers.map(\.account)) == [expected.account])
        #expect(items.entries.map(brief) == expected.entries)
        #expect(items.ends.map(\.balanceCheck) == expected.checks)
        #expect(try read(expected.file, chunk: 1) == items)
    }

    private func brief(_ entry: BankEntry) -> String {
        let day = (entry.valueDate ?? entry.bookingDate).map { String($0.iso.prefix(10)) } ?? ""
        let ultimate = entry.ultimateCounterparty.isEmpty ? "" : "for " + entry.ultimateCounterparty
        let words: [String] = [
            "\(entry.part)", (entry.isCredit ? "+" : "-") + entry.amount.number(), entry.amount.currency, day,
            entry.counterpartyName, entry.counterpartyAccount, ultimate, entry.reference,
        ]
        return words.filter { !$0.isEmpty }.joined(separator: " ")
    }

    @Test(
        "the file that is wrong is refused once, with its place and why",
        .enabled(if: BankFiles.isPresent, "needs ../shared"))
    func refused() {
        #expect(throws: BankProblem.noStatement(message: "BkToCstmrStmt").at(3, 5)) { try read(Self.wrong) }
    }

    @Test(
        "each file is told by its first bytes", .enabled(if: BankFiles.isPresent, "needs ../shared"), arguments: files)
    func detection(expected: Expected) throws {
        let found = BankFormat.detect(prefix: Array(try BankFiles.bytes("camt/" + expected.file).prefix(1000)))
        let name = expected.file.hasPrefix("camt53.") ? "camt053" : String(expected.file.prefix(7))
        #expect(found?.rawValue == name)
    }
}
