/// Money that moves from one account to another.
struct Transfer: Sendable {
    enum Channel: String, Sendable {
        case mobile = "MOBILE", branch = "BRANCH", atm = "ATM", pos = "POS", batch = "BATCH"
    }
    enum Purpose: UInt8, CaseIterable, Sendable {
        case wage, shop, family, utility, trade
        /// What a person at risk pays on what is said to be owed.
        case debt
        /// What the sites pay for people.
        case fee
        /// Site manager to the pass-through account.
        case collect
        /// Pass-through account to a mule, in parts under the threshold.
        case layer
        case cashOut
        /// Mule to the front company.
        case front
        /// Front company to the owner.
        case owner
        /// Towards the official.
        case favour
    }
    let at: Second
    let from: Int32
    let to: Int32
    let satang: Int
    let channel: Channel
    /// The device that gave the order; 0 for none.
    let device: Int32
    let purpose: Purpose

    /// Whether the transfer is one of the ring's.
    var isRing: Bool { purpose.rawValue >= Purpose.debt.rawValue }

    /// What stands on the statement: the ring's lines read like anybody's.
    var text: String {
        switch purpose {
        case .wage: "เงินเดือน / salary"
        case .shop: "purchase"
        case .family: "ค่าใช้จ่ายในบ้าน"
        case .utility: "bill payment"
        case .trade: "goods"
        case .debt: "โอนเงิน"
        case .fee: "recruitment service"
        case .collect: "ค่าของ"
        case .layer: "transfer"
        case .cashOut: "ATM withdrawal"
        case .front: "consulting"
        case .owner: "director loan"
        case .favour: "ช่วยงานบุญ"
        }
    }
}

extension Province {
    /// The transfers of one day, in order of time.
    func transfers(on day: Int) -> [Transfer] {
        var transfers: [Transfer] = []
        let isPayDay = (firstDay + day).endsMonth
        for person in persons.indices where persons[person].account >= 0 {
            var draw = Draw(seed, .transfers, person, day)
            if isPayDay, let wage = wage(of: person, day, &draw) { transfers.append(wage) }
            let rate = persons[person].role == .shopkeeper || persons[person].role == .employer ? 0.12 : 0.045
            for _ in 0..<draw.poisson(rate) {
                if let payment = payment(by: person, day, &draw) { transfers.append(payment) }
            }
        }
        transfers += ringTransfers(on: day)
        return transfers.sorted { ($0.at, $0.from, $0.to, $0.satang) < ($1.at, $1.from, $1.to, $1.satang) }
    }

    private func wage(of person: Int, _ day: Int, _ draw: inout Draw) -> Transfer? {
        let who = persons[person]
        guard who.workplace >= 0 else { return nil }
        let isAtRisk = who.role == .personAtRisk
        // At the sites some are paid in part, and some not at all.
        if isAtRisk, (journey(of: person)?.arrived ?? 0) > day || draw.chance(0.35) { return nil }
        let baht = isAtRisk ? draw.within(30...60) * 100 : draw.within(90...160) * 100
        return Transfer(
            at: day * 86_400 + 9 * 3600 + draw.below(7_200), from: Int32(bank.ofCompany[Int(who.workplace)]),
            to: who.account, satang: baht * 100, channel: .batch, device: 0, purpose: .wage)
    }

    private func payment(by person: Int, _ day: Int, _ draw: inout Draw) -> Transfer? {
        let who = persons[person]
        let at = day * 86_400 + 7 * 3600 + draw.below(15 * 3600)
        let lot = draw.unit()
        let utility = bank.utilities[draw.below(bank.utilities.count)]
        if lot < 0.18 {
            return Transfer(
                at: at, from: who.account, to: Int32(utility),
                satang: draw.within(80...2_400) * 100 + draw.below(4) * 25,
                channel: .mobile, device: Int32(person + 1), purpose: .utility)
        }
        let isShop = lot < 0.62
        let contacts = acquaintance.contacts(of: person)
        guard isShop || !contacts.isEmpty else { return nil }
        let other =
            isShop
            ? shopkeepers.lowerBound + draw.skewed(shopkeepers.count)
            : Int(contacts[contacts.startIndex + draw.skewed(contacts.count)])
        guard other != person, persons[other].account >= 0 else { return nil }
        let isTrade = !isShop && (who.role == .employer || who.role == .shopkeeper || who.role == .trader)
        // Honest people pay sums just under fifty thousand as well.
        let baht =
            isShop ? draw.within(2...130) * 20 : isTrade ? draw.within(20...499) * 100 : draw.within(3...60) * 100
        return Transfer(
            at: at, from: who.account, to: persons[other].account, satang: baht * 100,
            channel: isShop && draw.chance(0.4) ? .pos : .mobile, device: Int32(person + 1),
            purpose: isShop ? .shop : isTrade ? .trade : .family)
    }
}
