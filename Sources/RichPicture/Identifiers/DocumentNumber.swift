/// Passports, identity cards and other papers: capitals and digits within the issuing country.
public enum DocumentNumber {
    /// The normalised number, `TH:AA1234567`. A machine-readable zone is read for its number and country.
    public static func normalise(_ raw: String, country: String? = nil) -> Result<Normalised, IdentifierProblem> {
        if let zone = MachineReadableZone(raw) {
            let value = "\(zone.country):\(zone.number)"
            return .success(
                Normalised(
                    value, display: "\(zone.number) (\(zone.country))", notes: zone.isChecked ? [] : [.checkDigit]))
        }
        let text = IdentifierText.compact(raw)
        if text.isEmpty { return .failure(.empty) }
        guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return .failure(.unreadable(.document)) }
        guard (4...24).contains(text.unicodeScalars.count) else {
            return .failure(.length(.document, found: text.unicodeScalars.count, expected: "4–24"))
        }
        let digits = Array(text.utf8)
        if Set(digits).count == 1 { return .failure(.placeholder) }
        let scope = IdentifierText.country(country)
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

/// The machine-readable zone of a passport (two lines of 44) or its second line alone (ICAO 9303, TD3).
struct MachineReadableZone: Hashable {
    var number: String
    var country: String
    /// Whether the check digit of the number fits.
    var isChecked: Bool

    init?(_ raw: String) {
        let bytes = raw.utf8.filter { $0 > 0x20 }
        let line: ArraySlice<UInt8>
        switch bytes.count {
        case 88 where bytes[0] == UInt8(ascii: "P"): line = bytes[44...]
        case 44 where bytes[0] != UInt8(ascii: "P") || bytes[1] != UInt8(ascii: "<"): line = bytes[...]
        default: return nil
        }
        guard line.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || $0 == UInt8(ascii: "<") })
        else { return nil }
        let start = line.startIndex
        let issuer = IdentifierText.text(line[start + 10..<start + 13].filter { $0 != UInt8(ascii: "<") })
        number = IdentifierText.text(line[start..<start + 9].filter { $0 != UInt8(ascii: "<") })
        country = Self.twoLetters[issuer] ?? issuer
        isChecked = CheckDigit.mrz(line[start..<start + 9]) == line[start + 9]
        if number.isEmpty { return nil }
    }

    /// Three-letter codes of the zone as the two-letter ones used elsewhere, for the region and its neighbours.
    private static let twoLetters = [
        "THA": "TH", "KHM": "KH", "LAO": "LA", "MMR": "MM", "VNM": "VN", "IDN": "ID", "MYS": "MY", "SGP": "SG",
        "CHN": "CN",
        "PHL": "PH", "BRN": "BN", "TLS": "TL", "HKG": "HK", "TWN": "TW", "JPN": "JP", "KOR": "KR", "IND": "IN",
        "BGD": "BD",
        "NPL": "NP", "LKA": "LK", "PAK": "PK", "GBR": "GB", "USA": "US", "AUS": "AU", "D": "DE", "FRA": "FR",
    ]
}
