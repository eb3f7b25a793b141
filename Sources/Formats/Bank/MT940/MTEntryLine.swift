/// A `:61:` field, parted:
///
///     1701190119 C N 0,01 NTRF NONREF // MB170119012058
///     value book ± f amount type ref     bank's ref
///     911-TRANSAKCJA IPH                 (supplementary details, on the next line or after the 16 of the reference)
struct MTEntryLine {
    var valueDate: BankDate
    var bookingDate: BankDate?
    var isCredit: Bool
    var isReversal: Bool
    /// Expected, not booked (`EC`, `ED`).
    var isExpected: Bool
    var amount: Money
    var code: String
    var reference: String
    var bankReference: String
    var supplement: String
    /// An account that stands in place of the reference (ASN Bank), or as the supplement (Rabobank).
    var account: String

    /// Reads the field; throws a `FormatError` that says which part was expected where.
    init(_ field: MTField, currency: String) throws(FormatError) {
        var lines = field.lines[...]
        var line = lines.removeFirst()
        // Sparkassen break the line before the amount.
        if line.count < 14, !line.contains(0x2C), let next = lines.first {
            (line, lines) = (line + next, lines.dropFirst())
        }
        var cursor = ByteCursor(line)
        func bad(_ part: BankProblem.Part) -> FormatError {
            BankProblem.badEntry(expected: part).at(field.line, field.column + cursor.position)
        }

        guard let value = MTDate.short(cursor.take(6)) else { throw bad(.date) }
        valueDate = value
        if cursor.startsWithDigit {
            guard let day = MTDate.monthAndDay(cursor.take(4), near: value) else { throw bad(.date) }
            bookingDate = day
        }
        guard let mark = Mark(&cursor) else { throw bad(.mark) }
        (isCredit, isReversal, isExpected) = (mark.isCredit, mark.isReversal, mark.isExpected)
        cursor.skip { $0 >= 0x41 && $0 <= 0x5A }  // The funds code: third letter of the currency.
        cursor.skip { $0 == 0x20 }
        let digits = cursor.takeWhile(atMost: 20) { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2C }
        guard let amount = Money(digits: digits, mark: 0x2C, currency: currency) else { throw bad(.amount) }
        self.amount = amount
        if let first = cursor.peek, first >= 0x41, first <= 0x5A {
            code = MTText.trimmed(MTText.string(cursor.take(4)))
        } else {
            code = ""
        }

        let rest = References(MTText.string(cursor.rest))
        (reference, bankReference, account) = (rest.reference, rest.bankReference, rest.account)
        let more = lines.map { MTText.trimmed(MTText.string($0[...])) }
        supplement = ([rest.supplement] + more).filter { !$0.isEmpty }.joined(separator: " ")
        if account.isEmpty, MTText.looksLikeIBAN(supplement) { account = supplement }
    }

    /// `C`, `D`, `RC`, `RD`, `EC`, `ED`.
    private struct Mark {
        var isCredit: Bool
        var isReversal = false
        var isExpected = false

        init?(_ cursor: inout ByteCursor) {
            if cursor.peek == 0x52 { isReversal = true } else if cursor.peek == 0x45 { isExpected = true }
            if isReversal || isExpected { _ = cursor.take(1) }
            switch cursor.take(1).first {
            // The reversal of a credit takes the money away again.
            case 0x43: isCredit = !isReversal
            case 0x44: isCredit = isReversal
            default: return nil
            }
        }
    }

    /// What follows the type code: reference, bank's reference, supplement.
    private struct References {
        var reference = ""
        var bankReference = ""
        var supplement = ""
        var account = ""

        init(_ text: String) {
            let head = text.prefix { $0 != " " }
            if let slashes = text.firstRange(of: "//") {
                reference = MTText.reference(String(text[..<slashes.lowerBound]))
                bankReference = MTText.reference(String(text[slashes.upperBound...]))
            } else if MTText.looksLikeIBAN(head), head.utf8.count > 16 || MTText.hasIBANChecksum(head) {
                // A reference has 16 characters at most; a short one may look like an IBAN by chance.
                account = String(head)
                supplement = MTText.trimmed(String(text.dropFirst(head.count)))
            } else {
                reference = MTText.reference(String(text.prefix(16)))
                supplement = MTText.trimmed(String(text.dropFirst(16)))
            }
        }
    }
}

/// Dates with two digits for the year.
enum MTDate {
    /// `YYMMDD`. Years from 80 are of the last century. 30 February is a value date in banking (every month has
    /// thirty days there) and means the last of the month.
    static func short(_ digits: ArraySlice<UInt8>) -> BankDate? {
        guard digits.count == 6, let number = BankDate.number(digits) else { return nil }
        let year = number / 10_000
        return day(year: year < 80 ? 2000 + year : 1900 + year, month: number / 100 % 100, day: number % 100)
    }

    /// `MMDD`, in the year that brings it nearest to another date.
    static func monthAndDay(_ digits: ArraySlice<UInt8>, near other: BankDate) -> BankDate? {
        guard digits.count == 4, let number = BankDate.number(digits) else { return nil }
        let distance = number / 100 - other.month
        let year = distance > 6 ? other.year - 1 : distance < -6 ? other.year + 1 : other.year
        return day(year: year, month: number / 100, day: number % 100)
    }

    private static func day(year: Int, month: Int, day: Int) -> BankDate? {
        guard (1...12).contains(month), day >= 1 else { return nil }
        let last = BankDate.days(inMonth: month, of: year)
        if month == 2, day <= 30 { return BankDate(year: year, month: month, day: min(day, last)) }
        return day <= last ? BankDate(year: year, month: month, day: day) : nil
    }
}
