import RichPicture

/// The filter as it stands in an address: dates as people write them, names for kinds and streams.
///
/// One filter serves network, map and timeline, so that a link carries it from one to the other.
struct FilterState: Sendable, Hashable {
    /// `2026-06-01` or `2026-06-01T08:15`; the last day counts in full.
    var from: String?
    var until: String?
    var kinds: [String] = []
    /// The least confidence, 0-4.
    var grade = 0
    var streams: [String] = []
    var legs: [String] = []

    init() {}

    init(_ query: Query) {
        from = query["from"]
        until = query["until"]
        kinds = query.all("kind")
        grade = query.number("grade", in: 0...4, default: 0)
        streams = query.all("stream")
        legs = query.all("leg")
    }

    /// Whether anything is filtered.
    var isEmpty: Bool { self == FilterState() }

    /// Adds the filter to an address.
    func add(to query: inout Query) {
        query.add("from", from)
        query.add("until", until)
        for kind in kinds { query.add("kind", kind) }
        query.add("grade", grade, default: 0)
        for stream in streams { query.add("stream", stream) }
        for leg in legs { query.add("leg", leg) }
    }

    /// What the picture understands; what cannot be read does not filter.
    func filter(in zone: Zone) -> PictureFilter {
        var filter = PictureFilter()
        filter.from = from.flatMap { zone.instant($0) }
        filter.until = until.flatMap { zone.instant($0, end: true) }
        filter.kinds = Set(kinds)
        filter.confidence = grade
        filter.legs = Set(legs.compactMap(Leg.init(rawValue:)))
        filter.streams = Set(streams.compactMap(StreamKind.init(rawValue:)))
        return filter
    }
}
