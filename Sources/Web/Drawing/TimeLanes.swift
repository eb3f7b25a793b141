import RichPicture

/// The events of one page of a timeline in lanes, one for each kind: when what happened, at a glance.
struct TimeLanes: Sendable {
    let reader: Reader
    var width = 960.0

    /// The drawing; `nil` for fewer than two events.
    func draw(_ events: [EventLine], title: String) -> Markup? {
        let starts = events.map(\.start.milliseconds)
        guard events.count > 1, let first = starts.min(), let last = starts.max() else { return nil }
        let kinds = EventKind.allCases.filter { kind in events.contains { $0.kind == kind } }
        let (left, lane) = (110.0, 30.0)
        let height = Double(kinds.count) * lane + 22
        let span = Double(max(1, last - first))
        let rows = kinds.enumerated().map { index, kind -> Markup in
            let y = Double(index) * lane + lane / 2
            let dots = events.filter { $0.kind == kind }.map { event -> Markup in
                let x = left + (width - left - 10) * Double(event.start.milliseconds - first) / span
                let long = (width - left - 10) * Double((event.duration ?? 0) * 1_000) / span
                return """
                    <rect class="\(event.kind.name)" x="\(number: min(x, width - 8))" y="\(number: y - 6)" \
                    width="\(number: min(max(5, long), width - x))" height="12" rx="2.5"><title>\(label(event))</title></rect>
                    """
            }
            return """
                <text x="0" y="\(number: y + 4)">\(reader.name(kind))</text>\
                <path class="ground" d="M\(number: left) \(number: y)H\(number: width)"/>\(Markup.joined(dots))
                """
        }
        return """
            <svg class="lanes" viewBox="0 0 \(number: width) \(number: height)" role="img" aria-label="\(title)">
            \(Markup.joined(rows))
            <text x="\(number: left)" y="\(number: height - 4)">\(reader.time(first))</text>
            <text x="\(number: width)" y="\(number: height - 4)" text-anchor="end">\(reader.time(last))</text>
            </svg>
            """
    }

    private func label(_ event: EventLine) -> String {
        let parts = [reader.moment(event.start), event.from.caption, event.to?.caption ?? event.place?.caption ?? ""]
        return parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
