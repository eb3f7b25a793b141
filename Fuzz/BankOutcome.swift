/// What a bank reader made of an input, for comparisons.
struct BankOutcome: Equatable {
    var items: [BankItem] = []
    var refused: FormatError?

    init(_ reader: some BankReader) {
        do {
            while let item = try reader.next() { items.append(item) }
        } catch {
            refused = error as? FormatError
            precondition(refused != nil, "an error without a place: \(error)")
        }
    }

    /// The statements with their entries. Stops when head, entries and end are not in order.
    var statements: [(header: StatementHeader, entries: [BankEntry])] {
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
        precondition(!isOpen || refused != nil, "a statement without end")
        return statements
    }
}
