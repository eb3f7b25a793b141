import Testing

@testable import Formats

@Suite("MT940, line by line")
struct MT940ReaderTests {
    private func statement(_ lines: String) -> String {
        ":20:A\n:25:DE02120300000000202051\n:28C:1/1\n:60F:C170119EUR10,00\n\(lines)\n:62F:C170119EUR12,00\n-\n"
    }

    @Test("a bad entry is rejected with its line and what was expected; the rest goes on and the sum shows the gap")
    func badEntry() throws {
        let items = try mt940(
            statement(":61:1701190119X5,00NTRFNONREF\n:86:lost\n:61:1701190119C2,00NTRFOK//B\n:86:kept"))
        #expect(items.rejections == [BankProblem.badEntry(expected: .mark).at(5, 16)])
        #expect(items.entries.map(\.text) == ["kept"])
        #expect(items.entries.map(\.line) == [7])
        #expect(items.ends.map(\.balanceCheck) == [.balances])
    }

    @Test(
        "each part of :61: is checked",
        arguments: [
            (":61:17011C2,00NTRF", BankProblem.Part.date), (":61:171301C2,00NTRF", .date),
            (":61:1701191301C2,00", .date),
            (":61:170119", .mark), (":61:170119RX2,00", .mark), (":61:170119CNTRF", .amount),
            (":61:170119C1,0,0NTRF", .amount), (":61:170119C99999999999999999999NTRF", .amount), (":61:", .date),
        ])
    func parts(line: String, part: BankProblem.Part) throws {
        let items = try mt940(statement(line))
        #expect(items.rejections.map(\.problem) == [BankProblem.badEntry(expected: part).phrase])
        #expect(items.rejections.map(\.line) == [5])
    }

    @Test("30 February means the last of the month; other days that do not exist are refused")
    func februaryThirtieth() throws {
        #expect(MTDate.short(Array("160230".utf8)[...])?.iso == "2016-02-29")
        #expect(MTDate.short(Array("170230".utf8)[...])?.iso == "2017-02-28")
        #expect(MTDate.short(Array("170231".utf8)[...]) == nil)
        #expect(MTDate.short(Array("170431".utf8)[...]) == nil)
        #expect(MTDate.short(Array("990101".utf8)[...])?.year == 1999)
    }

    @Test("a booking date over the turn of the year gets the nearer year")
    func turnOfYear() throws {
        let items = try mt940(statement(":61:1612310102C1,00NTRF\n:61:1701021230C1,00NTRF"))
        #expect(items.entries.map { $0.bookingDate?.iso } == ["2017-01-02", "2016-12-30"])
    }

    @Test("ASN Bank puts the other side's IBAN where the reference stands")
    func ibanForReference() throws {
        let items = try mt940(statement(":61:2001010101D65,00NOVBNL47INGB9999999999\nhr gjlm paulissen\n:86:sieraden"))
        let entry = try #require(items.entries.first)
        #expect(entry.counterpartyAccount == "NL47INGB9999999999")
        #expect(entry.reference == "")
        #expect(entry.note == "hr gjlm paulissen")
    }

    @Test(
        "a reference that has the shape of an IBAN, but not its check digits, stays a reference",
        arguments: [
            ("RA30T36F59YWMTC", ""), ("NO9386011117947", "NO9386011117947"), ("BE68539007547034", "BE68539007547034"),
            ("BE69539007547034", ""),
        ])
    func shortIBAN(reference: String, account: String) throws {
        let entry = try #require(try mt940(statement(":61:2001010101D65,00NTRF\(reference)")).entries.first)
        #expect(entry.counterpartyAccount == account)
        #expect(entry.reference == (account.isEmpty ? reference : ""))
    }

    @Test("Dutch named parts give name, account, bank and text")
    func namedParts() throws {
        let items = try mt940(
            statement(
                ":61:170119D5,00NTRFNONREF\n:86:/TRTP/SEPA/IBAN/NL70ABNA0987654321/BIC/ABNANL2A/NAME/CONTRA ACCOUN\n"
                    + "T HOLDER/REMI/a/b/EREF/X1\n:61:170119D5,00NTRFNONREF\n:86:/CNTP/NL99INGB0001/INGBNL2A/J DOE/CITY///REMI/hi"
            ))
        let (first, second) = (items.entries[0], items.entries[1])
        #expect(first.counterpartyName == "CONTRA ACCOUNT HOLDER")
        #expect(first.counterpartyAccount == "NL70ABNA0987654321")
        #expect(first.counterpartyBank == "ABNANL2A")
        #expect(first.text == "a/b")
        #expect(first.reference == "X1")
        #expect(second.counterpartyName == "J DOE")
        #expect(second.counterpartyAccount == "NL99INGB0001")
        #expect(second.text == "hi")
    }

    @Test("a wrapped time of day is not a tag")
    func wrappedTime() throws {
        let items = try mt940(statement(":61:170119C2,00NTRF\n:86:166?20at T13\n:12:11 and on"))
        #expect(items.entries.map(\.text) == ["at T13:12:11 and on"])
    }

    @Test("an unbooked entry does not count in the balance")
    func expectedEntry() throws {
        let items = try mt940(statement(":61:170119EC9,00NTRF\n:61:170119C2,00NTRF"))
        #expect(items.entries.map(\.status) == [.pending, .booked])
        #expect(items.ends.map(\.balanceCheck) == [.balances])
    }

    @Test(
        "the account is parted from bank and currency",
        arguments: [
            ("50880050/0194774600888", "0194774600888", "50880050", ""),
            ("51210600/9223382012EUR", "9223382012", "51210600", "EUR"),
            ("UBRTHUHB/123ABCDEF002/HUF", "123ABCDEF002", "UBRTHUHB", "HUF"),
            ("PL25106000760000888888888888", "PL25106000760000888888888888", "", ""),
            ("1291.99.348EUR", "1291.99.348", "", "EUR"), ("", "", "", ""), ("/", "", "", ""),
        ])
    func account(given: String, account: String, bank: String, currency: String) throws {
        let header = try #require(try mt940(":20:X\n:25:\(given)\n").headers.first)
        #expect(header.account == account)
        #expect(header.bank == bank)
        #expect(header.currency == currency)
        #expect(header.accountAsGiven == given)
    }

    @Test("the account of one message is never given to the next")
    func accountIsNotCarried() throws {
        let items = try mt940(statement("") + ":61:170119C2,00NTRF\n")
        #expect(items.headers.map(\.account) == ["DE02120300000000202051", ""])
        #expect(items.entries.map(\.amount.currency) == ["EUR"])
    }

    @Test("the same items for every size of chunk and every kind of line end", arguments: [1, 2, 3, 7, 64, 1000])
    func chunks(size: Int) throws {
        let text = statement(":61:1701190119C2,00NTRFREF1//B1\n:86:166?00NAME?20SVWZ+text?32Somchai")
        let whole = try mt940(text)
        #expect(try mt940(text, chunk: size) == whole)
        #expect(try mt940(text.replacing("\n", with: "\r\n"), chunk: size) == whole)
        #expect(try mt940(text.replacing("\n", with: "\r"), chunk: size) == whole)
    }

    @Test("a line without end is refused before it fills the memory")
    func endlessLine() throws {
        var given = 0
        let reader = MT940Reader(
            ByteStream {
                given += 1 << 16; return [UInt8](repeating: 0x41, count: 1 << 16)
            })
        #expect(throws: BankProblem.tooLong(limit: Limits.standard.recordBytes).at(1)) { try reader.next() }
        #expect(given <= 2 << 20)
    }

    @Test("a field without end is refused before it fills the memory")
    func endlessField() throws {
        var first = true
        let reader = MT940Reader(
            ByteStream {
                defer { first = false }
                return first ? Array(":20:A\n:61:170119C1,00NTRF\n:86:x\n".utf8) : Array("more and more\n".utf8)
            })
        #expect(throws: FormatError.self) { while try reader.next() != nil {} }
    }

    @Test(
        "details without end, in one field or many, are refused before they fill the memory",
        arguments: [":86:x\n", ":NS:01x\n"])
    func endlessDetails(line: String) {
        var given = 0
        let reader = MT940Reader(
            ByteStream {
                defer { given += 1 }
                return given == 0
                    ? Array(":20:A\n:61:170119C1,00NTRF\n".utf8) : Array(String(repeating: line, count: 1000).utf8)
            })
        #expect(throws: FormatError.self) { while try reader.next() != nil {} }
        #expect(given < 400)
    }

    @Test("a field of slashes does not cost its square", .timeLimit(.minutes(1)))
    func slashes() throws {
        let items = try mt940(statement(":61:170119C2,00NTRF\n:86:/NAME/" + String(repeating: "a/", count: 100_000)))
        #expect(items.entries.count == 1)
    }

    @Test("a line broken inside a tag is mended, also when nothing stood before the break")
    func brokenTag() throws {
        let items = try mt940(":20:X\n:61:1811261126CR\n30,00N062NONREF\n:\n86:166?20Test\n:28::\n86:/00\n")
        #expect(items.entries.map(\.text) == ["Test"])
        #expect(items.entries.map(\.amount.units) == [30_00])
    }

    @Test("an empty file is refused")
    func empty() {
        #expect(throws: BankProblem.notMT940.at(1, 1)) { try mt940("") }
    }
}
