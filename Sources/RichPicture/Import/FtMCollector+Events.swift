import Formats

extension FtMCollector {
    /// States a payment, a call or a message, when both ends and the time can be read.
    func happen(_ kind: EventKind, _ item: Waiting, _ facts: inout FactBatch, _ interner: inout Interner) {
        var ends: [EntityRef] = []
        for names in FtMMapping.ends(of: kind) {
            for name in names {
                guard let end = end(name, item, &interner) else { continue }
                ends.append(end)
                break
            }
        }
        guard ends.count == 2, let start = start(item) else { return }
        if let refusal = context.refusal(at: start) {
            facts.rejected.append(FormatError(line: item.line, column: 0, problem: refusal))
            return
        }
        let duration = (item.values["duration"]?.first).flatMap(Double.init).flatMap { Int(exactly: $0.rounded()) }
        facts.events.append(
            EventFacts(
                kind: kind, a: ends[0], b: ends[1], start: start, duration: duration,
                money: kind == .transfer ? money(item) : nil,
                note: item.values["purpose"]?.first, line: item.line))
    }

    // The other entity that a property names, or the number that it holds.
    private func end(_ property: String, _ item: Waiting, _ interner: inout Interner) -> EntityRef? {
        guard let value = item.values[property]?.first else { return nil }
        return property.hasSuffix("Number") ? interner.identifier(.phone, value) : things[value]
    }

    private func start(_ item: Waiting) -> Moment? {
        guard let date = (item.values["date"] ?? item.values["startDate"])?.first,
            let pattern = TimePattern("yyyy-MM-dd?'T'HH:mm:ss?X"),
            let start = pattern.read(Array(date.utf8), offset: context.zone.offset(local:))
        else { return nil }
        return start
    }

    private func money(_ item: Waiting) -> Money? {
        let currency = item.values["currency"]?.first ?? ""
        return (item.values["amount"]?.first).flatMap { amount in
            Array(amount.utf8).withUnsafeBufferPointer {
                Money(text: $0, mark: UInt8(ascii: "."), currency: currency)
            }
        }
    }
}
