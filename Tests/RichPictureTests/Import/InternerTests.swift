import Storage
import Testing

@testable import RichPicture

@Suite("The interner finds every spelling's entity")
struct InternerTests {
    private func ref(_ interner: inout Interner, _ kind: EntityKind, _ text: String) -> EntityRef? {
        let bytes = Array(text.utf8)
        return try? bytes.withUnsafeBufferPointer { interner.ref(kind, $0) }.get()
    }

    @Test("two spellings of a number are one entity, and each is found again without reading it anew")
    func spellings() throws {
        nonisolated(unsafe) var readings = 0
        var interner = Interner { kind, text in
            readings += 1
            return Normaliser(country: "TH").read(kind, text)
        }
        let first = try #require(ref(&interner, .phone, "081-234-5678"))
        #expect(ref(&interner, .phone, "+66 81 234 5678") == first)
        #expect(ref(&interner, .phone, "66812345678") == first)
        #expect(readings == 3)
        for text in ["081-234-5678", "+66 81 234 5678", "66812345678"] {
            #expect(ref(&interner, .phone, text) == first)
        }
        #expect(readings == 3)
        #expect(interner.entries.map(\.key) == ["66812345678"])
    }

    @Test("the same bytes are another entity for another kind")
    func kinds() throws {
        var interner = Interner { _, text in .success(text) }
        let phone = try #require(ref(&interner, .phone, "123"))
        let account = try #require(ref(&interner, .account, "123"))
        #expect(phone != account)
        #expect(ref(&interner, .phone, "123") == phone && ref(&interner, .account, "123") == account)
    }

    @Test("what cannot be read is refused each time, and leaves nothing")
    func refusals() {
        var interner = Interner(normalise: Normaliser(country: "TH").read)
        #expect(ref(&interner, .phone, "nobody") == nil)
        #expect(ref(&interner, .phone, "nobody") == nil)
        #expect(interner.entries.isEmpty)
    }

    @Test("growing keeps every spelling; prefixes, zeros and lengths are told apart", arguments: [UInt64(3), 99])
    func growth(_ seed: UInt64) {
        var dice = Dice(seed: seed)
        var interner = Interner { _, text in .success(text) }
        var known: [String: EntityRef] = [:]
        var texts = ["", "\u{0}", "\u{0}\u{0}", "a", "a\u{0}", "\u{0}a", "aaaaaaaa", "aaaaaaaaa", "aaaaaaaa\u{0}"]
        for _ in 0..<40_000 { texts.append(String(dice.number(0...60_000))) }
        for text in texts {
            let found = ref(&interner, .account, text)
            if let old = known[text] { #expect(found == old, "seed \(seed)") }
            known[text] = found
        }
        #expect(interner.entries.count == known.count)
        #expect(Set(known.values).count == known.count)
        for (text, old) in known where interner.entries[old.index].key != text.storable {
            Issue.record("seed \(seed): \(text)")
            return
        }
    }

    @Test("touching and counting remember the first line, and the first and last time")
    func counting() throws {
        var interner = Interner { _, text in .success(text) }
        let one = interner.ref(.phone, key: "1")
        #expect(interner.touch(one, line: 7) && !interner.touch(one, line: 3))
        for time in [50, 20, 90] { interner.count(one, at: time) }
        let entry = interner.entries[one.index]
        #expect((entry.line, entry.events, entry.first, entry.last) == (7, 3, 20, 90))
    }
}
