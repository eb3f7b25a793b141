/// Reads a sheet of an XLSX workbook as batches of records, like `DelimitedReader` does with text.
///
///     var reader = try WorkbookReader(bytes, sheet: "Calls")
///     while try reader.read(into: &batch, atMost: 10_000) { … }
///
/// The archive has to be in memory (at most `limits.containerBytes`); the sheet itself is unpacked and read piece
/// by piece. Cells come out as text: numbers with the fewest digits (`66812345678`, `0.1`), dates as `2026-06-01` or
/// `2026-06-01 08:15:00`, times of day as `08:15:00`, truth as `true` and `false`, formulas as their last result,
/// errors as Excel shows them (`#N/A`). Empty rows are skipped. A sheet has no notion of missing cells, so every
/// record has at least as many fields as the first one.
public struct WorkbookReader {
    /// The names of the worksheets, in their order.
    public let sheetNames: [String]
    private var rows: SheetRows
    private let bytesOfSheet: ByteCount

    /// Opens a workbook at a sheet, by its name, or at its first one.
    ///
    /// Throws a `FormatError` when the file is no workbook, is damaged or hostile, passes a limit, or has no such
    /// sheet.
    public init(_ bytes: [UInt8], sheet: String? = nil, limits: Limits = .standard) throws {
        let archive = try ZipArchive(bytes, limits: limits)
        let parts = try WorkbookParts(archive, limits: limits)
        sheetNames = parts.sheets.map(\.name)
        let chosen = sheet == nil ? parts.sheets.first : parts.sheets.first { $0.name == sheet }
        guard let chosen else {
            throw WorkbookProblem.noSuchSheet(sheet ?? "", known: parts.sheets.map(\.name)).ofFile
        }
        guard let entry = archive.entry(chosen.part) else { throw WorkbookProblem.missingPart(chosen.part).ofFile }
        let stream = archive.stream(entry, limits: limits)
        let count = ByteCount(total: entry.size)
        let counted = ByteStream {
            let chunk = try stream.next()
            count.taken += chunk?.count ?? 0
            return chunk
        }
        bytesOfSheet = count
        rows = SheetRows(XMLReader(counted, limits: limits), parts, limits: limits)
    }

    /// How many bytes of the unpacked sheet have been read; for progress.
    public var bytesRead: Int { bytesOfSheet.taken }

    /// How many bytes the unpacked sheet has.
    public var bytesTotal: Int { bytesOfSheet.total }

    /// Empties the batch and fills it with the next rows: at most so many, rejected ones included, and fewer when
    /// they are long. False at the end, when there was nothing more.
    ///
    /// Throws a `FormatError` when the sheet is damaged or passes a limit; its line is the row that was reached,
    /// and the batch holds what came before.
    public mutating func read(into batch: inout RecordBatch, atMost: Int) throws -> Bool {
        batch.clear()
        while !batch.isFull(atMost: max(atMost, 1)), batch.bytes.count < RecordBatch.fullAt.bytes {
            guard try rows.next(into: &batch) else { break }
        }
        return batch.count + batch.rejected.count > 0
    }

    private final class ByteCount {
        var taken = 0
        let total: Int
        init(total: Int) { self.total = total }
    }
}
