import Access
import Formats
import TestSupport
import Testing
import Words

@testable import RichPicture

@Suite("R066: bank files as transfers between accounts")
struct BankIntakeTests {
    static let day = BankDate(year: 2026, month: 6, day: 1)

    static func baht(_ units: Int) -> Money { Money(units: units, currency: "THB") }

    static let header = StatementHeader(
        account: "1234567890", accountOwner: "Harbour Trading", bank: "BKKBTHBK", currency: "THB", number: "1",
        id: "S1",
        openingBalance: BankBalance(amount: baht(100_000), date: day))

    static let entries = [
        BankEntry(
            valueDate: day, bookingDate: day, amount: baht(25_000), isCredit: true, reference: "R1",
            counterpartyName: "Somchai Jaidee", counterpartyAccount: "9876543210", counterpartyBank: "KASITHBK",
            text: "boat rent"),
        BankEntry(valueDate: day, bookingDate: day, amount: baht(5_000), isCredit: false, code: "NCHG", text: "fee"),
        BankEntry(
            valueDate: day, bookingDate: day, amount: baht(100), isCredit: true, status: .pending,
            counterpartyName: "Later"),
    ]
    static let closing = BankBalance(amount: baht(120_000), date: day)

    static func request(_ name: String) -> ImportRequest {
        ImportRequest(name: name, owner: "bank", authority: .order, zone: "Asia/Bangkok")
    }

    @Test(
        "camt and MT940 say the same: who paid whom, how much, on which day", arguments: Backend.present,
        ["camt", "mt940"])
    func statement(_ backend: Backend, _ format: String) async throws {
        let text =
            format == "camt"
            ? CamtWriter.statement(Self.header, entries: Self.entries, closing: Self.closing, created: Self.day)
            : MT940Writer.statement(Self.header, entries: Array(Self.entries.prefix(2)), closing: Self.closing)
        try await Picture.open(backend) { picture in
            let staged = try await picture.stage(text, Self.request("statement.\(format)"))
            #expect(staged.source.format == format && staged.source.stream == .banking)
            #expect(staged.source.counts.events == ["transfer": 2])
            #expect(staged.source.counts.rejected == (format == "camt" ? 1 : 0))
            try await picture.commit(staged.source.id)
            let hit = try #require(try await picture.first("1234567890"))
            #expect(hit.entity.kind == .account && hit.events == 2)
            let line = try await picture.rich.timeline(
                of: hit.entity.id, filter: PictureFilter(), offset: 0, limit: 9, as: picture.viewer)
            let events = try #require(line).events
            #expect(
                events.map(\.start.precision) == [.day, .day]
                    && events.map(\.start.iso) == ["2026-06-01", "2026-06-01"])
            #expect(events.map { $0.money?.number() } == ["250.00", "50.00"])
            #expect(events[0].to?.id == hit.entity.id && events[1].from.id == hit.entity.id)
            #expect(events[0].note?.contains("boat rent") == true)
            let rich = try #require(try await picture.first("Somchai Jaidee"))
            #expect(rich.entity.kind == .account && rich.entity.id == events[0].from.id)
        }
    }

    @Test(
        "without an authority a bank file is kept and not used; about persons at risk it never is",
        arguments: Backend.present)
    func refused(_ backend: Backend) async throws {
        let text = CamtWriter.statement(Self.header, entries: Self.entries, closing: Self.closing, created: Self.day)
        try await Picture.open(backend) { picture in
            let staged = try await picture.stage(text, Self.request("s.xml").with { $0.authority = nil })
            #expect(staged.source.state == .unusable)
        }
    }

    @Test("a balance that does not add up is told, and the entries stay", arguments: Backend.present)
    func balance(_ backend: Backend) async throws {
        let wrong = BankBalance(amount: Self.baht(999_999), date: Self.day)
        let text = MT940Writer.statement(Self.header, entries: Array(Self.entries.prefix(2)), closing: wrong)
        try await Picture.open(backend) { picture in
            let staged = try await picture.stage(text, Self.request("s.sta"))
            #expect(staged.source.counts.events == ["transfer": 2])
            #expect(staged.rejected.map(\.problem.key) == ["intake.balance-differs"])
        }
    }

    @Test(
        "a statement of one line, with more nameless payers than a batch holds, is committed",
        arguments: Backend.present)
    func oneLine(_ backend: Backend) async throws {
        let many = (0..<17_000).map { index in
            BankEntry(
                valueDate: Self.day, bookingDate: Self.day, amount: Self.baht(100), isCredit: true,
                counterpartyName: "Payer \(index % 10)")
        }
        let text = CamtWriter.statement(Self.header, entries: many, closing: nil, created: Self.day)
        let line = text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined()
        try await Picture.open(backend) { picture in
            let source = try await picture.add(line, Self.request("line.xml"))
            #expect(source.counts.events == ["transfer": 17_000])
            #expect(source.counts.entities == ["account": 1, "party": 17_000])
        }
    }
}
