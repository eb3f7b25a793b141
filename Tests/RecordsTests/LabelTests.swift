import Access
import Ledger
import Records
import Storage
import TestSupport
import Testing

@Suite("Labels in the database")
struct LabelTests {
    static let labels = [
        Label(compartment: "intelligence", organisation: "police", handling: "P"),
        Label(compartment: "intelligence", organisation: "police", team: "harbour", handling: "P"),
        Label(compartment: "intelligence", organisation: "police", handling: "P", release: ["navy", "unit 7"]),
        Label(compartment: "intelligence", organisation: "police", handling: "P", excluded: ["navy", "unit 7"]),
        Label(compartment: "sites.identity", organisation: "ngo, south", handling: "C", excluded: ["ann"]),
    ]

    @Test("a label is kept whole and once, with from whom it is hidden", arguments: Backend.present)
    func kept(_ backend: Backend) async throws {
        try await backend.withDatabase(Ledger.migrations + RecordSchema.migrations) { database in
            let ids = try await database.write { connection in
                try (Self.labels + Self.labels).map { try Labels.number(of: $0, connection) }
            }
            #expect(Set(ids).count == Self.labels.count && ids.prefix(5) == ids.suffix(5))
            let read = try await database.read { try Labels.all($0) }
            let byID = Dictionary(uniqueKeysWithValues: read.map { ($0.id, $0.label) })
            #expect(ids.prefix(5).map { byID[$0] } == Self.labels)
        }
    }
}
