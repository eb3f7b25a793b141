import RichPicture

/// All sources: where everything came from.
enum SourcesPage {
    static func view(_ sources: [Source], _ reader: Reader) -> Page {
        let parts = Parts(reader: reader)
        let list =
            sources.isEmpty
            ? parts.empty(reader("web.sources.none")) : table(sources, parts, caption: reader("web.sources.title"))
        return Page(
            title: reader("web.sources.title"), section: .sources,
            body: """
                <div class="heading"><h1>\(reader("web.sources.title"))</h1>\
                <a class="button primary" href="\(url: .importForm)">\(reader("web.home.import"))</a></div>
                <p class="lead">\(reader("web.sources.lead"))</p>
                \(list)
                """)
    }

    /// Sources as a table, as home shows them too.
    static func table(_ sources: [Source], _ parts: Parts, caption: String) -> Markup {
        let reader = parts.reader
        let columns = ["source", "stream", "owner", "grade", "state", "rows", "refused", "received"]
        let rows = sources.map { source -> [Markup] in
            [
                "<a href=\"\(url: link(source))\"><bdi>\(source.name)</bdi></a>", "\(reader.name(source.stream))",
                "\(source.owner)", parts.grade(source.grade), parts.state(source.state),
                "\(reader.number(source.counts.rows))",
                "\(reader.number(source.counts.rejected))", "\(reader.time(source.receivedAt))",
            ]
        }
        return parts.table(caption, columns: columns.map { reader("web.column.\($0)") }, rows: rows, numbers: [5, 6])
    }

    /// Where a source is looked at: what waits on the page where it is decided.
    static func link(_ source: Source) -> SiteURL {
        switch source.state {
        case .staged, .unusable: .staged(source.id)
        case .committed, .withdrawn: .source(source.id, line: nil)
        }
    }
}
