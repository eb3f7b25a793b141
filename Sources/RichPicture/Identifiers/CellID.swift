/// Cells of mobile networks: country-network-area-cell where all four are known, otherwise the operator's own name.
public enum CellID {
    /// The normalised cell: `520-01-1234-56789`, or `AIS:BKK0123`, or `local:15` when no operator is known.
    ///
    /// - Parameter operator: whose numbering a bare cell name follows.
    public static func normalise(
        _ raw: String, country: String? = nil, operator network: String? = nil
    ) -> Result<Normalised, IdentifierProblem> {
        let parts = raw.split { !$0.isLetter && !$0.isNumber }.map { IdentifierText.compact(String($0)) }.filter {
            !$0.isEmpty
        }
        if parts.isEmpty { return .failure(.empty) }
        if parts.count == 4, let global = global(parts) { return .success(Normalised(global)) }
        let name = parts.joined(separator: "-")
        guard name.unicodeScalars.count <= 40 else {
            return .failure(.length(.cell, found: name.unicodeScalars.count, expected: "1–40"))
        }
        let scope = network.map(IdentifierText.compact)
        return .success(
            Normalised("\(scope ?? "local"):\(name)", display: name, notes: scope == nil ? [.unscoped] : []))
    }

    private static func global(_ parts: [String]) -> String? {
        guard parts[0].utf8.count == 3, Int(parts[0]) != nil, (2...3).contains(parts[1].utf8.count),
            Int(parts[1]) != nil,
            let area = number(parts[2]), let cell = number(parts[3])
        else { return nil }
        return "\(parts[0])-\(parts[1])-\(area)-\(cell)"
    }

    /// A decimal or 0x-hexadecimal number of at most 36 bits (the widest cell identity, of 5G).
    private static func number(_ text: String) -> Int? {
        let number = text.hasPrefix("0X") ? Int(text.dropFirst(2), radix: 16) : Int(text)
        guard let number, number < 1 << 36 else { return nil }
        return number
    }
}
