import Foundation
import Testing

@testable import Linkage

/// On public data, where they are: ../shared/data. The large ones belong to `daybreak-bench link`.
@Suite struct SharedDataTests {
    static let root: URL? = {
        if let path = ProcessInfo.processInfo.environment["DAYBREAK_SHARED"] { return URL(filePath: path) }
        var folder = URL(filePath: #filePath)
        while folder.pathComponents.count > 1 {
            folder.deleteLastPathComponent()
            let found = folder.appending(path: "shared")
            if FileManager.default.fileExists(atPath: found.appending(path: "data/fake1000").path) { return found }
        }
        return nil
    }()

    @Test(
        "fake_1000, without labels, at the settings that are chosen: F1 at least .94",
        .enabled(if: root != nil, "needs ../shared"))
    func fake1000() throws {
        guard let root = Self.root else { return }
        let text = try String(contentsOf: root.appending(path: "data/fake1000/fake_1000.csv"), encoding: .utf8)
        let rows = text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        var table = Table(columns: rows[0])
        var truth: [String] = []
        for row in rows.dropFirst() {
            table.append(id: row[0], fields: row)
            truth.append(row[6])
        }
        let settings = try Settings.auto(table)
        #expect(settings.idColumn == "unique_id")
        #expect(!settings.comparisons.contains { $0.columns.contains("cluster") }, "the answer must not be looked at")
        let score = Town.score(try Linker(table, settings).clusters(), truth: truth)
        #expect(score.f1 >= 0.94, "F1 \(score.f1), precision \(score.precision), recall \(score.recall)")
    }
}
