/// Any text, in any dialect: the same in chunks of any size, and what was read can be written and read again.
func fuzz(_ bytes: [UInt8]) throws {
    let separators: [UInt8] = Array(",;\t|".utf8)
    let first = Int(bytes.first ?? 0)
    let dialect = Dialect(separator: separators[first % 4], quote: first & 4 == 0 ? UInt8(ascii: "\"") : nil)
    var limits = Limits()
    if first & 8 == 0 { (limits.recordBytes, limits.fieldBytes, limits.fields) = (200, 60, 8) }
    let text = Array(bytes.dropFirst())

    func read(_ text: [UInt8], chunk: Int, atMost: Int, as dialect: Dialect, _ limits: Limits) -> Outcome {
        var reader = DelimitedReader(ByteStream(text, chunk: chunk), dialect: dialect, limits: limits)
        return Outcome(atMost: atMost) { try reader.read(into: &$0, atMost: $1) }
    }
    let whole = read(text, chunk: 1 << 16, atMost: 1_000, as: dialect, limits)
    precondition(read(text, chunk: 1, atMost: 1, as: dialect, limits) == whole, "chunks of one byte read otherwise")
    precondition(read(text, chunk: 1 + first % 13, atMost: 3, as: dialect, limits) == whole, "chunks read otherwise")

    var writer = DelimitedWriter(dialect: dialect)
    // A field that begins with a byte order mark would lose it at the very start of a file: write another first.
    writer.write(["first"])
    for record in whole.records { writer.write(record) }
    let again = read(writer.take(), chunk: 64, atMost: 10, as: Dialect(separator: dialect.separator), .standard)
    precondition(Array(again.records.dropFirst()) == whole.records, "what was written reads otherwise")
    _ = Dialect.detect(prefix: text)
}
