import Access
import Storage
import TestSupport
import Testing

@testable import RichPicture

/// The condition on labels says in SQL what `Clearance.contains` says.
@Suite struct ClearanceSQLTests {
    @Test(
        "a row is seen exactly when its label is in the clearance: few, many, scattered, whole runs, none",
        arguments: Backend.allCases)
    func sameAnswer(_ backend: Backend) async throws {
        let schema = Migration("labels-0001", ["CREATE TABLE row_of (label {int} NOT NULL) {table}"])
        try await backend.withDatabase([schema]) { database in
            try await database.write { connection in
                for label in 0..<200 { try connection.execute("INSERT INTO row_of (label) VALUES (\(label))") }
            }
            let sets: [[Int]] = [
                [], [0], [63], [64], [127, 128], Array(10..<190), Array(0..<200), [0, 63, 64, 199],
                Array(stride(from: 1, to: 200, by: 2)), [5, 900], [500, 900],
            ]
            for labels in sets {
                var viewer = Viewer.owner(of: "police")
                viewer.clearance = Clearance(labels)
                let seen = try await database.read { [viewer] connection in
                    try connection.rows("SELECT x.label FROM row_of x WHERE \(viewer.sees("x.label")) ORDER BY 1")
                        .map { $0.int(0) }
                }
                #expect(seen == (0..<200).filter(viewer.clearance.contains), "\(labels)")
            }
        }
    }
}
