/// Any camt file: the same in chunks of one byte, and the entries that were read can be written and read again.
func fuzz(_ bytes: [UInt8]) throws {
    var limits = Limits()
    if bytes.count & 1 == 0 {
        (limits.recordBytes, limits.fieldBytes, limits.fields, limits.depth) = (5_000, 100, 16, 12)
    }

    let whole = read(bytes, chunk: 1 << 16, limits)
    let pieces = read(bytes, chunk: 1, limits)
    precondition(pieces.items == whole.items && pieces.refused == whole.refused, "chunks of one byte read otherwise")

    let entries = whole.items.compactMap { if case .entry(let entry) = $0 { entry } else { nil } }
    precondition(entries.allSatisfy { $0.amount.units >= 0 }, "an amount below zero")
    if case .statement(let header) = whole.items.first {
        let day = BankDate(year: 2026, month: 1, day: 1)
        let written = CamtWriter.statement(header, entries: entries, closing: header.openingBalance, created: day)
        let again = read(Array(written.utf8), chunk: 1 << 16, .standard)
        precondition(again.refused == nil, "what was written is refused")
        let found = again.items.compactMap { if case .entry(let entry) = $0 { entry } else { nil } }
        precondition(found.map(\.signedAmount) == entries.map(\.signedAmount), "other amounts")
        precondition(found.map(\.text) == entries.map(\.text), "other texts")
    }
    _ = BankFormat.detect(prefix: bytes)
    if let refused = whole.refused { throw refused }
}

private func read(_ bytes: [UInt8], chunk: Int, _ limits: Limits) -> (items: [BankItem], refused: FormatError?) {
    let reader = CamtReader(ByteStream(bytes, chunk: chunk), limits: limits)
    var items: [BankItem] = []
    do {
        while let item = try reader.next() { items.append(item) }
    } catch {
        guard let refused = error as? FormatError else { preconditionFailure("an error without a place: \(error)") }
        return (items, refused)
    }
    return (items, nil)
}
