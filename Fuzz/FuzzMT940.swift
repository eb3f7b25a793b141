/// Any MT940 file: the same in chunks of one byte, head, entries and end in order, and what was read can be written
/// and read again.
func fuzz(_ bytes: [UInt8]) throws {
    var limits = Limits()
    if bytes.first.map({ $0 & 8 == 0 }) ?? false { (limits.recordBytes, limits.fieldBytes) = (200, 300) }

    let whole = BankOutcome(MT940Reader(ByteStream(bytes), limits: limits))
    let pieces = BankOutcome(MT940Reader(ByteStream(bytes, chunk: 1), limits: limits))
    precondition(pieces == whole, "chunks of one byte read otherwise")

    for (header, entries) in whole.statements {
        let written = MT940Writer.statement(header, entries: entries, closing: header.openingBalance)
        let again = BankOutcome(MT940Reader(ByteStream(written)))
        precondition(again.refused == nil, "what was written is refused")
        let found = again.statements
        precondition(found.count == 1, "what was written is not one statement")
        precondition(found[0].entries.map(\.signedAmount.units) == entries.map(\.signedAmount.units), "other amounts")
    }
    _ = BankFormat.detect(prefix: bytes)
    if let refused = whole.refused { throw refused }
}
