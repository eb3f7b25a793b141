import Foundation
import TestSupport
import Testing

@testable import Vault

@Suite struct AgeTests {
    /// From the specification and the public test kit of the format (c2sp.org/CCTV/age, case `x25519`).
    static let identityText = "AGE-SECRET-KEY-1XMWWC06LY3EE5RYTXM9MFLAZ2U56JJJ36S0MYPDRWSVLUL66MV4QX3S7F6"
    static let fileKey = [UInt8](hex: "59454c4c4f57205355424d4152494e45")
    static let header = """
        age-encryption.org/v1
        -> X25519 TEiF0ypqr+bpvcqXNyCVJpL7OuwPdVwPL7KQEbFDOCc
        EmECAEcKN+n/Vs9SbWiV+Hu0r+E8R77DdWYyd83nw7U
        --- Vn+54jqiiUCE+WZcEVY3f1sqHjlu/z1LCQ/T7Xm7qI0

        """

    @Test("keys are written and read as the specification's examples")
    func keys() throws {
        let identity = try AgeIdentity("AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX")
        #expect(identity.recipient.text == "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj")
        #expect(try AgeRecipient(identity.recipient.text) == identity.recipient)
        #expect(identity.text == "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX")
        let file = "# created: today\n# public key: age1…\n\n\(identity.text)\n"
        #expect(try AgeIdentity.identities(inFile: file).map(\.recipient) == [identity.recipient])
        for wrong in ["", "# only a comment", identity.recipient.text, identity.text + "\nnonsense"] {
            #expect(throws: AgeError.notAnIdentity) { try AgeIdentity.identities(inFile: wrong) }
        }
    }

    @Test("a mistyped recipient is refused: every changed letter, mixed case, another prefix")
    func mistyped() throws {
        let right = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"
        for index in right.indices.dropFirst(4) {
            for letter in "qpzry9x8gf2tvdw0s3jn54khce6mua7lb1" where right[index] != letter {
                let wrong = right.replacingCharacters(in: index...index, with: String(letter))
                #expect(throws: AgeError.notARecipient) { try AgeRecipient(wrong) }
            }
        }
        #expect(try AgeRecipient(right.uppercased()).text == right)
        #expect(throws: AgeError.notARecipient) { try AgeRecipient(String(right.dropLast())) }
        #expect(throws: AgeError.notARecipient) { try AgeRecipient("A" + right.dropFirst()) }
        #expect(throws: AgeError.notARecipient) { try AgeRecipient(Self.identityText) }
        #expect(throws: AgeError.notARecipient) { try AgeRecipient(Bech32.text(prefix: "age", [1, 2, 3])) }
        let zero = AgeRecipient(bytes: [UInt8](repeating: 0, count: 32))
        #expect(throws: AgeError.notARecipient, "a point of low order") {
            try AgeWriter(to: [zero], random: TestVault.random) { _ in }
        }
    }

    @Test("the test kit's header opens to the file key that the kit names")
    func vector() throws {
        #expect(try headerKey(Self.header) == Self.fileKey)
    }

    /// Headers whose code is right, so that only what is said about them is wrong.
    static let bad: [(name: String, change: @Sendable (String) -> String)] = [
        ("another version", { $0.replacing("org/v1", with: "org/v2") }),
        ("carriage returns", { $0.replacing("\n", with: "\r\n") }),
        ("one argument", { $0.replacing(" TEiF0ypqr+bpvcqXNyCVJpL7OuwPdVwPL7KQEbFDOCc", with: "") }),
        ("three arguments", { $0.replacing("OCc\n", with: "OCc more\n") }),
        ("an empty argument", { $0.replacing("X25519 ", with: "X25519  ") }),
        ("padding", { $0.replacing("OCc\n", with: "OCc=\n") }),
        ("bits left over in the share", { $0.replacing("OCc\n", with: "OCd\n") }),
        ("bits left over in the body", { $0.replacing("83nw7U\n", with: "83nw7V\n") }),
        ("a short share", { $0.replacing("TEiF0ypq", with: "TEiF") }),
        ("a long body", { $0.replacing("EmEC", with: "EmECEmEC") }),
        ("no body", { $0.replacing("EmECAEcKN+n/Vs9SbWiV+Hu0r+E8R77DdWYyd83nw7U\n", with: "") }),
        (
            "a share of zeros",
            { $0.replacing("TEiF0ypqr+bpvcqXNyCVJpL7OuwPdVwPL7KQEbFDOCc", with: String(repeating: "A", count: 43)) }
        ),
        ("a line of 68", { $0.replacing("-> X", with: "-> other\n" + String(repeating: "A", count: 68) + "\n\n-> X") }),
        ("a full last line", { $0.replacing("---", with: "-> other\n" + String(repeating: "A", count: 64) + "\n---") }),
        ("scrypt beside it", { $0.replacing("---", with: "-> scrypt AAAAAAAAAAAAAAAAAAAAAA 10\nAAAA\n---") }),
        ("no stanza", { _ in "age-encryption.org/v1\n---" }),
        ("nothing", { _ in "---" }),
    ]

    @Test("a malformed header is refused although its code is right", arguments: bad.map(\.name))
    func malformed(_ name: String) throws {
        let change = try #require(Self.bad.first { $0.name == name }?.change)
        let head = String(Self.header.prefix(while: { $0 != "\u{0}" }).split(separator: " Vn+5")[0])
        #expect(head.hasSuffix("---"))
        #expect(try headerKey(coded(head)) == Self.fileKey, "unchanged, it opens")
        #expect(throws: AgeError.badHeader) { try headerKey(coded(change(head))) }
    }

    @Test("other recipients' stanzas, of whatever kind, are passed over; a changed header is noticed")
    func otherStanzas() throws {
        let head = String(Self.header.split(separator: " Vn+5")[0])
        let other = head.replacing(
            "-> X", with: "-> a.example/b !\"#$~ 1\n\(String(repeating: "A", count: 64))\n\n-> X")
        #expect(try headerKey(coded(other)) == Self.fileKey)
        let grease = head.replacing("---", with: "-> x\n\n---")
        #expect(try headerKey(coded(grease)) == Self.fileKey)
        #expect(throws: AgeError.changedHeader) {
            try headerKey(Self.header.replacing("\n--- ", with: "\n-> x\n\n--- "))
        }
        #expect(throws: AgeError.badHeader) { try headerKey(Self.header.replacing("--- ", with: "---")) }
        #expect(throws: AgeError.badHeader) { try headerKey(Self.header.replacing("--- ", with: "---  ")) }
        #expect(throws: AgeError.badHeader) { try headerKey(Self.header.replacing("7qI0", with: "7qI1")) }
        #expect(throws: AgeError.noMatch) {
            try headerKey(Self.header, [try AgeIdentity(random: TestVault.random)])
        }
    }

    /// The header with the code that belongs to it.
    private func coded(_ head: String) -> String {
        let key = AgeHeader.derived(Self.fileKey, salt: [], info: "header")
        return head + " " + AgeBase64.text(AgeHeader.code(of: Array(head.utf8), key: key)) + "\n"
    }

    private func headerKey(_ text: String, _ identities: [AgeIdentity]? = nil) throws -> [UInt8] {
        var bytes = BufferedSource(Self.source(Array(text.utf8)))
        return try AgeHeader.fileKey(
            reading: { try bytes.line(AgeHeader.greatestSize) },
            identities: try identities ?? [AgeIdentity(Self.identityText)])
    }

    // MARK: - Contents

    static let sizes = [0, 1, 100, 65_535, 65_536, 65_537, 131_072, 200_000]

    @Test("what is written is read again, by each of the recipients and nobody else", arguments: sizes)
    func roundTrip(_ size: Int) throws {
        var dice = Dice(state: UInt64(size))
        let plain = dice.bytes(size)
        let identities = try (0..<3).map { _ in try AgeIdentity(random: TestVault.random) }
        let file = try Self.encrypt(plain, to: identities.prefix(2).map(\.recipient))
        for identity in identities.prefix(2) { #expect(try Self.decrypt(file, [identity]) == plain) }
        #expect(try Self.decrypt(file, Array(identities.reversed())) == plain)
        #expect(throws: AgeError.noMatch) { try Self.decrypt(file, [identities[2]]) }
    }

    @Test("contents that were cut off, continued, changed or put in another order do not open")
    func contents() throws {
        let identity = try AgeIdentity(random: TestVault.random)
        var dice = Dice(state: 8)
        for size in [0, 10, 65_536, 131_072, 140_000] {
            let file = try Self.encrypt(dice.bytes(size), to: [identity.recipient])
            let start = file.count - size - max(1, (size + 65_535) / 65_536) * 16
            for end in [start, start + 1, start + 16, start + 65_552, start + 65_553, file.count - 1]
            where end < file.count {
                #expect(throws: AgeError.changedContents, "\(size) cut at \(end - start)") {
                    try Self.decrypt(Array(file[..<end]), [identity])
                }
            }
            #expect(throws: AgeError.changedContents) { try Self.decrypt(file + [0], [identity]) }
            #expect(throws: AgeError.changedContents) { try Self.decrypt(file + file.suffix(26), [identity]) }
            for _ in 0..<20 {
                var changed = file
                changed[Int.random(in: (start - 16)..<file.count, using: &dice)] ^=
                    1 << UInt8.random(in: 0..<8, using: &dice)
                #expect(throws: AgeError.changedContents) { try Self.decrypt(changed, [identity]) }
            }
        }
        var file = try Self.encrypt(dice.bytes(200_000), to: [identity.recipient])
        let start = file.count - 200_000 - 4 * 16
        let first = file[start..<(start + 65_552)]
        file.replaceSubrange(start..<(start + 65_552), with: file[(start + 65_552)..<(start + 131_104)])
        file.replaceSubrange((start + 65_552)..<(start + 131_104), with: first)
        #expect(throws: AgeError.changedContents) { try Self.decrypt(file, [identity]) }
        #expect(throws: AgeError.badHeader, "no nonce") { try Self.decrypt(Array(file[..<(start - 1)]), [identity]) }
    }

    static func encrypt(_ plain: [UInt8], to recipients: [AgeRecipient]) throws -> [UInt8] {
        var file: [UInt8] = []
        try withoutActuallyEscaping({ (bytes: [UInt8]) in file += bytes }) { sink in
            var writer = try AgeWriter(to: recipients, random: TestVault.random, sink: sink)
            var dice = Dice(state: 1)
            var start = 0
            while start < plain.count {
                let end = min(plain.count, start + Int.random(in: 1...90_000, using: &dice))
                try writer.write(plain[start..<end])
                start = end
            }
            try writer.finish()
        }
        return file
    }

    static func decrypt(_ file: [UInt8], _ identities: [AgeIdentity]) throws -> [UInt8] {
        var reader = try AgeReader(identities: identities, source: source(file))
        var plain: [UInt8] = []
        while let chunk = try reader.next() { plain += chunk }
        return plain
    }

    /// Bytes in pieces of changing size.
    static func source(_ bytes: [UInt8]) -> (Int) throws -> [UInt8] {
        var start = 0
        var dice = Dice(state: 2)
        return { limit in
            let end = min(bytes.count, start + min(limit, Int.random(in: 1...50_000, using: &dice)))
            defer { start = end }
            return Array(bytes[start..<end])
        }
    }
}
