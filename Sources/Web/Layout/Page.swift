import Records

/// A page before it is put into the frame that all pages share.
struct Page: Sendable {
    /// The title, said first by a screen reader and shown in the tab.
    var title: String
    /// The place in the navigation.
    var section: Section?
    var body: Markup
    /// The small scripts that this page gains from, by name of their file.
    var scripts: [String] = []
    /// The text for the search box in the header.
    var searched = ""
    /// Seconds after which the page loads itself again, while something runs.
    var refresh: Int?
    /// Another page that is loaded then instead.
    var refreshTo: SiteURL?
    /// Whether the page uses the whole width: canvas and map.
    var isWide = false

    /// The entries of the navigation, in their order.
    enum Section: String, CaseIterable, Sendable {
        case home, board, records, search, network, links, map, timeline, sources, `import`, export, stops, help

        /// Where it leads.
        var url: SiteURL {
            switch self {
            case .home: .home
            case .board: .board(.mine)
            case .records: .records
            case .search: .search(SearchState())
            case .network: .network(NetworkState())
            case .links: .links(LinksState())
            case .map: .map(MapState())
            case .timeline: .timeline(TimelineState())
            case .sources: .sources
            case .import: .importForm
            case .export: .export(ExportState())
            case .stops: .stops
            case .help: .help
            }
        }
    }
}
