import Records

/// What a list of records shows; it stands in the page's address.
struct RecordsState: Sendable, Hashable {
    /// The type's name.
    var type: String
    var state: String?
    /// The indexed field that is searched, and what for.
    var field: String?
    var value: String?
    var offset = 0

    static let pageSize = 50

    init(type: String) { self.type = type }

    init(type: String, _ query: Query) {
        self.type = type
        state = query["state"]
        value = query["value"]
        field = value == nil ? nil : query["field"]
        offset = query.number("offset", in: 0...100_000_000, default: 0)
    }

    var query: Query {
        var query = Query()
        query.add("state", state)
        query.add("field", field)
        query.add("value", value)
        query.add("offset", offset, default: 0)
        return query
    }

    /// The same for the book.
    func search(limit: Int = pageSize) -> RecordQuery {
        RecordQuery(state: state, field: field, value: value, offset: offset, limit: limit)
    }
}
