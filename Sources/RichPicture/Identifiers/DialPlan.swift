/// How a country dials: enough of its numbering plan to bring every way of writing a number to one.
public struct DialPlan: Sendable, Hashable {
    /// The ISO 3166 two-letter code.
    public var country: String
    /// The country calling code.
    var code: [UInt8]
    /// What is dialled before a national number inside the country; empty where nothing is.
    var trunk: [UInt8]
    /// What is dialled before a foreign country code, longest first. `00` is understood everywhere.
    var international: [[UInt8]]
    /// Digits of a national number without the trunk prefix.
    var lengths: ClosedRange<Int>

    private init(
        _ country: String, _ code: String, trunk: String = "0", _ lengths: ClosedRange<Int>,
        _ international: String = ""
    ) {
        self.country = country
        self.code = Array(code.utf8)
        self.trunk = Array(trunk.utf8)
        self.lengths = lengths
        let prefixes = international.split(separator: " ").map { Array($0.utf8) } + [Array("00".utf8)]
        self.international = prefixes.sorted { $0.count > $1.count }
    }

    /// The plan of a country by its two-letter code, in either case.
    public static func of(_ country: String?) -> DialPlan? {
        guard let country else { return nil }
        return byCountry[country.uppercased()]
    }

    /// The plan whose calling code these digits begin with, when the rest has a possible length.
    static func containing(_ digits: ArraySlice<UInt8>) -> DialPlan? {
        all.first { digits.starts(with: $0.code) && $0.lengths.contains(digits.count - $0.code.count) }
    }

    private static let byCountry = Dictionary(uniqueKeysWithValues: all.map { ($0.country, $0) })

    /// The region, its neighbours, and the countries that its people call most.
    private static let all: [DialPlan] = [
        DialPlan("TH", "66", 8...9, "001 004 005 006 007 008 009"), DialPlan("KH", "855", 8...9, "001 007 008"),
        DialPlan("LA", "856", 8...10), DialPlan("MM", "95", 6...10), DialPlan("VN", "84", 9...10),
        DialPlan("ID", "62", 8...12, "001 007 008 01017"), DialPlan("MY", "60", 8...10),
        DialPlan("SG", "65", trunk: "", 8...8, "000 001 002 008 018"), DialPlan("CN", "86", 9...11),
        DialPlan("PH", "63", 8...10), DialPlan("BN", "673", trunk: "", 7...7), DialPlan("TL", "670", trunk: "", 7...8),
        DialPlan("HK", "852", trunk: "", 8...8, "001"), DialPlan("MO", "853", trunk: "", 8...8),
        DialPlan("TW", "886", 8...9, "002 005 006 007 009"), DialPlan("JP", "81", 9...10, "010"),
        DialPlan("KR", "82", 8...10, "001 002 005 00700"), DialPlan("IN", "91", 10...10), DialPlan("BD", "880", 8...10),
        DialPlan("NP", "977", 8...10), DialPlan("LK", "94", 9...9), DialPlan("PK", "92", 9...10),
        DialPlan("AE", "971", 8...9), DialPlan("SA", "966", 8...9), DialPlan("GB", "44", 9...10),
        DialPlan("IE", "353", 7...9), DialPlan("DE", "49", 6...11), DialPlan("FR", "33", 9...9),
        DialPlan("AU", "61", 9...9, "0011"), DialPlan("NZ", "64", 8...10),
        DialPlan("US", "1", trunk: "1", 10...10, "011"),
        DialPlan("CA", "1", trunk: "1", 10...10, "011"),
    ]
}
