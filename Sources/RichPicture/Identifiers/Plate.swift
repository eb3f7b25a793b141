/// Number plates: letters and digits without spaces, in their own script, within their country; Thai ones with province.
public enum Plate {
    /// The normalised plate: `TH:1กก1234:กรุงเทพมหานคร`, `MY:WXY1234`.
    public static func normalise(_ raw: String, country: String? = nil) -> Result<Normalised, IdentifierProblem> {
        let text = IdentifierText.compact(raw)
        if text.isEmpty { return .failure(.empty) }
        guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return .failure(.unreadable(.plate)) }
        let (mark, province) = split(text)
        guard (2...12).contains(mark.unicodeScalars.count) else {
            return .failure(.length(.plate, found: mark.unicodeScalars.count, expected: "2–12"))
        }
        let scope = province == nil ? IdentifierText.country(country) : "TH"
        let value = [scope, mark, province].compactMap(\.self).joined(separator: ":")
        let display = [mark, province].compactMap(\.self).joined(separator: " ")
        return .success(Normalised(value, display: display, notes: scope == nil ? [.unscoped] : []))
    }

    /// Thai letters after the last digit are the province.
    private static func split(_ text: String) -> (mark: String, province: String?) {
        let scalars = Array(text.unicodeScalars)
        guard let last = scalars.lastIndex(where: { $0.isASCII && $0.properties.numericType != nil }) else {
            return (text, nil)
        }
        let tail = scalars[(last + 1)...]
        guard tail.count >= 2, tail.allSatisfy({ (0xE00..<0xE80).contains($0.value) }) else { return (text, nil) }
        let province = String(String.UnicodeScalarView(tail))
        return (String(String.UnicodeScalarView(scalars[...last])), abbreviations[province] ?? province)
    }

    private static let abbreviations = [
        "กทม": "กรุงเทพมหานคร", "กรุงเทพ": "กรุงเทพมหานคร", "กรุงเทพฯ": "กรุงเทพมหานคร", "ชม": "เชียงใหม่", "ชบ": "ชลบุรี",
    ]
}
