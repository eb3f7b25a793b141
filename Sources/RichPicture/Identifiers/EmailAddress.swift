/// E-mail addresses in lower case. Dots and plus-tags stay: whether they matter is the provider's secret.
public enum EmailAddress {
    /// The address, without `mailto:` and angle brackets.
    public static func normalise(_ raw: String, country: String? = nil) -> Result<Normalised, IdentifierProblem> {
        var text = raw.lowercased().filter { !$0.isWhitespace && $0 != "<" && $0 != ">" }
        if text.isEmpty { return .failure(.empty) }
        if text.hasPrefix("mailto:") { text.removeFirst(7) }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !parts[1].hasPrefix("."),
            !parts[1].hasSuffix(".")
        else {
            return .failure(.unreadable(.email))
        }
        return .success(Normalised(text))
    }
}
