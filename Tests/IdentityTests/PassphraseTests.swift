import Foundation
import Testing

@testable import Identity

@Suite struct PassphraseTests {
    @Test(
        "scrypt gives the vectors of RFC 7914 §12",
        arguments: [
            (
                "password", "NaCl", 10, 16,
                "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
            ),
            (
                "pleaseletmein", "SodiumChloride", 14, 1,
                "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
            ),
        ])
    func vectors(_ password: String, _ salt: String, _ logN: Int, _ parallelism: Int, _ hex: String) throws {
        let cost = ScryptCost(logN: logN, blockSize: 8, parallelism: parallelism)
        let hash = try StoredPassphrase.derive(Array(password.utf8), Array(salt.utf8), cost, count: 64)
        #expect(hash.map { String(format: "%02x", $0) }.joined() == hex)
    }

    @Test("a passphrase is kept with N = 2^17, r = 8, p = 1, and is found again")
    func standardCost() throws {
        let stored = try StoredPassphrase(
            of: Array("seven wet umbrellas".utf8), cost: .standard, salt: [UInt8](repeating: 9, count: 16))
        #expect(stored.text.hasPrefix("$scrypt$ln=17,r=8,p=1$CQkJCQkJCQkJCQkJCQkJCQ$"))
        let read = try #require(StoredPassphrase(stored.text))
        #expect(read == stored)
        #expect(try read.matches(Array("seven wet umbrellas".utf8)))
        #expect(try !read.matches(Array("seven wet umbrella".utf8)))
    }

    @Test(
        "a stored text that asks for more memory or time than ours, or is none, is not computed",
        arguments: [
            "", "$scrypt$", "$scrypt$ln=18,r=8,p=1$CQkJCQkJCQkJCQkJCQkJCQ$\(hash)",
            "$scrypt$ln=17,r=8,p=2$CQkJCQkJCQkJCQkJCQkJCQ$\(hash)",
            "$scrypt$ln=17,r=16,p=1$CQkJCQkJCQkJCQkJCQkJCQ$\(hash)",
            "$scrypt$ln=0,r=8,p=1$CQkJCQkJCQkJCQkJCQkJCQ$\(hash)", "$scrypt$ln=17,r=8$CQkJCQkJCQkJCQkJCQkJCQ$\(hash)",
            "$scrypt$ln=17,r=8,p=-1$CQkJCQkJCQkJCQkJCQkJCQ$\(hash)",
            "$argon2id$ln=17,r=8,p=1$CQkJCQkJCQkJCQkJCQkJCQ$\(hash)",
            "$scrypt$ln=17,r=8,p=1$CQ$\(hash)", "$scrypt$ln=17,r=8,p=1$CQkJCQkJCQkJCQkJCQkJCQ$AAAA",
            "$scrypt$ln=99999999999999999999,r=8,p=1$CQkJCQkJCQkJCQkJCQkJCQ$\(hash)",
        ])
    func unbearable(_ text: String) { #expect(StoredPassphrase(text) == nil) }

    static let hash = String(repeating: "A", count: 43)

    @Test(
        "what is wrong with a new passphrase is said",
        arguments: [
            ("seven wet umbrellas", nil), ("สี่สิบเจ็ดช้างเผือกร้องเพลง", nil), ("", PassphraseFault.tooShort(least: 12)),
            ("short words", .tooShort(least: 12)), ("Password 1234", .common), ("qwertyuiopas", .common),
            ("zyxwvutsrqpon", .common), ("abcabcabcabcabc", .common), ("aaaaaaaaaaaaaaaa", .common),
            ("abababababab cdcdcd", .common), ("my name is Somchai!", .holdsName), ("tab\tin the middle", .unreadable),
            (String(repeating: "long words ", count: 200), .tooLong(most: 1_024)),
            (String(repeating: "long words ", count: 20_000), .tooLong(most: 1_024)),
        ] as [(String, PassphraseFault?)])
    func faults(_ typed: String, _ fault: PassphraseFault?) throws {
        #expect(Passphrase(typed).fault(for: try SignInName("somchai")) == fault)
    }

    @Test("one passphrase is the same on every keyboard: composed or not, with any kind of space")
    func normalisation() {
        #expect(Passphrase("caf\u{65}\u{301} au lait").bytes == Passphrase("caf\u{e9}\u{a0}au\u{3000}lait").bytes)
        #expect(Passphrase("a\u{fb01}").bytes != Passphrase("afi").bytes, "no compatibility forms")
    }

    @Test("comparing looks at every byte")
    func comparing() {
        #expect(isSame([], []))
        #expect(isSame([1, 2, 3], [1, 2, 3]))
        for position in 0..<3 {
            var other: [UInt8] = [1, 2, 3]
            other[position] ^= 0x80
            #expect(!isSame([1, 2, 3], other))
        }
        #expect(!isSame([1, 2], [1, 2, 3]))
    }
}
