/// Any goAML report: the same in chunks of one byte, and what was read can be written and read again.
func fuzz(_ bytes: [UInt8]) throws {
    func read(_ input: ByteStream) -> (items: [GoAMLItem], refused: FormatError?) {
        let reader = GoAMLReader(input)
        var items: [GoAMLItem] = []
        do {
            while let item = try reader.next() { items.append(item) }
        } catch {
            precondition(error is FormatError, "an error without a place: \(error)")
            return (items, error as? FormatError)
        }
        return (items, nil)
    }
    let whole = read(ByteStream(bytes))
    let again = read(ByteStream(bytes, chunk: 1))
    // Where a broken character stands, expat tells a byte apart when it sees the bytes one by one.
    precondition(again.items == whole.items, "chunks of one byte read otherwise")
    precondition((again.refused == nil) == (whole.refused == nil), "chunks of one byte are refused otherwise")

    if case .report(let report) = whole.items.first {
        let transactions = whole.items.compactMap {
            if case .transaction(let transaction) = $0 { transaction } else { nil }
        }
        let written = GoAMLWriter.report(report, transactions: transactions)
        let second = read(ByteStream(written))
        precondition(second.refused == nil, "what was written is refused")
        let amounts = second.items.compactMap {
            if case .transaction(let transaction) = $0 { transaction.amount.units } else { nil }
        }
        precondition(amounts == transactions.map(\.amount.units), "what was written has other amounts")
    }
    if let refused = whole.refused { throw refused }
}
