/// Handset numbers (IMEI): fourteen digits identify the handset; a check digit or a software version may follow.
public enum IMEI {
    /// The fourteen digits; shown with the right check digit. A wrong one is a note: many call records write 0 there.
    public static func normalise(_ raw: String, country: String? = nil) -> Result<Normalised, IdentifierProblem> {
        guard let digits = IdentifierText.digits(raw) else { return .failure(.unreadable(.imei)) }
        if digits.isEmpty { return .failure(.empty) }
        guard (14...16).contains(digits.count) else {
            return .failure(.length(.imei, found: digits.count, expected: "14, 15, 16"))
        }
        let body = digits.prefix(14)
        if Set(body).count == 1 { return .failure(.placeholder) }
        let check = CheckDigit.luhn(body)
        let wrong = digits.count == 15 && digits[14] != check && digits[14] != UInt8(ascii: "0")
        let text = IdentifierText.text(body)
        return .success(
            Normalised(text, display: text + IdentifierText.text([check]), notes: wrong ? [.checkDigit] : []))
    }
}
