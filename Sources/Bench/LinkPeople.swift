import Foundation

/// Made-up people as several registers would hold them, with the truth: the same bytes for the same count and seed.
///
///     daybreak-bench people 1000000 people.csv 5
///
/// Names are put together from syllables, some with their Thai letters; slips of the pen, missing fields, years without days,
/// telephones shared by families. No record is of a real person.
struct LinkPeople {
    private var random: SplitMix

    private static let header =
        "rec_id,ent_id,source,given,family,name_native,gender,dob,phone,id_no,passport,nationality,province,district\n"
    private static let sources = ["police", "bank", "border", "telephony", "ngo"]
    private static let nations = ["th", "kh", "la", "mm", "vn", "id"]
    /// Latin letters, and Thai ones.
    private static let syllables: [(latin: String, thai: String)] = """
        som สม|chai ชัย|pra ประ|sert เสริฐ|wan วัน|nee นี|ma มะ|lee ลี|su สุ|da ดา|porn พร|thip ทิพย์|nat ณัฐ|pong พงษ์|rat รัตน์|ya ยา
        wi วิ|sak ศักดิ์|kan กัญ|nuch นุช|phat ภัทร|ra รา|thong ทอง|dee ดี|mongkol มงคล|siri ศิริ|phon พล|kit กิตติ|chart ชาติ|an อนันต์
        arun อรุณ|bun บุญ|mee มี|charoen เจริญ|suk สุข|jit จิต|kaew แก้ว|khwan ขวัญ|lak ลักษณ์|phan พันธ์|phim พิม|saeng แสง|thida ธิดา|udom อุดม
        """.split(whereSeparator: { $0 == "|" || $0 == "\n" }).map { pair in
            let parts = pair.split(separator: " ")
            return (String(parts[0]), String(parts[1]))
        }

    /// Writes so many records.
    static func write(_ count: Int, to path: String, seed: UInt64) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil) else { throw BenchError.cannotWrite(path) }
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        defer { try? file.close() }
        var people = LinkPeople(random: SplitMix(state: seed))
        var text = header
        var (record, person) = (0, 0)
        while record < count {
            let whole = people.person()
            for _ in 0..<min(1 + people.below(3) + people.below(4), count - record) {
                text += "\(record),\(person)," + people.record(whole).joined(separator: ",") + "\n"
                record += 1
            }
            person += 1
            if text.utf8.count > 1 << 20 {
                try file.write(contentsOf: Data(text.utf8))
                text = ""
            }
        }
        try file.write(contentsOf: Data(text.utf8))
    }

    private mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }

    private mutating func digits(_ count: Int) -> String {
        String((0..<count).map { _ in Character(String(below(10))) })
    }

    // Of two draws the lower: some syllables are far commoner than others.
    private mutating func name(_ count: Int) -> (latin: String, thai: String) {
        var name = (latin: "", thai: "")
        for _ in 0..<count {
            let syllable = Self.syllables[min(below(Self.syllables.count), below(Self.syllables.count))]
            name.latin += syllable.latin
            name.thai += syllable.thai
        }
        return name
    }

    private struct Person {
        var given, family: (latin: String, thai: String)
        var fields: [String]
    }

    private var home = (phone: "", family: (latin: "", thai: ""))

    init(random: SplitMix) { self.random = random }

    private mutating func person() -> Person {
        // Every twelfth lives with the one before: the same telephone, the same family name.
        let isKin = !home.phone.isEmpty && below(12) == 0
        let family = isKin ? home.family : name(3 + below(2))
        let phone = isKin ? home.phone : "66" + digits(9)
        home = (phone, family)
        let dob = "\(1945 + below(60))-\(Self.two(1 + below(12)))-\(Self.two(2 + below(27)))"
        let province = below(70)
        return Person(
            given: name(2 + below(2)), family: family,
            fields: [
                below(2) == 0 ? "f" : "m", dob, phone, digits(13), "P" + digits(8),
                Self.nations[min(below(6), below(6))],
                "province \(province)", "district \(province * 12 + below(12))",
            ])
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private mutating func record(_ person: Person) -> [String] {
        let source = Self.sources[below(Self.sources.count)]
        var fields = person.fields
        for (place, share) in [10, 15, 35, 55, 75, 20, 20, 40].enumerated() where below(100) < share {
            fields[place] = ""
        }
        if fields[1].count == 10 {
            if below(12) == 0 { fields[1] = fields[1].prefix(4) + "-01-01" }
            if below(25) == 0 { fields[1] = slip(fields[1], Array("0123456789")) }
        }
        if below(15) == 0, !fields[2].isEmpty { fields[2] = "66" + digits(9) }
        let hasThai = below(3) == 0
        let isThaiOnly = hasThai && below(2) == 0
        let given = isThaiOnly ? "" : spelled(person.given.latin)
        let family = isThaiOnly || below(15) == 0 ? "" : spelled(person.family.latin)
        let native = hasThai ? person.given.thai + " " + person.family.thai : ""
        return [source, given, family, native] + fields
    }

    // People write one sound in many ways.
    private mutating func spelled(_ name: String) -> String {
        var name = name
        let ways = [
            ("ee", "i"), ("ph", "p"), ("th", "t"), ("kh", "k"), ("ch", "j"), ("oo", "u"), ("ai", "ay"), ("r", "l"),
        ]
        let way = ways[below(ways.count)]
        if below(4) == 0 { name = name.replacingOccurrences(of: way.0, with: way.1) }
        return below(12) == 0 ? slip(name, Array("aeionst")) : name
    }

    private mutating func slip(_ text: String, _ letters: [Character]) -> String {
        var all = Array(text)
        guard all.count > 3 else { return text }
        let place = 1 + below(all.count - 2)
        switch below(4) {
        case 0: all.remove(at: place)
        case 1: all.insert(letters[below(letters.count)], at: place)
        case 2: all.swapAt(place, place - 1)
        default: all[place] = letters[below(letters.count)]
        }
        return String(all)
    }
}
