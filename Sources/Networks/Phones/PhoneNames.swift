/// One name for a number that is written in several ways: `069-007-7777`, `0690077777` and, with the country code 66,
/// `+66 69 007 7777` are one phone.
struct PhoneNames {
    /// The names as they are written here.
    private(set) var table: NameTable
    /// The new code of each old one; nil where they are the same.
    private let renamed: [UInt32]?

    init(_ names: NameTable, country: String?) {
        var isSame = true
        var written: [String?] = []
        for code in 0..<names.count {
            let plain = Self.plain(names.text(code), country: country)
            if plain != nil { isSame = false }
            written.append(plain)
        }
        guard !isSame else {
            (table, renamed) = (names, nil)
            return
        }
        var table = NameTable()
        renamed = written.indices.map { table.code(of: written[$0] ?? names.text($0)) }
        self.table = table
    }

    func codes(_ codes: [UInt32]) -> [UInt32] {
        guard let renamed else { return codes }
        return codes.map { renamed[Int($0)] }
    }

    /// A number without what people put between its digits; nil when it is written so already, or is no number.
    static func plain(_ text: String, country: String?) -> String? {
        var digits: [UInt8] = []
        var hasPlus = false
        for (place, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
            case UInt8(ascii: "+") where place == 0: hasPlus = true
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "."): break
            default: return nil
            }
        }
        guard digits.count >= 7 else { return nil }
        var number = String(decoding: digits, as: UTF8.self)
        if !hasPlus, number.hasPrefix("00") {
            number.removeFirst(2)
            hasPlus = true
        } else if !hasPlus, number.hasPrefix("0"), let country {
            number = country + number.dropFirst()
            hasPlus = true
        } else if !hasPlus, let country, number.hasPrefix(country), number.count > 9 {
            hasPlus = true
        }
        let plain = (hasPlus ? "+" : "") + number
        return plain == text ? nil : plain
    }
}
