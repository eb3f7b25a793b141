import Access
import Daybreak
import Foundation
import Ledger
import Records
import Storage
import StoragePostgres
import StorageSQLite
import TestSupport
import Testing
import Vault

/// What is sealed stands nowhere in plain text: not in the databases, their logs and temporary files, not in a backup, an
/// error, a notice or the ledger.
@Suite("Canaries", .serialized, .heavy)
struct CanaryTests {
    @Test("the search finds a canary in every spelling")
    func findsEverySpelling() throws {
        let canary = Canary.all[77]
        let texts = [canary.name, canary.phone, canary.note, canary.reason]
        for text in texts + texts.map({ $0.lowercased() }) + texts.map({ $0.uppercased() }) {
            let plain = Array(text.utf8)
            let hex = plain.map { String($0, radix: 16) }.joined()
            let spellings: [Data] = [
                Data(plain), text.data(using: .utf16LittleEndian) ?? Data(),
                text.data(using: .utf16BigEndian) ?? Data(),
                Data(hex.utf8), Data(hex.uppercased().utf8), Data(Data(plain).base64EncodedString().utf8),
                Data(Data([1] + plain).base64EncodedString().utf8),
                Data(Data([1, 2] + plain).base64EncodedString().utf8),
            ]
            for (place, spelling) in spellings.enumerated() {
                #expect(!Haystack.search(Data("before ".utf8) + spelling).isEmpty, "\(text) in spelling \(place)")
            }
        }
        #expect(Haystack.search(Data("5550190000 Somchai".utf8)).isEmpty)
    }

    @Test("500 canaries through every feature leave no plain byte in any file of SQLite")
    func sqlite() async throws {
        try await Self.inFolder { folder in
            let content = try SQLiteDatabase(path: folder.path + "/content.daybreak", readers: 4)
            try await Self.run(content, in: folder)
            // Also as it stands after the logs were written back.
            #expect(try Haystack.search(folder) == [])
            let size = Haystack.size(folder)
            print("canaries: \(size.bytes) bytes in \(size.files) files")
            #expect(size.bytes > 1_000_000)
        }
    }

    @Test("and none in the data folder of PostgreSQL, its log of changes included", .enabled(if: TestCluster.canStart))
    func postgres() async throws {
        let cluster = try TestCluster(settings: [
            "log_min_error_statement=error", "log_min_messages=info",
        ])
        let content = try await PostgresDatabase(cluster.conninfo)
        try await Self.inFolder { folder in
            try await Self.run(content, in: folder)
            #expect(try Haystack.search(folder) == [])
            let host = cluster.conninfo.split(separator: " ").first { $0.hasPrefix("host=") }.map { $0.dropFirst(5) }
            let data = URL(filePath: String(host ?? ""))
            #expect(try Haystack.search(data) == [])
            #expect(Haystack.size(data).bytes > 10_000_000)
        }
    }

    @Test("1,000 erased people: no key and no fingerprint is left, nothing opens, everything else is readable")
    func erased() async throws {
        try await Self.inFolder { folder in
            let content = try SQLiteDatabase(path: folder.path + "/content.daybreak", readers: 4)
            let keys = try SQLiteDatabase(path: folder.path + "/content.daybreak.keys", readers: 1)
            let feature = try await Features.begin(content, keys, folder)
            let ids = try await feature.open(1_000)
            let wrapped = try await keys.read { connection in
                try connection.rows("SELECT wrapped FROM vault_subject WHERE wrapped IS NOT NULL").map { $0.blob(0) }
            }
            #expect(wrapped.count == 1_000)
            let fingerprints = try await Self.fingerprints(content)
            try await feature.desk.erase(ids, of: Guest.self, as: Features.herself)
            #expect(try await Self.fingerprints(content).isEmpty && fingerprints.count == 2_000)
            let bytes = try Self.bytes(folder)
            for key in wrapped + fingerprints {
                #expect(bytes.range(of: Data(key)) == nil)
            }
            for id in ids {
                let read = try #require(try await feature.desk.read(id, of: Guest.self, as: Features.worker))
                #expect(read.fields["name"] == nil && read.fields["note"] == nil && read.fields["code"] != nil)
            }
            let story = try #require(try await feature.desk.history(ids[0], of: Guest.self, as: Features.worker))
            #expect(story.map(\.action) == ["expect"] && story[0].reason.isEmpty)
            #expect(
                try await feature.desk.list(Guest.self, where: ("name", Canary.all[0].name), as: Features.worker).total
                    == 0)
            let size = try await content.read { try Ledger.head(in: $0).size }
            #expect(size > 2_000)
            try await content.close()
            try await keys.close()
        }
    }

    // MARK: -

    private static func run(_ content: any Database, in folder: URL) async throws {
        let keys = try SQLiteDatabase(path: folder.path + "/content.daybreak.keys", readers: 1)
        let feature = try await Features.begin(content, keys, folder)
        let said = try await feature.everything()
        // What people were told, in errors, notices and lists, holds none either.
        #expect(Haystack.search(Data(said.utf8)) == [])
        // The logs are there still.
        #expect(try Haystack.search(folder) == [])
        try await content.close()
        try await keys.close()
    }

    private static func fingerprints(_ content: any Database) async throws -> [[UInt8]] {
        try await content.read { connection in
            try connection.rows("SELECT value FROM record_value WHERE type = 'guest' AND field IN ('name', 'phone')")
                .map { $0.blob(0) }
        }
    }

    private static func bytes(_ folder: URL) throws -> Data {
        var bytes = Data()
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            bytes += try Data(contentsOf: file)
        }
        return bytes
    }

    private static func inFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "daybreak-canary-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }
}
