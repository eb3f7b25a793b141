/// Any MT940 file: the same in chunks of one byte, head, entries and end in order, and what was read can be written
/// and read again.
func fuzz(_ bytes: [UInt8]) throws {
    var limits = Limits()
    if bytes.first.map({ $0 & 8 == 0 }) ?? false { (limits.recordBytes, limits.fieldBytes) = (200, 300) }

    let whole = read(bytes, chunk: 1 << 16, limits)
    let pieces = read(bytes, chunk: 1, limits)
    precondition(pieces.items == whole.items && pieces.refused == whole.refused, "chunks of one byte read otherwise")

    for (header, entries) in statements(whole.items, areWhole: whole.refused == nil) {
        let written = MT940Writer.statement(header, entries: entries, closing: header.openingBalance)
        let again = read(Array(written.utf8), chunk: 1 << 16, .standard)
        precondition(again.refused == nil, "what was written is refused")
        let found = statements(again.items, areWhole: true)
        precondition(found.count == 1, "what was written is not one statement")
        precondition(found[0].entries.map(\.signedAmount.units) == entries.map(\.signedAmount.units), "other amounts")
    }
    _ = BankFormat.detect(prefix: bytes)
    if let refused = whole.refused { throw refused }
}

private func read(_ bytes: [UInt8], chunk: Int, _ limits: Limits) -> (items: [BankItem], refused: FormatError?) {
    let reader = MT940Reader(ByteStream(bytes, chunk: chunk), limits: limits)
    var items: [BankItem] = []
    do {
        while let item = try reader.next() { items.append(item) }
    } catch {
        guard let refused = error as? FormatError else { preconditionFailure("an error without a place: \(error)") }
        return (items, refused)
    }
    return (items, nil)
}

/// The statements with their entries; stops when they are not in order.
private func statements(
    _ items: [BankItem], areWhole: Bool
) -> [(header: StatementHeader, entries: [BankEntry])] {
    var statements: [(header: StatementHeader, entries: [BankEntry])] = []
    var isOpen = false
    for item in items {
        switch item {
        case .statement(let header):
            precondition(!isOpen, "a statement within a statement")
            isOpen = true
            statements.append((header, []))
        case .entry(let entry):
            precondition(isOpen && entry.amount.units >= 0, "an entry outside a statement, or below zero")
            statements[statements.count - 1].entries.append(entry)
        case .end:
            precondition(isOpen, "an end without a beginning")
            isOpen = false
        case .rejected: break
        }
    }
    precondition(!isOpen || !areWhole, "a statement without end")
    return statements
}
