import RichPicture

/// How many events fell into each stretch of time, as bars. Each bar is a link to its stretch.
struct TimeStrip: Sendable {
    let reader: Reader
    var width = 960.0
    var height = 120.0

    /// The drawing; `nil` without events.
    func draw(_ timeline: Timeline, title: String, link: (_ from: String, _ until: String) -> SiteURL) -> Markup? {
        guard let first = timeline.histogram.first, let last = timeline.histogram.last, timeline.bucket > 0 else {
            return nil
        }
        let most = max(1, timeline.histogram.map(\.count).max() ?? 1)
        let slots = Double((last.start - first.start) / timeline.bucket + 1)
        let slot = width / slots
        let ground = height - 22
        let bars = timeline.histogram.filter { $0.count > 0 }.map { bucket -> Markup in
            let tall = max(2, (ground - 16) * Double(bucket.count) / Double(most))
            let x = Double((bucket.start - first.start) / timeline.bucket) * slot
            let end = bucket.start + timeline.bucket
            let label = reader.count("web.timeline.bar", bucket.count, ["time": reader.time(bucket.start)])
            let url = link(reader.zone.text(bucket.start), reader.zone.text(end, end: true))
            return """
                <a href="\(url: url)" aria-label="\(label)"><rect x="\(number: x)" y="\(number: ground - tall)" \
                width="\(number: max(1, slot - min(2, slot / 5)))" height="\(number: tall)"><title>\(label)</title></rect></a>
                """
        }
        return """
            <svg class="strip" viewBox="0 0 \(number: width) \(number: height)" role="img" aria-label="\(title)">
            <path class="ground" d="M0 \(number: ground)H\(number: width)"/>\(Markup.joined(bars))
            <text x="0" y="\(number: height - 5)">\(reader.date(first.start))</text>
            <text x="\(number: width)" y="\(number: height - 5)" text-anchor="end">\(reader.date(last.start + timeline.bucket - 1))</text>
            <text x="0" y="11">\(reader.count("web.timeline.most", most))</text>
            </svg>
            """
    }
}
