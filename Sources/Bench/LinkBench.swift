import Formats
import Foundation
import Linkage

/// Linkage on public and made-up data, without labels, at the settings that are chosen by themselves.
///
///     daybreak-bench link ../shared/data            the data that are there
///     daybreak-bench link people.csv ent_id         any other table, and the column that holds the truth
enum LinkBench {
    /// One table, or two, and how to know who is who.
    struct Task {
        var name: String
        var files: [String]
        var truth: Truth
    }

    /// Where the truth stands.
    enum Truth {
        case column(String)
        /// FEBRL's record ids: `rec-12-org` and `rec-12-dup-0` are one person.
        case febrl
    }

    static func run(_ arguments: [String]) throws {
        let tasks =
            arguments.count == 2
            ? [Task(name: arguments[0], files: [arguments[0]], truth: .column(arguments[1]))] : known(arguments[0])
        for task in tasks where task.files.allSatisfy({ FileManager.default.fileExists(atPath: $0) }) {
            try run(task)
        }
    }

    private static func known(_ root: String) -> [Task] {
        [
            Task(name: "fake_1000", files: ["\(root)/fake1000/fake_1000.csv"], truth: .column("cluster")),
            Task(name: "FEBRL3", files: ["\(root)/febrl/dataset3.csv"], truth: .febrl),
            Task(name: "FEBRL4", files: ["\(root)/febrl/dataset4a.csv", "\(root)/febrl/dataset4b.csv"], truth: .febrl),
            Task(name: "sea 20,000", files: ["\(root)/sea/sea_20000.csv"], truth: .column("ent_id")),
            Task(name: "sea 100,000", files: ["\(root)/sea/sea_100000.csv.gz"], truth: .column("ent_id")),
        ]
    }

    private static func run(_ task: Task) throws {
        let (table, truth) = try load(task)
        let start = Meter.cpu()
        let linker = try Linker(table, try Settings.auto(table))
        let clusters = linker.clusters()
        let spent = Meter.cpu() - start
        let (precision, recall) = score(clusters, truth)
        let f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
        let pairs = linker.report.reduce(0) { $0 + $1.added }
        print(
            """
            {"data": "\(task.name)", "records": \(table.count), "f1": \(rounded(f1)), "precision": \(rounded(precision)), \
            "recall": \(rounded(recall)), "largest": \(clusters.map(\.count).max() ?? 1), "pairs": \(pairs), \
            "expected_precision": \(rounded(linker.threshold.precision)), "cpu_s": \(rounded(spent)), "peak_mb": \(Meter.peak())}
            """)
    }

    private static func rounded(_ value: Double) -> String { String(format: "%.4f", value) }

    // MARK: Reading

    private static func load(_ task: Task) throws -> (Table, [String]) {
        var table = Table(columns: [])
        var truth: [String] = []
        for (number, path) in task.files.enumerated() {
            var reader = DelimitedReader(ByteStream(try bytes(path)), dialect: .csv)
            var batch = RecordBatch()
            var isHeading = true
            var place = 0
            while try reader.read(into: &batch, atMost: 10_000) {
                for record in 0..<batch.count {
                    if isHeading {
                        let names = batch.record(record).map { $0.trimmingCharacters(in: .whitespaces) }
                        if table.columns.isEmpty { table = Table(columns: names) }
                        if case .column(let name) = task.truth { place = names.firstIndex(of: name) ?? 0 }
                        isHeading = false
                        continue
                    }
                    truth.append(person(batch.field(record, place), task.truth))
                    table.append(id: "\(number):\(batch.field(record, 0))", source: UInt16(number)) { column in
                        batch.fieldRange(record, column).map { batch.bytes[$0] } ?? []
                    }
                }
            }
        }
        return (table, truth)
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
        guard path.hasSuffix(".gz") else { return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }
        let unpack = Process()
        let pipe = Pipe()
        unpack.executableURL = URL(fileURLWithPath: "/bin/gzip")
        unpack.arguments = ["-dc", path]
        unpack.standardOutput = pipe
        try unpack.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        unpack.waitUntilExit()
        return [UInt8](data)
    }

    private static func person(_ text: String, _ truth: Truth) -> String {
        switch truth {
        case .column: text
        case .febrl: text.split(separator: "-").prefix(2).joined(separator: "-")
        }
    }

    // MARK: Measuring

    /// Precision and recall over all pairs that are in one cluster.
    private static func score(_ clusters: [[Int]], _ truth: [String]) -> (precision: Double, recall: Double) {
        func pairs(_ counts: some Sequence<Int>) -> Double { counts.reduce(0) { $0 + Double($1 * ($1 - 1)) / 2 } }
        func counts(_ names: some Sequence<String>) -> [Int] {
            var counts: [String: Int] = [:]
            for name in names { counts[name, default: 0] += 1 }
            return Array(counts.values)
        }
        let actual = pairs(counts(truth))
        let found = pairs(clusters.map(\.count))
        let right = clusters.reduce(0) { $0 + pairs(counts($1.map { truth[$0] })) }
        return (found > 0 ? right / found : 0, actual > 0 ? right / actual : 0)
    }
}
