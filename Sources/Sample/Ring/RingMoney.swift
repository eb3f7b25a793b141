/// Follows the ring's money from those who pay to the one who owns it, day by day, with amounts that add up.
///
///     persons at risk → site managers ─┐
///     site companies (fees) ───────────┴→ pass-through → mules → front company → main broker
///                                              │           └→ cash            └→ relative → official
///                                              └→ the two other brokers
struct MoneyTrail {
    /// Above this a transfer asks for a face or a form: the money handler stays under it. In baht.
    static let threshold = 50_000

    private let province: Province
    private var draw: Draw
    private(set) var transfers: [Transfer] = []
    private var collected: [Int: Int] = [:]
    private var passThrough = 0
    private var held: [Int: Int] = [:]
    private var front = 0

    init(_ province: Province) {
        self.province = province
        draw = Draw(province.seed, .money, 1)
        for day in 0..<province.days {
            payDebts(day)
            payFees(day)
            if day % 7 == 5 { collect(day) }
            payBrokers(day)
            layer(day)
            if day % 10 == 9 { payOwner(day) }
            moveOn(day)
        }
        favours()
        transfers.sort { ($0.at, $0.from, $0.to, $0.satang) < ($1.at, $1.from, $1.to, $1.satang) }
    }

    private mutating func add(
        _ day: Int, hour: ClosedRange<Int>, _ from: Int, _ to: Int, baht: Int, _ channel: Transfer.Channel, device: Int,
        _ purpose: Transfer.Purpose
    ) {
        let at = day * 86_400 + draw.within(hour) * 3600 + draw.below(3_600)
        guard day < province.days, baht > 0, from != to else { return }
        transfers.append(
            Transfer(
                at: at, from: Int32(from), to: Int32(to), satang: baht * 100, channel: channel, device: Int32(device),
                purpose: purpose))
    }

    private func account(_ person: Int) -> Int { Int(province.persons[person].account) }

    private mutating func payDebts(_ day: Int) {
        for journey in province.journeys where account(journey.person) >= 0 && journey.arrived <= day {
            guard (day + journey.person) % 14 == 3, draw.chance(0.8) else { continue }
            let manager = province.ring.managers[journey.site]
            let baht = draw.within(30...80) * 50
            // Where the phone was taken, the payment is made on the manager's device.
            let isTaken = (journey.phoneTaken ?? Int.max) <= day
            add(
                day, hour: 17...21, account(journey.person), account(manager), baht: baht, .mobile,
                device: (isTaken ? manager : journey.person) + 1, .debt)
            collected[journey.site, default: 0] += baht
        }
    }

    private mutating func payFees(_ day: Int) {
        for site in 0..<Workplace.exploitationCount {
            let came = province.journeys.filter { $0.site == site && $0.arrived == day }.count
            let isMonthly = (province.firstDay + day).civil.day == 5
            let present = province.journeys.filter { $0.site == site && $0.arrived <= day }.count
            let baht = came * draw.within(18...25) * 1_000 + (isMonthly ? present * 2_500 : 0)
            guard baht > 0 else { continue }
            add(
                day, hour: 10...15, province.bank.ofCompany[site], province.bank.passThrough, baht: baht, .branch,
                device: 0, .fee)
            passThrough += baht
        }
    }

    private mutating func collect(_ day: Int) {
        for (site, baht) in collected.sorted(by: { $0.key < $1.key }) where baht >= 2_000 {
            let passedOn = baht * 9 / 10 / 100 * 100
            let manager = province.ring.managers[site]
            add(
                day, hour: 8...11, account(manager), province.bank.passThrough, baht: passedOn, .mobile,
                device: manager + 1, .collect)
            passThrough += passedOn
            collected[site] = 0
        }
    }

    /// Nothing stays a second night: it goes out in parts under the threshold, from one device, to three accounts.
    private mutating func layer(_ day: Int) {
        var part = day
        while passThrough > 6_000 {
            let baht = min(passThrough - 1_000, draw.within(310...498) * 100)
            let mule = province.ring.mules[part % province.ring.mules.count]
            add(
                day, hour: 18...22, province.bank.passThrough, account(mule), baht: baht, .mobile,
                device: province.ring.moneyHandler + 1, .layer)
            held[mule, default: 0] += baht
            passThrough -= baht
            part += 1
        }
    }

    private mutating func payBrokers(_ day: Int) {
        guard [10, 24].contains((province.firstDay + day).civil.day) else { return }
        for broker in province.ring.brokers.dropFirst() {
            let mule = province.ring.mules[broker % 3]
            let baht = min(held[mule, default: 0] / 2, draw.within(20...48) * 1_000)
            add(
                day, hour: 11...15, account(mule), account(broker), baht: baht, .mobile,
                device: province.ring.moneyHandler + 1, .owner)
            held[mule, default: 0] -= baht
        }
    }

    /// Mules keep a little, take some in cash, and pay the front company for advice. The handler's device gives the
    /// order for all three.
    private mutating func moveOn(_ day: Int) {
        for mule in province.ring.mules where held[mule, default: 0] >= 15_000 && draw.chance(0.6) {
            let all = held[mule, default: 0]
            var cash = all * 3 / 10
            while cash >= 5_000 {
                let notes = min(20_000, cash / 1_000 * 1_000)
                add(day + 1, hour: 9...12, account(mule), province.bank.cash, baht: notes, .atm, device: 0, .cashOut)
                cash -= notes
            }
            let paid = min(all * 6 / 10 / 100 * 100, 2_000_000)
            add(
                day + 1, hour: 9...12, account(mule), province.frontAccount, baht: paid, .mobile,
                device: province.ring.moneyHandler + 1, .front)
            if day + 1 < province.days { front += paid }
            held[mule] = 0
        }
    }

    private mutating func payOwner(_ day: Int) {
        let baht = front * 8 / 10 / 1_000 * 1_000
        front -= baht
        add(
            day, hour: 13...16, province.frontAccount, account(province.ring.brokers[0]), baht: baht * 7 / 10, .branch,
            device: 0, .owner)
        add(
            day, hour: 13...16, province.frontAccount, account(province.ring.partner), baht: baht - baht * 7 / 10,
            .branch, device: 0, .owner)
    }

    /// Three days after an inspection that found nothing, the relative is thanked, and passes it on.
    private mutating func favours() {
        for inspection in province.warnings {
            add(
                inspection.day + 3, hour: 12...14, province.frontAccount, account(province.ring.relative), baht: 30_000,
                .branch, device: 0, .favour)
            add(
                inspection.day + 5, hour: 19...21, account(province.ring.relative), account(province.ring.official),
                baht: 28_000, .mobile, device: province.ring.relative + 1, .favour)
        }
    }
}

extension Province {
    /// The account of the front company.
    var frontAccount: Int { bank.ofCompany[companies.count - 4] }

    /// The ring's transfers of one day.
    func ringTransfers(on day: Int) -> [Transfer] {
        ringTransfers.filter { $0.at / 86_400 == day }
    }
}
