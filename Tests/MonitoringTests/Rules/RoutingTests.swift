import Foundation
import Monitoring
import RoomSupport
import Testing
import Values

@Suite("Routing")
struct RoutingTests {
    static let units = [
        ReceivingUnit("local-police", mandates: [.generalPolice], areas: ["north"], capacity: 4),
        ReceivingUnit("labour-north", mandates: [.labourLaw], areas: ["north"], capacity: 2),
        ReceivingUnit("tip-unit", mandates: [.trafficking], capacity: 3, isNational: true),
        ReceivingUnit("dsi", mandates: [.organisedCrime, .corruption], capacity: 1, isNational: true),
        ReceivingUnit("children", mandates: [.childProtection], areas: ["south"], capacity: 4),
        ReceivingUnit("fiu", mandates: [.money], capacity: 2, isNational: true),
    ]

    static func routing() throws -> Routing { Routing(units, try RoutingTable.shipped()) }

    /// Themes, area, excluded, expected receiver.
    static let table: [(Set<ReportTheme>, String, Set<String>, Routing.Receiver)] = [
        ([.labourRights], "north", [], .unit("labour-north")),  // R094
        ([.labourRights], "north", ["labour-north"], .unit("local-police")),
        ([.labourRights], "south", [], .oversight),
        ([.forcedLabour], "north", [], .unit("tip-unit")),
        ([.broker], "north", [], .unit("dsi")),
        ([.child], "south", [], .unit("children")), ([.child], "north", [], .unit("tip-unit")),
        ([.money], "north", [], .unit("fiu")), ([.money, .broker], "north", [], .unit("dsi")),
        ([.sexualExploitation], "north", ["tip-unit"], .unit("dsi")),
        ([.officialInvolved], "north", ["local-police"], .unit("dsi")),  // R077
        ([.officialInvolved, .forcedLabour], "north", [], .unit("dsi")),
        ([.officialInvolved], "north", ["dsi"], .oversight),
        ([], "north", [], .unit("tip-unit")),
    ]

    @Test("R076, R077, R094: who gets what", arguments: table.indices)
    func cases(_ row: Int) throws {
        let (themes, area, excluded, expected) = Self.table[row]
        #expect(try Self.routing().receiver(Routing.Item(themes, area: area, excluded: excluded)) == expected)
    }

    @Test("R076: what is not acknowledged goes on to the next, and at last to oversight; nobody gets it twice")
    func reroute() throws {
        let routing = try Self.routing()
        var item = Routing.Item([.sexualExploitation], area: "north")
        var seen: [String] = []
        while case .unit(let unit) = routing.receiver(item) {
            seen.append(unit)
            item = routing.rerouted(item, from: unit)
        }
        #expect(seen == ["tip-unit", "dsi", "local-police"] && routing.receiver(item) == .oversight)
    }

    @Test("R072: a unit without mandate, or of another area, cannot be picked")
    func picking() throws {
        let routing = try Self.routing()
        let item = Routing.Item([.labourRights], area: "south", excluded: ["fiu"])
        let rules = Self.units.map { routing.refusal($0, item)?.rule }
        #expect(rules == ["R072", "R072", "R072", "R072", "R072", "R077"])
    }

    @Test("R076, R077: random reports (seed 76): none without a receiver, none to a unit that must not have it")
    func random() throws {
        let isSoak = ProcessInfo.processInfo.environment["DAYBREAK_SOAK"] != nil
        var random = SeededRandom(76)
        let table = try RoutingTable.shipped()
        let areas = ["north", "south", "east", "west"]
        var (wrong, toOversight) = (0, 0)
        for round in 0..<(isSoak ? 1_000_000 : 20_000) {
            if round % 1000 == 0 { random = SeededRandom(UInt64(76 + round)) }
            let units = (0..<(2 + random.below(6))).map { number in
                ReceivingUnit(
                    "u\(number)", mandates: Set(Mandate.allCases.filter { _ in random.below(3) == 0 }),
                    areas: Set(areas.filter { _ in random.flip() }), capacity: random.below(5),
                    isNational: random.below(3) == 0)
            }
            let item = Routing.Item(
                Set(ReportTheme.allCases.filter { _ in random.below(3) == 0 }), area: areas[random.below(4)],
                excluded: Set(units.map(\.id).filter { _ in random.below(3) == 0 }))
            let routing = Routing(units, table)
            switch routing.receiver(item) {
            case .unit(let id):
                let unit = units.first { $0.id == id }
                if item.excluded.contains(id)
                    || unit.map({ !$0.areas.isEmpty && !$0.areas.contains(item.area) }) ?? true
                {
                    wrong += 1
                }
            case .oversight:
                toOversight += 1
                if !routing.ranking(item).isEmpty { wrong += 1 }
            }
        }
        #expect(wrong == 0 && toOversight > 0)
    }
}
