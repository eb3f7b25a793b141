import RichPicture

/// Home: what waits, what the picture holds, what came in.
enum HomePage {
    static func view(_ home: Home, _ board: Board, _ reader: Reader) -> Page {
        let parts = Parts(reader: reader)
        let waits = BoardPage.summary(board, reader)
        let body: Markup = isEmpty(home) ? "\(welcome(reader))\(waits)" : picture(home, waits, parts)
        return Page(title: reader("web.home.title"), section: .home, body: body)
    }

    private static func isEmpty(_ home: Home) -> Bool {
        home.recent.isEmpty && home.waiting.isEmpty && home.streams.allSatisfy { $0.sources == 0 }
    }

    // The empty state teaches the first import.
    private static func welcome(_ reader: Reader) -> Markup {
        let steps = ["choose", "describe", "look", "commit"].map { step -> Markup in
            "<li><strong>\(reader("web.home.step.\(step)"))</strong> \(reader("web.home.step.\(step).text"))</li>"
        }
        return """
            <h1>\(reader("web.home.welcome"))</h1>
            <p class="lead">\(reader("web.home.welcome.text"))</p>
            <ol class="steps">\(Markup.joined(steps))</ol>
            <p><a class="button primary" href="\(url: .importForm)">\(reader("web.home.first"))</a></p>
            <p class="quiet">\(reader("web.home.sample"))</p>
            """
    }

    private static func picture(_ home: Home, _ waits: Markup, _ parts: Parts) -> Markup {
        let reader = parts.reader
        return """
            <div class="heading"><h1>\(reader("web.home.title"))</h1>\
            <a class="button primary" href="\(url: .importForm)">\(reader("web.home.import"))</a></div>
            \(waits)\(waiting(home.waiting, parts))
            <p class="quiet"><a href="\(url: .export(ExportState()))">\(reader("web.export.title"))</a> · \
            <a href="\(url: .stops)">\(reader("web.stops.title"))</a></p>
            <section><h2>\(reader("web.home.holds"))</h2><ul class="tiles">\(tiles(home, reader))</ul></section>
            <section><h2>\(reader("web.home.streams"))</h2>\(streams(home.streams, parts))</section>
            <section><h2>\(reader("web.home.recent"))</h2>\(recent(home.recent, parts))</section>
            """
    }

    private static func waiting(_ sources: [Source], _ parts: Parts) -> Markup {
        let reader = parts.reader
        guard !sources.isEmpty else { return "<p class=\"quiet\">\(reader("web.home.nothing-waits"))</p>" }
        let lines = sources.map { source -> Markup in
            let why = source.reason.map { reader($0) } ?? reader("web.home.look-and-commit")
            return """
                <li><a href="\(url: .staged(source.id))"><bdi>\(source.name)</bdi></a> \(parts.state(source.state)) \
                <span class="quiet">\(reader.name(source.stream)) · \(source.owner)</span><br><span class="why">\(why)</span></li>
                """
        }
        return """
            <section class="notice"><h2>\(reader.count("web.home.waits", sources.count))</h2>\
            <ul class="plain">\(Markup.joined(lines))</ul></section>
            """
    }

    private static func tiles(_ home: Home, _ reader: Reader) -> Markup {
        Markup.joined(
            home.entities.filter { $0.count > 0 }.map { line in
                var state = SearchState()
                state.kinds = [line.kind.name]
                let tile: Markup =
                    "<b>\(reader.number(line.count))</b> <span>\(reader.plural(line.kind, line.count))</span>"
                // RL-20: people are counted; there is no list of them to lead to.
                return line.kind.isPersonal
                    ? "<li><div>\(tile)</div></li>" : "<li><a href=\"\(url: .search(state))\">\(tile)</a></li>"
            })
    }

    private static func streams(_ streams: [Home.StreamLine], _ parts: Parts) -> Markup {
        let reader = parts.reader
        let rows = streams.map { line -> [Markup] in
            var state = TimelineState()
            state.filter.streams = [line.stream.rawValue]
            return [
                "<a href=\"\(url: .timeline(state))\">\(reader.name(line.stream))</a>",
                "\(reader.number(line.sources))",
                "\(reader.number(line.events))", "\(reader.number(line.statements))",
                "\(line.latest.map(reader.time) ?? "")",
            ]
        }
        let columns = ["stream", "sources", "events", "statements", "latest"].map { reader("web.column.\($0)") }
        return parts.table(reader("web.home.streams"), columns: columns, rows: rows, numbers: [1, 2, 3])
    }

    private static func recent(_ sources: [Source], _ parts: Parts) -> Markup {
        guard !sources.isEmpty else { return parts.empty(parts.reader("web.home.nothing-new")) }
        return SourcesPage.table(sources, parts, caption: parts.reader("web.home.recent"))
    }
}
