/// The wanted columns of a whole table, in arrays.
///
/// What is as large as memory is read batch by batch with `TableReader` instead.
public struct Columns: Sendable {
    /// How many rows there are.
    public private(set) var count = 0
    /// The codes of a column of names; empty for others.
    public private(set) var codes: [[UInt32]]
    /// The values of a column of whole numbers, amounts or times; empty for others. `Batch.missing` where there is none.
    public private(set) var values: [[Int64]]
    /// The numbers of a column; empty for others. NaN where there is none.
    public private(set) var numbers: [[Double]]
    /// The lines on which the rows begin, counted from 1.
    public private(set) var lines: [UInt32] = []
    /// The names, by the tables that the columns have asked for.
    public private(set) var tables: [NameTable]
    /// The rows that were not used.
    public private(set) var refusals: Refusals
    /// What was found by looking.
    public let shape: TableShape
    private let isThere: [Bool]

    /// Whether the table has the wanted column.
    public func has(_ column: Int) -> Bool { isThere[column] }

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - size: how many bytes the source has, where that is known, for the progress.
    ///   - zone: minutes east of UTC of times that are written without a zone.
    public init(
        _ source: ByteSource, _ wanted: [WantedColumn], size: Int = 0, zone: Int = 0, work: Work = .quiet
    ) throws {
        let reader = try TableReader(source, wanted, zone: zone)
        guard !reader.shape.isMatrix else { throw InputError.isMatrix }
        shape = reader.shape
        isThere = wanted.indices.map(reader.has)
        codes = wanted.map { _ in [] }
        values = wanted.map { _ in [] }
        numbers = wanted.map { _ in [] }
        let batch = reader.batch()
        while try reader.read(into: batch) {
            for column in wanted.indices {
                codes[column].append(contentsOf: batch.codes(column))
                values[column].append(contentsOf: batch.values(column))
                numbers[column].append(contentsOf: batch.numbers(column))
            }
            lines.append(contentsOf: batch.rowLines)
            count += batch.count
            try work.step(reader.bytesTaken, max(size, reader.bytesTaken))
        }
        (tables, refusals) = (reader.tables, reader.refusals)
        guard count > 0 else { throw InputError.noRow(refused: refusals.count, first: refusals.first.first) }
    }
}
