/// Who and what is around a crime group, and what links them: what groups, roles and what would still stand are read from.
///
/// Has no place for nationality, ethnicity, sex, religion or age (RL-20): nothing here can be scored by them.
public struct Scene: Sendable {
    /// What a node is.
    public enum Kind: String, Sendable, CaseIterable { case person, site, phone, account, vehicle, company }

    /// What a link says.
    public enum Tie: String, Sendable, CaseIterable {
        /// The first calls the second.
        case calls
        /// Money goes from the first to the second; the weight is how much, in minor units.
        case transfers
        /// The first brings people to the second; the weight is how many.
        case supplies
        /// The first works at the second, a site.
        case worksAt = "works at"
        /// The first owns or uses the second.
        case owns
        /// The first was seen at the second.
        case seenAt = "seen at"
    }

    /// A person, a place or a thing.
    public struct Node: Sendable, Equatable {
        /// Its identifier, and what people call it.
        public var id: String, name: String
        /// What it is.
        public var kind: Kind
        /// A person at risk is never given a role (R065).
        public var isAtRisk = false
        /// A person in public office.
        public var isOfficial = false

        /// A node.
        public init(_ id: String, _ kind: Kind, name: String? = nil, isAtRisk: Bool = false, isOfficial: Bool = false) {
            (self.id, self.kind, self.name) = (id, kind, name ?? id)
            (self.isAtRisk, self.isOfficial) = (isAtRisk, isOfficial)
        }
    }

    /// A link; what is inferred stays apart from what somebody stated.
    public struct Link: Sendable, Equatable {
        /// The nodes, by place.
        public var from: Int, to: Int
        /// What it says.
        public var tie: Tie
        /// How much: people, minor units of money, calls, times seen.
        public var weight: Int
        /// The grade of the best item that says so, such as `1A`; nil when none is known.
        public var grade: String?
        /// Somebody said so; false when it was computed.
        public var isStated: Bool
        /// When it was first so, in days since 1970; nil when nobody knows.
        public var day: Int?

        /// A link.
        public init(
            _ from: Int, _ tie: Tie, _ to: Int, weight: Int = 1, grade: String? = nil, isStated: Bool = true,
            day: Int? = nil
        ) {
            (self.from, self.to, self.tie, self.weight) = (from, to, tie, weight)
            (self.grade, self.isStated, self.day) = (grade, isStated, day)
        }
    }

    /// The nodes.
    public var nodes: [Node]
    /// The links.
    public var links: [Link]

    /// A scene.
    public init(nodes: [Node] = [], links: [Link] = []) { (self.nodes, self.links) = (nodes, links) }

    /// The scene as it was known at the end of a day: links without a day are always there.
    public func upTo(day: Int) -> Scene { Scene(nodes: nodes, links: links.filter { ($0.day ?? day) <= day }) }

    /// The node with this identifier.
    public func place(of id: String) -> Int? { nodes.firstIndex { $0.id == id } }

    /// The person that owns a thing, or the node itself; of several owners the first.
    func owners() -> [Int] {
        var owner = Array(nodes.indices)
        for link in links where link.tie == .owns && owner[link.to] == link.to && nodes[link.to].kind != .site {
            owner[link.to] = link.from
        }
        return owner.map { owner[$0] }
    }
}
