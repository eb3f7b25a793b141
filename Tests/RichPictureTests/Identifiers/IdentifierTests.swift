import Testing
import Words

@testable import RichPicture

// All values are made up or published specimens (ICAO 9303, the IBAN registry's examples).
@Suite("identifiers")
struct IdentifierTests {
    @Test(
        "R043: each kind has one value for many spellings",
        arguments: [
            (.imei, "49-015420-323751-8", nil, "49015420323751"), (.imei, "490154203237518", nil, "49015420323751"),
            (.imei, "49015420323751", nil, "49015420323751"), (.imei, "4901542032375107", nil, "49015420323751"),
            (.imei, "490154203237510", nil, "49015420323751"), (.imsi, "520011234567890", nil, "520011234567890"),
            (.account, "gb82 west 1234 5698 7654 32", nil, "GB82WEST12345698765432"),
            (.account, "DE89370400440532013000", "TH", "DE89370400440532013000"),
            (.account, "123-4-56789-0", "TH", "TH:1234567890"),
            (.account, "๑๒๓-๔-๕๖๗๘๙-๐", "TH", "TH:1234567890"), (.account, "0012", nil, "0012"),
            (.plate, "1กก 1234 กรุงเทพมหานคร", "TH", "TH:1กก1234:กรุงเทพมหานคร"),
            (.plate, "๑กก-๑๒๓๔ กทม.", nil, "TH:1กก1234:กรุงเทพมหานคร"),
            (.plate, "กข 99", "TH", "TH:กข99"), (.plate, "wxy 1234", "MY", "MY:WXY1234"),
            (.plate, "29a-123.45", "VN", "VN:29A12345"),
            (.plate, "ກຂ 1234", "LA", "LA:ກຂ1234"), (.document, "aa 1234567", "TH", "TH:AA1234567"),
            (.document, "1-2345-67890-12-1", "TH", "TH:1234567890121"),
            (.document, "L898902C36UTO7408122F1204159ZE184226B<<<<<10", nil, "UTO:L898902C3"),
            (.companyNumber, "1234", "GB", "GB:00001234"), (.companyNumber, "sc123456", "GB", "GB:SC123456"),
            (.address, "12/3  Soi 4, Sukhumvit Rd., Bangkok", nil, "12 3 soi 4 sukhumvit road bangkok"),
            (.address, "ถ.สุขุมวิท ต.ปากน้ำ", nil, "ถนนสุขุมวิทตำบลปากน้ำ"),
            (.address, "ถนนสุขุมวิท ตำบลปากน้ำ", nil, "ถนนสุขุมวิทตำบลปากน้ำ"),
            (.address, "12 Đường Lê Lợi", nil, "12 duong le loi"),
            (.cell, "520-01-1234-056789", nil, "520-01-1234-56789"),
            (.cell, "520/01/0x4D2/56789", nil, "520-01-1234-56789"), (.cell, "30", nil, "local:30"),
            (.email, " Mailto:Info@Example.ORG", nil, "info@example.org"),
            (.handle, "https://www.facebook.com/Example.Page?x=1", nil, "facebook:example.page"),
            (.handle, "@Example", nil, "example"), (.handle, "line:Example", nil, "line:example"),
        ] as [(IdentifierKind, String, String?, String)])
    func value(kind: IdentifierKind, raw: String, country: String?, value: String) throws {
        #expect(try kind.normalise(raw, country: country).get().value == value)
    }

    @Test(
        "a wrong check digit is a note, never a refusal",
        arguments: [
            (.imei, "490154203237517", nil), (.document, "1234567890123", "TH"),
            (.companyNumber, "0105500000000", "TH"),
            (.account, "GB83WEST12345698765432", nil), (.document, "L898902C37UTO7408122F1204159ZE184226B<<<<<10", nil),
        ] as [(IdentifierKind, String, String?)])
    func checkDigit(kind: IdentifierKind, raw: String, country: String?) throws {
        #expect(try kind.normalise(raw, country: country).get().notes.contains(.checkDigit))
    }

    @Test("right check digits give no note")
    func rightCheckDigits() throws {
        #expect(try IMEI.normalise("490154203237518").get().notes.isEmpty)
        #expect(try DocumentNumber.normalise("1234567890121", country: "TH").get().notes.isEmpty)
        #expect(try DocumentNumber.normalise("L898902C36UTO7408122F1204159ZE184226B<<<<<10").get().notes.isEmpty)
    }

    @Test(
        "what identifies nothing is refused",
        arguments: [
            (.imei, "000000000000000", .placeholder),
            (.imei, "12345", .length(.imei, found: 5, expected: "14, 15, 16")),
            (.imsi, "abc", .unreadable(.imsi)), (.account, "xxx-x-x1234-x", .masked), (.account, "****1234", .masked),
            (.account, "SAVINGS", .unreadable(.account)), (.plate, "none", .unreadable(.plate)),
            (.document, "9999999", .placeholder),
            (.email, "info@", .unreadable(.email)), (.handle, " ", .empty), (.address, " , ", .empty),
            (.cell, "-", .empty),
        ] as [(IdentifierKind, String, IdentifierProblem)])
    func problem(kind: IdentifierKind, raw: String, problem: IdentifierProblem) {
        #expect(kind.normalise(raw) == .failure(problem))
    }

    @Test("one number at two banks is two accounts, one cell name at two operators two cells")
    func scopes() throws {
        let first = try Account.normalise("1234567890", country: "TH", bank: "bank a").get()
        let second = try Account.normalise("1234567890", country: "TH", bank: "bank b").get()
        #expect(first.value == "BANKA:1234567890" && first.notes.isEmpty)
        #expect(first.value != second.value)
        #expect(try CellID.normalise("bkk-0123", operator: "net1").get().value == "NET1:BKK-0123")
    }

    @Test("what is shown reads well")
    func display() throws {
        #expect(try IMEI.normalise("49015420323751").get().display == "490154203237518")
        #expect(try IMSI.normalise("310410123456789").get().display == "310-410-123456789")
        #expect(try Account.normalise("GB82WEST12345698765432").get().display == "GB82 WEST 1234 5698 7654 32")
    }

    @Test(
        "normalising a normalised national value again, in its country, changes nothing",
        arguments: IdentifierKind.allCases)
    func idempotent(kind: IdentifierKind) throws {
        let raw: [IdentifierKind: String] = [
            .phone: "0812345678", .imei: "490154203237518", .imsi: "520011234567890",
            .account: "GB82WEST12345698765432",
            .address: "12 Soi 4 Rd", .cell: "520-01-1-2", .email: "A@b.example.org", .handle: "line:A",
        ]
        guard let raw = raw[kind] else { return }
        let once = try kind.normalise(raw, country: "TH").get()
        #expect(try kind.normalise(kind == .phone ? once.display : once.value, country: "TH").get().value == once.value)
    }

    @Test("every problem and note has words")
    func words() {
        var phrases = IdentifierKind.allCases.map { IdentifierProblem.unreadable($0).phrase }
        phrases += [.empty, .masked, .placeholder, .length(.imei, found: 3, expected: "15")].map {
            (problem: IdentifierProblem) in problem.phrase
        }
        phrases += IdentifierNote.allCases.map(\.phrase)
        for phrase in phrases { #expect(Catalogue.english.text(phrase) != phrase.key, "\(phrase.key)") }
    }
}
