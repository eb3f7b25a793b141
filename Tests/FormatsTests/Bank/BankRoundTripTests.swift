import Testing

@testable import Formats

/// What is written is what is read: properties over random statements, with the seed in the test's name.
@Suite("Bank statements written and read again")
struct BankRoundTripTests {
    private static let names = [
        "สมชาย ใจดี", "Nguyễn Văn A", "U Thant <&> \"Sons\"", "ເຄື່ອງ", "O'Neill; Ltd.", "a-b/c:d", "Ünal GmbH",
    ]
    private static let currencies = ["EUR", "THB", "VND", "KWD", "JPY"]

    private struct Maker {
        var random: Dice
        var currency: String
        var plain: Bool

        mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        mutating func flag() -> Bool { Bool.random(using: &random) }
        mutating func word(_ length: ClosedRange<Int>) -> String {
            let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789")
            return String((0..<number(length)).map { _ in letters.randomElement(using: &random) ?? "A" })
        }
        mutating func name() -> String { BankRoundTripTests.names.randomElement(using: &random) ?? "" }
        mutating func iban() -> String { "TH\(number(10...99))\(word(14...20))" }
        mutating func date(time: Bool) -> BankDate {
            let day = BankDate(year: number(2000...2070), month: number(1...12), day: number(1...28))
            guard time else { return day }
            var moment = day
            moment.time = BankTime(
                hour: number(0...23), minute: number(0...59), second: number(0...59),
                offsetMinutes: number(-24...24) * 30)
            return moment
        }
        mutating func money() -> Money { Money(units: number(0...9_999_999_999), currency: currency) }
    }

    private func entry(_ maker: inout Maker) -> BankEntry {
        let value = maker.date(time: false)
        let isReversal = maker.flag()
        return BankEntry(
            valueDate: value, bookingDate: maker.plain ? value : maker.date(time: maker.flag()), amount: maker.money(),
            isCredit: maker.flag(), isReversal: isReversal, status: !isReversal && maker.flag() ? .pending : .booked,
            reference: maker.flag() ? "R" + maker.word(1...14) : "",
            bankReference: maker.flag() ? maker.word(1...22) : "",
            code: maker.plain ? "N" + maker.word(3...3) : maker.flag() ? "PMNT-RCDT-BOOK" : "N" + maker.word(2...5),
            counterpartyName: maker.flag() ? maker.name() : "",
            counterpartyAccount: maker.flag() ? maker.iban() : maker.word(0...12),
            counterpartyBank: maker.flag() ? maker.word(4...4) + "THBK" : "",
            ultimateCounterparty: maker.plain ? "" : maker.flag() ? maker.name() : "",
            text: maker.flag() ? (maker.name() + " " + maker.word(0...90) + maker.name()) : "",
            note: maker.flag() ? maker.word(1...27) : "")
    }

    private func statement(_ maker: inout Maker) -> (StatementHeader, [BankEntry], BankBalance) {
        let entries = (0..<maker.number(0...12)).map { _ in entry(&maker) }
        let opening = maker.flag() ? maker.money() : maker.money().negated
        let closing = entries.filter { $0.status == .booked }.reduce(opening) { $0.adding($1.signedAmount) ?? $0 }
        let header = StatementHeader(
            account: maker.iban(), accountOwner: maker.flag() ? maker.name() : "",
            bank: maker.plain ? "" : maker.word(4...4) + "THBK",
            currency: maker.currency, number: "\(maker.number(1...99999))", sequence: "\(maker.number(1...99))",
            id: maker.word(1...16),
            openingBalance: BankBalance(amount: opening, date: maker.date(time: false), isIntermediate: maker.flag()))
        return (
            header, entries, BankBalance(amount: closing, date: maker.date(time: false), isIntermediate: maker.flag())
        )
    }

    private func check(_ items: [BankItem], _ header: StatementHeader, _ entries: [BankEntry], _ closing: BankBalance) {
        #expect(items.rejections.isEmpty)
        #expect(
            items.headers.map {
                var header = $0; header.line = 0; return header
            } == [header])
        #expect(items.entries.count == entries.count)
        for (found, wanted) in zip(items.entries, entries) {
            var found = found
            found.line = 0
            #expect(found == wanted)
        }
        #expect(items.ends.map(\.closingBalance) == [closing])
        #expect(items.ends.map(\.balanceCheck) == [.balances])
        #expect(items.ends.map(\.entries) == [entries.count])
    }

    @Test("camt.053: any statement comes back as it was", arguments: 1...150)
    func camt(seed: UInt64) throws {
        var maker = Maker(random: Dice(seed: seed), currency: Self.currencies[Int(seed % 5)], plain: false)
        let (header, entries, closing) = statement(&maker)
        let text = CamtWriter.statement(
            header, entries: entries, closing: closing, created: BankDate(year: 2026, month: 1, day: 1))
        check(try CamtReader(ByteStream(text)).all(), header, entries, closing)
        #expect(BankFormat.detect(prefix: Array(text.utf8)) == .camt053)
    }

    @Test("MT940: a statement within the format's bounds comes back as it was", arguments: 1...150)
    func mt940(seed: UInt64) throws {
        var maker = Maker(random: Dice(seed: seed), currency: Self.currencies[Int(seed % 5)], plain: true)
        let (header, entries, closing) = statement(&maker)
        let text = MT940Writer.statement(header, entries: entries, closing: closing)
        check(try MT940Reader(ByteStream(text)).all(), header, entries, closing)
        #expect(BankFormat.detect(prefix: Array(text.utf8)) == .mt940)
    }

    @Test("what MT940 does not hold is cut, and never breaks the statement")
    func hostileTexts() throws {
        let texts = [
            "-\n:20:X", "?20?32EREF+", String(repeating: "ก", count: 5000), "\r\n-}\r\n", ":61:1701190119C5,00",
            "\u{0}",
        ]
        let entries = texts.map { text in
            BankEntry(
                valueDate: BankDate(year: 2020, month: 2, day: 29), amount: Money(units: 1, currency: "EUR"),
                isCredit: true, reference: text,
                bankReference: text, code: text, counterpartyName: text, counterpartyAccount: text,
                counterpartyBank: text, text: text, note: text)
        }
        let header = StatementHeader(
            account: texts[0], accountOwner: texts[1], bank: texts[3], number: texts[4], id: texts[2])
        let items = try MT940Reader(ByteStream(MT940Writer.statement(header, entries: entries, closing: nil))).all()
        #expect(items.headers.count == 1)
        #expect(items.entries.count == entries.count)
        #expect(items.rejections.isEmpty)
    }
}
