import Testing

@testable import Identity

@Suite struct TOTPTests {
    static let secret = Array("12345678901234567890".utf8)

    @Test(
        "codes are those of RFC 6238, appendix B",
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ])
    func vectors(_ seconds: Int, _ code: String) {
        let step = TOTP.step(at: seconds * 1_000)
        #expect(TOTP.code(Self.secret, step: step, digits: 8) == code)
        #expect(TOTP.code(Self.secret, step: step) == String(code.suffix(6)))
    }

    @Test(
        "codes by counter are those of RFC 4226, appendix D",
        arguments: zip(
            0..<10,
            ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"]))
    func counters(_ step: Int, _ code: String) { #expect(TOTP.code(Self.secret, step: step) == code) }

    @Test("one step before and after is accepted, no more, and none twice or earlier than the last")
    func window() {
        let now = 1_000 * TOTP.period + 7
        for offset in -3...3 {
            let code = TOTP.code(Self.secret, step: 1_000 + offset)
            let step = TOTP.accepted(code, Self.secret, after: 0, at: now)
            #expect(step == (abs(offset) <= 1 ? 1_000 + offset : nil))
            #expect(TOTP.accepted(code, Self.secret, after: 1_000 + offset, at: now) == nil)
        }
        #expect(TOTP.accepted(TOTP.code(Self.secret, step: 1_000), Self.secret, after: 1_001, at: now) == nil)
        let spaced = TOTP.code(Self.secret, step: 1_000)
        #expect(TOTP.accepted("\(spaced.prefix(3)) \(spaced.suffix(3))", Self.secret, after: 0, at: now) == 1_000)
        for typed in ["", "12345", "1234567", "abcdef", "٠١٢٣٤٥"] {
            #expect(TOTP.accepted(typed, Self.secret, after: 0, at: now) == nil)
        }
    }

    @Test("the address is what apps read")
    func address() {
        #expect(
            TOTP.address(Self.secret, issuer: "Day break", name: "สม")
                == "otpauth://totp/Day%20break:%E0%B8%AA%E0%B8%A1"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Day%20break&algorithm=SHA1&digits=6&period=30")
    }

    @Test("a sealed secret opens for its account and key alone")
    func sealing() throws {
        let key = [UInt8](repeating: 1, count: 32)
        let sealed = try TOTPRow.seal(Self.secret, account: "a", key: key, nonce: [UInt8](repeating: 2, count: 12))
        #expect(try TOTPRow.open(sealed, account: "a", key: key) == Self.secret)
        #expect(throws: (any Error).self) { try TOTPRow.open(sealed, account: "b", key: key) }
        #expect(throws: (any Error).self) {
            try TOTPRow.open(sealed, account: "a", key: [UInt8](repeating: 3, count: 32))
        }
    }

    @Test(
        "base32 and base64url are those of RFC 4648 §10, without padding",
        arguments: [
            ("", "", ""), ("f", "MY", "Zg"), ("fo", "MZXQ", "Zm8"), ("foo", "MZXW6", "Zm9v"),
            ("foob", "MZXW6YQ", "Zm9vYg"),
            ("fooba", "MZXW6YTB", "Zm9vYmE"), ("foobar", "MZXW6YTBOI", "Zm9vYmFy"),
        ])
    func texts(_ plain: String, _ base32: String, _ base64: String) {
        #expect(Base32.encode(Array(plain.utf8)) == base32)
        #expect(Base64URL.encode(Array(plain.utf8)) == base64)
        #expect(Base32.decode(base32) == Array(plain.utf8))
        #expect(Base64URL.decode(base64) == Array(plain.utf8))
    }

    @Test(
        "a text for bytes is read only when it is the one that we would write", arguments: [1, 2, 3, 4, 5] as [UInt64])
    func oneText(_ seed: UInt64) {
        var dice = Dice(seed: seed)
        for _ in 0..<200 {
            let bytes = dice.bytes(Int.random(in: 0...40, using: &dice))
            #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
            #expect(Base32.decode(Base32.encode(bytes)) == bytes)
        }
        for text in ["A", "AB", "Zh", "Zm9", "Zm9v=", "Zm 9", "MZ", "M", "my", "MZXW6Y"]
        where Base64URL.decode(text) != nil {
            #expect(Base64URL.encode(Base64URL.decode(text) ?? []) == text, "seed \(seed)")
        }
        #expect(Base32.decode("MZ") == nil)
        #expect(Base64URL.decode("Zh") == nil)
    }
}
