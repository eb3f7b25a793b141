/// The rows of one sheet, one after the other, from its XML.
struct SheetRows {
    private let reader: XMLReader
    private let parts: WorkbookParts
    private let limits: Limits
    private var row = RowInProgress()
    private var lastLine = 0
    /// How many fields the first record has.
    private var width = 0
    private var isFinished = false

    init(_ reader: XMLReader, _ parts: WorkbookParts, limits: Limits) {
        (self.reader, self.parts, self.limits) = (reader, parts, limits)
    }

    /// Reads on to the end of the next row and puts it into the batch, or among the rejected. False when there is
    /// no more.
    mutating func next(into batch: inout RecordBatch) throws -> Bool {
        guard !isFinished else { return false }
        do {
            while let event = try reader.next() {
                switch event {
                case .start(let tag) where tag.name == "row": startRow(tag)
                case .start(let tag) where tag.name == "c": row.startCell(tag, limits: limits)
                case .start(let tag): row.start(tag.name)
                case .text(let piece): row.add(piece, limits: limits)
                case .end("c"): row.endCell(parts, limits: limits)
                case .end("row"):
                    endRow(&batch)
                    return true
                case .end("sheetData"):
                    isFinished = true
                    return false
                case .end(let name): row.end(name)
                }
            }
        } catch let error as FormatError {
            isFinished = true
            // The XML's line and column mean nothing to whoever sees a sheet.
            throw FormatError(line: max(lastLine, 1), column: 0, problem: error.problem)
        }
        isFinished = true
        return false
    }

    private mutating func startRow(_ tag: XMLTag) {
        let stated = tag["r"].flatMap { Int($0) }
        if let stated, stated > lastLine, stated <= 1_048_576 { lastLine = stated } else { lastLine += 1 }
        row.reset(line: lastLine)
    }

    private mutating func endRow(_ batch: inout RecordBatch) {
        defer { row.reset(line: lastLine) }
        if let problem = row.problem {
            batch.rejected.append(problem)
            return
        }
        guard !row.isEmpty else { return }
        // Cells beyond the first record's that hold nothing are mere formatting.
        let filled = row.filled
        if width == 0 { width = filled }
        row.append(to: &batch, fields: max(filled, width))
    }
}
