/// A company of the register. The first ones run the workplaces, in their order; then come the front company and
/// three shells.
struct Company: Sendable {
    let registration: String
    let nameThai: String
    let nameEnglish: String
    let registered: Day
    let place: Int
    let point: Point
    /// Who signs, and who owns: not always the same, and not always the one who profits.
    let director: Int
    let shareholder: Int

    static func all(seed: UInt64, workplaces: [Workplace], population: Population) -> [Company] {
        let ring = population.ring
        var draw = Draw(seed, .workplaces, 1)
        var companies = workplaces.enumerated().map { index, workplace in
            let manager = population.managers[index]
            let isExploitation = workplace.truth == .exploitation
            let owner = isExploitation ? ring.owners[Ring.ownerOfSite[index]] : manager
            // Every second exploitation site has a director on paper only.
            let director = isExploitation && index % 2 == 0 ? ring.nominees[index / 2 % 4] : owner
            return Company(
                registration: workplace.registration, nameThai: "บริษัท \(workplace.nameThai) จำกัด",
                nameEnglish: "\(workplace.nameEnglish) Co., Ltd.", registered: workplace.registered,
                place: workplace.place, point: workplace.point, director: director, shareholder: owner)
        }
        let fronts = [
            ("ที่ปรึกษาคลื่นอรุณ", "Khluen Arun Consulting", ring.nominees[0], ring.brokers[0]),
            ("จัดหางานสะพานทอง", "Saphan Thong Manpower", ring.nominees[1], ring.brokers[1]),
            ("ขนส่งเขารุ่ง", "Khao Rung Transport", ring.nominees[2], ring.partner),
            ("การค้าหาดเขียว", "Hat Khiao Trading", ring.nominees[3], ring.relative),
        ]
        for (index, front) in fronts.enumerated() {
            var number = Line()
            number.put("0999")
            number.put(draw.below(100_000_000), width: 8)
            companies.append(
                Company(
                    registration: Paper.wrongCheckDigit(after: number.text), nameThai: "บริษัท \(front.0) จำกัด",
                    nameEnglish: "\(front.1) Co., Ltd.", registered: Day(year: 2024, month: 2 + 3 * index, day: 11),
                    place: 0, point: Place.all[0].point.near(&draw, metres: 1_500), director: front.2,
                    shareholder: front.3))
        }
        return companies
    }
}
