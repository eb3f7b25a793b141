import Testing

@testable import Ledger

/// Signed notes and keys, against published ones: golang.org/x/mod/sumdb/note, C2SP, and a log and witnesses of the world.
@Suite("Signed notes")
struct NoteTests {
    static let peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    static let peterSecret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
    static let enoch = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"
    static let text = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        """
    static let peterLine =
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
    static let enochLine =
        "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n"

    /// A checkpoint of a Certificate Transparency log of May 2026, with the cosignatures of its witnesses.
    static let world = """
        arche2025h1.staging.ct.transparency.dev
        1432088532
        U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

        — arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
        — arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
        — transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
        — witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==
        — remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==

        """
    static let arche = "arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f"
    static let remora = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2"
    static let smartIT = "witness1.smartit.nu/witness1+a48c820f+BPSFWg9G6KPiO7QPryYO5Xq4oYJJ+kAvLKLSimDhoxMO"

    @Test("published keys are read and written as they stand", arguments: [peter, enoch, arche, remora, smartIT])
    func keys(_ text: String) throws {
        #expect(try VerifierKey(text).description == text)
    }

    @Test("a key of which any part is changed or missing is none")
    func mangledKeys() {
        func mangled(_ text: String) -> [String] {
            let bytes = Array(text.utf8)
            var all: [[UInt8]] = []
            for start in 0...bytes.count {
                for end in start...bytes.count where (start, end) != (0, bytes.count) {
                    all.append(Array(bytes[start..<end]))
                }
            }
            for place in bytes.indices {
                var changed = bytes
                changed[place] += 1
                all.append(changed)
            }
            return all.map { String(decoding: $0, as: UTF8.self) }
        }
        for text in mangled(Self.peter) {
            #expect(throws: LedgerError.badKey, "\(text)") { _ = try VerifierKey(text) }
        }
        for text in mangled(Self.peterSecret) {
            #expect(throws: LedgerError.badKey, "\(text)") { _ = try SignerKey(secret: text) }
        }
        let others = [
            "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",  // too long
            "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",  // of an unknown purpose
            "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        ]
        for text in others { #expect(throws: LedgerError.badKey, "\(text)") { _ = try VerifierKey(text) } }
    }

    @Test("a published key makes the published signature")
    func signs() throws {
        let key = try SignerKey(secret: Self.peterSecret)
        #expect(key.verifier.description == Self.peter)
        #expect(key.secret == Self.peterSecret)
        let note = try SignedNote(text: Self.text).signed(with: key)
        #expect(note.description == Self.text + "\n" + Self.peterLine)
        #expect(try note.signed(with: key) == note)
    }

    @Test("who has signed is told for the keys that are known, and a note that nobody known has signed is refused")
    func opens() throws {
        let (peter, enoch) = (try VerifierKey(Self.peter), try VerifierKey(Self.enoch))
        let note = try SignedNote(parsing: Self.text + "\n" + Self.peterLine + Self.enochLine)
        #expect(note.text == Self.text)
        #expect(try note.signatures(by: [peter]).map(\.key) == [peter])
        #expect(try note.signatures(by: [enoch, peter]).map(\.key) == [peter, enoch])
        #expect(throws: LedgerError.unsigned) { _ = try note.signatures(by: []) }
        let twice = try SignedNote(parsing: Self.text + "\n" + Self.peterLine + Self.peterLine)
        #expect(twice.signatures.count == 1)
        let example = try SignedNote(
            parsing: """
                This is an example message.

                — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=

                """)
        let foo = try VerifierKey("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")
        #expect(try example.signatures(by: [foo]).count == 1)
    }

    @Test("a wrong signature of a known key makes the whole note worthless")
    func wrongSignature() throws {
        let (peter, enoch) = (try VerifierKey(Self.peter), try VerifierKey(Self.enoch))
        let longer = String(Self.peterLine.prefix(58)) + "ABCD" + String(Self.peterLine.dropFirst(58))
        let note = try SignedNote(parsing: Self.text + "\n" + longer + Self.enochLine)
        #expect(throws: LedgerError.badSignature(key: "PeterNeumann")) { _ = try note.signatures(by: [peter, enoch]) }
        #expect(try note.signatures(by: [enoch]).count == 1)
        let other = try SignedNote(parsing: "Other text.\n\n" + Self.peterLine)
        #expect(throws: LedgerError.badSignature(key: "PeterNeumann")) { _ = try other.signatures(by: [peter]) }
    }

    static let malformed: [[UInt8]] = [
        Array(text.utf8), Array((text + "\n").utf8), Array((text + "\n" + peterLine.dropLast()).utf8),
        [1] + Array((text + "\n" + peterLine).utf8), [0xFF] + Array((text + "\n" + peterLine).utf8),
        Array((text + "\n" + peterLine.replacing("PeterNeumann", with: "Bad Name")).utf8),
        Array((text + "\n" + peterLine.replacing("PeterNeumann", with: "Bad+Name")).utf8),
        Array((text + "\n" + peterLine.replacing("PeterNeumann", with: "Bad\u{A0}Name")).utf8),
        Array((text + "\n" + peterLine + "Unexpected line.\n").utf8), Array((text + "\n" + peterLine + "\n").utf8),
        Array((text + "\n" + peterLine.replacing("—", with: "-")).utf8),
        Array((text + "\n— PeterNeumann x08gow==\n").utf8), Array((text + "\n— PeterNeumann x08go/Z=\n").utf8),
        Array((text + "\n— PeterNeumann !!!!\n").utf8), Array((text + peterLine).utf8), [], [0x0A], [0x0A, 0x0A],
        Array((text + "\r\n" + peterLine).utf8),
        Array(text.utf8) + [0x0A] + Array(repeating: Array(peterLine.utf8), count: 101).joined(),
    ]

    @Test("what is not exactly a note is none", arguments: malformed.indices)
    func malformedNotes(_ index: Int) {
        #expect(throws: LedgerError.badNote) { _ = try SignedNote(parsing: Self.malformed[index]) }
    }

    @Test("a checkpoint of the world, with its witnesses' cosignatures and their times")
    func worldCheckpoint() throws {
        let note = try SignedNote(parsing: Self.world)
        #expect(note.description == Self.world)
        let keys = [try VerifierKey(Self.arche), try VerifierKey(Self.remora), try VerifierKey(Self.smartIT)]
        let checked = try note.signatures(by: keys)
        #expect(checked.map(\.key) == [keys[0], keys[2], keys[1]])
        #expect(checked.map(\.time) == [nil, 1_779_573_024, 1_779_573_024])
        let checkpoint = try note.checkpoint()
        #expect(checkpoint.origin == "arche2025h1.staging.ct.transparency.dev" && checkpoint.size == 1_432_088_532)
        for key in keys {
            let changed = try SignedNote(parsing: Self.world.replacing("1432088532", with: "1432088533"))
            #expect(throws: LedgerError.badSignature(key: key.name)) { _ = try changed.signatures(by: [key]) }
        }
    }

    @Test("go.sum's checkpoint, whose name is not its key's")
    func goSum() throws {
        let note = try SignedNote(
            parsing: """
                go.sum database tree
                6476701
                mb8QLQIs0Z0yP5Cstq6guj87oXWeC9gEM8oVikmm9Wk=

                — sum.golang.org Az3grsLX85Gz+s1SiTbgkuqxgItqFq7gsMUEyVnrsa9LM7Us9S+1xbFIGu95949rj4nPRYfvimWEPWL+o3GeoWwOoAw=

                """)
        let key = try VerifierKey("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8")
        #expect(try note.signatures(by: [key]).count == 1)
        #expect(try note.checkpoint().size == 6_476_701)
    }

    @Test("the time of a published cosignature")
    func cosignatureTime() throws {
        let works = try SignedNote.Signature(
            line:
                "— w ZGhGuQAAAABm/qTPeyKXD+R2rzyQsxPiP8mXum7qq/iF0u4vanlqJyocWODBt97w9uL+8qT7S5gxEHWWOworDcFiEBYJXORmnFBOBA=="
        )
        #expect(works.time == 1_727_964_367)
        let other = try SignedNote.Signature(
            line: "— w eQjRQm6eSKzFoiYalgwCPXu2y3ijtg68is9M46JKxuZB+dRfTmeQeDBoXnvxZx2ugnkyV+MUMLXpWs1hPb/W/4xkNQY=")
        #expect(other.time == nil)
        let late = SignedNote.Signature(name: "w", id: 1, bytes: [0x80] + [UInt8](repeating: 0, count: 71))
        #expect(late.time == nil)
    }

    @Test("a cosignature covers the time and the extension lines, and only a checkpoint can be cosigned")
    func cosigns() throws {
        let key = try SignerKey(
            name: "witness.example/w1", purpose: .cosignature, seed: [UInt8](repeating: 7, count: 32))
        let checkpoint = Checkpoint(origin: "test", size: 123, root: .leaf([1]), extensions: ["Extendo"])
        let note = try SignedNote(checkpoint).signed(with: key, at: 1_790_000_000)
        #expect(try note.signatures(by: [key.verifier]).map(\.time) == [1_790_000_000])
        #expect(try note.checkpoint() == checkpoint)
        let changed = try SignedNote(parsing: note.description.replacing("Extendo", with: "Extendi"))
        #expect(throws: LedgerError.badSignature(key: key.verifier.name)) {
            _ = try changed.signatures(by: [key.verifier])
        }
        var line = try #require(note.signatures.first)
        line.bytes[7] ^= 1
        #expect(throws: LedgerError.badSignature(key: key.verifier.name)) {
            _ = try SignedNote(checkpoint).adding([line]).signatures(by: [key.verifier])
        }
        let poem = try SignedNote(text: "No checkpoint.\n").signed(with: key, at: 1)
        #expect(throws: LedgerError.badSignature(key: key.verifier.name)) {
            _ = try poem.signatures(by: [key.verifier])
        }
    }

    static let badCheckpoints = [
        "", "log\n", "log\n1\n", "log\n01\nf+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SP0=\n",
        "log\n-1\nf+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SP0=\n",
        "log\n+1\nf+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SP0=\n",
        "log\n1\nf+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SP0\n",
        "log\n1\nf+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SA==\n",
        "log\n1\nf+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SP1=\n", "\n1\nf+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SP0=\n",
        "log\n1\nf+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SP0=",
        "log\n1\nf+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SP0=\n\n",
        "log\n99999999999999999999\nf+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SP0=\n",
    ]

    @Test("what is not exactly a checkpoint is none", arguments: badCheckpoints)
    func malformedCheckpoints(_ text: String) {
        #expect(throws: LedgerError.badCheckpoint) { _ = try Checkpoint(parsing: text) }
    }
}
