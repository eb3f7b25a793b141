/// Numbers of the company registers: capitals and digits within the country.
public enum CompanyNumber {
    /// The normalised number, `TH:0105500000000`. British numbers are padded to eight places.
    public static func normalise(_ raw: String, country: String? = nil) -> Result<Normalised, IdentifierProblem> {
        var text = IdentifierText.compact(raw)
        if text.isEmpty { return .failure(.empty) }
        guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
            return .failure(.unreadable(.companyNumber))
        }
        guard (3...24).contains(text.unicodeScalars.count) else {
            return .failure(.length(.companyNumber, found: text.unicodeScalars.count, expected: "3–24"))
        }
        let scope = IdentifierText.country(country)
        if scope == "GB", text.utf8.count < 8, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            text = String(repeating: "0", count: 8 - text.utf8.count) + text
        }
        let digits = Array(text.utf8)
        var notes: [IdentifierNote] = scope == nil ? [.unscoped] : []
        if scope == "TH", digits.count == 13, digits.allSatisfy({ (0x30...0x39).contains($0) }),
            CheckDigit.thai(digits.prefix(12)) != digits[12]
        {
            notes.append(.checkDigit)
        }
        return .success(
            Normalised(scope.map { "\($0):\(text)" } ?? text, display: scope.map { "\(text) (\($0))" }, notes: notes))
    }
}
