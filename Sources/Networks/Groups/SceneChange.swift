/// What is new in a scene since a day, and how a group grew.
public struct SceneChange: Sendable, Equatable {
    /// Links, persons with a role and sites that were not known on the first day, as places in the later scene.
    public var links: [Int], members: [Int], sites: [Int]
    /// Persons whose role is another now.
    public var changed: [Int]

    /// Compares what was known on two days.
    public init(_ scene: Scene, from first: Int, to last: Int) {
        let (before, after) = (scene.upTo(day: first), scene.upTo(day: last))
        links = scene.links.indices.filter {
            (scene.links[$0].day ?? first) > first && (scene.links[$0].day ?? first) <= last
        }
        func roles(_ scene: Scene) -> [Int: GroupProposal.Role] {
            RoleReading(scene).members.reduce(into: [:]) { $0[$1.person] = $1.role }
        }
        func sites(_ scene: Scene) -> Set<Int> {
            Set(scene.links.flatMap { [$0.from, $0.to] }.filter { scene.nodes[$0].kind == .site })
        }
        let (old, new) = (roles(before), roles(after))
        members = new.keys.filter { old[$0] == nil }.sorted()
        changed = new.keys.filter { old[$0] != nil && old[$0] != new[$0] }.sorted()
        self.sites = sites(after).subtracting(sites(before)).sorted()
    }
}

/// A question for a person: are these two linked? Never a fact, and never put into the picture by itself.
public struct LinkQuestion: Sendable, Equatable {
    /// The two persons.
    public var first: Int, second: Int
    /// Whom and what they share.
    public var shared: [Int]
    /// Adamic and Adar 2003: what few share weighs more, Σ 1 / ln(degree).
    public var weight: Double

    /// The strongest questions of a scene.
    public static func asked(_ scene: Scene, most: Int = 20) -> [LinkQuestion] {
        let owner = scene.owners()
        var near: [Set<Int>] = .init(repeating: [], count: scene.nodes.count)
        for link in scene.links where owner[link.from] != owner[link.to] {
            near[owner[link.from]].insert(owner[link.to])
            near[owner[link.to]].insert(owner[link.from])
        }
        var shared: [[Int]: [Int]] = [:]
        for node in near.indices where near[node].count > 1 && near[node].count <= 60 {
            let people = near[node].filter { scene.nodes[$0].kind == .person && !scene.nodes[$0].isAtRisk }.sorted()
            for (place, a) in people.enumerated() {
                for b in people[(place + 1)...] where !near[a].contains(b) { shared[[a, b], default: []].append(node) }
            }
        }
        return shared.map { pair, nodes in
            LinkQuestion(
                first: pair[0], second: pair[1], shared: nodes.sorted(),
                weight: nodes.sorted().reduce(0) { $0 + 1 / Logarithm.natural(of: near[$1].count) })
        }
        .sorted { ($1.weight, $0.first, $0.second) < ($0.weight, $1.first, $1.second) }.prefix(most).map { $0 }
    }
}

/// The natural logarithm of a count, without a library of mathematics: ln n = 2 · artanh((n − 1)/(n + 1)) by halving.
enum Logarithm {
    static func natural(of count: Int) -> Double {
        var (value, result) = (Double(max(2, count)), 0.0)
        while value > 1.5 {
            value /= 2
            result += 0.693_147_180_559_945_3
        }
        let x = (value - 1) / (value + 1)
        var (power, sum) = (x, 0.0)
        for odd in stride(from: 1.0, through: 41, by: 2) {
            sum += power / odd
            power *= x * x
        }
        return result + 2 * sum
    }
}
