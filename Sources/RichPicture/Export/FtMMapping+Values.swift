import Foundation

extension FtMMapping {
    /// A value as FollowTheMoney has it: the property and the value, or `notes` with the property's name before it.
    static func value(_ property: Property, _ text: String, schema: String) -> (name: String, value: String) {
        let isPerson = schema == "Person"
        let isLegal = isPerson || schema == "Company" || schema == "LegalEntity"
        switch property {
        case .name where schema != "Identification": return ("name", text)
        case .alias where schema != "Identification": return ("alias", text)
        case .summary: return ("summary", text)
        case .note: return (notes(schema), text)
        case .birthDate where isPerson && isDate(text): return ("birthDate", text)
        case .sex where isPerson: if let gender = gender(text) { return ("gender", gender) }
        case .nationality where isPerson: if let country = country(text) { return ("nationality", country) }
        case .country: if let country = country(text) { return ("country", country) }
        case .job where isPerson, .position where isPerson: return ("position", text)
        case .registeredOn where isLegal && isDate(text): return ("incorporationDate", text)
        case .status where isLegal: return ("status", text)
        case .kind where isLegal: return ("classification", text)
        case .balance where schema == "BankAccount" && Double(text) != nil: return ("balance", text)
        default: break
        }
        return (notes(schema), "\(property.name): \(text)")
    }

    // Identity papers are intervals, and have no notes.
    private static func notes(_ schema: String) -> String { schema == "Identification" ? "description" : "notes" }

    /// Where something is. A cell is described as a sector: a position would be taken for where the phone was.
    static func place(
        _ position: (latitude: Double, longitude: Double), _ sector: (azimuth: Double?, beam: Double?, radius: Double?),
        of kind: EntityKind, schema: String
    ) -> [(String, String)] {
        let sides = [
            sector.azimuth.map { "azimuth \($0)°" }, sector.beam.map { "beam \($0)°" },
            sector.radius.map { "reach \($0) m" },
        ]
        let stated = (["mast \(position.latitude), \(position.longitude)"] + sides.compactMap(\.self)).joined(
            separator: ", ")
        if kind == .cell { return [("notes", stated)] }
        guard schema == "Address" || schema == "RealEstate" else { return [(notes(schema), stated)] }
        return [("latitude", position.latitude.description), ("longitude", position.longitude.description)]
    }

    /// An instant as FollowTheMoney writes it: UTC without saying so; a coarse one as it was stated.
    static func date(_ milliseconds: Int, _ precision: Moment.Precision, offset: Int) -> String {
        guard precision > .day else {
            return Moment(milliseconds: milliseconds, precision: precision, offset: offset).iso
        }
        return String(Moment(milliseconds: milliseconds, precision: .second, offset: 0).iso.dropLast())
    }

    /// `2026`, `2026-06` or `2026-06-01`.
    private static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let lengths = parts.map(\.utf8.count)
        return [[4], [4, 2], [4, 2, 2]].contains(lengths) && parts.allSatisfy { UInt16($0) != nil }
    }

    private static func gender(_ text: String) -> String? {
        switch text.lowercased() {
        case "m", "male", "man", "ชาย", "ช", "nam", "laki-laki", "男": "male"
        case "f", "female", "woman", "หญิง", "ญ", "nữ", "perempuan", "女": "female"
        case "o", "other": "other"
        default: nil
        }
    }

    private static func country(_ text: String) -> String? {
        let code = text.lowercased()
        return countries.contains(code) ? code : codes[code]
    }

    /// ISO 3166 alpha-2 in small letters.
    static let countries = Set(
        Locale.Region.isoRegions.map { $0.identifier.lowercased() }.filter { $0.utf8.count == 2 })

    // What the region's papers write besides.
    private static let codes: [String: String] = [
        "tha": "th", "thai": "th", "thailand": "th", "khm": "kh", "khmer": "kh", "cambodian": "kh", "cambodia": "kh",
        "lao": "la", "laos": "la", "mmr": "mm", "myanmar": "mm", "burmese": "mm", "vnm": "vn", "vietnamese": "vn",
        "viet nam": "vn", "vietnam": "vn", "idn": "id", "indonesian": "id", "indonesia": "id", "chn": "cn",
        "chinese": "cn",
        "china": "cn", "mys": "my", "malaysian": "my", "malaysia": "my", "phl": "ph", "filipino": "ph",
        "philippines": "ph",
    ]

    /// A language as ISO 639-3; what is not known stays as it is.
    static func language(_ code: String) -> String {
        [
            "th": "tha", "en": "eng", "km": "khm", "lo": "lao", "my": "mya", "vi": "vie", "id": "ind", "zh": "zho",
            "ms": "msa",
        ][code] ?? code
    }

    /// A phone number as E.164 if its country's plan surely has it. FollowTheMoney drops every other one, so that it
    /// must not stand in a property for phone numbers.
    ///
    /// The plans are those of the region's mobile networks; elsewhere nothing is sure enough.
    static func phone(_ key: String) -> String? {
        let digits = Array(key.utf8)
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        for plan in plans where digits.starts(with: plan.country) {
            let rest = digits.dropFirst(plan.country.count)
            if rest.count == plan.digits, plan.beginnings.contains(where: { rest.starts(with: $0.utf8) }) {
                return "+\(key)"
            }
        }
        return nil
    }

    private static let plans: [(country: [UInt8], digits: Int, beginnings: [String])] = [
        (Array("66".utf8), 9, ["61", "62", "63", "64", "65", "66", "8", "9"]),
        (Array("856".utf8), 10, ["202", "205", "207", "209"]),
        (
            Array("84".utf8), 9,
            [
                "32", "33", "34", "35", "36", "37", "38", "39", "56", "58", "70", "76", "77", "78", "79",
                "81", "82", "83", "84", "85", "86", "88", "89", "90", "91", "93", "94", "96", "97", "98",
            ]
        ),
    ]
}
