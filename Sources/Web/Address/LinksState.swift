import RichPicture

/// What the queue of proposals shows; it stands in the page's address.
struct LinksState: Sendable, Hashable {
    /// Persons or organisations only.
    var subject: LinkSubject?
    var offset = 0

    static let pageSize = 25

    init() {}

    init(_ query: Query) {
        subject = query["about"].flatMap(LinkSubject.init(rawValue:))
        offset = query.number("offset", in: 0...100_000_000, default: 0)
    }

    var query: Query {
        var query = Query()
        query.add("about", subject?.rawValue)
        query.add("offset", offset, default: 0)
        return query
    }
}

/// What the list of decisions shows.
struct DecisionsState: Sendable, Hashable {
    /// Only these.
    var verdict: LinkVerdict?
    var offset = 0

    static let pageSize = 50

    init() {}

    init(_ query: Query) {
        verdict = query["verdict"].flatMap(LinkVerdict.init(name:))
        offset = query.number("offset", in: 0...100_000_000, default: 0)
    }

    var query: Query {
        var query = Query()
        query.add("verdict", verdict?.name)
        query.add("offset", offset, default: 0)
        return query
    }
}
