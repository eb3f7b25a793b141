/// Any camt file: the same in chunks of one byte, head, entries and end in order, and what was read can be written
/// and read again.
func fuzz(_ bytes: [UInt8]) throws {
    var limits = Limits()
    if bytes.count & 1 == 0 {
        (limits.recordBytes, limits.fieldBytes, limits.fields, limits.depth) = (5_000, 100, 16, 12)
    }

    let whole = BankOutcome(CamtReader(ByteStream(bytes), limits: limits))
    let pieces = BankOutcome(CamtReader(ByteStream(bytes, chunk: 1), limits: limits))
    // Where a broken character stands, expat tells a byte apart when it sees the bytes one by one.
    precondition(pieces.items == whole.items, "chunks of one byte read otherwise")
    precondition((pieces.refused == nil) == (whole.refused == nil), "chunks of one byte are refused otherwise")

    for (header, entries) in whole.statements {
        let day = BankDate(year: 2026, month: 1, day: 1)
        let closing = header.openingBalance
        let written = CamtWriter.statement(header, entries: entries, closing: closing, created: day)
        let again = BankOutcome(CamtReader(ByteStream(written)))
        precondition(again.refused == nil, "what was written is refused")
        let found = again.statements
        precondition(found.count == 1, "what was written is not one statement")
        precondition(found[0].entries.map(\.signedAmount) == entries.map(\.signedAmount), "other amounts")
        precondition(found[0].entries.map(\.text) == entries.map(\.text), "other texts")
    }
    _ = BankFormat.detect(prefix: bytes)
    if let refused = whole.refused { throw refused }
}
