import Testing

@testable import Identity

@Suite struct CBORTests {
    @Test("what authenticators write is read")
    func reading() {
        #expect(CBOR([0x00]) == 0)
        #expect(CBOR([0x17]) == 23)
        #expect(CBOR([0x18, 0x18]) == 24)
        #expect(CBOR([0x19, 0x01, 0x00]) == 256)
        #expect(CBOR([0x1A, 0x00, 0x01, 0x00, 0x00]) == 65_536)
        #expect(CBOR([0x1B, 0x7F] + [UInt8](repeating: 0xFF, count: 7)) == .integer(.max))
        #expect(CBOR([0x3B, 0x7F] + [UInt8](repeating: 0xFF, count: 7)) == .integer(.min))
        #expect(CBOR([0x26]) == -7)
        #expect(CBOR([0x43, 1, 2, 3]) == .bytes([1, 2, 3]))
        #expect(CBOR([0x62, 0xC3, 0xA9]) == "é")
        #expect(CBOR([0x82, 0x01, 0xF5]) == .array([1, .bool(true)]))
        let map = CBOR([0xA2, 0x01, 0x02, 0x20, 0xF6])
        #expect(map?[1] == 2)
        #expect(map?[-1] == .null)
        #expect(map?[3] == nil)
    }

    @Test(
        "everything else is refused",
        arguments: [
            [], [0x18, 0x17], [0x19, 0x00, 0xFF], [0x1A, 0x00, 0x00, 0xFF, 0xFF],
            [0x1B, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF],
            [0x1B, 0x80, 0, 0, 0, 0, 0, 0, 0], [0x3B, 0x80, 0, 0, 0, 0, 0, 0, 0],  // beyond 63 bits
            [0x58, 0x01, 0x00], [0x43, 1, 2],  // a long length for a short string; a string cut off
            [0x62, 0xC3, 0x28], [0x61, 0xFF],  // not UTF-8
            [0x1C], [0x1D], [0x1E], [0x1F], [0x5F, 0x41, 1, 0xFF], [0x9F, 0xFF], [0xBF, 0xFF], [0xFF],  // indefinite
            [0xC0, 0x00], [0xD8, 0x20, 0x00],  // tags
            [0xF9, 0, 0], [0xFA, 0, 0, 0, 0], [0xFB, 0, 0, 0, 0, 0, 0, 0, 0], [0xF7], [0xE0], [0xF8, 0xFF],
            [0xA2, 0x02, 0x00, 0x01, 0x00], [0xA2, 0x01, 0x00, 0x01, 0x00],  // keys unsorted, twice
            [0xA2, 0x20, 0x00, 0x01, 0x00], [0xA2, 0x62, 0x61, 0x61, 0x00, 0x61, 0x62, 0x00],
            [0xA1, 0xF5, 0x00], [0xA1, 0x41, 0x00, 0x00], [0xA1, 0x01],  // keys of other types; a value missing
            [0x00, 0x00], [0x9B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],  // more than one; an endless array
            [0xBB, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
            [0x5B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
            [0x81, 0x81, 0x81, 0x81, 0x81, 0x00],  // too deep
        ] as [[UInt8]])
    func refusing(_ bytes: [UInt8]) { #expect(CBOR(bytes) == nil) }

    @Test("four levels are read, and 64 KiB")
    func limits() {
        #expect(CBOR([0x81, 0x81, 0x81, 0x81, 0x00]) != nil)
        let most = CBOR.most - 3
        #expect(CBOR([0x59, UInt8(most >> 8), UInt8(most & 255)] + [UInt8](repeating: 0, count: most)) != nil)
        #expect(CBOR([0x5A, 0, 1, 0, 0] + [UInt8](repeating: 0, count: 65_536)) == nil)
    }

    @Test(
        "a value is read as it was written, and one encoding is the only one", arguments: 1...20 as ClosedRange<UInt64>)
    func roundTrip(_ seed: UInt64) {
        var dice = Dice(seed: seed)
        for _ in 0..<200 {
            let value = dice.cbor(depth: 3)
            let bytes = value.encoded
            #expect(CBOR(bytes) == value, "seed \(seed)")
            // Whatever is read from changed bytes would be written exactly so.
            var changed = bytes
            changed[Int.random(in: 0..<changed.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
            if let other = CBOR(changed) { #expect(other.encoded == changed, "seed \(seed)") }
            for end in 0..<min(bytes.count, 40) { #expect(CBOR(Array(bytes[..<end])) == nil, "seed \(seed)") }
        }
    }

    @Test("noise is read or refused, never a crash", arguments: 1...20 as ClosedRange<UInt64>)
    func noise(_ seed: UInt64) {
        var dice = Dice(seed: seed)
        for _ in 0..<2_000 {
            let bytes = dice.bytes(Int.random(in: 0...30, using: &dice))
            if let value = CBOR(bytes) { #expect(value.encoded == bytes, "seed \(seed)") }
            _ = try? AuthenticatorData(dice.bytes(37) + bytes)
        }
    }
}
