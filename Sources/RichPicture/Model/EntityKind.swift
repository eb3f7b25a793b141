/// What an entity is. The numbers are stored: never reuse one.
public enum EntityKind: Int, CaseIterable, Sendable, Codable {
    case person = 1
    case organisation = 2
    case company = 3
    case site = 4
    case area = 5
    case checkpoint = 6
    case vehicle = 7
    case report = 8
    /// Somebody named as the other side of a payment: a person or an organisation, the source does not say which.
    case party = 9

    // Identifiers: interned by their normalised value, shared by all streams that mention them.
    case phone = 20
    case handset = 21
    case sim = 22
    case account = 23
    case plate = 24
    case document = 25
    case address = 26
    case companyNumber = 27
    case cell = 28
    case email = 29
    case image = 30

    /// The name in files, addresses and JSON.
    public var name: String { "\(self)" }

    /// The kind of this name.
    public init?(name: String) {
        guard let kind = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = kind
    }

    /// Whether the entity *is* its normalised value (a phone number), and so is the same one in every source.
    /// The others are mentions: what one source says of one person is never joined to another by name (R043).
    public var isIdentifier: Bool { rawValue >= 20 && self != .image }

    /// Whether a list of this kind is a list of people: nobody gets one who names nobody (RL-20).
    public var isPersonal: Bool {
        switch self {
        case .person, .party, .document: true
        default: false
        }
    }

    /// Whether it has a holder: what it is called is what somebody is called.
    var hasHolder: Bool {
        switch self {
        case .phone, .handset, .sim, .account, .plate, .document, .email: true
        default: false
        }
    }

    /// People, those who may be people, and the documents that stand for people.
    static let personal: [EntityKind] = allCases.filter(\.isPersonal)
}
