/// Writes delimited text as RFC 4180 has it: fields quoted when they must be, quotes doubled, lines ended by CRLF.
///
///     var writer = DelimitedWriter(dialect: .csv)
///     writer.write(["name", "said"])
///     writer.write(["Ann", "\"yes\", twice"])      // Ann,"""yes"", twice"
///     let bytes = writer.take()
public struct DelimitedWriter {
    private let separator: UInt8
    private let quote: UInt8
    private let lineEnd: [UInt8]
    private let guardsFormulas: Bool
    private var bytes: [UInt8] = []

    /// Makes a writer. It always quotes where needed, with `"` when the dialect names no quote: what it writes
    /// can be read back.
    ///
    /// `guardsFormulas` puts an apostrophe before fields that begin with `=`, `+`, `-`, `@`, tab or return, so that
    /// a spreadsheet shows them and does not run them. It changes the data: ask for it in files meant for a
    /// spreadsheet, never in files meant for a program.
    public init(dialect: Dialect = .csv, lineEnd: String = "\r\n", guardsFormulas: Bool = false) {
        separator = dialect.separator
        quote = dialect.quote ?? UInt8(ascii: "\"")
        self.lineEnd = Array(lineEnd.utf8)
        self.guardsFormulas = guardsFormulas
    }

    /// Appends a record.
    public mutating func write(_ fields: [String]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(separator) }
            write(field, alone: fields.count == 1)
        }
        bytes += lineEnd
    }

    /// Takes what has been written so far, and goes on empty.
    public mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    /// A record of one empty field is quoted, because an empty line is no record.
    private mutating func write(_ field: String, alone: Bool) {
        let isFormula = guardsFormulas && field.utf8.first.map(Self.formulaStarts.contains) == true
        var field = isFormula ? "'" + field : field
        let needsQuotes = field.withUTF8 { text in
            text.contains { $0 == separator || $0 == quote || $0 == 0x0A || $0 == 0x0D } || (alone && text.isEmpty)
        }
        guard needsQuotes else {
            bytes += field.utf8
            return
        }
        bytes.append(quote)
        for byte in field.utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }

    private static let formulaStarts = Array("=+-@\t\r".utf8)
}
