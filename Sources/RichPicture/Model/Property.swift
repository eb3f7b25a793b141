/// What a statement says of an entity. The numbers are stored: never reuse one.
///
/// A property either has a text value or, when `isLink`, points to another entity.
public enum Property: Int, CaseIterable, Sendable, Codable {
    case name = 1
    case alias = 2
    case birthDate = 3
    case sex = 4
    case nationality = 5
    case job = 6
    case note = 7
    case kind = 8
    case startDate = 9
    case endDate = 10
    case wage = 11
    case registeredOn = 12
    case district = 13
    case country = 14
    case status = 15
    case colour = 16
    case direction = 17
    case language = 18
    case balance = 19
    case summary = 20
    case position = 21
    case type = 22

    // Links: the value is another entity.
    case phone = 100
    case account = 101
    case document = 102
    case address = 103
    case companyNumber = 104
    case plate = 105
    case director = 106
    case owner = 107
    case employer = 108
    case mentions = 109
    case locatedAt = 110
    case family = 111
    case associate = 112
    case email = 113
    case handset = 114
    case sim = 115
    case travelsWith = 116
    case runs = 117

    /// The name in profiles, files, addresses and JSON.
    public var name: String { "\(self)" }

    /// The property of this name.
    public init?(name: String) {
        guard let property = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = property
    }

    /// Whether the value is another entity.
    public var isLink: Bool { rawValue >= 100 }

    /// Whether the value is a name, searched in every script and by its sound.
    public var isName: Bool { self == .name || self == .alias }
}
