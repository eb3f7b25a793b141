/// Records in columns: every distinct value of a column is kept once and known by a number.
///
///     var table = Table(columns: ["given", "family", "dob"])
///     table.append(id: "7", source: 0, fields: ["Somchai", "Jaidee", "1990-02-01"])
public struct Table: Sendable {
    /// The columns, in the order of the file.
    public private(set) var columns: [Column]
    /// The id of every record, unique in the table.
    public private(set) var ids: [String] = []
    /// Which source (file) each record is of.
    public private(set) var sources: [UInt16] = []

    /// Makes an empty table with columns of these names.
    public init(columns: [String]) {
        self.columns = columns.map { Column(name: $0) }
    }

    /// How many records there are.
    public var count: Int { ids.count }

    /// Appends a record. Missing fields at the end are empty, ones too many are left out.
    public mutating func append(id: String, source: UInt16 = 0, fields: [String]) {
        ids.append(id)
        sources.append(source)
        for index in columns.indices { columns[index].append(index < fields.count ? fields[index] : "") }
    }

    /// Appends a record whose fields are bytes; `field` is called once for every column, in order.
    public mutating func append(id: String, source: UInt16, field: (Int) -> ArraySlice<UInt8>) {
        ids.append(id)
        sources.append(source)
        for index in columns.indices { columns[index].append(bytes: field(index)) }
    }

    /// Gives every record another id; there have to be as many ids as records, all different.
    public mutating func rename(_ ids: [String]) {
        precondition(ids.count == count, "every record needs an id, and there are \(ids.count) for \(count) records")
        self.ids = ids
    }

    /// The column of a name; nil when there is none.
    public func column(_ name: String) -> Column? { columns.first { $0.name == name } }

    /// Where in another file with these headings each column stands; nil where there is none that means the same.
    public func places(in headings: [String]) -> [Int?] { ColumnGuess.places(of: columns.map(\.name), in: headings) }

    /// The value of a record in a column; empty when it is missing.
    public func value(_ record: Int, _ column: Int) -> String {
        columns[column].values.text(columns[column].codes[record])
    }

    /// A part of the table: these records in this order.
    public func picking(_ records: [Int]) -> Table {
        var part = Table(columns: columns.map(\.name))
        for record in records {
            part.append(
                id: ids[record], source: sources[record], fields: columns.indices.map { value(record, $0) })
        }
        return part
    }
}

/// A column of a table.
public struct Column: Sendable {
    /// Its heading.
    public let name: String
    /// The distinct values.
    public private(set) var values = Interner()
    /// For every record the code of its value; 0 is missing.
    public private(set) var codes: [UInt32] = []

    init(name: String) { self.name = name }

    mutating func append(_ text: String) { append(bytes: Array(text.utf8)[...]) }

    /// Appends a value without the blanks around it.
    mutating func append(bytes: ArraySlice<UInt8>) {
        var text = bytes
        while let first = text.first, first <= 0x20 { text.removeFirst() }
        while let last = text.last, last <= 0x20 { text.removeLast() }
        codes.append(values.code(of: text))
    }
}
