/// How dangerous a group is: capability × harm by written anchors, and by a second scorer who looks at something else (part
/// 2.7: written anchors, second scorer, dated evidence). The two are shown side by side, never averaged.
public struct GroupThreat: Sendable, Equatable {
    /// 0…4 each, by the anchors.
    public var reach: Int, money: Int, means: Int, corruption: Int, resilience: Int
    /// 0…4: how many people were brought, and to how many sites.
    public var people: Int, sites: Int
    /// Of which day the evidence is, in days since 1970.
    public var day: Int

    /// The sum of the capability anchors, 0…20, times the sum of those of harm, 0…8.
    public var score: Int { (reach + money + means + corruption + resilience) * (people + sites) }
    /// The second scorer: what taking its best-linked person leaves standing, in per cent, times the people brought, in bands;
    /// on the same scale, 0…160.
    public var second: Int
    /// How far the scorers are apart.
    public var difference: Int { abs(score - second) }

    /// Scores a group as it was known on a day.
    public init(_ group: GroupProposal, in scene: Scene, day: Int) throws(StandingError) {
        let scene = scene.upTo(day: day)
        let people = Set(group.members.map(\.person))
        let sites = Set(group.sites)
        let owner = scene.owners()
        let own = scene.links.filter { people.contains(owner[$0.from]) }
        let brought = own.filter { $0.tie == .supplies && sites.contains($0.to) }.reduce(0) { $0 + $1.weight }
        let moved = own.filter { $0.tie == .transfers }.reduce(0) { $0 + $1.weight }
        let things = Set(own.filter { $0.tie == .owns && scene.nodes[$0.to].kind != .site }.map(\.to)).count
        self.day = day
        reach = Self.band(group.sites.count, [1, 2, 4, 8])
        money = Self.band(moved, [1, 10_000_000, 100_000_000, 1_000_000_000])
        means = Self.band(things, [1, 4, 10, 25])
        corruption = Self.band(group.members.count { $0.role == .official } * 2, [1, 2, 4, 6])
        let stands = try WhatStands(scene)
        let top = BrokerRanking(scene).entries.first { people.contains($0.person) }
        let flow = stands.after(top.map { [$0.person] } ?? []).people
        let share = flow.before == 0 ? 0 : flow.left * 100 / flow.before
        resilience = Self.band(share, [10, 30, 60, 90])
        self.people = Self.band(brought, [1, 5, 20, 50])
        self.sites = Self.band(group.sites.count, [1, 3, 6, 10])
        second = 20 * share / 100 * 2 * self.people
    }

    /// How many of the anchors a value reaches.
    static func band(_ value: Int, _ anchors: [Int]) -> Int { anchors.count { value >= $0 } }
}
