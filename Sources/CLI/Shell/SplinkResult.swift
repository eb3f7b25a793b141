import Formats
import Foundation
import Linkage

/// What Splink has found, as it writes it: predictions (`match_weight` or `match_probability`, `unique_id_l`, `unique_id_r`) or
/// clusters (`cluster_id`, `unique_id`); `source_dataset` tells the file where there are two.
struct SplinkResult {
    private let path: String
    private let table: LinkTable
    private var places: [String: Int] = [:]
    private var header: [String] = []

    init(_ path: String, _ table: LinkTable) {
        (self.path, self.table) = (path, table)
        for (place, id) in table.table.ids.enumerated() { places[id] = place }
    }

    /// Reads it; pairs or clusters of records that are not in the tables are refused.
    mutating func read() throws -> FoundElsewhere {
        let rows = try rows()
        if let cluster = header.firstIndex(of: "cluster_id") { return .clusters(try clusters(rows, cluster)) }
        return .pairs(try pairs(rows))
    }

    private mutating func rows() throws -> [(line: Int, fields: [String])] {
        var reader = try LinkTable.reader(try Files.bytes(path))
        var batch = RecordBatch()
        var rows: [(line: Int, fields: [String])] = []
        while try reader.read(into: &batch, atMost: 10_000) {
            for record in 0..<batch.count {
                let fields = batch.record(record).map { $0.trimmingCharacters(in: .whitespaces) }
                if header.isEmpty { header = fields } else { rows.append((batch.lines[record], fields)) }
            }
        }
        return rows
    }

    private func pairs(_ rows: [(line: Int, fields: [String])]) throws -> [ScoredPair] {
        let weight = header.firstIndex(of: "match_weight")
        let probability = header.firstIndex(of: "match_probability")
        guard let left = header.firstIndex(where: { $0.hasSuffix("id_l") }),
            let right = header.firstIndex(where: { $0.hasSuffix("id_r") }), weight != nil || probability != nil
        else { throw LinkError.notSplink(path: path) }
        let numbers = files(rows, ["source_dataset_l", "source_dataset_r"])
        return try rows.compactMap { row in
            guard let score = Self.score(row.fields, weight, probability) else {
                throw LinkError.notSplink(path: path)
            }
            let first = try place(row, left, "source_dataset_l", numbers)
            let second = try place(row, right, "source_dataset_r", numbers)
            return first == second ? nil : ScoredPair(first: first, second: second, score: score)
        }
    }

    private static func score(_ fields: [String], _ weight: Int?, _ probability: Int?) -> Weight? {
        if let weight, weight < fields.count, let bits = Double(fields[weight]) { return Weight(bits: bits) }
        guard let probability, probability < fields.count, let chance = Double(fields[probability]), chance >= 0,
            chance <= 1
        else { return nil }
        // Certainty has no weight; forty bits are as good.
        return Weight(bits: max(-40, min(40, log2(chance / (1 - chance)))))
    }

    private func clusters(_ rows: [(line: Int, fields: [String])], _ cluster: Int) throws -> [Int?] {
        guard let id = header.firstIndex(where: { $0 != "cluster_id" && $0.hasSuffix("id") }) else {
            throw LinkError.notSplink(path: path)
        }
        let known = files(rows, ["source_dataset"])
        var numbers: [String: Int] = [:]
        var result = [Int?](repeating: nil, count: table.table.count)
        for row in rows where cluster < row.fields.count {
            let number = numbers[row.fields[cluster]] ?? numbers.count
            numbers[row.fields[cluster]] = number
            result[try place(row, id, "source_dataset", known)] = number
        }
        return result
    }

    // MARK: Which record

    private func place(
        _ row: (line: Int, fields: [String]), _ column: Int, _ source: String, _ numbers: [String: Int]
    ) throws -> Int {
        let own = column < row.fields.count ? row.fields[column] : ""
        var id = own
        if table.files.count > 1 {
            let name = header.firstIndex(of: source).flatMap { $0 < row.fields.count ? row.fields[$0] : nil }
            // Without a source, what stands on the left is of the first file.
            let number = name.flatMap { numbers[$0] } ?? (source.hasSuffix("_r") ? 2 : 1)
            id = "\(number):\(own)"
        }
        guard let place = places[id] else { throw LinkError.unknownID(own, path: path, line: row.line) }
        return place
    }

    /// The number of the file that a source is: by the file's name, or else the sources in the order of the alphabet.
    private func files(_ rows: [(line: Int, fields: [String])], _ columns: [String]) -> [String: Int] {
        let places = columns.compactMap { header.firstIndex(of: $0) }
        let names = Set(rows.flatMap { row in places.compactMap { $0 < row.fields.count ? row.fields[$0] : nil } })
        let stems = table.files.map { URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent }
        var numbers: [String: Int] = [:]
        for (order, name) in names.sorted().enumerated() {
            numbers[name] = (stems.firstIndex(of: name) ?? min(order, table.files.count - 1)) + 1
        }
        return numbers
    }
}
