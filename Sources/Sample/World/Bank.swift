/// The three banks: one gave its ledger, one statements as MT940, one statements as camt.053.
enum BankHouse: UInt8, CaseIterable, Sendable {
    case paddy, river, harbour

    /// A code in the form of a BIC; the 0 in the eighth place marks a test code (RL-35).
    var bic: String {
        switch self {
        case .paddy: "PADDTHB0XXX"
        case .river: "RIVRTHB0XXX"
        case .harbour: "HARBTHB0XXX"
        }
    }
}

/// An account and whose it is.
struct Account: Sendable {
    enum Holder: Hashable, Sendable {
        case person(Int)
        case company(Int)
        /// Power, water, top-up: everybody pays them.
        case utility(Int)
        case cash
    }
    let house: BankHouse
    let serial: Int
    let holder: Holder

    /// Ten digits: 71, 72 or 73 for the bank, then eight.
    var number: String {
        var line = Line()
        line.put(71 + Int(house.rawValue))
        line.put(serial * 6_700_417 % 99_999_989, width: 8)
        return line.text
    }
}

/// All accounts.
struct Bank: Sendable {
    private(set) var accounts: [Account] = []
    /// By company.
    private(set) var ofCompany: [Int] = []
    private(set) var utilities: [Int] = []
    private(set) var cash = 0
    /// The money handler's account, through which everything passes.
    private(set) var passThrough = 0

    static let utilityNames = ["Arun Samut Power", "Arun Samut Water", "Siam Top-up"]

    init(seed: UInt64, companies: [Company], population: inout Population) {
        var draw = Draw(seed, .money)
        cash = open(.paddy, .cash)
        utilities = Self.utilityNames.indices.map { open(.paddy, .utility($0)) }
        let front = companies.count - 4
        for index in companies.indices {
            let house: BankHouse = index < 4 || index == front ? .river : draw.chance(0.85) ? .paddy : .harbour
            ofCompany.append(open(house, .company(index)))
        }
        let ring = population.ring
        let harbour = Set(ring.mules + [ring.relative])
        passThrough = open(.river, .person(ring.moneyHandler))
        for index in population.persons.indices where population.persons[index].role != .service {
            let role = population.persons[index].role
            let isRing = role.tier != nil || role == .partner
            guard isRing || draw.chance(role == .personAtRisk ? 0.55 : 0.72) else { continue }
            let lot = draw.unit()
            let house: BankHouse =
                harbour.contains(index) ? .harbour : isRing || lot < 0.84 ? .paddy : lot < 0.93 ? .river : .harbour
            population.persons[index].account = Int32(open(house, .person(index)))
        }
    }

    private mutating func open(_ house: BankHouse, _ holder: Account.Holder) -> Int {
        accounts.append(Account(house: house, serial: accounts.count + 1, holder: holder))
        return accounts.count - 1
    }
}
