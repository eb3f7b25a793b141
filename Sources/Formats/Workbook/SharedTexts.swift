/// The texts that cells refer to by number, flat.
struct SharedTexts {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    /// No texts.
    init() {}

    /// Reads the part that holds them. Throws a `FormatError` when they take more room than a whole container may.
    init(_ reader: XMLReader, limits: Limits) throws {
        var text = CellText()
        while let event = try reader.next() {
            switch event {
            case .start(let tag): if tag.name == "si" { text = CellText() } else { text.start(tag.name) }
            case .text(let piece): text.add(piece)
            case .end("si"):
                bytes += SheetText.decoded(text.content).utf8
                ends.append(bytes.count)
                guard bytes.count + ends.count * 8 <= limits.containerBytes * 2 else {
                    throw WorkbookProblem.unpacksTooLarge(limit: limits.containerBytes * 2).ofFile
                }
            case .end(let name): text.end(name)
            }
        }
    }

    /// The UTF-8 bytes of a text, by its number; `nil` when there is none.
    subscript(index: Int) -> ArraySlice<UInt8>? {
        guard index >= 0, index < ends.count else { return nil }
        return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }
}

/// Gathers the text of a cell from its elements: one `t`, or several in runs of different looks. The reading aids
/// (`rPh`) of East Asian texts are left out.
struct CellText {
    private(set) var content = ""
    private var isText = false
    private var aids = 0

    mutating func start(_ name: String) {
        if name == "t" { isText = true }
        if name == "rPh" { aids += 1 }
    }

    mutating func add(_ piece: String) {
        if isText, aids == 0 { content += piece }
    }

    mutating func end(_ name: String) {
        if name == "t" { isText = false }
        if name == "rPh" { aids -= 1 }
    }
}
