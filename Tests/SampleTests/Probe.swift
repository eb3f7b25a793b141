import Testing
import Foundation
@testable import Sample
@Test(arguments: [(1, 500), (2, 500), (1, 2000), (2, 2000), (3, 2000), (7, 2000), (42, 2000), (4, 10000)] as [(UInt64, Int)]) func probe(_ a: (UInt64, Int)) throws {
    let p = Province.make(seed: a.0, people: a.1)
    let g = CallGraph(p)
    let stopped = Set(p.services.flatMap { p.phones(of: $0) }.map { p.phones[$0].number })
    let sites = (0..<14).map { p.phones(of: p.managers[$0]).map { p.phones[$0].number } }
    let deg = g.byDegree, reach = g.bySiteReach(sites, stopped: stopped)
    var out = "seed \(a) calls \(g.calls.values.reduce(0) { $0 + $1.values.reduce(0,+) } / 2)\n"
    for b in p.ring.brokers + p.ring.lieutenants + [p.ring.moneyHandler] {
        for q in p.phones(of: b) { let n = p.phones[q].number
            out += "  \(p.persons[b].role) \(n.international) degree \(g.degree(n)) rank \(deg.firstIndex(of: n) ?? -1) reach rank \(reach.firstIndex(of: n) ?? -1)\n" }
    }
    out += "  top degree \(deg.prefix(12).map { g.degree($0) }) 20th \(g.degree(deg[20]))\n"
    let holder = Dictionary(p.phones.map { ($0.number, Int($0.holder)) }, uniquingKeysWith: { a, _ in a })
    out += "  reach: " + reach.prefix(14).map { "\(p.persons[holder[$0]!].role)" }.joined(separator: " ")
    print(out)
}
