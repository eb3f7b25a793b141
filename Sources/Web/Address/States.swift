import RichPicture

/// What the search page shows, as it stands in its address.
struct SearchState: Sendable, Hashable {
    var text = ""
    var kinds: [String] = []
    var filter = FilterState()
    var place: String?
    var offset = 0

    /// How many hits a page holds.
    static let pageSize = 25

    init(text: String = "") { self.text = text }

    init(_ query: Query) {
        text = query["q"] ?? ""
        kinds = query.all("kind")
        filter = FilterState(query)
        filter.kinds = []
        place = query["place"]
        offset = query.number("offset", in: 0...1_000_000, default: 0)
    }

    /// The state as an address.
    var query: Query {
        var query = Query()
        query.add("q", text)
        for kind in kinds { query.add("kind", kind) }
        filter.add(to: &query)
        query.add("place", place)
        query.add("offset", offset, default: 0)
        return query
    }

    /// Whether there is anything to look for.
    var asksNothing: Bool { text.isEmpty && kinds.isEmpty && filter.isEmpty && place == nil }

    /// What the picture understands.
    func search(in zone: Zone) -> SearchQuery {
        var search = SearchQuery(text)
        let filter = filter.filter(in: zone)
        search.kinds = Set(kinds.compactMap(EntityKind.init(name:)))
        search.streams = filter.streams
        search.legs = filter.legs
        search.from = filter.from
        search.until = filter.until
        search.confidence = filter.confidence
        search.place = place
        search.offset = offset
        search.limit = Self.pageSize
        return search
    }
}

/// What the timeline page shows, as it stands in its address.
struct TimelineState: Sendable, Hashable {
    /// The entity, or `nil` for the whole picture.
    var of: String?
    var filter = FilterState()
    var offset = 0

    /// How many events a page holds.
    static let pageSize = 100

    init(of: String? = nil) { self.of = of }

    init(_ query: Query) {
        of = query["of"]
        filter = FilterState(query)
        offset = query.number("offset", in: 0...100_000_000, default: 0)
    }

    /// The state as an address.
    var query: Query {
        var query = Query()
        query.add("of", of)
        filter.add(to: &query)
        query.add("offset", offset, default: 0)
        return query
    }
}

/// What the map shows, as it stands in its address.
struct MapState: Sendable, Hashable {
    /// The entity whose places are shown, or `nil` for all.
    var around: String?
    var filter = FilterState()
    /// The part of the Earth that is looked at, or `nil` for all that has places.
    var box: GeoBox?
    /// How many places of the table come before this page.
    var offset = 0
    var limit = MapState.pageSize

    /// How many places a page of the table holds unless asked for more.
    static let pageSize = 100

    init(around: String? = nil) { self.around = around }

    init(_ query: Query) {
        around = query["around"]
        filter = FilterState(query)
        box = query["box"].flatMap { GeoBox($0) }
        offset = query.number("offset", in: 0...100_000_000, default: 0)
        limit = query.number("limit", in: 1...5_000, default: Self.pageSize)
    }

    /// The state as an address.
    var query: Query {
        var query = Query()
        query.add("around", around)
        filter.add(to: &query)
        query.add("box", box?.text)
        query.add("offset", offset, default: 0)
        query.add("limit", limit, default: Self.pageSize)
        return query
    }
}
