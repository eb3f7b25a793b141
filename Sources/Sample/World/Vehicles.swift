/// A vehicle with a plate of the invented province.
struct Vehicle: Sendable {
    let owner: Int
    let letters: Int
    let digits: Int

    /// `กข 1234`.
    var plate: String {
        let first = Self.consonants[letters / Self.consonants.count]
        let second = Self.consonants[letters % Self.consonants.count]
        return "\(first)\(second) \(digits)"
    }

    /// `กข 1234 อรุณสมุทร`: the province belongs to a Thai plate.
    var plateWithProvince: String { "\(plate) \(Self.provinceName)" }

    static let provinceName = "อรุณสมุทร"
    private static let consonants = Array("กขคฆงจฉชซญฐณดตถทธนบปผพมยรลวศสห").map { String($0) }

    /// Drivers of the ring, traders, most shopkeepers, every sixth of the others.
    static func all(seed: UInt64, population: inout Population) -> [Vehicle] {
        var draw = Draw(seed, .vehicles)
        var vehicles: [Vehicle] = []
        for index in population.persons.indices {
            let share: Double =
                switch population.persons[index].role {
                case .transporter, .scout, .trader, .broker, .lieutenant, .supplier: 1
                case .exploiter, .siteManager, .employer, .shopkeeper, .official: 0.7
                case .personAtRisk, .service: 0
                default: 0.16
                }
            guard draw.chance(share) else { continue }
            population.persons[index].vehicle = Int32(vehicles.count)
            let serial = vehicles.count * 7_001 + 13
            vehicles.append(
                Vehicle(owner: index, letters: (serial / 9_973 * 37 + serial) % 900, digits: 11 + serial % 9_973))
        }
        return vehicles
    }
}
