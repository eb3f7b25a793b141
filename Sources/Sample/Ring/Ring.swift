/// The people who run the exploitation, by what they do. Numbers are persons.
///
/// Three brokers share eleven sites. The main one speaks with three lieutenants alone, who speak with the sites;
/// the two others speak with their sites themselves. One money handler serves all three; one official warns the
/// main broker. Sizes do not grow with the province: a ring is a needle, the province is the haystack.
struct Ring: Sendable {
    struct Recruiter: Sendable {
        let person: Int
        let broker: Int
        let region: Region
    }
    struct Driver: Sendable {
        let person: Int
        let broker: Int
    }

    let brokers: [Int]
    let lieutenants: [Int]
    let recruiters: [Recruiter]
    let transporters: [Driver]
    let scout: Int
    let safeHouseKeeper: Int
    let moneyHandler: Int
    let mules: [Int]
    let nominees: [Int]
    let official: Int
    let relative: Int
    let partner: Int
    /// By exploitation site.
    let owners: [Int]
    let managers: [Int]
    let overseers: [Int]
    /// The day on which the leaders replace handsets and SIMs, counted from the first day; nil in a province of
    /// less than two months.
    let changeDay: Int?

    /// The broker who supplies a site: six sites, three, two.
    static func broker(ofSite site: Int) -> Int { site < 6 ? 0 : site < 9 ? 1 : 2 }
    /// The lieutenant who looks after a site of the main broker.
    static func lieutenant(ofSite site: Int) -> Int? { site < 6 ? site / 2 : nil }
    /// Some owners have two sites.
    static let ownerOfSite = [0, 1, 2, 3, 0, 4, 5, 6, 5, 7, 8]

    /// Those whose phones are replaced together.
    var leaders: [Int] { [brokers[0]] + lieutenants + [moneyHandler] }
}

/// How one person at risk came to a site. Days are counted from the first day of the province, and may be negative.
struct Journey: Sendable {
    let person: Int
    let site: Int
    let region: Region
    let recruiter: Int
    /// Index among the ring's transporters.
    let transporter: Int
    let recruited: Int
    let transported: Int
    let arrived: Int
    /// The day on which the phone was taken away, if it was.
    var phoneTaken: Int?
    /// Whether the border was passed at a checkpoint that writes people down.
    let isWrittenDown: Bool
    /// What is said to be owed, in baht.
    let debt: Int
}
