import Names

/// Postal addresses: folded, with the usual abbreviations written out. Two spellings of one address often meet; whether
/// two different texts mean one place is a question for linkage, not for this.
public enum Address {
    /// The folded address; the raw text, with its spaces tidied, is what is shown.
    public static func normalise(_ raw: String, country: String? = nil) -> Result<Normalised, IdentifierProblem> {
        let folded = Fold.fold(raw)
        if folded.isEmpty { return .failure(.empty) }
        guard (3...400).contains(folded.unicodeScalars.count) else {
            return .failure(.length(.address, found: folded.unicodeScalars.count, expected: "3–400"))
        }
        let words = folded.split(separator: " ").map { abbreviations[String($0)] ?? String($0) }
        let display = raw.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return .success(Normalised(join(words), display: display))
    }

    /// Thai and its sisters put no space between words, so none counts there.
    private static func join(_ words: [String]) -> String {
        var text = ""
        for word in words where !word.isEmpty {
            if let last = text.unicodeScalars.last, let first = word.unicodeScalars.first,
                Script(last).hasSpaces || Script(first).hasSpaces
            {
                text += " "
            }
            text += word
        }
        return text
    }

    private static let abbreviations: [String: String] = [
        "st": "street", "str": "street", "rd": "road", "ave": "avenue", "av": "avenue", "blvd": "boulevard",
        "ln": "lane",
        "bldg": "building", "apt": "apartment", "fl": "floor", "rm": "room", "no": "number", "dist": "district",
        "prov": "province", "tambol": "tambon", "amphur": "amphoe", "ban": "baan", "mu": "moo", "m": "moo",
        "jl": "jalan",
        "jln": "jalan", "gg": "gang", "kec": "kecamatan", "kab": "kabupaten", "kel": "kelurahan", "tp": "thanh pho",
        "q": "quan", "p": "phuong", "d": "duong", "bkk": "bangkok", "hcmc": "thanh pho ho chi minh",
        "ถ": "ถนน", "ซ": "ซอย", "ต": "ตำบล", "อ": "อำเภอ", "จ": "จังหวัด", "ม": "หมู่", "กทม": "กรุงเทพมหานคร", "บ": "บ้าน",
    ]
}
