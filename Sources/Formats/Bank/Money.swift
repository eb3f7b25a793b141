/// An amount of money, exact: a whole number of units of 10⁻ᵈ of a currency. Never a `Double`.
///
/// `8.85 EUR` is 885 units with 2 decimals. An amount keeps the decimals of its currency, and more when the file
/// gives more that are not zero (`8.85123 EUR` is 885123 with 5); an amount that 64 bits do not hold is refused by
/// the readers, never rounded.
public struct Money: Sendable, Hashable {
    /// The number of units; negative below zero.
    public var units: Int
    /// How many decimals a unit stands for: 2 for cents.
    public var decimals: Int
    /// The ISO 4217 code; `XXX` (the code for "no currency") where the file does not say.
    public var currency: String

    /// An amount of units of 10⁻ᵈ of a currency; without `decimals`, in the currency's own smallest unit.
    public init(units: Int, decimals: Int? = nil, currency: String) {
        self.units = units
        self.decimals = decimals ?? Self.decimals(of: currency)
        self.currency = currency
    }

    /// Reads an amount from text such as `-12500.50`. `nil` for anything else, and for what 64 bits do not hold.
    public init?(text: UnsafeBufferPointer<UInt8>, mark: UInt8, currency: String) {
        let isNegative = text.first == UInt8(ascii: "-")
        guard let money = Money(digits: text.dropFirst(isNegative ? 1 : 0), mark: mark, currency: currency) else {
            return nil
        }
        self = isNegative ? money.negated : money
    }

    /// Reads digits with at most one decimal mark. `nil` for anything else, and for what 64 bits do not hold.
    init?(digits: some Collection<UInt8>, mark: UInt8, currency: String) {
        let own = Self.decimals(of: currency)
        var units = 0
        var decimals = 0
        var afterMark = false
        var zeros = 0  // Trailing zeros after the mark, added only when a digit follows or the currency has them.
        var seen = false
        func append(_ digit: Int) -> Bool {
            let (tens, over) = units.multipliedReportingOverflow(by: 10)
            let (sum, more) = tens.addingReportingOverflow(digit)
            units = sum
            if afterMark { decimals += 1 }
            return !over && !more && decimals <= 18
        }
        for byte in digits {
            if byte == mark, !afterMark {
                afterMark = true
            } else if byte >= 0x30, byte <= 0x39 {
                seen = true
                if afterMark, byte == 0x30, decimals + zeros >= own {
                    zeros += 1
                    continue
                }
                while zeros > 0 {
                    guard append(0) else { return nil }
                    zeros -= 1
                }
                guard append(Int(byte) - 0x30) else { return nil }
            } else {
                return nil
            }
        }
        guard seen else { return nil }
        afterMark = true
        while decimals < own { guard append(0) else { return nil } }
        self.units = units
        self.decimals = decimals
        self.currency = currency
    }

    /// The same amount with the other sign.
    public var negated: Money { Money(units: 0 &- units, decimals: decimals, currency: currency) }

    /// The sum, exact; `nil` when the currencies differ or 64 bits do not hold it.
    public func adding(_ other: Money) -> Money? {
        guard currency == other.currency else { return nil }
        let decimals = max(decimals, other.decimals)
        guard let mine = scaled(to: decimals), let theirs = other.scaled(to: decimals) else { return nil }
        let (sum, over) = mine.addingReportingOverflow(theirs)
        return over ? nil : Money(units: sum, decimals: decimals, currency: currency)
    }

    /// Whether two amounts are worth the same, whatever their decimals.
    public func isWorth(_ other: Money) -> Bool {
        guard currency == other.currency else { return false }
        let decimals = max(decimals, other.decimals)
        guard let mine = scaled(to: decimals) else { return false }
        return mine == other.scaled(to: decimals)
    }

    /// The number alone, such as `-8.85`, with the given decimal mark.
    public func number(mark: Character = ".") -> String {
        var digits = String(units.magnitude)
        if decimals > 0 {
            digits = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
            digits.insert(mark, at: digits.index(digits.endIndex, offsetBy: -decimals))
        }
        return units < 0 ? "-" + digits : digits
    }

    private func scaled(to wanted: Int) -> Int? {
        var units = units
        for _ in decimals..<wanted {
            let (tens, over) = units.multipliedReportingOverflow(by: 10)
            if over { return nil }
            units = tens
        }
        return units
    }

    /// The decimals of a currency's smallest unit (ISO 4217); 2 for a code that is not in the exceptions.
    public static func decimals(of currency: String) -> Int {
        switch currency {
        case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF",
            "XOF", "XPF":
            0
        case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
        case "CLF", "UYW": 4
        default: 2
        }
    }
}
