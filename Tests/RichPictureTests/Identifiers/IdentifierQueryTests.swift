import Testing

@testable import RichPicture

@Suite("identifiers as people type them")
struct IdentifierQueryTests {
    private func values(_ text: String, _ kind: IdentifierKind, _ match: IdentifierQuery.Candidate.Match = .whole)
        -> [String]
    {
        IdentifierQuery.candidates(text, country: "TH").filter { $0.identifier.kind == kind && $0.match == match }.map(
            \.identifier.value)
    }

    @Test(
        "a number is found however it is typed",
        arguments: [
            "081-234-5678", "+66 81 234 5678", "0066812345678", "0812345678", "66812345678", "๐๘๑ ๒๓๔ ๕๖๗๘",
            "812345678",
        ])
    func phone(text: String) {
        #expect(values(text, .phone).contains("66812345678"))
    }

    @Test(
        "the last digits of a number find it by its end",
        arguments: [("2345678", "2345678"), ("234 5678", "2345678"), ("0812345678", "812345678")])
    func ending(text: String, value: String) {
        #expect(values(text, .phone, .ending) == [value])
    }

    @Test("local test numbers and short codes")
    func local() {
        #expect(values("17", .phone).contains("local:17"))
        #expect(values("1300", .phone).contains("TH:1300"))
        #expect(values("TH:1300", .phone).contains("TH:1300"))
    }

    @Test("other kinds")
    func others() {
        #expect(values("490154203237518", .imei) == ["49015420323751"])
        #expect(values("520011234567890", .imsi) == ["520011234567890"])
        #expect(values("1กก 1234", .plate) == ["TH:1กก1234"])
        #expect(values("aa1234567", .document) == ["TH:AA1234567"])
        #expect(values("GB82 WEST 1234 5698 7654 32", .account) == ["GB82WEST12345698765432"])
        #expect(values("info@example.org", .email) == ["info@example.org"])
    }

    @Test("an ordinary word is no identifier", arguments: ["somchai", "สมชาย ใจดี", "", " ", "The Golden Pier"])
    func words(text: String) {
        #expect(IdentifierQuery.candidates(text, country: "TH").isEmpty)
    }
}
