import Formats

/// Reads one file as facts, batch by batch.
protocol FactSource {
    /// Appends the next facts; `false` at the end. Throws a `FormatError` when the whole file has to be refused.
    mutating func read(into facts: inout FactBatch, _ interner: inout Interner) throws -> Bool

    /// The first rows as the file has them, for the preview; empty for formats without columns.
    var preview: Preview { get }
}

/// The beginning of a table, as it stands in the file.
struct Preview: Sendable {
    var columns: [String] = []
    var rows: [[String]] = []

    static let rowLimit = 8
}

/// How many rows are mapped at a time: enough to make a bulk insert cheap, few enough to hold in memory.
let batchRows = 16_384
