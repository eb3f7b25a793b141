import Testing
import Words

@testable import Networks

@Suite("Groups: roles, ranking, what would still stand")
struct SceneTests {
    static let nodes = """
        id,kind,name,at_risk,official
        b,person,Broker,,
        m1,person,Manager 1,,
        m2,person,Manager 2,,
        h,person,Handler,,
        o,person,Boss,,
        f,person,Officer,,1
        g,person,Guard,,
        w,person,Worker,1,
        s1,site,Quay,,
        s2,site,Farm,,
        s3,site,Bar,,
        p1,phone,,,
        p2,phone,,,
        a1,account,,,
        a2,account,,,
        """
    static let links = """
        from,to,tie,weight,grade,stated,day
        b,p1,owns,1,2B,1,1
        b,p2,owns,1,1A,0,9
        h,a1,owns,1,1A,1,1
        o,a2,owns,1,1A,1,1
        p1,m1,calls,9,1A,1,2
        p2,m2,calls,9,1A,1,9
        b,s1,supplies,1,2B,1,2
        b,s2,supplies,10,2B,1,3
        b,s3,supplies,9,2C,0,9
        m1,s1,works at,1,1A,1,1
        m2,s2,works at,1,1A,1,1
        w,s1,works at,1,1A,1,1
        w,m1,calls,5,1A,1,1
        m1,a1,transfers,500,1A,1,3
        m2,a1,transfers,500,1A,1,3
        a1,a2,transfers,900,1A,1,4
        b,o,calls,3,1A,1,4
        a2,f,transfers,100,1B,1,5
        g,s1,seen at,4,2B,1,5
        g,m1,calls,4,1A,1,5
        """

    @Test("R067: each role is read from its links, with a reason and a grade")
    func roles() throws {
        let scene = try Scene(nodes: Self.nodes, links: Self.links)
        let group = try #require(GroupProposal.proposed(scene).first)
        let roles = group.members.reduce(into: [:]) { $0[scene.nodes[$1.person].id] = $1.role }
        let expected: [String: GroupProposal.Role] = [
            "b": .broker, "m1": .siteManager, "m2": .siteManager, "h": .moneyHandler, "o": .organiser, "f": .official,
            "g": .guardian,
        ]
        #expect(roles == expected)
        #expect(group.members.allSatisfy { !$0.reasons.isEmpty && $0.grade != nil })
        #expect(group.sites.map { scene.nodes[$0].id } == ["s1", "s2", "s3"])
        #expect(group.members.map(\.role.tier) == [1, 2, 2, 2, 3, 3, 4])
    }

    @Test("R065: a person at risk is never given a role, ranked or asked about")
    func atRisk() throws {
        let scene = try Scene(nodes: Self.nodes, links: Self.links)
        let worker = try #require(scene.place(of: "w"))
        #expect(!GroupProposal.proposed(scene).flatMap(\.members).contains { $0.person == worker })
        #expect(!BrokerRanking(scene).entries.contains { $0.person == worker })
        #expect(!LinkQuestion.asked(scene).contains { $0.first == worker || $0.second == worker })
    }

    @Test("R163, R164: closing one site leaves 95 % standing, and the words name the broker and the other sites")
    func standing() throws {
        let scene = try Scene(nodes: Self.nodes, links: Self.links)
        let stands = try WhatStands(scene)
        let closed = stands.after([try #require(scene.place(of: "s1"))])
        #expect(closed.people == (20, 19))
        #expect(
            closed.words.map(\.key) == ["network.standing.one", "network.standing.broker", "network.standing.hardly"])
        #expect(closed.words[0].arguments["people"] == "95")
        #expect(
            closed.words[1].arguments == ["broker": "Broker", "phones": "2", "count": "2", "sites": "Farm, Bar"])
        let arrested = stands.after([try #require(scene.place(of: "b"))])
        #expect(arrested.people == (20, 0) && arrested.money.left == arrested.money.before)
        let best = try stands.best(.people, budget: 1)
        #expect(best.taken.map { scene.nodes[$0].id } == ["b"] && best.plan.isProven)
        #expect(BrokerRanking(scene).entries.first.map { scene.nodes[$0.person].id } == "b")
    }

    @Test("what is new since a day, dated scores by two scorers, questions")
    func change() throws {
        let scene = try Scene(nodes: Self.nodes, links: Self.links)
        let change = SceneChange(scene, from: 5, to: 9)
        #expect(change.links.count == 3 && change.sites.map { scene.nodes[$0].id } == ["s3"])
        let group = try #require(GroupProposal.proposed(scene).first)
        let (early, late) = (try GroupThreat(group, in: scene, day: 2), try GroupThreat(group, in: scene, day: 9))
        #expect(early.score < late.score && late.day == 9 && late.difference == abs(late.score - late.second))
        #expect(try late == GroupThreat(group, in: scene, day: 9))
        #expect(LinkQuestion.asked(scene).allSatisfy { !$0.shared.isEmpty })
    }

    @Test("tables that cannot be read say why")
    func refused() {
        #expect(throws: SceneError.noColumn("kind")) { try Scene(nodes: "id\na\n", links: "") }
        #expect(throws: SceneError.noNode("z")) {
            try Scene(nodes: "id,kind\na,person\n", links: "from,to,tie\na,z,calls\n")
        }
    }
}
