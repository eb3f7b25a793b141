import Access
import Storage

/// The kinds of entities about which it is asked who is the same.
public enum LinkSubject: String, CaseIterable, Sendable, Codable {
    /// Persons.
    case people
    /// Companies and other organisations.
    case organisations

    /// The kinds of entities that it covers.
    var kinds: [EntityKind] {
        switch self {
        case .people: [.person]
        case .organisations: [.company, .organisation]
        }
    }

    /// The subject of a kind of entity; `nil` where nobody asks.
    init?(_ kind: EntityKind) {
        guard let subject = Self.allCases.first(where: { $0.kinds.contains(kind) }) else { return nil }
        self = subject
    }
}

/// What the sources say of one entity, as linkage compares it: only what one viewer may see.
struct Mention: Sendable {
    /// An identifier that a source gives to it.
    struct Held: Sendable, Hashable {
        var entity: Int
        var kind: EntityKind
        var key: String
    }

    /// The entity, and its public id.
    var entity: Int
    var pid: String
    var kind: EntityKind
    /// The sources that speak of it, the earliest first.
    var sources: [Int]
    /// The organisations that gave them.
    var owners: Set<String>
    /// Whether it has to be taken for a person at risk.
    var isAtRisk: Bool
    /// Names as they are written, the first stated first.
    var names: [String]
    /// Texts by property, the first stated of each.
    var values: [Property: String]
    var held: [Held]

    /// What is known of it by itself, for telling whether two are the same to the letter.
    var title: String { names.first ?? "" }
}

extension Mention {
    /// Takes in what a further source says of the same entity.
    mutating func add(_ other: Mention) {
        sources = Set(sources + other.sources).sorted()
        owners.formUnion(other.owners)
        isAtRisk = isAtRisk || other.isAtRisk
        names += other.names.filter { !names.contains($0) }
        values.merge(other.values) { first, _ in first }
        held += other.held.filter { !held.contains($0) }
    }
}

/// A source as linkage reads it: which of its rows the viewer may see.
struct LinkSource: Sendable, Hashable {
    var number: Int
    var pid: String
    var stream: StreamKind
    var owner: String
    var seesPlain: Bool
    var seesIdentity: Bool

    /// The committed sources of which the viewer may see anything, in the order in which they came.
    static func all(as viewer: Viewer, _ connection: any Reading) throws -> [LinkSource] {
        try connection.rows(
            "SELECT id, pid, stream, owner, label, identity FROM source WHERE state = 'committed' ORDER BY id"
        ).map { row in
            LinkSource(
                number: row.int(0), pid: row.text(1), stream: StreamKind(rawValue: row.text(2)) ?? .partner,
                owner: row.text(3), seesPlain: viewer.clearance.contains(row.int(4)),
                seesIdentity: viewer.clearance.contains(row.int(5)))
        }.filter { $0.seesPlain || $0.seesIdentity }
    }

    /// What it says of the entities of a subject, in the order of their numbers.
    func mentions(of subject: LinkSubject, as viewer: Viewer, _ connection: any Reading) throws -> [Mention] {
        var mentions: [Mention] = []
        let kinds = subject.kinds.map(\.rawValue)
        let texts: SQL = """
            SELECT e.id, e.pid, e.kind, t.property, t.value, o.id, o.kind, o.key FROM statement t
            JOIN entity e ON e.id = t.entity LEFT JOIN entity o ON o.id = t.object
            WHERE t.source = \(number) AND e.kind IN \(kinds) AND \(viewer.sees("t.label"))
            ORDER BY e.id, t.property, t.id
            """
        try connection.each(texts) { row in
            guard let kind = EntityKind(rawValue: row.int(2)), let property = Property(rawValue: row.int(3)) else {
                return
            }
            if mentions.last?.entity != row.int(0) {
                mentions.append(
                    Mention(
                        entity: row.int(0), pid: row.text(1), kind: kind, sources: [number], owners: [owner],
                        isAtRisk: kind == .person && LinkRules.isAtRisk(stream, status: nil), names: [], values: [:],
                        held: []))
            }
            let place = mentions.count - 1
            if let other = row.optionalInt(5), let held = EntityKind(rawValue: row.int(6)), held.isIdentifier {
                let new = Mention.Held(entity: other, kind: held, key: row.text(7))
                if !mentions[place].held.contains(new) { mentions[place].held.append(new) }
            } else if property.isName {
                if !mentions[place].names.contains(row.text(4)) { mentions[place].names.append(row.text(4)) }
            } else if !property.isLink, mentions[place].values[property] == nil {
                mentions[place].values[property] = row.text(4)
                if property == .status, LinkRules.isAtRisk(stream, status: row.text(4)), kind == .person {
                    mentions[place].isAtRisk = true
                }
            }
        }
        if subject == .people { try addCompanies(to: &mentions, as: viewer, connection) }
        return mentions
    }

    // The register numbers of the companies that somebody directs or owns: two people of one name in one company are seldom two.
    private func addCompanies(
        to mentions: inout [Mention], as viewer: Viewer, _ connection: any Reading
    ) throws {
        let places = Dictionary(uniqueKeysWithValues: mentions.enumerated().map { ($1.entity, $0) })
        let sql: SQL = """
            SELECT DISTINCT t.object, o.id, o.key FROM statement t JOIN statement n ON n.entity = t.entity
            JOIN entity o ON o.id = n.object
            WHERE t.source = \(number) AND n.source = \(number) AND n.property = \(Property.companyNumber.rawValue)
            AND t.property IN \([Property.director.rawValue, Property.owner.rawValue])
            AND \(viewer.sees("t.label")) AND \(viewer.sees("n.label")) ORDER BY t.object, o.key
            """
        try connection.each(sql) { row in
            guard let place = places[row.int(0)] else { return }
            let new = Mention.Held(entity: row.int(1), kind: .companyNumber, key: row.text(2))
            if !mentions[place].held.contains(new) { mentions[place].held.append(new) }
        }
    }
}
