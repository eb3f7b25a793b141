import Storage
import TestSupport
import Testing

@testable import Ledger

@Suite("The log")
struct LogTests {
    @Test(
        "RL-26: what is appended is read as it was, in order, by subject, by actor, by act, in pages",
        arguments: Backend.present)
    func reads(_ backend: Backend) async throws {
        try await Sample.log(backend, 200) { ledger in
            try await ledger.database.read { connection in
                let all = try Ledger.entries(limit: 1_000, in: connection)
                #expect(all.map(\.index) == Array(0..<200))
                #expect(all.map(\.entry) == (0..<200).map(Sample.entry))
                #expect(try Ledger.entry(42, in: connection) == all[42])
                let about = all.filter { $0.entry.kind == "report" && $0.entry.subject == "s-3" }
                #expect(about.count > 5)
                #expect(try Ledger.entries(about: "report", "s-3", in: connection) == about)
                let first = try Ledger.entries(about: "report", "s-3", limit: 4, in: connection)
                let rest = try Ledger.entries(about: "report", "s-3", after: first.last?.index, in: connection)
                #expect(first.count == 4 && first + rest == about)
                let reads = try Ledger.entries(about: "person", "s-3", acts: [.read, .export], in: connection)
                #expect(
                    reads
                        == all.filter {
                            $0.entry.kind == "person" && $0.entry.subject == "s-3"
                                && [.read, .export].contains($0.entry.act)
                        })
                #expect(!reads.isEmpty)
                #expect(try Ledger.entries(by: "u-2", in: connection) == all.filter { $0.entry.actor == "u-2" })
                #expect(try Ledger.entries(by: "u-9", in: connection).isEmpty)
                #expect(throws: LedgerError.noEntry(200)) { _ = try Ledger.entry(200, in: connection) }
            }
        }
    }

    @Test("appends of all sizes give the tree that the entries give", arguments: Backend.present)
    func tree(_ backend: Backend) async throws {
        try await Sample.log(backend, 300) { ledger in
            var frontier = MerkleFrontier()
            var roots = [frontier.root]
            for number in 0..<300 {
                frontier.append(try #require(Leaf(Sample.entry(number), at: number).hash))
                roots.append(frontier.root)
            }
            try await ledger.database.read { [roots, frontier] connection in
                #expect(try Ledger.head(in: connection) == frontier)
                for size in 0...300 { #expect(try Ledger.root(at: size, connection) == roots[size]) }
                for (index, size) in [(0, 1), (0, 300), (299, 300), (128, 129), (255, 256), (77, 200)] {
                    let proof = try Ledger.inclusion(of: index, in: size, connection)
                    #expect(proof.isRight(for: roots[size]) && !proof.isRight(for: roots[size - 1]))
                }
                for (old, size) in [(1, 300), (128, 300), (200, 299), (300, 300), (255, 256)] {
                    let proof = try Ledger.consistency(from: old, to: size, connection)
                    #expect(
                        MerkleProof.shows(
                            UInt64(old), roots[old], beginning: UInt64(size), roots[size], proof: proof))
                }
                #expect(throws: LedgerError.noSize(301)) { _ = try Ledger.root(at: 301, connection) }
                #expect(throws: LedgerError.noSize(0)) { _ = try Ledger.consistency(from: 0, connection) }
                #expect(throws: LedgerError.noEntry(300)) { _ = try Ledger.inclusion(of: 300, connection) }
                #expect(throws: LedgerError.noEntry(9)) { _ = try Ledger.inclusion(of: 9, in: 9, connection) }
            }
        }
    }

    @Test("32 tasks on two nodes append at once: one log without a gap", arguments: Backend.present)
    func concurrent(_ backend: Backend) async throws {
        try await backend.withPlace { place in
            let nodes = [try await place.open(), try await place.open()]
            try await nodes[0].migrate(Ledger.migrations)
            let ranges = try await withThrowingTaskGroup(of: [Range<Int>].self) { group in
                for task in 0..<32 {
                    group.addTask {
                        var ranges: [Range<Int>] = []
                        for turn in 0..<10 {
                            let entries = (0...task % 3).map { Sample.entry(task * 100 + turn * 3 + $0) }
                            ranges.append(
                                try await nodes[task % 2].write { try Ledger.append(entries, to: $0) })
                        }
                        return ranges
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            let numbers = ranges.flatMap(Array.init).sorted()
            #expect(numbers == Array(0..<numbers.count))
            let verification = try await Ledger(nodes[1], key: try Sample.key()).verify()
            #expect(verification.fault == nil && verification.size == numbers.count)
            for node in nodes { try await node.close() }
        }
    }

    struct Thrown: Error {}

    @Test("a transaction that is rolled back leaves nothing", arguments: Backend.present)
    func rollback(_ backend: Backend) async throws {
        try await Sample.log(backend, 20) { ledger in
            await #expect(throws: Thrown.self) {
                try await ledger.database.write { connection in
                    #expect(try Ledger.append((20..<30).map(Sample.entry), to: connection) == 20..<30)
                    throw Thrown()
                }
            }
            await #expect(throws: LedgerError.badField("actor")) {
                try await ledger.database.write { connection in
                    var entry = Sample.entry(21)
                    entry.actor = "u\n1"
                    try Ledger.append([Sample.entry(20), entry], to: connection)
                }
            }
            let range = try await ledger.database.write { try Ledger.append([Sample.entry(20)], to: $0) }
            #expect(range == 20..<21)
            #expect(try await ledger.database.write { try Ledger.append([], to: $0) } == 21..<21)
            let verification = try await ledger.verify()
            #expect(verification.fault == nil && verification.size == 21)
        }
    }

    @Test("checkpoints are signed once for a size, kept, and continue one another", arguments: Backend.present)
    func checkpoints(_ backend: Backend) async throws {
        try await Sample.log(backend, 0) { ledger in
            let empty = try await ledger.checkpoint()
            #expect(try empty.checkpoint() == Checkpoint(origin: "daybreak.example/ledger", size: 0, root: .empty))
            try await Sample.add(0..<50, to: ledger)
            let note = try await ledger.checkpoint()
            #expect(try await ledger.checkpoint() == note)
            #expect(try note.signatures(by: [ledger.verifierKey]).count == 1)
            let root = try await ledger.database.read { try Ledger.root(at: 50, $0) }
            #expect(try note.checkpoint() == Checkpoint(origin: "daybreak.example/ledger", size: 50, root: root))
            #expect(try await ledger.database.read { try Ledger.latestCheckpoint(in: $0) } == note)
            let verification = try await ledger.verify()
            #expect(verification.fault == nil && verification.checkpoints == 2)
        }
    }

    @Test("nothing is signed on top of what contradicts what was signed", arguments: Backend.present)
    func refusals(_ backend: Backend) async throws {
        try await Sample.log(backend, 50) { ledger in
            _ = try await ledger.checkpoint()
            let other = try SignerKey(name: "daybreak.example/ledger", seed: [UInt8](repeating: 8, count: 32))
            await #expect(throws: LedgerError.foreignKey(name: "daybreak.example/ledger")) {
                _ = try await Ledger(ledger.database, key: other).checkpoint()
            }
            try await Sample.damage(ledger, "DELETE FROM ledger_entry", "DELETE FROM ledger_head")
            try await Sample.damage(
                ledger, "INSERT INTO ledger_head (id, size, frontier) VALUES (1, 0, \([] as [UInt8]))")
            try await Sample.add(1..<61, to: ledger)
            await #expect(throws: LedgerError.broken(size: 50)) { _ = try await ledger.checkpoint() }
        }
    }
}
