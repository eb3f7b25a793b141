import RichPicture

/// Events as a table: when, what, between whom, where, how much, and the line that says so.
enum EventTable {
    static func table(_ events: [EventLine], _ parts: Parts) -> Markup {
        let reader = parts.reader
        let when = reader("web.column.when", ["zone": reader.zone.name])
        let columns = ["what", "from", "to", "amount", "said"].map { reader("web.column.\($0)") }
        return parts.table(reader("web.timeline.table"), columns: [when] + columns, rows: events.map { row($0, parts) })
    }

    private static func row(_ event: EventLine, _ parts: Parts) -> [Markup] {
        let reader = parts.reader
        let second = event.to.map { parts.plainEntity($0) }
        let place = event.place.map {
            "<span class=\"at\">\(reader("web.event.at")) \(parts.plainEntity($0))</span>" as Markup
        }
        // A call's cell is the caller's; a sighting's place is where the other column stands.
        let isCall = event.kind == .call || event.kind == .message
        let with = [event.handset, event.sim].compactMap { $0 }.map {
            "<span class=\"at\">\(parts.entity($0))</span>" as Markup
        }
        let amounts = [
            event.money.map { reader.money($0) }, event.duration.map { reader.duration(seconds: $0) }, event.note,
        ]
        return [
            "<time datetime=\"\(event.start.iso)\">\(reader.moment(event.start, besideZone: true))</time>",
            "\(reader.name(event.kind))",
            "\(parts.plainEntity(event.from))\(Markup.joined(with + (isCall ? [place].compactMap { $0 } : [])))",
            Markup.joined([second, isCall ? nil : place].compactMap { $0 }, separator: " "),
            "\(amounts.compactMap { $0 }.joined(separator: " · "))", parts.citation(event.citation),
        ]
    }
}
