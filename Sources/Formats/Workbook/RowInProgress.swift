import Words

/// The row that is being read: its fields so far, flat, and the cell that is open.
struct RowInProgress {
    private var line = 0
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// How many fields there are up to the last one that holds something.
    private(set) var filled = 0
    /// The first thing that is wrong with the row.
    private(set) var problem: FormatError?

    private var column = 0
    private var type = ""
    private var style = 0
    private var text = CellText()
    private var value = ""
    private var isValue = false

    /// Whether no cell holds anything.
    var isEmpty: Bool { filled == 0 }

    mutating func reset(line: Int) {
        self.line = line
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        (filled, problem) = (0, nil)
    }

    // MARK: Elements

    mutating func startCell(_ tag: XMLTag, limits: Limits) {
        (type, style) = (tag["t"] ?? "n", tag["s"].flatMap { Int($0) } ?? 0)
        (text, value, isValue) = (CellText(), "", false)
        let address = tag["r"]
        // A cell without an address follows the one before.
        column = address == nil ? ends.count : address.flatMap(CellAddress.column) ?? -1
        if column < ends.count {
            note(WorkbookProblem.misplacedCell(String((address ?? "").prefix(20))).phrase)
        } else if column >= limits.fields {
            note(TextProblem.tooManyFields(limit: limits.fields).phrase)
        }
    }

    mutating func start(_ name: String) {
        if name == "v" { isValue = true } else { text.start(name) }
    }

    mutating func end(_ name: String) {
        if name == "v" { isValue = false } else { text.end(name) }
    }

    mutating func add(_ piece: String, limits: Limits) {
        guard problem == nil else { return }
        if isValue { value += piece } else { text.add(piece) }
        if value.utf8.count + text.content.utf8.count > limits.fieldBytes {
            note(TextProblem.fieldTooLong(field: column + 1, limit: limits.fieldBytes).phrase)
        }
    }

    mutating func endCell(_ parts: WorkbookParts, limits: Limits) {
        defer { isValue = false }
        guard problem == nil else { return }
        // A cell inside a cell has filled this one's place already.
        guard ends.count <= column else { return note(WorkbookProblem.misplacedCell("").phrase) }
        for _ in ends.count..<column { ends.append(bytes.count) }
        let start = bytes.count
        switch type {
        case "s":
            guard let shared = Int(value).flatMap({ parts.texts[$0] }) else {
                return note(WorkbookProblem.unknownText.phrase)
            }
            bytes += shared
        case "inlineStr": bytes += SheetText.decoded(text.content).utf8
        case "str": bytes += SheetText.decoded(value).utf8
        case "b": bytes += value == "1" ? "true".utf8 : value == "0" ? "false".utf8 : value.utf8
        case "d": bytes += (SheetDate(iso: value)?.iso ?? value).utf8
        case "e": bytes += value.utf8
        default: bytes += number(parts).utf8
        }
        ends.append(bytes.count)
        if bytes.count > start { filled = ends.count }
        checkText(from: start, limits: limits)
    }

    private func number(_ parts: WorkbookParts) -> String {
        guard !value.isEmpty else { return "" }
        let meaning = style >= 0 && style < parts.styles.count ? parts.styles[style] : .number
        return meaning.text(value, parts.dates)
    }

    private mutating func checkText(from start: Int, limits: Limits) {
        if bytes[start...].contains(0) { note(TextProblem.zeroByte.phrase) }
        if bytes.count > limits.recordBytes { note(TextProblem.recordTooLong(limit: limits.recordBytes).phrase) }
    }

    private mutating func note(_ phrase: Phrase) {
        guard problem == nil else { return }
        problem = FormatError(line: line, column: max(column, 0) + 1, problem: phrase)
    }

    // MARK: The record

    /// Appends the row as a record of so many fields, empty ones at the end where it has fewer.
    func append(to batch: inout RecordBatch, fields: Int) {
        let base = Int32(batch.bytes.count)
        let last = fields <= ends.count ? (fields == 0 ? 0 : ends[fields - 1]) : bytes.count
        batch.bytes += bytes[..<last]
        for index in 0..<fields {
            batch.fieldEnds.append(base + Int32(index < ends.count ? ends[index] : last))
        }
        batch.recordEnds.append(Int32(batch.fieldEnds.count))
        batch.lines.append(line)
    }
}
