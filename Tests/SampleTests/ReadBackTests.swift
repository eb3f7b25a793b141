import Formats
import Testing

@testable import Sample

@Suite("Our readers read the files, and find what the truth states")
struct ReadBackTests {
    struct Table: Sendable, CustomTestStringConvertible {
        let path: String
        let dialect: Dialect
        var encoding = TextEncoding.utf8
        var columns: Int
        var testDescription: String { path }
    }

    static let tables = [
        Table(path: "calls-siam.csv", dialect: .csv, columns: 8),
        Table(path: "calls-mekong.csv", dialect: .semicolon, encoding: .windows874, columns: 7),
        Table(path: "calls-lanexang.tsv", dialect: .tsv, encoding: .utf16le, columns: 8),
        Table(path: "cells.csv", dialect: .csv, columns: 7),
        Table(path: "bank-ledger.csv", dialect: .csv, columns: 13),
        Table(path: "checkpoint-vehicles.csv", dialect: .csv, columns: 9),
        Table(path: "companies.csv", dialect: .csv, columns: 13),
        Table(path: "ngo-notes.csv", dialect: .csv, columns: 10),
    ]

    @Test(arguments: tables)
    func everyRowIsThereAndEveryBadLineIsListed(_ table: Table) throws {
        let written = try Written.small.get()
        let records = try written.records(table.path, as: table.dialect, table.encoding)
        let stated = try written.stated(table.path)
        let bad = try #require(stated["badLines"]?.array).compactMap { $0.object?["line"]?.number?.int }
        #expect(records.first?.fields.count == table.columns)
        #expect(!bad.isEmpty)
        #expect(records.count == 1 + (stated["rows"]?.number?.int ?? 0) + bad.count)
        for record in records where !bad.contains(record.line) {
            #expect(record.fields.count == table.columns, "line \(record.line)")
        }
        #expect(Set(bad).isSubset(of: Set(records.map(\.line))))
    }

    @Test("line ends, marks and encodings are the operators' own")
    func encodings() throws {
        let written = try Written.small.get()
        let siam = TextEncoding.detect(prefix: Array(written.bytes["calls-siam.csv"]?.prefix(4_096) ?? []))
        let mekong = TextEncoding.detect(prefix: Array(written.bytes["calls-mekong.csv"]?.prefix(4_096) ?? []))
        let lanexang = TextEncoding.detect(prefix: Array(written.bytes["calls-lanexang.tsv"]?.prefix(4_096) ?? []))
        #expect(siam.encoding == .utf8 && siam.hadBOM)
        #expect(mekong.encoding == .windows874)
        #expect(lanexang.encoding == .utf16le && lanexang.hadBOM)
        #expect(written.bytes["calls-mekong.csv"]?.firstIndex(of: 0x0D) != nil)
    }

    @Test("the numbers of a call file are as many as the truth says")
    func distinctNumbers() throws {
        let written = try Written.small.get()
        let stated = try written.stated("calls-siam.csv")
        let bad = try #require(stated["badLines"]?.array).compactMap { $0.object?["line"]?.number?.int }
        var numbers: Set<String> = []
        for record in try written.records("calls-siam.csv", as: .csv).dropFirst() where !bad.contains(record.line) {
            numbers.formUnion(record.fields.prefix(2))
        }
        #expect(numbers.count == stated["numbers"]?.number?.int)
    }

    @Test(arguments: ["bank-river-mt940.sta", "bank-harbour-camt053.xml"])
    func statementsAddUp(_ path: String) throws {
        let written = try Written.small.get()
        let stream = ByteStream(written.bytes[path] ?? [])
        let reader: any BankReader = path.hasSuffix(".sta") ? MT940Reader(stream) : CamtReader(stream)
        var entries = 0
        var statements = 0
        while let item = try reader.next() {
            switch item {
            case .statement: statements += 1
            case .entry: entries += 1
            case .end(let end): #expect(end.balanceCheck == .balances)
            case .rejected(let error): Issue.record("\(error)")
            }
        }
        #expect(entries == (try written.stated(path))["rows"]?.number?.int)
        #expect(statements == (path.hasSuffix(".sta") ? 6 : 4))
    }

    @Test func theSuspicionReportIsRead() throws {
        let written = try Written.small.get()
        let reader = GoAMLReader(ByteStream(written.bytes["fiu-str.xml"] ?? []))
        var transactions: [GoAMLTransaction] = []
        while let item = try reader.next() {
            if case .transaction(let transaction) = item { transactions.append(transaction) }
            if case .rejected(let error) = item { Issue.record("\(error)") }
        }
        #expect(transactions.count == (try written.stated("fiu-str.xml"))["rows"]?.number?.int)
        #expect(transactions.allSatisfy { $0.amount.units < 5_000_000 && $0.parties.count == 2 })
    }

    @Test(arguments: [
        "checkpoint-persons.xlsx", "workers-site-001.xlsx", "workers-site-002.xlsx", "workers-work-021.xlsx",
    ])
    func workbooks(_ path: String) throws {
        let written = try Written.small.get()
        var reader = try WorkbookReader(written.bytes[path] ?? [])
        var batch = RecordBatch()
        var records: [[String]] = []
        while try reader.read(into: &batch, atMost: 1_000) {
            #expect(batch.rejected.isEmpty)
            records += (0..<batch.count).map { batch.record($0) }
        }
        #expect(records.count - 1 == (try written.stated(path))["rows"]?.number?.int)
        #expect(records.first?.count == (path.hasPrefix("check") ? 14 : 12))
        if path.hasPrefix("check") { #expect(records[1][0].hasPrefix("2026-06-01 ")) }
    }

    @Test func partnersFilesAreRead() throws {
        let written = try Written.small.get()
        var sites = 0
        var map = try GeoJSONReader(ByteStream(written.bytes["community-sites.geojson"] ?? []))
        while let item = try map.next() { if case .feature = item { sites += 1 } }
        #expect(sites == (try written.stated("community-sites.geojson"))["rows"]?.number?.int)

        var entities = 0
        var lines = FtMEntityReader(ByteStream(written.bytes["partner.ftm.json"] ?? []))
        while let item = try lines.next() {
            if case .entity(_, _, let warnings) = item, warnings.isEmpty {
                entities += 1
            } else {
                Issue.record("\(item)")
            }
        }
        #expect(entities == (try written.stated("partner.ftm.json"))["rows"]?.number?.int)

        var statements = 0
        var rows = FtMStatementReader(ByteStream(written.bytes["partner-statements.csv"] ?? []))
        while let item = try rows.next() {
            if case .statement = item { statements += 1 } else { Issue.record("\(item)") }
        }
        #expect(statements == (try written.stated("partner-statements.csv"))["rows"]?.number?.int)
    }

    @Test("a file of an intrusive stream names its authority and the period")
    func authorities() throws {
        let written = try Written.small.get()
        let intrusive: Set = ["telephony", "banking", "surveillance"]
        for file in written.files where intrusive.contains(file.stream) {
            let authority = try #require(file.authority, "\(file.path)")
            #expect(authority.from == "2026-06-01" && authority.to == "2026-08-29")
        }
    }

    @Test("the manifest lists every file that is for import, with its options")
    func manifest() throws {
        let written = try Written.small.get()
        let manifest = try #require(JSONReader.value(written.bytes["manifest.json"] ?? []).object)
        let listed = try #require(manifest["files"]?.array).compactMap(\.object)
        #expect(listed.map { $0["path"]?.text } == written.files.filter(\.isForImport).map(\.path))
        for file in listed {
            #expect(file["organisation"]?.text?.isEmpty == false && file["grade"]?.text?.utf8.count == 2)
        }
    }
}
