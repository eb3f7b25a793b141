import Ledger
import Storage
import TestSupport
import Testing
import Words

@testable import RichPicture

@Suite("What is changed past the desk is found and named")
struct TamperedSourceTests {
    static let changes: [SQL] = [
        "UPDATE source SET owner = 'somebody else'", "UPDATE source SET state = 'withdrawn'",
        "UPDATE source SET conditions = 'none'", "UPDATE source SET label = identity",
        "UPDATE source SET authority_until = authority_until + 1", "DELETE FROM record_version WHERE id % 16777216 = 2",
        "UPDATE record SET state = 'staged' WHERE type = 'source'",
    ]

    @Test("verify names the source", arguments: Backend.present)
    func verify(_ backend: Backend) async throws {
        for change in Self.changes {
            try await Picture.open(backend) { picture in
                try await picture.add(LifecycleTests.calls, .calls())
                #expect(try await picture.rich.verify(as: picture.viewer).problem == nil)
                try await picture.database.write { _ = try $0.execute(change) }
                let found = try? await picture.rich.verify(as: picture.viewer).problem
                #expect(
                    found?.key == "verify.record" || found == nil && change.text.contains("DELETE"), "\(change.text)")
            }
        }
    }

    @Test("ledger verify names the entry whose record or source was altered", arguments: Backend.present)
    func ledger(_ backend: Backend) async throws {
        let changes: [SQL] = [
            "UPDATE source SET owner = 'somebody else'", "UPDATE source SET state = 'withdrawn'",
            "DELETE FROM record_version WHERE id % 16777216 = 2",
            "UPDATE record_version SET account = 'x' WHERE id % 16777216 = 1",
            "UPDATE record SET state = 'staged' WHERE type = 'source'",
        ]
        for change in changes {
            try await Picture.open(backend) { picture in
                let source = try await picture.add(LifecycleTests.calls, .calls())
                let check = { @Sendable (connection: any Reading) in
                    try LedgerVerification.run(connection, keys: []) {
                        try RichPicture.ledgerContent(of: $0, connection)
                    }
                }
                #expect(try await picture.database.read(check).fault == nil)
                try await picture.database.write { _ = try $0.execute(change) }
                switch try await picture.database.read(check).fault {
                case .content(_, "source", let subject), .contentMissing(_, "source", let subject):
                    #expect(subject == source.id, "\(change.text)")
                case let other: Issue.record("\(change.text): \(String(describing: other))")
                }
            }
        }
    }
}
