import Testing

@testable import RichPicture

// Numbers here are made up, or come from ranges reserved for fiction (Ofcom 07700 900…, US 555-01…).
@Suite("phone numbers")
struct PhoneNumberTests {
    @Test(
        "R043: every way of writing a number gives one value",
        arguments: [
            ("081-234-5678", "TH", "66812345678"), ("0812345678", "TH", "66812345678"),
            ("+66 81 234 5678", nil, "66812345678"),
            ("+66 (0)81 234 5678", nil, "66812345678"), ("0066812345678", nil, "66812345678"),
            ("0066812345678", "TH", "66812345678"),
            ("00166812345678", "TH", "66812345678"), ("66812345678", "TH", "66812345678"),
            ("66812345678", nil, "66812345678"),
            ("812345678", "TH", "66812345678"), ("๐๘๑-๒๓๔-๕๖๗๘", "TH", "66812345678"),
            ("０８１２３４５６７８", "TH", "66812345678"),
            ("tel:+66812345678", "KH", "66812345678"), ("\u{202A}+66 81\u{A0}234 5678\u{202C}", nil, "66812345678"),
            ("02 123 4567", "TH", "6621234567"), ("012 345 678", "KH", "85512345678"),
            ("007 66 81 234 5678", "KH", "66812345678"),
            ("020 5512 3456", "LA", "8562055123456"), ("09 7912 34567", "MM", "9597912" + "34567"),
            ("၀၉၇၉၁၂၃၄၅၆၇", "MM", "959791234567"), ("0912 345 678", "VN", "84912345678"),
            ("0812-3456-789", "ID", "628123456789"),
            ("012-345 6789", "MY", "60123456789"), ("8123 4567", "SG", "6581234567"),
            ("138 0000 1234", "CN", "8613800001234"),
            ("010 1234 5678", "CN", "861012345678"), ("07700 900123", "GB", "447700900123"),
            ("0491 570 156", "AU", "61491570156"),
            ("0011 66 81 234 5678", "AU", "66812345678"), ("(202) 555-0143", "US", "12025550143"),
            ("1-202-555-0143", "US", "12025550143"),
            ("011 44 7700 900123", "US", "447700900123"), ("+49 30 1234567", "TH", "49301234567"),
        ] as [(String, String?, String)])
    func value(raw: String, country: String?, value: String) throws {
        let number = try PhoneNumber.normalise(raw, country: country).get()
        #expect(number.value == value)
        #expect(number.display == "+" + value)
        #expect(number.notes.isEmpty)
        #expect(
            try PhoneNumber.normalise(number.display, country: country).get().value == value,
            "normalising twice changes nothing")
    }

    @Test(
        "short codes keep their country, unknown digits stay local",
        arguments: [
            ("1300", "TH", "TH:1300"), ("191", "th", "TH:191"), ("๑๓๐๐", "TH", "TH:1300"), ("17", nil, "local:17"),
            ("0", nil, "local:0"),
            ("399", nil, "local:399"), ("0812345678", nil, "local:0812345678"),
            ("01234567890123", "TH", "TH:01234567890123"),
        ] as [(String, String?, String)])
    func local(raw: String, country: String?, value: String) throws {
        #expect(try PhoneNumber.normalise(raw, country: country).get().value == value)
    }

    @Test(
        "what is no number is refused, and why",
        arguments: [
            ("", .empty), ("  ", .empty), ("none", .unreadable(.phone)), ("+", .unreadable(.phone)),
            ("081-xxx-5678", .masked),
            ("08123*****", .masked), ("6.6812E+10", .unreadable(.phone)), ("สมชาย", .unreadable(.phone)),
            ("123456789012345678901", .length(.phone, found: 21, expected: "3–15")),
        ] as [(String, IdentifierProblem)])
    func problem(raw: String, problem: IdentifierProblem) {
        #expect(PhoneNumber.normalise(raw, country: "TH") == .failure(problem))
    }

    @Test("an extension is left out with a note")
    func hasExtension() throws {
        for raw in ["02 123 4567 ext 12", "02-123-4567 x12", "02-123-4567;12", "02-123-4567 #12"] {
            let number = try PhoneNumber.normalise(raw, country: "TH").get()
            #expect(number.value == "6621234567")
            #expect(number.notes == [.trailingText])
        }
    }

    @Test("a failed number leaves the buffer as it was")
    func buffer() {
        var out = Array("kept,".utf8)
        let reader = PhoneReader(country: "TH")
        _ = reader.append(Array("08123 nonsense".utf8)[...], to: &out)
        #expect(out == Array("kept,".utf8))
        _ = reader.append(Array("0812345678".utf8)[...], to: &out)
        #expect(out == Array("kept,66812345678".utf8))
    }
}
