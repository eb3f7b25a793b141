/// Accounts: an IBAN where there is one, otherwise the bank's own number within the bank.
public enum Account {
    /// The normalised account number. Without a bank the country scopes it, and a note says that this is weak.
    ///
    /// - Parameter bank: the bank's code or BIC; the same number at two banks is two accounts. A value may name its
    ///   bank itself: `RIVRTHB0XXX:7200000011`.
    public static func normalise(
        _ raw: String, country: String? = nil, bank: String? = nil
    ) -> Result<Normalised, IdentifierProblem> {
        if bank == nil, let colon = raw.firstIndex(of: ":"), colon > raw.startIndex {
            let (before, after) = (String(raw[..<colon]), String(raw[raw.index(after: colon)...]))
            return normalise(after, country: country, bank: before)
        }
        let text = IdentifierText.compact(raw)
        if text.isEmpty { return .failure(.empty) }
        if isMasked(raw) { return .failure(.masked) }
        let bytes = Array(text.utf8)
        if let iban = iban(bytes) { return .success(iban) }
        guard bytes.contains(where: { (0x30...0x39).contains($0) }) else { return .failure(.unreadable(.account)) }
        guard bytes.count <= 34 else {
            return .failure(.length(.account, found: bytes.count, expected: "1–34"))
        }
        if bytes.count > 3 && bytes.allSatisfy({ $0 == UInt8(ascii: "0") }) { return .failure(.placeholder) }
        var notes: [IdentifierNote] = looksLikeIBAN(bytes) ? [.checkDigit] : []
        let scope = bank.map(Self.scope) ?? IdentifierText.country(country)
        if bank == nil { notes.append(.unscoped) }
        return .success(
            Normalised(scope.map { "\($0):\(text)" } ?? text, display: scope.map { "\($0) \(text)" }, notes: notes))
    }

    // The head office of a bank may be written with or without its branch code XXX.
    private static func scope(_ bank: String) -> String {
        let code = IdentifierText.compact(bank)
        return code.utf8.count == 11 && code.hasSuffix("XXX") ? String(code.dropLast(3)) : code
    }

    private static func isMasked(_ raw: String) -> Bool {
        let crosses = raw.utf8.count { $0 == UInt8(ascii: "x") || $0 == UInt8(ascii: "X") }
        return raw.utf8.contains(UInt8(ascii: "*")) || crosses >= 2
    }

    private static func iban(_ bytes: [UInt8]) -> Normalised? {
        guard looksLikeIBAN(bytes), CheckDigit.isIBAN(bytes) else { return nil }
        let groups = stride(from: 0, to: bytes.count, by: 4).map {
            IdentifierText.text(bytes[$0..<min($0 + 4, bytes.count)])
        }
        return Normalised(IdentifierText.text(bytes), display: groups.joined(separator: " "))
    }

    private static func looksLikeIBAN(_ bytes: [UInt8]) -> Bool {
        (15...34).contains(bytes.count) && bytes.prefix(2).allSatisfy { (0x41...0x5A).contains($0) }
            && bytes[2...3].allSatisfy { (0x30...0x39).contains($0) }
    }
}
