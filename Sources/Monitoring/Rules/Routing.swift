public import Values
import Words

/// R076, R077, R094: which unit gets a piece of intelligence: territory × offence × mandate × capacity × integrity.
///
/// Nobody who is named in it or under an inquiry about it, and nobody whom the teller's organisation excluded, ever gets it.
/// When no unit is left, oversight gets it: nothing is without a receiver.
public struct Routing: Sendable {
    /// What must be routed.
    public struct Item: Hashable, Sendable {
        /// What it is about.
        public var themes: Set<ReportTheme>
        /// Where.
        public var area: String
        /// Units that are named in it, under a live flag about it, or excluded by the originator.
        public var excluded: Set<String>
        /// Units that had it and did not take it, oldest first.
        public var passedBy: [String]

        /// An item.
        public init(_ themes: Set<ReportTheme>, area: String, excluded: Set<String> = [], passedBy: [String] = []) {
            self.themes = themes
            self.area = area
            self.excluded = excluded
            self.passedBy = passedBy
        }
    }

    /// Where it goes.
    public enum Receiver: Hashable, Sendable {
        case unit(String)
        /// No unit is left: oversight decides, and learns why.
        case oversight
    }

    /// Milliseconds in which a unit acknowledges, before another is asked.
    public static let acknowledgeIn = 48.hours

    let units: [ReceivingUnit]
    let table: RoutingTable

    /// A routing over all units.
    public init(_ units: [ReceivingUnit], _ table: RoutingTable) {
        self.units = units
        self.table = table
    }

    /// The units that may have it, the best first.
    ///
    /// Where an official is involved, units of the place itself are passed over for national ones, if there is any.
    public func ranking(_ item: Item) -> [ReceivingUnit] {
        let themes = item.themes.isEmpty ? [.forcedLabour] : item.themes
        let able = units.filter {
            $0.covers(item.area) && !item.excluded.contains($0.id) && !item.passedBy.contains($0.id)
                && table.fit($0.mandates, themes) != nil
        }
        let distant = able.filter(\.isNational)
        let candidates = themes.contains(.officialInvolved) && !distant.isEmpty ? distant : able
        return candidates.sorted { left, right in
            let (first, second) = (score(left, themes), score(right, themes))
            return first == second ? left.id < right.id : first > second
        }
    }

    // Fit counts most; mandates against organised crime and corruption, and capacity, decide between those that fit.
    private func score(_ unit: ReceivingUnit, _ themes: Set<ReportTheme>) -> Int {
        let strong = unit.mandates.intersection([.organisedCrime, .corruption]).count
        return 10 * (table.fit(unit.mandates, themes) ?? 0) + 3 * strong + min(4, max(0, unit.capacity))
    }

    /// Where it goes now.
    public func receiver(_ item: Item) -> Receiver { ranking(item).first.map { .unit($0.id) } ?? .oversight }

    /// The same item after a unit let its time run out without acknowledging.
    public func rerouted(_ item: Item, from unit: String) -> Item {
        var next = item
        next.passedBy.append(unit)
        return next
    }

    /// R072: why a sender may not pick this unit: it has no mandate, or it must not have it.
    public func refusal(_ unit: ReceivingUnit, _ item: Item) -> Reason? {
        if item.excluded.contains(unit.id) { return Reason("R077", Phrase("monitoring.unit-excluded")) }
        guard unit.covers(item.area), table.fit(unit.mandates, item.themes) != nil else {
            return Reason("R072", Phrase("monitoring.no-mandate"))
        }
        return nil
    }
}
