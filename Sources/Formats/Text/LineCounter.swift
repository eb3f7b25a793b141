/// Physical lines and columns of a text that is taken byte by byte, at offsets in the whole input.
///
/// A line ends in LF, CR or CRLF. Columns count characters, from 1: whoever takes a character of several bytes
/// adds those after the first to `continuations`.
struct LineCounter {
    /// The line, from 1.
    private(set) var line = 1
    /// Bytes of this line so far that continue a character.
    var continuations = 0
    private var start = 0
    /// The offset of the last carriage return; a line feed right after it belongs to it.
    private var lastReturn = -2

    /// Begins at the first line.
    init() {}

    /// Begins at a line whose first byte is at `start`, and says whether a carriage return stands before it.
    init(line: Int, start: Int, afterReturn: Bool) {
        self.line = line
        self.start = start
        if afterReturn { lastReturn = start - 1 }
    }

    /// Takes a CR or LF.
    mutating func endLine(_ byte: UInt8, at offset: Int) {
        let completesReturn = byte == 0x0A && offset == lastReturn + 1
        if byte == 0x0D { lastReturn = offset }
        if !completesReturn { line += 1 }
        start = offset + 1
        continuations = 0
    }

    /// The place of the character at an offset in this line.
    func place(of offset: Int) -> (line: Int, column: Int) {
        (line, offset - start - continuations + 1)
    }
}
