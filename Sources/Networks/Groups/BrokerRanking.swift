/// Who links sites: the product's ranking of brokers (R163: brokers may be linked to other sites and be the main exploiters).
///
/// A site counts once for a person: 3 when they supply it (themselves, or by a phone or company of theirs), 1 when they call
/// its staff. Ranked by that sum, then by the people supplied, then by the identifier. Persons at risk and persons who work
/// at the only site they are linked to are not ranked.
public struct BrokerRanking: Sendable {
    /// A person with what speaks for it.
    public struct Entry: Sendable, Equatable {
        /// The person, as a place in the scene.
        public var person: Int
        /// The sites that they supply, and those that they are only in touch with.
        public var supplied: [Int], called: [Int]
        /// How many people they brought.
        public var people: Int
        /// The numbers they use.
        public var phones: [Int]
        /// 3 for each site supplied, 1 for each called.
        public var score: Int { 3 * supplied.count + called.count }
    }

    /// The persons, the highest first.
    public let entries: [Entry]

    /// Ranks the persons of a scene.
    public init(_ scene: Scene) {
        let owner = scene.owners()
        var supplied: [Int: Set<Int>] = [:], called: [Int: Set<Int>] = [:], people: [Int: Int] = [:]
        var works: [Int: Set<Int>] = [:], phones: [Int: Set<Int>] = [:]
        for link in scene.links where link.tie == .worksAt { works[link.from, default: []].insert(link.to) }
        for link in scene.links {
            let (a, b) = (owner[link.from], owner[link.to])
            switch link.tie {
            case .supplies where scene.nodes[link.to].kind == .site:
                supplied[a, default: []].insert(link.to)
                people[a, default: 0] += link.weight
            case .calls where a != b:
                called[a, default: []].formUnion(works[b] ?? [])
                called[b, default: []].formUnion(works[a] ?? [])
            case .owns where scene.nodes[link.to].kind == .phone: phones[a, default: []].insert(link.to)
            default: break
            }
        }
        entries = scene.nodes.indices.compactMap { person in
            guard scene.nodes[person].kind == .person, !scene.nodes[person].isAtRisk else { return nil }
            let own = works[person] ?? []
            let sites = supplied[person] ?? []
            let touched = (called[person] ?? []).subtracting(sites).subtracting(own)
            guard !sites.union(touched).isSubset(of: own) else { return nil }
            return Entry(
                person: person, supplied: sites.sorted(), called: touched.sorted(), people: people[person] ?? 0,
                phones: (phones[person] ?? []).sorted())
        }
        .sorted {
            ($1.score, $1.people, scene.nodes[$0.person].id) < ($0.score, $0.people, scene.nodes[$1.person].id)
        }
    }
}
