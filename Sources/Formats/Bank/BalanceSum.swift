/// Adds up a statement as its entries pass by: one number in memory, however long the statement.
struct BalanceSum {
    /// How many entries were added, booked or not.
    private(set) var entries = 0
    private var sum: Money?
    private var isExact = true

    /// Counts an entry, and adds it when it is booked. A foreign currency makes the check impossible.
    mutating func add(_ amount: Money, status: BankEntry.Status) {
        entries += 1
        guard status == .booked else { return }
        guard let before = sum else { return sum = amount }
        sum = before.adding(amount)
        if sum == nil { isExact = false }
    }

    /// Whether opening + entries = closing, in integers.
    func check(opening: BankBalance?, closing: BankBalance?) -> BalanceCheck {
        guard let opening = opening?.amount, let closing = closing?.amount else { return .unknown }
        return check(from: opening, to: closing)
    }

    /// Whether the entries give the stated total of all movements.
    func check(total: Money?) -> BalanceCheck {
        guard let total else { return .unknown }
        return check(from: Money(units: 0, currency: total.currency), to: total)
    }

    private func check(from opening: Money, to closing: Money) -> BalanceCheck {
        let movement = sum ?? Money(units: 0, currency: opening.currency)
        guard isExact, opening.currency == closing.currency, let found = opening.adding(movement) else {
            return .unknown
        }
        return found.isWorth(closing) ? .balances : .differs(expected: closing, found: found)
    }
}
