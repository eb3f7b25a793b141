import Testing

@testable import Formats

@Suite("goAML reports")
struct GoAMLTests {
    private func read(_ text: String, chunk: Int = 1 << 16) throws -> [GoAMLItem] {
        let reader = GoAMLReader(ByteStream(Array(text.utf8), chunk: chunk))
        var items: [GoAMLItem] = []
        while let item = try reader.next() { items.append(item) }
        return items
    }

    /// Written by hand after the schema's element names; there is no sample of a unit beside the repository.
    private let sample = """
        <?xml version="1.0" encoding="UTF-8"?>
        <report>
          <rentity_id>4711</rentity_id>
          <rentity_branch>Mae Sot</rentity_branch>
          <submission_code>E</submission_code>
          <report_code>STR</report_code>
          <entity_reference>STR-2026-0001</entity_reference>
          <submission_date>2026-03-02T09:30:00</submission_date>
          <currency_code_local>THB</currency_code_local>
          <reporting_person><first_name>Anong</first_name><last_name>S.</last_name></reporting_person>
          <location><address>1 Main Rd</address><city>Tak</city><country_code>TH</country_code></location>
          <reason>Many small credits from one village</reason>
          <transaction>
            <transactionnumber>T1</transactionnumber>
            <date_transaction>2026-02-28T00:00:00</date_transaction>
            <transmode_code>CD</transmode_code>
            <amount_local>12500.50</amount_local>
            <t_from>
              <from_funds_code>K</from_funds_code>
              <from_foreign_currency><foreign_currency_code>MMK</foreign_currency_code><foreign_amount>750000</foreign_amount></from_foreign_currency>
              <t_conductor><first_name>Ko</first_name><last_name>Aung</last_name></t_conductor>
              <from_person>
                <first_name>Somchai</first_name><last_name>Jaidee</last_name><birthdate>1980-02-30T00:00:00</birthdate>
                <phones><phone><tph_country_prefix>66</tph_country_prefix><tph_number>812345678</tph_number></phone></phones>
                <addresses><address><address>9 Soi 3</address><city>Tak</city></address></addresses>
                <favourite_colour><deep>red</deep></favourite_colour>
              </from_person>
              <from_country>MM</from_country>
            </t_from>
            <t_to_my_client>
              <to_account>
                <institution_name>Bank of Tak</institution_name><account>123-4-56789</account><currency_code>THB</currency_code>
                <signatory><is_primary>true</is_primary><t_person><first_name>Malee</first_name></t_person><role>A</role></signatory>
                <balance>-5.25</balance>
              </to_account>
              <to_country>TH</to_country>
            </t_to_my_client>
          </transaction>
          <transaction><transactionnumber>T2</transactionnumber><amount_local>12,5</amount_local></transaction>
          <unit_own_field/>
          <report_indicators><indicator>TRAF1</indicator><indicator>CASH</indicator></report_indicators>
        </report>
        """

    @Test("head, transaction, rejection and end come in order, with their lines")
    func order() throws {
        let items = try read(sample)
        try #require(items.count == 5)
        guard case .report(let report) = items[0], case .transaction(let first) = items[1],
            case .rejected(let birthday) = items[2],
            case .rejected(let amount) = items[3], case .end(let end) = items[4]
        else {
            Issue.record("other items: \(items)")
            return
        }
        #expect(report.entityID == "4711")
        #expect(report.reportCode == "STR")
        #expect(report.submissionDate?.iso == "2026-03-02T09:30:00")
        #expect(report.currency == "THB")
        #expect(report.reportingPerson?.name == "Anong S.")
        #expect(report.location?.address == "1 Main Rd")
        #expect(report.reason == "Many small credits from one village")
        #expect(first.line == 13)
        #expect(first.date == BankDate(year: 2026, month: 2, day: 28))
        #expect(first.amount == Money(units: 1_250_050, currency: "THB"))
        #expect(birthday == GoAMLProblem.badDate(element: "birthdate", text: "1980-02-30T00:00:00").at(place(23, 70)))
        #expect(amount == GoAMLProblem.badAmount("12,5").at(place(39, 57)))
        #expect(end.indicators == ["TRAF1", "CASH"])
        #expect(end.transactions == 1)
        #expect(end.skipped.map(\.name) == ["favourite_colour", "unit_own_field"])
        #expect(try read(sample, chunk: 1) == items)
    }

    private func place(_ line: Int, _ column: Int) -> XMLTag {
        XMLTag(name: "", namespace: "", attributes: [], line: line, column: column)
    }

    @Test("both sides of a transaction are read, my client and stranger")
    func parties() throws {
        guard case .transaction(let first) = try read(sample)[1] else { Issue.record("no transaction"); return }
        try #require(first.parties.count == 2)
        let (from, to) = (first.parties[0], first.parties[1])
        #expect(from.role == .from)
        #expect(!from.isMyClient)
        #expect(from.fundsCode == "K")
        #expect(from.foreignAmount == Money(units: 75_000_000, currency: "MMK"))
        #expect(from.conductor?.name == "Ko Aung")
        #expect(from.country == "MM")
        #expect(to.isMyClient)
        guard case .person(let person) = from.subject, case .account(let account) = to.subject else {
            Issue.record("wrong subjects"); return
        }
        #expect(person.name == "Somchai Jaidee")
        #expect(person.line == 22)
        #expect(person.birthDate == nil)
        #expect(person.phones.map(\.number) == ["812345678"])
        #expect(person.addresses.map(\.address) == ["9 Soi 3"])
        #expect(account.number == "123-4-56789")
        #expect(account.balance == Money(units: -525, currency: "THB"))
        #expect(account.signatories.map(\.person.firstName) == ["Malee"])
        #expect(account.signatories.map(\.isPrimary) == [true])
    }

    @Test("5.0 puts signatories and directors among related persons, and mail addresses into a list")
    func fifthVersion() throws {
        let text = """
            <report><rentity_id>1</rentity_id><transaction><amount_local>1</amount_local><involved_parties><party><role>B</role>
            <entity_my_client><name>Sea Ltd</name><emails><email>a@b</email></emails><related_persons><entity_related_person>
            <t_person><last_name>D</last_name></t_person><role>DIR</role></entity_related_person></related_persons></entity_my_client>
            </party><party/></involved_parties></transaction></report>
            """
        let items = try read(text)
        guard case .transaction(let first) = items[1], case .rejected(let empty) = items[2] else {
            Issue.record("\(items)"); return
        }
        #expect(first.parties.map(\.role) == [.involved("B")])
        #expect(first.parties.map(\.isMyClient) == [true])
        guard case .entity(let entity) = first.parties[0].subject else { Issue.record("no entity"); return }
        #expect(entity.emails == ["a@b"])
        #expect(entity.directors.map(\.role) == ["DIR"])
        #expect(empty.problem == GoAMLProblem.emptyParty("party").phrase)
    }

    @Test("another file is refused")
    func refused() {
        #expect(throws: GoAMLProblem.notGoAML(root: "html").at(place(1, 1))) { try read("<html/>") }
        #expect(throws: FormatError.self) { try read("") }
        #expect(throws: FormatError.self) { try read("<report><rentity_id>1</rentity_id>") }
    }

    @Test("names of unknown elements cannot fill the memory")
    func manyUnknown() throws {
        let text = "<report>" + (0..<5000).map { "<u\($0)/>" }.joined() + "</report>"
        guard case .end(let end) = try read(text).last else { Issue.record("no end"); return }
        #expect(end.skipped.count == 257)
        #expect(end.skipped.map(\.count).reduce(0, +) == 5000)
    }

    @Test("an empty report is still a report when written")
    func emptyReport() throws {
        let items = try read(GoAMLWriter.report(GoAMLReport(), transactions: []))
        #expect(items.count == 2)
    }

    @Test("what is written is read again, and written again the same")
    func roundTrip() throws {
        let items = try read(sample)
        guard case .report(let report) = items[0], case .transaction(let transaction) = items[1] else {
            Issue.record("\(items)"); return
        }
        let written = GoAMLWriter.report(report, transactions: [transaction, transaction], indicators: ["A"])
        let again = try read(written)
        guard case .report(let second) = again[0], case .transaction(let copy) = again[1], again.count == 4 else {
            Issue.record("\(again)"); return
        }
        #expect(GoAMLWriter.report(second, transactions: [copy, copy], indicators: ["A"]) == written)
        #expect(copy.parties.count == 2)
        #expect(copy.amount == transaction.amount)
        #expect(copy.date == transaction.date)
        guard case .end(let end) = again[3] else { Issue.record("no end"); return }
        #expect(end.skipped.isEmpty)
        #expect(BankFormat.detect(prefix: Array(written.utf8)) == .goAML)
    }
}
