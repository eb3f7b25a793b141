/// Many rows for one table, column by column in flat arrays, to be appended in one go.
///
/// Columns that a batch does not name, and those whose values are all `NULL`, take their default, which is `NULL`. All columns have the same number of rows.
public struct ColumnBatch: Sendable {
    /// A column's values.
    public enum Column: Sendable {
        /// Whole numbers; `Int64.min` stands for `NULL`.
        case integers([Int64])
        /// Numbers; NaN stands for `NULL`.
        case reals([Double])
        /// Texts.
        case texts(TextColumn)
        /// The same whole number in every row.
        case constant(Int64)

        /// Whether every value is `NULL`. Drivers leave such a column out.
        public var isAllNull: Bool {
            switch self {
            case .integers(let values): values.allSatisfy { $0 == Int64.min }
            case .reals(let values): values.allSatisfy(\.isNaN)
            case .texts(let texts): texts.ends.allSatisfy { $0 < 0 }
            case .constant(let value): value == Int64.min
            }
        }
    }

    /// The columns, by name, in the order of the insert.
    public private(set) var columns: [(name: String, values: Column)] = []
    /// The number of rows.
    public private(set) var count = 0

    /// Makes an empty batch.
    public init() {}

    /// Adds a column; it must have as many rows as the others.
    public mutating func add(_ name: String, _ values: [Int64]) { add(name, .integers(values), values.count) }

    /// Adds a column; it must have as many rows as the others.
    public mutating func add(_ name: String, _ values: [Double]) { add(name, .reals(values), values.count) }

    /// Adds a column; it must have as many rows as the others.
    public mutating func add(_ name: String, _ values: TextColumn) { add(name, .texts(values), values.count) }

    /// Adds a column of one whole number, for as many rows as the columns before it have.
    public mutating func add(_ name: String, constant value: Int64) { columns.append((name, .constant(value))) }

    private mutating func add(_ name: String, _ values: Column, _ count: Int) {
        precondition(columns.isEmpty || count == self.count, "column \(name) has \(count) rows, others \(self.count)")
        self.count = count
        columns.append((name, values))
    }
}

/// Texts back to back in one array of bytes, so that a million of them are two allocations.
public struct TextColumn: Sendable {
    /// The UTF-8 bytes of all texts.
    public private(set) var bytes: [UInt8] = []
    /// The end of each text in `bytes`; a negative number, the complement of the end, marks `NULL`.
    public private(set) var ends: [Int] = []

    /// Makes an empty column.
    public init() {}

    /// Makes a column of texts.
    @inlinable public init(_ texts: some Sequence<String?>) {
        self.init()
        for text in texts { append(text) }
    }

    /// The number of texts.
    public var count: Int { ends.count }

    /// Appends a text, or `NULL`.
    public mutating func append(_ text: String?) {
        guard let text else {
            ends.append(~bytes.count)
            return
        }
        bytes.append(contentsOf: text.utf8)
        ends.append(bytes.count)
    }

    /// Appends a text's UTF-8 bytes.
    public mutating func append(bytes slice: ArraySlice<UInt8>) {
        bytes.append(contentsOf: slice)
        ends.append(bytes.count)
    }

    /// Takes back the last texts.
    public mutating func removeLast(_ number: Int) {
        ends.removeLast(number)
        let end = ends.last.map { $0 < 0 ? ~$0 : $0 } ?? 0
        bytes.removeLast(bytes.count - end)
    }
}
