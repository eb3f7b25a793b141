/// Reads identifiers for the import and the search: the entity kinds of the picture in terms of `IdentifierKind`.
struct Normaliser: Sendable {
    /// The country in which national values are read, or `nil`.
    let country: String?

    /// The normalised value of an identifier as a source writes it.
    func read(_ kind: EntityKind, _ raw: String) -> Result<String, Interner.Refusal> {
        guard let identifier = kind.identifier else { return .success(raw) }
        let (value, country) = Self.scoped(raw, country)
        return identifier.normalise(value, country: country).map(\.value)
            .mapError { Interner.Refusal(phrase: $0.phrase) }
    }

    // `KH:N1234567` names its country itself, whatever the stream's is; `local:17` says that there is none.
    private static func scoped(_ raw: String, _ country: String?) -> (value: String, country: String?) {
        guard let colon = raw.utf8.firstIndex(of: UInt8(ascii: ":")) else { return (raw, country) }
        let scope = raw[..<colon]
        let rest = String(raw[raw.utf8.index(after: colon)...])
        if scope == "local" { return (rest, nil) }
        let isCode = scope.utf8.count == 2 && scope.utf8.allSatisfy { (0x41...0x5A).contains($0 & 0xDF) }
        return isCode && !rest.isEmpty ? (rest, scope.uppercased()) : (raw, country)
    }

    /// A normalised value as people write it.
    static func display(_ kind: EntityKind, _ key: String) -> String {
        let parts = key.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return kind == .phone && key.allSatisfy(\.isNumber) ? "+\(key)" : key }
        let value = kind == .plate ? parts[1].replacing(":", with: " ") : parts[1]
        return parts[0] == "local" ? value : "\(value) (\(parts[0]))"
    }

    /// What somebody who typed this may mean: whole values.
    static func candidates(_ text: String, country: String?) -> [(kind: EntityKind, key: String)] {
        IdentifierQuery.candidates(text, country: country).filter { $0.match == .whole }.flatMap { candidate in
            EntityKind.allCases.filter { $0.identifier == candidate.identifier.kind }.map {
                ($0, candidate.identifier.value)
            }
        }
    }

    /// The first digits of an international number or of a handset or SIM, if that is what was typed so far.
    static func beginning(_ text: String) -> String? {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        let isNumber = text.allSatisfy { $0.isNumber || "+- ().".contains($0) }
        return isNumber && digits.count >= 3 && !digits.hasPrefix("0") ? digits : nil
    }

    /// What somebody who typed this may mean: the last digits or letters of a value.
    static func endings(_ text: String, country: String?) -> [String] {
        let endings = IdentifierQuery.candidates(text, country: country).filter { $0.match == .ending }
        return Array(Set(endings.map(\.identifier.value))).sorted()
    }
}

extension EntityKind {
    /// The kind of identifier that an entity of this kind is; `nil` for those that are not identifiers.
    var identifier: IdentifierKind? {
        switch self {
        case .phone: .phone
        case .handset: .imei
        case .sim: .imsi
        case .account: .account
        case .plate: .plate
        case .document: .document
        case .address: .address
        case .companyNumber: .companyNumber
        case .cell: .cell
        case .email: .email
        default: nil
        }
    }
}
