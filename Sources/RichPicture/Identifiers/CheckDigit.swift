/// The check digits that identifiers carry. All take and give ASCII digits.
enum CheckDigit {
    /// The Luhn digit that follows these digits (handsets, cards).
    static func luhn(_ digits: some BidirectionalCollection<UInt8>) -> UInt8 {
        var sum = 0
        for (offset, digit) in digits.reversed().enumerated() {
            let value = Int(digit - 0x30) * (offset % 2 == 0 ? 2 : 1)
            sum += value > 9 ? value - 9 : value
        }
        return UInt8((10 - sum % 10) % 10) + 0x30
    }

    /// The thirteenth digit of a Thai citizen or company number.
    static func thai(_ twelve: some Collection<UInt8>) -> UInt8 {
        var sum = 0
        for (offset, digit) in twelve.enumerated() { sum += Int(digit - 0x30) * (13 - offset) }
        return UInt8((11 - sum % 11) % 10) + 0x30
    }

    /// Whether an IBAN (capitals and digits, no spaces) leaves 1 modulo 97.
    static func isIBAN(_ text: [UInt8]) -> Bool {
        var remainder = 0
        for byte in text.dropFirst(4) + text.prefix(4) {
            switch byte {
            case 0x30...0x39: remainder = (remainder * 10 + Int(byte - 0x30)) % 97
            case 0x41...0x5A: remainder = (remainder * 100 + Int(byte - 0x41) + 10) % 97
            default: return false
            }
        }
        return remainder == 1
    }

    /// The check digit of a field of a machine-readable zone (ICAO 9303): weights 7, 3, 1.
    static func mrz(_ field: some Collection<UInt8>) -> UInt8 {
        var sum = 0
        for (offset, byte) in field.enumerated() {
            let value =
                switch byte {
                case 0x30...0x39: Int(byte - 0x30)
                case 0x41...0x5A: Int(byte - 0x41) + 10
                default: 0
                }
            sum += value * [7, 3, 1][offset % 3]
        }
        return UInt8(sum % 10) + 0x30
    }
}
