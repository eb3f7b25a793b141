/// A planned inspection and, when somebody had warned the ring, the calls of the evening before.
struct Inspection: Sendable {
    let day: Int
    /// A workplace.
    let workplace: Int
    /// Official to broker, broker to lieutenant, lieutenant to site manager.
    let calls: [Call]
}

extension Province {
    /// The inspections of the labour office: of sites of the main broker, each with a warning the evening before, and of
    /// others, with none. The official calls the broker at other times too, if seldom.
    func plannedInspections() -> [Inspection] {
        var draw = Draw(seed, .ring, 2)
        var inspections: [Inspection] = []
        for day in stride(from: 9, to: days, by: 11) {
            let isOfMainBroker = inspections.count % 3 != 2
            let workplace = isOfMainBroker ? draw.below(6) : draw.within(6...(workplaces.count - 1))
            let when = day + draw.below(3)
            guard when < days else { continue }
            inspections.append(
                Inspection(
                    day: when, workplace: workplace,
                    calls: isOfMainBroker ? warning(before: when, of: workplace, &draw) : []))
        }
        return inspections
    }

    /// The inspections that the ring was warned of.
    var warnings: [Inspection] { inspections.filter { !$0.calls.isEmpty } }

    private func warning(before day: Int, of site: Int, _ draw: inout Draw) -> [Call] {
        guard let lieutenant = Ring.lieutenant(ofSite: site) else { return [] }
        let evening = day - 1
        var at = evening * 86_400 + 18 * 3600 + draw.below(5_400)
        let broker = ring.brokers[0]
        let steps: [(Int, UInt8, Int, UInt8)] = [
            (ring.official, 0, broker, 1), (broker, 0, ring.lieutenants[lieutenant], 0),
            (ring.lieutenants[lieutenant], 0, ring.managers[site], 0),
        ]
        return steps.compactMap { caller, slot, callee, calleeSlot in
            let from = phone(of: caller, slot: slot, day: evening)
            let to = phone(of: callee, slot: calleeSlot, day: evening)
            let duration = draw.within(35...150)
            defer { at += duration + draw.within(120...1_500) }
            guard from >= 0, to >= 0 else { return nil }
            return call(at: at, caller, from, to, duration: duration, 0)
        }
    }
}
