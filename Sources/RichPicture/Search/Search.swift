public import Access
import Storage
import Words

extension RichPicture {
    /// Finds entities by name in any script, by identifier in any format, by the words of notes and reports, and by
    /// filters; ranked, with the reason why each matched.
    ///
    /// People are found by name, number or place only. A search that names none of these leaves them out and says so;
    /// one that asks for nothing but people is refused with `PictureRefusal.namesNobody` (RL-20).
    ///
    /// - Parameter country: the country whose national numbers the viewer types, ISO 3166 alpha-2.
    public func search(
        _ query: SearchQuery, country: String? = nil, as viewer: Viewer
    ) async throws -> SearchPage {
        var query = query
        query.text = String(query.text.prefix(Self.queryLimit)).storable
        if !query.namesSomebody, !query.kinds.isEmpty, query.kinds.allSatisfy(\.isPersonal) {
            throw PictureRefusal.namesNobody
        }
        return try await found(query, country: country, action: "search", as: viewer)
    }

    private func found(
        _ query: SearchQuery, country: String?, action: String, as viewer: Viewer
    ) async throws -> SearchPage {
        let page = try await database.read { connection in
            try Searcher(
                query: query, viewer: viewer, country: country, canon: canon(as: viewer, connection),
                find: { try find($0, as: viewer, connection) }, connection: connection
            ).page()
        }
        try await note(query, action: action, found: page.total, as: viewer)
        return page
    }

    /// Characters of a query that are looked at; nobody types more.
    private static let queryLimit = 500

    /// The first hits for what has been typed so far.
    public func suggest(_ text: String, limit: Int, as viewer: Viewer) async throws -> [EntityLine] {
        guard text.says else { return [] }
        var query = SearchQuery(String(text.prefix(Self.queryLimit)).storable)
        query.limit = limit
        return try await found(query, country: nil, action: "suggest", as: viewer).hits.map(\.entity)
    }
}
