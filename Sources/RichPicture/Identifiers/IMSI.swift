/// Subscriber numbers (IMSI): fourteen or fifteen digits, country (MCC), network (MNC), subscriber.
public enum IMSI {
    /// The digits; shown as `520-01-…`.
    public static func normalise(_ raw: String, country: String? = nil) -> Result<Normalised, IdentifierProblem> {
        guard let digits = IdentifierText.digits(raw) else { return .failure(.unreadable(.imsi)) }
        if digits.isEmpty { return .failure(.empty) }
        guard (14...15).contains(digits.count) else {
            return .failure(.length(.imsi, found: digits.count, expected: "15"))
        }
        if Set(digits).count == 1 { return .failure(.placeholder) }
        let network = MobileNetwork.networkLength(digits.prefix(3))
        let parts = [digits[..<3], digits[3..<3 + network], digits[(3 + network)...]].map { IdentifierText.text($0) }
        let notes: [IdentifierNote] = digits.count == 15 ? [] : [.unusualLength]
        return .success(Normalised(IdentifierText.text(digits), display: parts.joined(separator: "-"), notes: notes))
    }
}

/// Mobile country and network codes.
enum MobileNetwork {
    /// How many digits the network code has under a country code: three in the Americas, two nearly everywhere else.
    static func networkLength(_ country: some Collection<UInt8>) -> Int {
        threeDigits.contains(IdentifierText.text(country)) ? 3 : 2
    }

    private static let threeDigits: Set<String> = [
        "302", "310", "311", "312", "313", "314", "315", "316", "330", "334", "338", "342", "344", "346", "348", "352",
        "354", "356", "358", "360", "365", "366", "376", "708", "722", "732", "750",
    ]
}
