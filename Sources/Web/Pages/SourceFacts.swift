import RichPicture

/// What is known about a source itself: where from, how graded, under which authority, how many rows.
enum SourceFacts {
    static func view(_ source: Source, _ parts: Parts) -> Markup {
        let reader = parts.reader
        let counts = source.counts
        return parts.facts([
            (reader("web.column.owner"), "\(source.owner)"),
            (reader("web.source.leg"), "\(source.leg.map { reader.name($0) } ?? "")"),
            (
                reader("web.column.grade"),
                "\(parts.grade(source.grade)) <span class=\"quiet\">\(reader.meaning(source.grade))</span>"
            ),
            (reader("web.source.conditions"), "\(source.conditions)"),
            (reader("web.source.authority"), authority(source, reader)),
            (reader("web.column.rows"), rows(counts, reader)),
            (reader("web.column.period"), "\(reader.span(counts.first, counts.last))"),
            (reader("web.source.holds"), holds(counts, reader)),
            (reader("web.source.format"), format(source, reader)),
            (reader("web.column.received"), received(source, reader)),
            (
                reader("web.source.hash"),
                "<code class=\"hash\">\(source.hash)</code> <span class=\"quiet\">\(reader.bytes(source.size))</span>"
            ),
        ])
    }

    private static func authority(_ source: Source, _ reader: Reader) -> Markup {
        guard let authority = source.authority else {
            return source.stream.isIntrusive ? "\(reader("web.source.authority.none"))" : .empty
        }
        let covers = reader.span(authority.from, authority.until - 1)
        let subject = reader("web.subject.\(authority.subject.rawValue)")
        return
            "\([authority.reference, authority.basis, subject, covers].filter { !$0.isEmpty }.joined(separator: " · "))"
    }

    private static func rows(_ counts: SourceCounts, _ reader: Reader) -> Markup {
        let arguments = [
            "rows": reader.number(counts.rows), "accepted": reader.number(counts.accepted),
            "refused": reader.number(counts.rejected),
        ]
        let isWhole = counts.rejected == 0 && counts.silent == 0
        let sentence = reader(isWhole ? "web.source.rows.good" : "web.source.rows", arguments)
        guard counts.silent > 0 else { return "\(sentence)" }
        return "\(sentence) · \(reader.count("web.source.rows.silent", counts.silent))"
    }

    private static func holds(_ counts: SourceCounts, _ reader: Reader) -> Markup {
        let events = EventKind.allCases.compactMap { kind in
            counts.events[kind.name].map { "\(reader.number($0)) \(reader.plural(kind, $0))" }
        }
        let entities = EntityKind.allCases.compactMap { kind in
            counts.entities[kind.name].map { "\(reader.number($0)) \(reader.plural(kind, $0))" }
        }
        let statements = counts.statements > 0 ? [reader.count("web.count.statements", counts.statements)] : []
        return "\((events + entities + statements).joined(separator: " · "))"
    }

    private static func format(_ source: Source, _ reader: Reader) -> Markup {
        "\([source.format, source.profile, source.encoding, source.zone].filter { !$0.isEmpty }.joined(separator: " · "))"
    }

    private static func received(_ source: Source, _ reader: Reader) -> Markup {
        let staged = reader("web.source.received", ["time": reader.time(source.receivedAt), "name": source.receivedBy])
        let committed = source.committedAt.map { reader("web.source.committed", ["time": reader.time($0)]) }
        return "\([staged, committed ?? ""].filter { !$0.isEmpty }.joined(separator: " · "))"
    }
}

/// The rows that were refused, each with its place and reason.
enum RefusedRows {
    static func view(
        _ rows: [RejectedRow], kept: Int, offset: Int = 0, source: Source, _ parts: Parts
    ) -> Markup {
        let reader = parts.reader
        let total = source.counts.rejected
        let beyond = total > kept ? reader.count("web.refused.beyond", total - kept) : ""
        let pager = parts.pager(offset: offset, shown: rows.count, total: kept, size: SourceView.rejectedPage) {
            .source(source.id, line: nil, refused: $0)
        }
        let cells = rows.map { row -> [Markup] in
            [
                "<a href=\"\(url: .source(source.id, line: row.line))\">\(row.line)</a>",
                "\(row.column > 0 ? String(row.column) : "")", "\(reader(row.problem))",
            ]
        }
        let title = reader.count("web.refused.title", total)
        return """
            <section id="refused"><h2>\(title)</h2><p class="quiet">\(reader("web.refused.text")) \(beyond)</p>
            \(parts.table(title, columns: ["line", "column", "why"].map { reader("web.column.\($0)") }, rows: cells))\(pager)</section>
            """
    }
}
