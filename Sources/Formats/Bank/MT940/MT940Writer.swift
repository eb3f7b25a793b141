/// Writes SWIFT MT940 statements with German numbered details, which hold most.
///
///     MT940Writer.statement(header, entries: entries, closing: closing)
///
/// The same values give the same text. The format is narrow, and what it does not hold is cut, not refused: texts to
/// 14 parts of 27 characters, names to two, references to 16 and 23; `?`, `+` and line ends within a text become `.`;
/// times of day and the ultimate counterparty are not written. `MT940Reader` reads the rest back as it was.
public enum MT940Writer {
    /// The text of one statement, lines ended by CR LF. `header.line` and the entries' are not used.
    public static func statement(_ header: StatementHeader, entries: [BankEntry], closing: BankBalance?) -> String {
        var lines = [
            ":20:" + cut(header.id, 16),
            ":25:" + (header.bank.isEmpty ? "" : clean(header.bank) + "/") + clean(header.account),
            ":28C:" + cut(header.number, 5) + (header.sequence.isEmpty ? "" : "/" + cut(header.sequence, 5)),
        ]
        if !header.accountOwner.isEmpty { lines.append(":NS:22" + cut(header.accountOwner, 27)) }
        if let opening = header.openingBalance {
            lines.append((opening.isIntermediate ? ":60M:" : ":60F:") + balance(opening))
        }
        for entry in entries { lines += self.lines(entry) }
        if let closing { lines.append((closing.isIntermediate ? ":62M:" : ":62F:") + balance(closing)) }
        lines.append("-")
        return lines.map { $0 + "\r\n" }.joined()
    }

    private static func balance(_ balance: BankBalance) -> String {
        let mark = balance.amount.units < 0 ? "D" : "C"
        return mark + short(balance.date) + balance.amount.currency + number(balance.amount)
    }

    private static func lines(_ entry: BankEntry) -> [String] {
        let mark =
            switch (entry.isReversal, entry.isCredit) {
            case (false, let credit): (entry.status == .booked ? "" : "E") + (credit ? "C" : "D")
            case (true, let credit): credit ? "RD" : "RC"
            }
        let booked = entry.bookingDate.map { short($0).suffix(4) } ?? ""
        let code = cut(entry.code, 4)
        let reference = entry.reference.isEmpty ? "NONREF" : cut(entry.reference, 16)
        let bankReference = entry.bankReference.isEmpty ? "" : "//" + cut(entry.bankReference, 23)
        let head = short(entry.valueDate ?? entry.bookingDate) + booked + mark + number(entry.amount)
        return [":61:" + head + (code.count == 4 ? code : "NMSC") + reference + bankReference] + details(entry)
    }

    private static func details(_ entry: BankEntry) -> [String] {
        var parts: [(Int, String)] = []
        if !entry.note.isEmpty { parts.append((0, cut(entry.note, 27))) }
        let text = entry.text.isEmpty ? [] : pieces("SVWZ+" + clean(entry.text))
        parts += zip(Array(20...29) + Array(60...63), text)
        parts += [(30, clean(entry.counterpartyBank)), (31, clean(entry.counterpartyAccount))].filter { !$0.1.isEmpty }
        parts += zip([32, 33], pieces(clean(entry.counterpartyName)))
        guard !parts.isEmpty else { return [] }
        // One part a line: no wrapped line can then be taken for a tag or the end.
        let lines = parts.map { "?\(BankDate.padded($0))\($1)" }
        return [":86:\(entry.isCredit ? "166" : "116")" + lines[0]] + lines.dropFirst()
    }

    private static func short(_ date: BankDate?) -> String {
        guard let date else { return "000101" }
        return BankDate.padded(date.year % 100) + BankDate.padded(date.month) + BankDate.padded(date.day)
    }

    /// Always with its comma, as the format asks.
    private static func number(_ amount: Money) -> String {
        let magnitude = amount.units < 0 ? amount.negated : amount
        let digits = magnitude.number(mark: ",")
        return magnitude.decimals == 0 ? digits + "," : digits
    }

    private static func clean(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            result.unicodeScalars.append(scalar == "?" || scalar == "+" || scalar.value < 0x20 ? "." : scalar)
        }
        return MTText.trimmed(result)
    }

    private static func cut(_ text: String, _ count: Int) -> String {
        MTText.trimmed(String(clean(text).prefix(count)))
    }

    private static func pieces(_ text: String) -> [String] {
        var rest = text[...]
        var pieces: [String] = []
        while !rest.isEmpty {
            pieces.append(String(rest.prefix(27)))
            rest = rest.dropFirst(27)
        }
        return pieces
    }
}
