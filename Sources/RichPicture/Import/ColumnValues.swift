/// What the first values of a column look like.
struct ColumnValues {
    /// The values that say something.
    let values: [String]

    init(_ cells: some Sequence<String>) {
        let nothing: Set<String> = ["", "-", "N/A", "n/a", "NULL", "null"]
        values = cells.map { $0.split(separator: " ").joined(separator: " ") }.filter { !nothing.contains($0) }
    }

    /// Whether nearly all values pass: a few bad rows are part of life.
    func mostly(_ test: (String) -> Bool) -> Bool {
        guard !values.isEmpty else { return false }
        return values.count(where: test) * 10 >= values.count * 8
    }

    /// The distinct values, the most frequent first.
    var distinct: [String] {
        var counts: [String: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        return counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key)
    }

    // MARK: Looks

    var areWhole: Bool { mostly { Int($0) != nil } }
    var areClocks: Bool { mostly { $0.contains(":") && $0.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ":") } } }

    /// Amounts with a decimal comma: `1.234,50`.
    var haveDecimalComma: Bool {
        let marks = values.compactMap { value in value.last { $0 == "," || $0 == "." } }
        let endings = values.filter { value in
            value.lastIndex(of: ",").map { value.distance(from: $0, to: value.endIndex) <= 3 } == true
        }
        return !marks.isEmpty && marks.count(where: { $0 == "," }) == marks.count && endings.count * 2 > values.count
    }

    var areAmounts: Bool {
        mostly { value in
            let digits = value.filter { $0.isASCII && $0.isNumber }.count
            return digits > 0 && digits + value.count(where: { ",. -".contains($0) }) == value.count
                && value.contains { $0 == "." || $0 == "," }
        }
    }

    var areCurrencies: Bool {
        let known: Set<String> = [
            "THB", "LAK", "KHR", "MMK", "VND", "IDR", "CNY", "MYR", "SGD", "PHP", "USD", "EUR", "GBP", "JPY", "HKD",
            "AUD",
        ]
        return mostly { known.contains($0) }
    }

    var arePhones: Bool {
        mostly { value in
            let digits = value.utf8.count { (0x30...0x39).contains($0) }
            let rest = value.filter { !$0.isNumber && !"+- ().".contains($0) }
            return (8...15).contains(digits) && rest.isEmpty
                && (value.hasPrefix("+") || value.hasPrefix("0") || digits >= 10)
        }
    }

    var areHandsets: Bool {
        mostly { value in
            let digits = Array(value.utf8)
            guard digits.count == 15, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
            return CheckDigit.luhn(digits.prefix(14)) == digits[14]
        }
    }

    var areSIMs: Bool {
        mostly {
            $0.utf8.count == 15 && $0.allSatisfy { $0.isASCII && $0.isNumber }
                && Region.mobile[String($0.prefix(3))] != nil
        }
    }

    var areNames: Bool {
        mostly { value in
            let words = value.split(separator: " ")
            return (2...5).contains(words.count) && !value.contains { $0.isNumber || $0 == ":" }
        }
    }
}

/// Which country a table speaks of, told by its values.
enum Region {
    /// Countries by the mobile country code that begins an IMSI.
    static let mobile = [
        "520": "TH", "457": "LA", "456": "KH", "414": "MM", "452": "VN", "510": "ID", "460": "CN", "502": "MY",
        "525": "SG", "515": "PH",
    ]
    /// Countries by currency.
    static let currencies = [
        "THB": "TH", "LAK": "LA", "KHR": "KH", "MMK": "MM", "VND": "VN", "IDR": "ID", "CNY": "CN", "MYR": "MY",
    ]
    /// Zones by country.
    static let zones = [
        "TH": "Asia/Bangkok", "LA": "Asia/Vientiane", "KH": "Asia/Phnom_Penh", "MM": "Asia/Yangon",
        "VN": "Asia/Ho_Chi_Minh",
        "ID": "Asia/Jakarta", "CN": "Asia/Shanghai", "MY": "Asia/Kuala_Lumpur", "SG": "Asia/Singapore",
        "PH": "Asia/Manila",
    ]
    private static let codes = ["66": "TH", "856": "LA", "855": "KH", "95": "MM", "84": "VN", "62": "ID", "86": "CN"]

    /// The country whose code most international numbers begin with.
    static func dialled(_ numbers: [String]) -> String? {
        var counts: [String: Int] = [:]
        for number in numbers {
            let digits = number.filter { $0.isASCII && $0.isNumber }
            guard number.hasPrefix("+") || (digits.count >= 11 && !digits.hasPrefix("0")) else { continue }
            let code = codes.keys.filter { digits.hasPrefix($0) }.max { $0.count < $1.count }
            if let country = code.flatMap({ codes[$0] }) { counts[country, default: 0] += 1 }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// The country whose script stands in a text.
    static func written(_ texts: [String]) -> String? {
        var counts: [String: Int] = [:]
        for scalar in texts.lazy.flatMap(\.unicodeScalars) {
            switch scalar.value {
            case 0xE01...0xE5B: counts["TH", default: 0] += 1
            case 0xE81...0xEDF: counts["LA", default: 0] += 1
            case 0x1780...0x17FF: counts["KH", default: 0] += 1
            case 0x1000...0x109F: counts["MM", default: 0] += 1
            default: break
            }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}
