import Foundation
import Storage
import TestSupport
import Testing

@testable import Ledger

@Suite("Witnesses")
struct WitnessTests {
    @Test("a witness cosigns a log that grows, and its cosignatures are kept", arguments: Backend.present)
    func cosigns(_ backend: Backend) async throws {
        try await Sample.log(backend, 0) { ledger in
            let key = try Sample.witness()
            var witness = try LedgerWitness(logs: [ledger.verifierKey])
            var file = ""
            var old = 0
            for size in [10, 25, 25, 64, 100] {
                try await Sample.add(old..<size, to: ledger)
                let note = try await ledger.checkpoint()
                let proof = try await ledger.database.read { [old] connection in
                    old == 0 || old == size ? [] : try Ledger.consistency(from: old, to: size, connection)
                }
                let request = WitnessRequest(old: old, proof: proof, note: note)
                #expect(try WitnessRequest(parsing: Array(request.description.utf8)) == request)
                let cosigned = try witness.cosign(note, proof: proof, with: key, at: 1_790_000_000 + size)
                file += cosigned.description
                let kept = try await ledger.keep(cosigned, by: [key.verifier])
                let keys = [ledger.verifierKey, key.verifier]
                #expect(try kept.signatures(by: keys).map(\.time) == [nil, 1_790_000_000 + size])
                old = size
            }
            let notes = try WitnessFile.notes(in: Array(file.utf8))
            #expect(notes.map(\.description).joined() == file)
            let again = try LedgerWitness(logs: [ledger.verifierKey], notes: notes)
            #expect(again.seen == witness.seen && again.seen["daybreak.example/ledger"]?.size == 100)
            let verification = try await ledger.verify(witnessed: notes)
            #expect(verification.fault == nil && verification.witnessed == 5)
        }
    }

    /// A log in memory.
    struct Memory {
        var frontiers = [MerkleFrontier()]
        var nodes: [[Int]: MerkleHash] = [:]

        init(_ texts: [String]) {
            for (index, text) in texts.enumerated() {
                var frontier = frontiers[index]
                var level = 0
                frontier.append(.leaf(Array(text.utf8))) {
                    nodes[[level, index >> level]] = $0
                    level += 1
                }
                frontiers.append(frontier)
            }
        }

        func note(_ size: Int, _ key: SignerKey) throws -> SignedNote {
            try SignedNote(Checkpoint(origin: key.verifier.name, size: size, root: frontiers[size].root)).signed(
                with: key)
        }

        func proof(_ old: Int, _ size: Int) throws -> [MerkleHash] {
            try MerkleProof.consistency(from: old, to: size) { try #require(nodes[[$0, $1]]) }
        }
    }

    @Test(
        "a log that goes back, forks, or does not show that it continues is not cosigned, and nothing is remembered of it"
    )
    func refuses() throws {
        let (key, own) = (try Sample.key(), try Sample.witness())
        let log = Memory((0..<40).map { "entry \($0)" })
        let fork = Memory((0..<40).map { $0 == 7 ? "another" : "entry \($0)" })
        var witness = try LedgerWitness(logs: [key.verifier])
        _ = try witness.cosign(try log.note(0, key), proof: [], with: own, at: 1)
        _ = try witness.cosign(try log.note(20, key), proof: [], with: own, at: 1)
        let before = witness.seen
        func refused(_ error: LedgerError, _ note: SignedNote, _ proof: [MerkleHash], _ with: SignerKey) {
            #expect(throws: error) { _ = try witness.cosign(note, proof: proof, with: with, at: 2) }
        }
        refused(.olderThanSeen(size: 19, seen: 20), try log.note(19, key), [], own)
        refused(.olderThanSeen(size: 0, seen: 20), try log.note(0, key), [], own)
        refused(.notConsistent(size: 20, seen: 20), try fork.note(20, key), [], own)
        refused(.notConsistent(size: 30, seen: 20), try fork.note(30, key), try fork.proof(20, 30), own)
        refused(.notConsistent(size: 30, seen: 20), try fork.note(30, key), try log.proof(20, 30), own)
        refused(.notConsistent(size: 30, seen: 20), try log.note(30, key), [], own)
        refused(.notConsistent(size: 30, seen: 20), try log.note(30, key), try log.proof(19, 30), own)
        refused(.badKey, try log.note(30, key), try log.proof(20, 30), key)
        let stranger = try SignerKey(name: "other.example/ledger", seed: [UInt8](repeating: 1, count: 32))
        refused(.unknownLog("other.example/ledger"), try log.note(30, stranger), try log.proof(20, 30), own)
        let impostor = try SignerKey(name: "daybreak.example/ledger", seed: [UInt8](repeating: 1, count: 32))
        refused(.unsigned, try log.note(30, impostor), try log.proof(20, 30), own)
        #expect(witness.seen == before)
        _ = try witness.cosign(try log.note(30, key), proof: try log.proof(20, 30), with: own, at: 3)
        #expect(witness.seen["daybreak.example/ledger"]?.size == 30)
    }

    @Test("a file that contradicts itself is no witness")
    func files() throws {
        let key = try Sample.key()
        let log = Memory((0..<40).map { "entry \($0)" })
        let fork = Memory((0..<40).map { "other \($0)" })
        let (ten, twenty, other) = (try log.note(10, key), try log.note(20, key), try fork.note(20, key))
        #expect(try LedgerWitness(logs: [key.verifier], notes: [ten, ten, twenty]).seen.values.map(\.size) == [20])
        #expect(throws: LedgerError.olderThanSeen(size: 10, seen: 20)) {
            _ = try LedgerWitness(logs: [key.verifier], notes: [ten, twenty, ten])
        }
        #expect(throws: LedgerError.notConsistent(size: 20, seen: 20)) {
            _ = try LedgerWitness(logs: [key.verifier], notes: [twenty, other])
        }
        let text = "\(ten)\n\(twenty)\(other)"
        #expect(try WitnessFile.notes(in: Array(text.utf8)) == [ten, twenty, other])
        #expect(try WitnessFile.notes(in: []).isEmpty)
        for bad in [String(text.dropLast()), "x\n" + ten.text, "\(ten)x", "\(ten)\n\nfoo\n"] {
            #expect(throws: LedgerError.badNote) { _ = try WitnessFile.notes(in: Array(bad.utf8)) }
        }
        for bad in ["old 1\n\n", "old x\n\n\(ten)", "old 01\n\n\(ten)", "old 1\nAAAA\n\n\(ten)", "new 1\n\n\(ten)x"] {
            #expect(throws: LedgerError.badNote) { _ = try WitnessRequest(parsing: Array(bad.utf8)) }
        }
    }

    @Test(
        "cosignatures are kept only for what we signed, and only those of known witnesses", arguments: Backend.present)
    func keeps(_ backend: Backend) async throws {
        try await Sample.log(backend, 10) { ledger in
            let own = try Sample.witness()
            let other = try SignerKey(
                name: "x.example/w", purpose: .cosignature, seed: [UInt8](repeating: 2, count: 32))
            let note = try await ledger.checkpoint()
            let both = try note.signed(with: other, at: 5).signed(with: own, at: 6)
            let kept = try await ledger.keep(both, by: [own.verifier])
            #expect(kept == (try note.signed(with: own, at: 6)))
            await #expect(throws: LedgerError.unsigned) { _ = try await ledger.keep(note, by: [own.verifier]) }
            let never = try SignedNote(Checkpoint(origin: "daybreak.example/ledger", size: 10, root: .empty))
                .signed(with: own, at: 6)
            await #expect(throws: LedgerError.noSize(10)) { _ = try await ledger.keep(never, by: [own.verifier]) }
        }
    }

    @Test("a key's file is made once, for its owner alone, and one that others can read is refused")
    func keyFile() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("daybreak-key-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("log.ledger-key").path
        let made = try KeyFile.open(path) { [UInt8](repeating: 0x5A, count: $0) }
        #expect(made.verifier.name == "daybreak-ledger/" + String(repeating: "5a", count: 10))
        let again = try KeyFile.open(path) { [UInt8](repeating: 1, count: $0) }
        #expect(again.verifier == made.verifier && again.secret == made.secret)
        #expect(try KeyFile.write(try Sample.key(), to: path) == false)
        #expect(try KeyFile.read(path).verifier == made.verifier)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["log.ledger-key"])
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        #expect(throws: LedgerError.openKeyFile(path)) { _ = try KeyFile.read(path) }
        #expect(throws: LedgerError.self) {
            _ = try KeyFile.open(folder.path + "/none/key") { [UInt8](repeating: 1, count: $0) }
        }
    }
}
