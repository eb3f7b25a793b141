/// A telephone number, in ranges of the right shape that, to our knowledge, no operator assigns (RL-35).
struct PhoneNumber: Hashable, Sendable {
    enum Country: UInt8, Sendable { case thailand, laos, cambodia, myanmar, vietnam }
    let country: Country
    /// The national number without its leading 0.
    let national: Int

    private var countryCode: Int {
        switch country {
        case .thailand: 66
        case .laos: 856
        case .cambodia: 855
        case .myanmar: 95
        case .vietnam: 84
        }
    }

    /// `+66600001234`.
    var international: String { "+\(countryCode)\(national)" }
    /// `0600001234`.
    var domestic: String { "0\(national)" }
    /// As somebody in Thailand writes it: `0600001234`, or with + and country code when it is a foreign number.
    var inThailand: String { country == .thailand ? domestic : international }
    /// `66600001234`.
    var plain: String { "\(countryCode)\(national)" }

    /// The n-th number of an operator or, for `other`, of the country of a culture. Services have the first hundred.
    init(_ provider: Operator, _ culture: Culture, serial: Int) {
        let offset = Int(provider.rawValue) * 3_333_331
        let spread = serial < 100 ? serial : 100 + (serial * 7_654_321 + offset) % 9_999_900
        switch (provider, culture) {
        case (.siam, _): self.init(.thailand, 600_000_000 + spread)
        case (.mekong, _): self.init(.thailand, 690_000_000 + spread)
        case (.lanexang, _): self.init(.laos, 2_040_000_000 + spread)
        case (.other, .burmese): self.init(.myanmar, 9_100_000_000 + spread)
        case (.other, .vietnamese): self.init(.vietnam, 600_000_000 + spread)
        case (.other, _): self.init(.cambodia, 82_000_000 + (serial * 7_919) % 1_000_000)
        }
    }

    private init(_ country: Country, _ national: Int) {
        self.country = country
        self.national = national
    }
}

/// A number in a handset in somebody's hand, for a time. A change of SIM or handset makes a new one.
struct Phone: Sendable {
    let number: PhoneNumber
    let provider: Operator
    /// The SIM card.
    let sim: Int32
    let handset: Int32
    let holder: Int32
    /// 0 is the phone that others know; 1 a second one.
    let slot: UInt8
    /// First and last day of use.
    let from: Int16
    let to: Int16

    var imei: String { Paper.imei(Int(handset)) }
    /// `520019000012345`: operator, then ten digits of a block that starts with 9.
    var imsi: String {
        var line = Line()
        line.put(provider == .mekong ? "520059" : provider == .lanexang ? "457019" : "520019")
        line.put(Int(sim), width: 9)
        return line.text
    }
}

/// A change of phone that happened: what a search for replaced phones should, or should not, report.
struct PhoneChange: Sendable {
    enum Kind: String, Sendable {
        /// The ring's leaders, together.
        case leader
        /// A person at risk took a local SIM on arrival.
        case arrival
        /// An ordinary person changed number.
        case ordinaryNumber
        /// An ordinary person changed handset and kept the number.
        case ordinaryHandset
    }
    let kind: Kind
    let person: Int
    let day: Int
    let old: Int
    let new: Int
}
