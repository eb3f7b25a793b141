import Testing

@testable import Ledger

@Suite("The bytes of a leaf")
struct LeafTests {
    static let entry = Ledger.Entry(
        at: 1_780_300_000_000, actor: "u-ก", organisation: "o-rx2p", act: .signIn, kind: "account", subject: "a-1",
        version: 3, action: "totp",
        // SHA-256 of "x"
        content: MerkleHash(
            [
                0x2d, 0x71, 0x16, 0x42, 0xb7, 0x26, 0xb0, 0x44, 0x01, 0x62, 0x7c, 0xa9, 0xfb, 0xac, 0x32, 0xf5, 0xc8,
                0x53,
                0x0f, 0xb1, 0x90, 0x3c, 0xc4, 0xdb, 0x02, 0x25, 0x87, 0x17, 0x92, 0x1a, 0x48, 0x81,
            ] as [UInt8]), detail: "R112")

    @Test("are those that were laid down once: another program found the same hash")
    func knownAnswer() throws {
        let leaf = Leaf(Self.entry, at: 7)
        #expect(leaf.bytes?.count == 115)
        let hash = try #require(leaf.hash).bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        #expect(hash.joined() == "0fee250cc8ca9fc1eaa62650f1077ac0a1b5d3d0e1b644752d03802262f0e9c5")
    }

    @Test("differ where letters move from one field to the next")
    func fieldsAreParted() {
        var (one, other) = (Leaf(Self.entry, at: 0), Leaf(Self.entry, at: 0))
        (one.kind, one.subject) = ("ab", "c")
        (other.kind, other.subject) = ("a", "bc")
        #expect(one.hash != other.hash)
        #expect(one.hash(at: 1) != one.hash)
    }

    @Test("what is too long or has a control character is not taken")
    func limits() {
        for bad in [String(repeating: "x", count: 256), "a\nb", "a\u{0}b", "\u{7F}"] {
            var entry = Self.entry
            entry.detail = bad
            #expect(throws: LedgerError.badField("detail")) { try entry.check() }
        }
    }

    @Test("the codes of acts never change")
    func codes() {
        #expect(
            Ledger.Act.allCases.map(\.rawValue) == [
                "change", "read", "search", "export", "refusal", "grant", "sign-in", "configuration", "erasure",
                "emergency", "alarm",
            ])
    }
}
