import Testing

@testable import Formats

@Suite("camt, entry by entry")
struct CamtReaderTests {
    private func document(_ entries: String, balances: (String, String)? = nil) -> String {
        func balance(_ code: String, _ amount: String) -> String {
            "<Bal><Tp><CdOrPrtry><Cd>\(code)</Cd></CdOrPrtry></Tp><Amt Ccy='EUR'>\(amount)</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>"
        }
        let sums = balances.map { balance("OPBD", $0.0) + balance("CLBD", $0.1) } ?? ""
        return """
            <Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.12'><BkToCstmrStmt><GrpHdr/><Stmt><Id>S</Id>
            <Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>\(sums)
            \(entries)
            </Stmt></BkToCstmrStmt></Document>
            """
    }

    private func entry(_ amount: String, _ direction: String = "CRDT", status: String = "BOOK", more: String = "")
        -> String
    {
        "<Ntry><Amt Ccy='EUR'>\(amount)</Amt><CdtDbtInd>\(direction)</CdtDbtInd><Sts>\(status)</Sts>\(more)</Ntry>"
    }

    @Test(
        "a bad entry is rejected with its line and what was expected; the rest goes on",
        arguments: [
            ("-5", "CRDT", BankProblem.badAmount("-5")), ("", "CRDT", .badAmount("")),
            ("1e9", "CRDT", .badAmount("1e9")),
            ("99999999999999999999", "CRDT", .badAmount("99999999999999999999")), ("5", "BOTH", .noDirection),
        ])
    func badEntry(amount: String, direction: String, problem: BankProblem) throws {
        let items = try camt(document(entry("1") + "\n" + entry(amount, direction) + "\n" + entry("2")))
        #expect(items.rejections.map(\.problem) == [problem.phrase])
        #expect(items.rejections.map(\.line) == [4])
        #expect(items.entries.map(\.amount.units) == [100, 200])
    }

    @Test("a date that does not exist rejects the entry")
    func badDate() throws {
        let items = try camt(document(entry("1", more: "<ValDt><Dt>2015-02-30</Dt></ValDt>")))
        #expect(items.rejections.map(\.problem) == [BankProblem.badDate("2015-02-30").phrase])
    }

    @Test("only booked entries count; amounts of several decimals add up exactly")
    func balance() throws {
        let entries = entry("0.10001") + entry("0.20002") + entry("9", status: "PDNG") + entry("0.00003", "DBIT")
        let items = try camt(document(entries, balances: ("1.00", "1.30")))
        #expect(items.ends.map(\.balanceCheck) == [.balances])
    }

    private let batch = """
        <NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>
        <TxDtls><AmtDtls><TxAmt><Amt Ccy='EUR'>3</Amt></TxAmt></AmtDtls><RltdPties><Dbtr><Nm>A</Nm></Dbtr></RltdPties></TxDtls>
        <TxDtls><Amt Ccy='EUR'>4.00</Amt><RltdPties><Dbtr><Pty><Nm>B</Nm></Pty></Dbtr></RltdPties></TxDtls></NtryDtls>
        """

    @Test("a batch gives one item a transaction, and counts once in the balance")
    func batches() throws {
        let items = try camt(document(entry("7", more: batch), balances: ("1", "8")))
        #expect(items.entries.map(\.amount.units) == [300, 400])
        #expect(items.entries.map(\.part) == [.share(1), .share(2)])
        #expect(items.entries.map(\.counterpartyName) == ["A", "B"])
        #expect(items.entries.map(\.line) == [4, 5])
        #expect(items.ends.map(\.entries) == [1])
        #expect(items.ends.map(\.balanceCheck) == [.balances])
        #expect(items.ends.map(\.unevenBatches) == [0])
        #expect(try camt(document(entry("7.50", more: batch))).ends.map(\.unevenBatches) == [1])
    }

    @Test("a batch whose entry cannot be read is rejected once")
    func badBatch() throws {
        let items = try camt(document(entry("x", more: batch)))
        #expect(items.entries.isEmpty)
        #expect(items.rejections.count == 1)
    }

    @Test("a reversal names the parties of the payment that it takes back")
    func reversal() throws {
        let parties = "<RltdPties><Dbtr><Nm>Payer</Nm></Dbtr><Cdtr><Nm>Payee</Nm></Cdtr></RltdPties>"
        let more = "<RvslInd>true</RvslInd><NtryDtls><TxDtls>\(parties)</TxDtls></NtryDtls>"
        let items = try camt(document(entry("1", "DBIT", more: more) + entry("1", "CRDT", more: more)))
        #expect(items.entries.map(\.counterpartyName) == ["Payer", "Payee"])
        #expect(items.entries.map(\.isReversal) == [true, true])
    }

    @Test("an entry with more elements than the limit is rejected; the rest goes on")
    func tooLarge() throws {
        let huge = "<NtryDtls><TxDtls>" + String(repeating: "<x/>", count: 5000) + "</TxDtls></NtryDtls>"
        let items = try camt(document(entry("1", more: huge) + entry("2")))
        #expect(items.rejections.map(\.problem) == [BankProblem.tooLarge(element: "TxDtls").phrase])
        #expect(items.entries.map(\.amount.units) == [100, 200])
    }

    @Test("an entry with endless elements of its own keeps none of them")
    func endlessEntry() throws {
        let items = try camt(
            document(entry("1", more: String(repeating: "<x><y/></x><Amt Ccy='EUR'>9</Amt>", count: 20_000))))
        #expect(items.entries.map(\.amount.units) == [100])
    }

    @Test("any prefix and no namespace at all are read")
    func prefixes() throws {
        let plain = "<Document><BkToCstmrStmt><Stmt><Id>S</Id>\(entry("1"))</Stmt></BkToCstmrStmt></Document>"
        #expect(try camt(plain).entries.count == 1)
        let prefixed = plain.replacing("</", with: "</c:").replacing("<D", with: "<c:D xmlns:c='urn:c'").replacing(
            "<Bk", with: "<c:Bk"
        )
        .replacing("<St", with: "<c:St").replacing("<Id", with: "<c:Id").replacing("<N", with: "<c:N").replacing(
            "<A", with: "<c:A"
        )
        .replacing("<Cd", with: "<c:Cd").replacing("<Sts", with: "<c:Sts").replacing("'urn:c'ocument", with: "'urn:c'")
        .replacing("<c:D xmlns", with: "<c:Document xmlns")
        #expect(try camt(prefixed).entries.count == 1)
    }

    @Test("another XML file is refused by its root")
    func otherRoot() {
        #expect(throws: BankProblem.notCamt(root: "html").at(1, 1)) { try camt("<html/>") }
        #expect(throws: BankProblem.notCamt(root: "FIToFICstmrCdtTrf").at(1, 11)) {
            try camt("<Document><FIToFICstmrCdtTrf/></Document>")
        }
        #expect(throws: FormatError.self) { try camt("<Document/>") }
    }

    @Test(
        "goAML and MT940 are told apart from the rest",
        arguments: [
            ("<?xml version='1.0'?><report><rentity_id>1</rentity_id>", BankFormat.goAML), ("a,b,c\n1,2,3\n", nil),
            ("", nil), ("<report>", nil),
            (":20:X\n:34F:EUR0,\n:13D:1701191815+0100\n", .mt942), ("{1:F01X}{4:\n:20:X\n:60F:C100318EUR1,\n", .mt940),
            ("12:30:45 log line", nil),
        ])
    func detection(text: String, format: BankFormat?) {
        #expect(BankFormat.detect(prefix: Array(text.utf8)) == format)
    }
}
