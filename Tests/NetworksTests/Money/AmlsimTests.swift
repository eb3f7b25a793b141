import Foundation
import Networks
import Testing

/// IBM's AMLSim sample (20,000 accounts, 200 cycles, 200 fan-ins), whose labels say which accounts are part of something, and on
/// which day each acted. Which of the two it was part of is told by the sample's own amounts: its cycles pay from 10 on, its fan-ins
/// less.
///
/// These data were looked at while the typologies were designed: splitting, two of the forms of a fan-in and rounds in any
/// order came from them. The test keeps what was reached; how well it does elsewhere, only other transfers can tell.
@Suite("Typologies against AMLSim's labels")
struct AmlsimTests {
    private static let archive: URL? = {
        var folder = URL(filePath: #filePath)
        while folder.pathComponents.count > 1 {
            folder.deleteLastPathComponent()
            let found = folder.appending(path: "shared/data/amlsim/20K_fanin200cycle200.tgz")
            if FileManager.default.fileExists(atPath: found.path) { return found }
        }
        return nil
    }()

    private static func unpacked(_ name: String) throws -> [UInt8] {
        let tar = Process()
        tar.executableURL = URL(filePath: "/usr/bin/env")
        tar.arguments = ["tar", "xzOf", archive?.path ?? "", "--wildcards", "*/\(name)"]
        let pipe = Pipe()
        tar.standardOutput = pipe
        try tar.run()
        let bytes = [UInt8](pipe.fileHandleForReading.readDataToEndOfFile())
        tar.waitUntilExit()
        return bytes
    }

    private struct Truth {
        var labelled: Set<Int> = []
        var cycles: Set<Int> = []
        var fans: Set<Int> = []
    }

    private static func load() throws -> (NamedTransfers, Truth) {
        let wanted = NamedTransfers.wanted(
            from: "sourceNodeId", to: "targetNodeId", time: "time", amount: "value", currency: nil, device: nil)
        let named = NamedTransfers(try Columns(ByteSource(unpacked("transactions.csv")), wanted))
        var truth = Truth()
        var days: [Int: Int64] = [:]
        let rows = try String(decoding: unpacked("nodes.csv"), as: UTF8.self).split(whereSeparator: \.isNewline)
        for row in rows.dropFirst() {
            let fields = row.split(separator: ",")
            guard fields[1] == "1", let account = named.accounts(named: String(fields[0])).first else { continue }
            truth.labelled.insert(account)
            days[account] = Int64(fields[3]).map { $0 * NamedTransfers.step }
        }
        let all = named.transfers
        for index in 0..<all.count where all.amount[index] < 3_000 {
            let (from, to) = (Int(all.from[index]), Int(all.to[index]))
            guard days[from] == all.time[index], truth.labelled.contains(to) else { continue }
            if all.amount[index] >= 1_000 {
                truth.cycles.formUnion([from, to])
            } else {
                truth.fans.formUnion([from, to])
            }
        }
        return (named, truth)
    }

    private static func line(_ name: String, _ found: Set<Int>, _ truth: Set<Int>, _ labelled: Set<Int>) -> String {
        let right = found.intersection(truth).count
        let precision = Double(found.intersection(labelled).count) / Double(max(1, found.count))
        let recall = Double(right) / Double(max(1, truth.count))
        let figures = [precision, recall].map { String(($0 * 1000).rounded() / 1000) }
        return "\(name): \(found.count) accounts, precision \(figures[0]), recall \(figures[1])"
    }

    /// The naive rule: whoever is paid by at least five accounts within thirty days, and those.
    private static func naive(_ all: Transfers) -> Set<Int> {
        var paid: [Int: [(time: Int64, from: Int)]] = [:]
        for index in 0..<all.count {
            paid[Int(all.to[index]), default: []].append((all.time[index], Int(all.from[index])))
        }
        var found = Set<Int>()
        for (account, payments) in paid {
            var first = 0
            for last in payments.indices {
                while payments[last].time - payments[first].time > 30 * NamedTransfers.step { first += 1 }
                let payers = Set(payments[first...last].map(\.from))
                if payers.count >= 5 { found.formUnion(payers.union([account])) }
            }
        }
        return found
    }

    @Test(
        "precision and recall for each typology, beside the naive rule's",
        .enabled(if: AmlsimTests.archive != nil, "../shared/data/amlsim is absent"))
    func amlsim() throws {
        let (named, truth) = try Self.load()
        #expect(truth.labelled.count > 1_700)
        let hits = try Typologies(named.transfers).hits
        func accounts(_ typologies: Set<Typology>) -> Set<Int> {
            Set(hits.filter { typologies.contains($0.typology) }.flatMap(\.accounts))
        }
        let naive = Self.naive(named.transfers)
        print("AMLSim, naive \(Self.line("fan-in rule", naive, truth.fans, truth.labelled))")
        let fans = accounts([.fanIn])
        print("AMLSim, \(Self.line("fan-in", fans, truth.fans, truth.labelled))")
        let cycles = accounts([.cycle])
        print("AMLSim, \(Self.line("cycle", cycles, truth.cycles, truth.labelled))")
        let splits = accounts([.splitting])
        print("AMLSim, \(Self.line("splitting", splits, truth.fans.union(truth.cycles), truth.labelled))")
        let precise = { (found: Set<Int>) in
            Double(found.intersection(truth.labelled).count) / Double(max(1, found.count))
        }
        #expect(precise(cycles) > 0.95 && cycles.count >= 100)
        #expect(precise(splits) > 0.95 && splits.count > 900)
        #expect(precise(fans) > 0.7 && precise(fans) > 3 * precise(naive))
    }
}
