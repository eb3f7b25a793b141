import Words

/// What can be wrong in a bank file.
enum BankProblem: Equatable {
    /// Not one MT940 tag in the file.
    case notMT940
    /// A `:61:` line whose n-th part is not as the format has it.
    case badEntry(expected: Part)
    /// A balance tag that cannot be read.
    case badBalance(tag: String)
    /// A tag where it has no business, such as `:25:` among the entries.
    case misplaced(tag: String)
    /// A line or field beyond the limit, in bytes.
    case tooLong(limit: Int)
    /// An XML file whose root is not one of the camt messages.
    case notCamt(root: String)
    /// A camt message without a single statement.
    case noStatement(message: String)
    /// A camt entry without a readable amount, or one that an exact integer does not hold.
    case badAmount(String)
    /// A camt entry that says neither CRDT nor DBIT.
    case noDirection
    /// A date that does not exist.
    case badDate(String)
    /// One entry or detail with more elements than the limit.
    case tooLarge(element: String)

    /// The parts of a `:61:` line.
    enum Part {
        case date, mark, amount
    }

    var phrase: Phrase {
        switch self {
        case .notMT940: Phrase("bank.not-mt940")
        case .badEntry(.date): Phrase("bank.bad-entry-date")
        case .badEntry(.mark): Phrase("bank.bad-entry-mark")
        case .badEntry(.amount): Phrase("bank.bad-entry-amount")
        case .badBalance(let tag): Phrase("bank.bad-balance", ["tag": tag])
        case .misplaced(let tag): Phrase("bank.misplaced", ["tag": tag])
        case .tooLong(let limit): Phrase("bank.too-long", ["limit": String(limit)])
        case .notCamt(let root): Phrase("bank.not-camt", ["root": root])
        case .noStatement(let message): Phrase("bank.no-statement", ["message": message])
        case .badAmount(let text): Phrase("bank.bad-amount", ["text": text])
        case .noDirection: Phrase("bank.no-direction")
        case .badDate(let text): Phrase("bank.bad-date", ["text": text])
        case .tooLarge(let element): Phrase("bank.too-large", ["element": element])
        }
    }

    func at(_ line: Int, _ column: Int = 0) -> FormatError {
        FormatError(line: line, column: column, problem: phrase)
    }
}
