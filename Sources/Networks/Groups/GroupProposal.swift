public import Words

/// A crime group as the links suggest it: a proposal for a person to judge, never a fact (R067).
public struct GroupProposal: Sendable {
    /// What somebody does for the group.
    public enum Role: String, Sendable, CaseIterable {
        case organiser, broker, siteManager = "site manager", guardian = "guard or transporter"
        case moneyHandler = "money handler", official = "corrupt official"

        /// T1 organiser … T4 low level (part 2.7).
        public var tier: Int {
            switch self {
            case .organiser: 1
            case .broker, .moneyHandler, .official: 2
            case .siteManager: 3
            case .guardian: 4
            }
        }
    }

    /// A person with the role that the links suggest.
    public struct Member: Sendable {
        /// The person, as a place in the scene.
        public var person: Int
        /// The role.
        public var role: Role
        /// Why it is proposed.
        public var reasons: [Phrase]
        /// The best grade among the links behind the reasons.
        public var grade: String?
        /// Was any of those links stated by somebody?
        public var isStated: Bool
    }

    /// The members, by tier.
    public var members: [Member]
    /// The sites.
    public var sites: [Int]

    /// The groups of a scene, the largest first.
    public static func proposed(_ scene: Scene) -> [GroupProposal] {
        let members = RoleReading(scene).members
        var roots = Roots(scene.nodes.count)
        let people = Set(members.map(\.person))
        let owner = scene.owners()
        for link in scene.links where [.supplies, .worksAt, .transfers, .calls, .owns, .seenAt].contains(link.tie) {
            let ends = [owner[link.from], owner[link.to]]
            if ends.allSatisfy({ people.contains($0) || scene.nodes[$0].kind == .site }) {
                roots.join(ends[0], ends[1])
            }
        }
        var groups: [Int: GroupProposal] = [:]
        for member in members {
            groups[roots.root(member.person), default: .init(members: [], sites: [])].members.append(member)
        }
        for site in scene.nodes.indices where scene.nodes[site].kind == .site {
            groups[roots.root(site)]?.sites.append(site)
        }
        return groups.values.map { group in
            var group = group
            group.members.sort { ($0.role.tier, $0.person) < ($1.role.tier, $1.person) }
            return group
        }
        .filter { !$0.sites.isEmpty }
        .sorted { ($1.members.count, $0.members[0].person) < ($0.members.count, $1.members[0].person) }
    }
}
