import Formats
import Foundation
import Linkage

/// The records of one or two files, ready for linkage.
struct LinkTable {
    private(set) var table: Table
    let files: [String]
    /// For each record the line that it stands on.
    private var lines: [Int] = []

    /// Reads all records. A row that cannot be read is named on standard error, and the others are taken.
    init(_ files: [String], progress: Progress, in shell: Shell) throws {
        self.files = files
        table = Table(columns: [])
        for (number, path) in files.enumerated() {
            try read(path, number, progress, shell)
        }
    }

    private mutating func read(_ path: String, _ number: Int, _ progress: Progress, _ shell: Shell) throws {
        let stage = shell.text("cli.reading", ["name": URL(fileURLWithPath: path).lastPathComponent])
        let bytes = try Files.bytes(path)
        var reader = try Self.reader(bytes)
        var batch = RecordBatch()
        var places: [Int?]?
        while try reader.read(into: &batch, atMost: 10_000) {
            for refused in batch.rejected {
                let place = ["path": path, "line": String(refused.line), "column": String(refused.column)]
                shell.complain(
                    shell.text("cli.link-refused", place.merging(["what": shell.text(refused.phrase)]) { $1 }))
            }
            var first = 0
            if places == nil, batch.count > 0 {
                places = try columns(batch.record(0), path, shell)
                first = 1
            }
            for record in first..<max(first, batch.count) { append(batch, record, places ?? [], number) }
            let share = Double(reader.bytesRead) / Double(max(bytes.count, 1))
            progress.report(stage, share: share, count: table.count)
        }
    }

    static func reader(_ bytes: [UInt8]) throws -> DelimitedReader {
        let prefix = Array(bytes.prefix(1 << 20))
        let encoding = TextEncoding.detect(prefix: prefix).encoding
        var beginning: [UInt8] = []
        let sample = try ByteStream(prefix.count % 2 == 1 ? Array(prefix.dropLast()) : prefix).decoded(from: encoding)
        while beginning.count < 1 << 16, let chunk = try? sample.next() { beginning += chunk }
        return DelimitedReader(
            try ByteStream(bytes).decoded(from: encoding), dialect: Dialect.detect(prefix: beginning))
    }

    // Where each column of the first file stands in this one; a heading may be another that means the same.
    private mutating func columns(_ header: [String], _ path: String, _ shell: Shell) throws -> [Int?] {
        let names = header.map { $0.trimmingCharacters(in: .whitespaces) }
        if table.columns.isEmpty { table = Table(columns: names) }
        let places = table.places(in: names)
        guard places.contains(where: { $0 != nil }) else {
            throw LinkError.noColumn(table.columns.first?.name ?? "", path: path, other: files[0])
        }
        for (column, place) in zip(table.columns, places) where place.map({ names[$0] }) != column.name {
            let what = ["path": path, "column": column.name, "other": place.map { names[$0] } ?? ""]
            shell.complain(shell.text(place == nil ? "cli.link-column-absent" : "cli.link-column-taken", what))
        }
        return places
    }

    private mutating func append(_ batch: RecordBatch, _ record: Int, _ places: [Int?], _ number: Int) {
        lines.append(batch.lines[record])
        table.append(id: String(table.count + 1), source: UInt16(number)) { column in
            places[column].flatMap { batch.fieldRange(record, $0) }.map { batch.bytes[$0] } ?? []
        }
    }

    /// Records are known by the values of this column, and by their place without one. The number of the file stands before the
    /// id where two files are linked.
    mutating func takeIDs(from column: String?) throws {
        let place = column.flatMap { name in table.columns.firstIndex { $0.name == name } }
        var ids: [String] = []
        var seen: Set<String> = []
        for record in 0..<table.count {
            let own = place.map { table.value(record, $0) } ?? String(lines[record])
            let id = files.count > 1 ? "\(table.sources[record] + 1):\(own)" : own
            guard !own.isEmpty, seen.insert(id).inserted else {
                throw LinkError.sameID(own, path: files[Int(table.sources[record])], line: lines[record])
            }
            ids.append(id)
        }
        table.rename(ids)
    }

    /// Labels whose two records are both here; when none is, the ids are of something else, and that is said.
    func labels(_ path: String?) throws -> [Label] {
        guard let path else { return [] }
        let known = Set(table.ids)
        let labels = try Self.labels(path).filter { known.contains($0.first) && known.contains($0.second) }
        guard !labels.isEmpty else { throw LinkError.noLabel(path: path) }
        return labels
    }

    /// Labels: two ids, and 1 or 0 in the last column; a first row without a number is a heading, which may say where the ids
    /// stand, as Splink's label tables do (`unique_id_l`, `unique_id_r`).
    private static func labels(_ path: String) throws -> [Label] {
        var reader = try reader(try Files.bytes(path))
        var batch = RecordBatch()
        var labels: [Label] = []
        var isFirst = true
        var (first, second) = (0, 1)
        while try reader.read(into: &batch, atMost: 10_000) {
            for record in 0..<batch.count {
                let fields = batch.record(record).map { $0.trimmingCharacters(in: .whitespaces) }
                let verdict = fields.last.flatMap { Double($0) }
                if isFirst, verdict == nil {
                    isFirst = false
                    first = fields.firstIndex { $0.hasSuffix("id_l") || $0.hasSuffix("id_a") } ?? 0
                    second = fields.firstIndex { $0.hasSuffix("id_r") || $0.hasSuffix("id_b") } ?? 1
                    continue
                }
                isFirst = false
                guard fields.count > max(2, first, second), let verdict, verdict >= 0, verdict <= 1 else {
                    throw LinkError.badLabel(path: path, line: batch.lines[record])
                }
                labels.append(Label(fields[first], fields[second], isSame: verdict >= 0.5))
            }
        }
        return labels
    }
}
