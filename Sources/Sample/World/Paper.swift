/// Numbers on paper that look right and belong to nobody (RL-35): series that no authority issues, and check digits
/// that are wrong on purpose.
enum Paper {
    /// Twelve digits and a thirteenth that is *not* the Thai check digit.
    static func wrongCheckDigit(after twelve: String) -> String {
        let right = thaiCheckDigit(Array(twelve.utf8))
        var line = Line()
        line.put(twelve)
        line.put((right + 3) % 10)
        return line.text
    }

    /// The check digit that the first twelve digits would have on a real Thai document.
    static func thaiCheckDigit(_ digits: [UInt8]) -> Int {
        var sum = 0
        for (index, byte) in digits.prefix(12).enumerated() { sum += (13 - index) * (Int(byte) - 0x30) }
        return (11 - sum % 11) % 10
    }

    /// Fourteen digits and their Luhn check digit, as a handset says them. The type code begins with 00, the range
    /// that is kept for test equipment.
    static func imei(_ serial: Int) -> String {
        var line = Line()
        line.put("00101")
        line.put(100 + serial / 1_000_000, width: 3)
        line.put((serial % 1_000_000) * 7_919 % 1_000_000, width: 6)
        line.put(luhn(line.bytes))
        return line.text
    }

    /// The Luhn check digit of digits that lack it.
    static func luhn(_ digits: [UInt8]) -> Int {
        var sum = 0
        for (index, byte) in digits.reversed().enumerated() {
            let value = Int(byte) - 0x30
            let doubled = index % 2 == 0 ? value * 2 : value
            sum += doubled > 9 ? doubled - 9 : doubled
        }
        return (10 - sum % 10) % 10
    }

    /// A travel or work document of an invented series: `ZL0012345`.
    static func document(_ culture: Culture, person: Int) -> String {
        let series =
            switch culture {
            case .thai, .chineseThai: "ZT"
            case .lao: "ZL"
            case .khmer: "ZK"
            case .burmese: "ZB"
            case .vietnamese: "ZV"
            }
        var line = Line()
        line.put(series)
        line.put((person + 1_009) * 4_801 % 9_999_991, width: 7)
        return line.text
    }
}
