import Formats
import Testing

@testable import Sample

@Suite("The money can be followed to the owner")
struct MoneyTests {
    let province = Province.make(seed: 7, people: 500)

    @Test("what leaves the pass-through account had come in before, and leaves in parts under the threshold")
    func passThrough() {
        let account = Int32(province.bank.passThrough)
        var balance = 0
        for transfer in province.ringTransfers {
            if transfer.to == account { balance += transfer.satang }
            if transfer.from == account {
                balance -= transfer.satang
                #expect(transfer.satang < MoneyTrail.threshold * 100)
            }
            #expect(balance >= 0)
        }
        let came = province.ringTransfers.filter { $0.to == account }.reduce(0) { $0 + $1.satang }
        #expect(came > 0 && balance * 20 < came)
    }

    @Test("front company and mules never give what they have not got")
    func nobodyMakesMoney() {
        var balances: [Int32: Int] = [:]
        let middle = Set((province.ring.mules.map { province.persons[$0].account }) + [Int32(province.frontAccount)])
        for transfer in province.ringTransfers where transfer.purpose != .favour {
            balances[transfer.to, default: 0] += transfer.satang
            balances[transfer.from, default: 0] -= transfer.satang
            if middle.contains(transfer.from) { #expect(balances[transfer.from, default: 0] >= 0) }
        }
    }

    @Test("the chain reaches the main broker, and the official through a relative")
    func endsOfTheChain() {
        let owner = province.persons[province.ring.brokers[0]].account
        #expect(province.ringTransfers.contains { $0.to == owner && $0.from == Int32(province.frontAccount) })
        let relative = province.persons[province.ring.relative].account
        let official = province.persons[province.ring.official].account
        #expect(province.ringTransfers.contains { $0.to == relative && $0.from == Int32(province.frontAccount) })
        #expect(province.ringTransfers.contains { $0.from == relative && $0.to == official })
    }

    @Test("each of the ring's transfers stands in the files that the truth names, and in at least one")
    func transfersAreOnFile() throws {
        let written = try Written.small.get()
        var places: [String: Set<String>] = [:]
        for record in try written.records("bank-ledger.csv", as: .csv) where record.fields.count == 13 {
            let fields = record.fields
            places["\(fields[0])T\(fields[1])+07:00 \(fields[3]) \(fields[6]) \(fields[8])", default: []].insert(
                "bank-ledger.csv")
        }
        for path in ["bank-river-mt940.sta", "bank-harbour-camt053.xml"] {
            let stream = ByteStream(written.bytes[path] ?? [])
            let reader: any BankReader = path.hasSuffix(".sta") ? MT940Reader(stream) : CamtReader(stream)
            while let item = try reader.next() {
                if case .entry(let entry) = item { places[entry.reference, default: []].insert(path) }
            }
        }
        let stated = try #require(written.truth()["moneyTransfers"]?.array).compactMap(\.object)
        #expect(stated.count == written.province.ringTransfers.count)
        for transfer in stated {
            func text(_ name: String) -> String { transfer[name]?.text ?? "" }
            let files = try #require(transfer["files"]?.array).compactMap(\.text)
            let key = "\(text("time")) \(text("from")) \(text("to")) \(text("amount"))"
            let found = places[key, default: []].union(places[text("reference"), default: []])
            #expect(!files.isEmpty && Set(files) == found, "\(key)")
        }
    }
}
