/// What is done at a workplace.
enum WorkplaceKind: String, CaseIterable, Sendable {
    case factory, pier, karaoke, farm, construction

    var english: String {
        switch self {
        case .factory: "Factory"
        case .pier: "Fishing Pier"
        case .karaoke: "Karaoke"
        case .farm: "Farm"
        case .construction: "Construction"
        }
    }

    var thai: String {
        switch self {
        case .factory: "โรงงาน"
        case .pier: "แพปลา"
        case .karaoke: "คาราโอเกะ"
        case .farm: "สวน"
        case .construction: "ก่อสร้าง"
        }
    }
}

/// A place of work and the company that runs it.
struct Workplace: Sendable {
    /// What is true of it, which no file says outright.
    enum Truth: String, Sendable {
        /// People are exploited here.
        case exploitation
        /// Reports name it, but it is an ordinary workplace.
        case suspectedOrdinary
        case ordinary
    }
    let kind: WorkplaceKind
    let truth: Truth
    let nameThai: String
    let nameEnglish: String
    let place: Int
    let point: Point
    /// The thirteen digits of the company register; their check digit is wrong on purpose (RL-35).
    let registration: String
    let registered: Day

    /// A short name for files and the truth, `site-03`, when the workplace is one of the fourteen.
    static func siteID(_ index: Int) -> String {
        var line = Line()
        line.put(index < siteCount ? "site-" : "work-")
        line.put(index + 1, width: 3)
        return line.text
    }

    /// The first fourteen workplaces are the ones that reports speak of: eleven exploitation sites, three ordinary.
    static let siteCount = 14
    static let exploitationCount = 11

    private static let siteKinds: [WorkplaceKind] = [
        .pier, .factory, .karaoke, .pier, .farm, .construction, .pier, .karaoke, .factory, .farm, .karaoke,
        .factory, .pier, .karaoke,
    ]

    static func all(seed: UInt64, people: Int) -> [Workplace] {
        var draw = Draw(seed, .workplaces)
        let count = max(120, people / 150)
        var taken: Set<String> = []
        return (0..<count).map { index in
            let kind =
                index < siteCount
                ? siteKinds[index] : draw.pick([.factory, .factory, .pier, .karaoke, .farm, .farm, .construction])
            return one(index, kind, &draw, &taken)
        }
    }

    private static func one(
        _ index: Int, _ kind: WorkplaceKind, _ draw: inout Draw, _ taken: inout Set<String>
    ) -> Workplace {
        let place = kind == .pier ? draw.pick([1, 1, 2, 11]) : draw.below(12)
        var (thai, english) = words(&draw)
        while taken.contains("\(kind)\(english)") {
            (thai, english) = words(&draw)
            if taken.count > 400 { english += " \(index)" }
        }
        taken.insert("\(kind)\(english)")
        return Workplace(
            kind: kind,
            truth: index < exploitationCount ? .exploitation : index < siteCount ? .suspectedOrdinary : .ordinary,
            nameThai: "\(kind.thai)\(thai)", nameEnglish: "\(english) \(kind.english)", place: place,
            point: Place.all[place].point.near(&draw, metres: kind == .farm ? 4_000 : 1_800),
            registration: Paper.wrongCheckDigit(after: "09" + digits(10, &draw)),
            registered: Day(year: 2004 + draw.below(21), month: 1 + draw.below(12), day: 1 + draw.below(28)))
    }

    private static func words(_ draw: inout Draw) -> (thai: String, english: String) {
        let first = draw.pick(heads)
        let second = draw.pick(tails)
        return (first.0 + second.0, "\(first.1) \(second.1)")
    }

    private static func digits(_ count: Int, _ draw: inout Draw) -> String {
        var line = Line()
        for _ in 0..<count { line.put(draw.below(10)) }
        return line.text
    }

    private static let heads = [
        ("ทะเล", "Thale"), ("แสง", "Saeng"), ("ดาว", "Dao"), ("พลอย", "Phloi"), ("ชล", "Chon"), ("นภา", "Napha"),
        ("ไม้", "Mai"), ("ฟ้า", "Fa"), ("มุก", "Muk"), ("ลม", "Lom"), ("ตะวัน", "Tawan"), ("ปลา", "Pla"),
        ("รวง", "Ruang"), ("หาด", "Hat"),
    ]
    private static let tails = [
        ("อรุณ", "Arun"), ("รุ่ง", "Rung"), ("สมุทร", "Samut"), ("ทอง", "Thong"), ("เขียว", "Khiao"), ("งาม", "Ngam"),
        ("ใหม่", "Mai"), ("เหนือ", "Nuea"), ("ใต้", "Tai"), ("สยาม", "Siam"), ("รวมใจ", "Ruamchai"), ("พัฒนา", "Phatthana"),
    ]
}
