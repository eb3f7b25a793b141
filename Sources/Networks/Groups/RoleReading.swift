import Words

/// Reads roles from links by written rules; the first that holds gives the role.
///
/// | role | holds when |
/// |---|---|
/// | broker | supplies two sites or more, or supplies one and calls the staff of another |
/// | corrupt official | in public office, and receives money from, or is called by, somebody with a role |
/// | money handler | at least two pay in and at least 7/10 is passed on |
/// | organiser | works at no site, keeps more than half of what two or more with roles pay, or owns two sites |
/// | site manager | works at a site and calls a broker, or owns it |
/// | guard or transporter | works at or is seen at a site and calls somebody with a role, or owns a vehicle seen at two sites |
struct RoleReading {
    private(set) var members: [GroupProposal.Member] = []
    private let scene: Scene
    private let owner: [Int]
    private var links: [Int: [(link: Scene.Link, other: Int, isOut: Bool)]] = [:]
    private var roles: [Int: GroupProposal.Role] = [:]

    init(_ scene: Scene) {
        self.scene = scene
        owner = scene.owners()
        for link in scene.links where link.tie != .owns || scene.nodes[link.to].kind == .site {
            let (a, b) = (owner[link.from], owner[link.to])
            guard a != b else { continue }
            links[a, default: []].append((link, b, true))
            links[b, default: []].append((link, a, false))
        }
        let people = scene.nodes.indices.filter { scene.nodes[$0].kind == .person && !scene.nodes[$0].isAtRisk }
        // Brokers and money handlers stand by themselves; the others are read from their links to those.
        let rules = [Self.broker, Self.moneyHandler, Self.siteManager, Self.organiser, Self.official, Self.guardian]
        for rule in rules {
            for person in people where roles[person] == nil {
                guard let (role, reason, behind) = rule(self)(person) else { continue }
                members.append(
                    .init(
                        person: person, role: role, reasons: [reason], grade: behind.compactMap(\.grade).min(),
                        isStated: behind.contains(where: \.isStated)))
            }
            for member in members { roles[member.person] = member.role }
        }
    }

    private typealias Read = (GroupProposal.Role, Phrase, [Scene.Link])

    private func own(_ person: Int, _ tie: Scene.Tie, out: Bool? = nil) -> [(link: Scene.Link, other: Int, isOut: Bool)]
    {
        (links[person] ?? []).filter { $0.link.tie == tie && (out ?? $0.isOut) == $0.isOut }
    }

    private func sites(_ ties: [(link: Scene.Link, other: Int, isOut: Bool)]) -> Set<Int> {
        Set(ties.map(\.other).filter { scene.nodes[$0].kind == .site })
    }

    private func staffed(_ person: Int) -> Set<Int> {
        own(person, .calls).reduce(into: []) { $0.formUnion(sites(own($1.other, .worksAt, out: true))) }
    }

    private func broker(_ person: Int) -> Read? {
        let ties = own(person, .supplies, out: true)
        let supplied = sites(ties)
        let touched = staffed(person).subtracting(supplied)
        guard supplied.count > 1 || (!supplied.isEmpty && !touched.isEmpty) else { return nil }
        return (
            .broker,
            Phrase("network.role.broker", ["supplied": "\(supplied.count)", "called": "\(touched.count)"]),
            ties.map(\.link)
        )
    }

    private func moneyHandler(_ person: Int) -> Read? {
        let (paid, passed) = (own(person, .transfers, out: false), own(person, .transfers, out: true))
        let (into, out) = (paid.reduce(0) { $0 + $1.link.weight }, passed.reduce(0) { $0 + $1.link.weight })
        guard Set(paid.map(\.other)).count > 1, into > 0, out * 10 >= into * 7, out <= into * 13 / 10 else {
            return nil
        }
        return (
            .moneyHandler,
            Phrase(
                "network.role.money", ["payers": "\(Set(paid.map(\.other)).count)", "share": "\(out * 100 / into)"]),
            (paid + passed).map(\.link)
        )
    }

    private func siteManager(_ person: Int) -> Read? {
        let works = own(person, .worksAt, out: true)
        let calls = own(person, .calls).filter { [.broker, .organiser, .moneyHandler].contains(roles[$0.other]) }
        let pays = own(person, .transfers, out: true).filter { roles[$0.other] == .moneyHandler }
        guard !works.isEmpty, !(calls + pays).isEmpty else { return nil }
        return (
            .siteManager, Phrase("network.role.manager", ["site": scene.nodes[works[0].other].name]),
            (works + calls + pays).map(\.link)
        )
    }

    private func organiser(_ person: Int) -> Read? {
        let owned = own(person, .owns, out: true)
        if sites(owned).count > 1 {
            return (.organiser, Phrase("network.role.owner", ["count": "\(sites(owned).count)"]), owned.map(\.link))
        }
        guard own(person, .worksAt).isEmpty, !scene.nodes[person].isOfficial else { return nil }
        let paid = own(person, .transfers, out: false).filter { roles[$0.other] != nil }
        let (into, out) = (
            own(person, .transfers, out: false).reduce(0) { $0 + $1.link.weight },
            own(person, .transfers, out: true).reduce(0) { $0 + $1.link.weight }
        )
        let ties = own(person, .calls).filter { [.broker, .siteManager].contains(roles[$0.other]) }
        guard !paid.isEmpty, into > 2 * out, Set((paid + ties).map(\.other)).count > 1 else { return nil }
        return (
            .organiser, Phrase("network.role.organiser", ["payers": "\(Set(paid.map(\.other)).count)"]),
            (paid + ties).map(\.link)
        )
    }

    private func official(_ person: Int) -> Read? {
        let ties = (own(person, .transfers, out: false) + own(person, .calls)).filter { roles[$0.other] != nil }
        guard scene.nodes[person].isOfficial, !ties.isEmpty else { return nil }
        return (
            .official, Phrase("network.role.official", ["count": "\(Set(ties.map(\.other)).count)"]), ties.map(\.link)
        )
    }

    private func guardian(_ person: Int) -> Read? {
        let at = own(person, .worksAt, out: true) + own(person, .seenAt, out: true)
        let ties = own(person, .calls).filter { roles[$0.other] != nil }
        let places = sites(at)
        guard !places.isEmpty, !ties.isEmpty || places.count > 1 else { return nil }
        return (.guardian, Phrase("network.role.guardian", ["count": "\(places.count)"]), (at + ties).map(\.link))
    }
}
