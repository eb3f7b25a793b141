import Linkage

/// A proposal as the keeper holds it: groups of entities, each already one, that may be one with each other.
struct Draft: Sendable {
    /// The pool that proposes it.
    var pool: Int
    /// The units, and for each the canonical entity of each of its mentions.
    var units: [LinkUnit]
    /// The canonical entities, ascending.
    var entities: [Int]
    /// The score that holds it together: of the links without which it falls apart, the weakest.
    var score: Weight
    /// The weakest link, as units.
    var weakest: (String, String)
    /// How many sources speak of them.
    var sources: Int
}

extension Draft {
    /// What a cluster proposes; `nil` when all of it is one already.
    init?(_ units: [LinkUnit], in pool: Int, _ stand: LinkStand, _ canon: Canon) {
        let sides = units.map { unit in Set(unit.mentions.map { canon($0.entity) }) }
        let all = sides.reduce(into: Set<Int>()) { $0.formUnion($1) }
        guard all.count > 1, let best = Self.spanning(units, sides, stand) else { return nil }
        self.init(
            pool: pool, units: units, entities: all.sorted(), score: best.score, weakest: best.link,
            sources: units.reduce(into: Set<Int>()) { $0.formUnion($1.sources) }.count)
    }

    // The links of the heaviest tree that holds all units together; those between entities that are one already weigh nothing
    // against it. A unit whose own mentions are not yet one is held together by its likeness with itself.
    private static func spanning(
        _ units: [LinkUnit], _ sides: [Set<Int>], _ stand: LinkStand
    ) -> (score: Weight, link: (String, String))? {
        var links: [(score: Weight, a: Int, b: Int)] = []
        var weakest: (score: Weight, link: (String, String))?
        func take(_ score: Weight, _ a: String, _ b: String) {
            if weakest.map({ score < $0.score }) ?? true { weakest = (score, (a, b)) }
        }
        for a in units.indices {
            if sides[a].count > 1, let own = stand.explanation(units[a].id, units[a].id) {
                take(own.score, units[a].id, units[a].id)
            }
            for b in units.indices.dropFirst(a + 1) where sides[a] != sides[b] || sides[a].count > 1 {
                guard let score = stand.explanation(units[a].id, units[b].id)?.score else { continue }
                links.append((score, a, b))
            }
        }
        var sets = Array(units.indices)
        func root(_ unit: Int) -> Int { sets[unit] == unit ? unit : root(sets[unit]) }
        for a in units.indices {
            for b in units.indices.dropFirst(a + 1) where !sides[a].isDisjoint(with: sides[b]) {
                sets[root(b)] = root(a)
            }
        }
        for link in links.sorted(by: { ($1.score, $0.a, $0.b) < ($0.score, $1.a, $1.b) }) {
            let (x, y) = (root(link.a), root(link.b))
            guard x != y else { continue }
            sets[y] = x
            take(link.score, units[link.a].id, units[link.b].id)
        }
        return weakest
    }
}
