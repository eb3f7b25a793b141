import Foundation
import Planning
import Testing
import Values

@Suite("RL-37: deconfliction leaks no content")
struct RL37DeconflictionTests {
    static func event(_ name: String, east: Int = 0, from: Int = 0, subjects: Set<String> = []) -> Deconfliction.Event {
        Deconfliction.Event(
            reference: "ref-\(name)", contact: "desk-\(name)", from: from, until: from + 6.hours, east: east, north: 0,
            subjects: subjects)
    }

    @Test("RL-37: a match tells each side whom to call about which of its own matters, and nothing else")
    func contactOnly() throws {
        let found = Deconfliction.notices(Self.event("a"), Self.event("b", east: 900), metres: 1000, margin: 0)
        let (one, other) = try #require(found)
        #expect(one.contact == "desk-b" && one.reference == "ref-a")
        #expect(other.contact == "desk-a" && other.reference == "ref-b")
        let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(one))
        #expect(try #require(object as? [String: Any]).keys.sorted() == ["contact", "reference"])
    }

    @Test("G16: near in place and time, or about the same subject")
    func matches() {
        func isFound(_ one: Deconfliction.Event, _ other: Deconfliction.Event) -> Bool {
            let there = Deconfliction.notices(one, other, metres: 1000, margin: 12.hours) != nil
            #expect(there == (Deconfliction.notices(other, one, metres: 1000, margin: 12.hours) != nil))
            return there
        }
        #expect(!isFound(Self.event("a"), Self.event("b", east: 1001)))
        #expect(isFound(Self.event("a"), Self.event("b", from: 18.hours)))
        #expect(!isFound(Self.event("a"), Self.event("b", from: 18.hours + 1)))
        let far = Self.event("b", east: 900_000, from: 90.days, subjects: ["s1", "s2"])
        #expect(isFound(Self.event("a", subjects: ["s2"]), far) && !isFound(Self.event("a", subjects: ["s3"]), far))
    }
}
