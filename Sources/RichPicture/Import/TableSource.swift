import Formats
import Words

/// The rows of a delimited file or a workbook, read through a mapping profile.
struct TableSource: FactSource {
    /// Where records come from.
    enum Records {
        case delimited(DelimitedReader)
        case workbook(WorkbookReader)

        mutating func read(into batch: inout RecordBatch, atMost: Int) throws -> Bool {
            switch self {
            case .delimited(var reader):
                defer { self = .delimited(reader) }
                return try reader.read(into: &batch, atMost: atMost)
            case .workbook(var reader):
                defer { self = .workbook(reader) }
                return try reader.read(into: &batch, atMost: atMost)
            }
        }
    }

    private var records: Records
    private let profile: Profile
    private let context: ImportContext
    private var mapper: TableMapper?
    private var batch = RecordBatch()
    private(set) var preview = Preview()

    init(_ records: Records, profile: Profile, context: ImportContext) {
        self.records = records
        self.profile = profile
        self.context = context
    }

    mutating func read(into facts: inout FactBatch, _ interner: inout Interner) throws -> Bool {
        batch.clear()
        guard try records.read(into: &batch, atMost: batchRows) else { return false }
        facts.rejected += batch.rejected
        facts.rows += batch.rejected.count
        var first = 0
        if mapper == nil, batch.count > 0 {
            try begin(header: batch.record(0))
            first = 1
        }
        remember(from: first)
        mapper?.map(batch, from: first, into: &facts, &interner)
        return true
    }

    private mutating func begin(header: [String]) throws {
        for table in profile.tables {
            guard let compiled = CompiledTable(table, header: header) else { continue }
            mapper = TableMapper(table: compiled, context: context)
            preview.columns = header
            return
        }
        throw IntakeError.columnsMissing(profile: profile.name, missing: missing(in: header))
    }

    // The columns that the nearest table of the profile needs and the file does not have.
    private func missing(in header: [String]) -> [String] {
        let there = Set(header.map(CompiledTable.folded))
        let lacking = profile.tables.map { table in
            table.columns.filter { !there.contains(CompiledTable.folded($0)) }
        }
        return lacking.min { $0.count < $1.count } ?? []
    }

    private mutating func remember(from first: Int) {
        for record in first..<max(first, batch.count) where preview.rows.count < Preview.rowLimit {
            preview.rows.append(batch.record(record))
        }
    }
}
