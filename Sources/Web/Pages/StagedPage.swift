import RichPicture

/// A staged file: what it would become, what would be refused, and the decision.
enum StagedPage {
    static func view(_ model: StagedImport, _ reader: Reader) -> Page {
        let parts = Parts(reader: reader)
        let source = model.source
        return Page(
            title: source.name, section: .import,
            body: """
                <p class="kicker">\(reader("web.staged.kicker"))</p>
                <div class="heading"><h1><bdi>\(source.name)</bdi></h1>\(parts.state(source.state))</div>
                \(standing(model, parts))\(decision(model, parts))
                \(SourceFacts.view(source, parts))\(becomes(model, parts))\(rows(model, parts))
                \(if: source.counts.rejected > 0, RefusedRows.view(model.rejected, kept: model.rejectedKept, source: source, parts))
                \(profiles(model, parts))
                """)
    }

    // The most important thing first: may this be committed, and if not, how is that mended?
    private static func standing(_ model: StagedImport, _ parts: Parts) -> Markup {
        let reader = parts.reader
        if let there = model.alreadyThere {
            return """
                <div class="notice"><strong>\(reader("web.staged.already"))</strong> \(reader("web.staged.already.text")) \
                <a href="\(url: SourcesPage.link(there))"><bdi>\(there.name)</bdi></a></div>
                """
        }
        guard model.source.state == .unusable else { return "<p class=\"lead\">\(reader("web.staged.lead"))</p>" }
        return """
            <div class="notice"><p><strong>\(reader("web.staged.unusable"))</strong> \(model.source.reason.map { "\(reader($0))" as Markup })</p>\
            <p>\(reader("web.staged.mend"))</p></div>
            """
    }

    private static func decision(_ model: StagedImport, _ parts: Parts) -> Markup {
        let reader = parts.reader
        let id = model.source.id
        let discard: Markup = """
            <form method="post" action="\(url: .discard(id))"><button>\(reader("web.staged.discard"))</button></form>
            """
        switch model.source.state {
        case .staged where model.alreadyThere == nil:
            return """
                <div class="row decision"><form method="post" action="\(url: .commit(id))"><button class="primary">\
                \(reader.count("web.staged.commit", model.source.counts.accepted))</button></form>\(discard)</div>
                """
        case .unusable:
            return """
                <form class="sheet" method="post" action="\(url: .authorise(id))">
                \(AuthorityFields.view(ImportEntries(), reader, isRequired: true))
                <p class="row"><button class="primary">\(reader("web.staged.authorise"))</button></p></form>
                <div class="row decision">\(discard)</div>
                """
        case .staged: return "<div class=\"row decision\">\(discard)</div>"
        case .committed, .withdrawn:
            return "<p><a href=\"\(url: .source(id, line: nil))\">\(reader("web.staged.open"))</a></p>"
        }
    }

    private static func becomes(_ model: StagedImport, _ parts: Parts) -> Markup {
        guard !model.firstFacts.isEmpty else { return .empty }
        let lines = model.firstFacts.map { "<li>\($0.text(in: parts.reader.catalogue))</li>" as Markup }
        return "<section><h2>\(parts.reader("web.staged.becomes"))</h2><ul>\(Markup.joined(lines))</ul></section>"
    }

    private static func rows(_ model: StagedImport, _ parts: Parts) -> Markup {
        guard !model.firstRows.isEmpty else { return .empty }
        let title = parts.reader("web.staged.rows")
        let rows = model.firstRows.map { $0.map { "<bdi>\($0)</bdi>" as Markup } }
        return "<section><h2>\(title)</h2>\(parts.table(title, columns: model.columns, rows: rows))</section>"
    }

    private static func profiles(_ model: StagedImport, _ parts: Parts) -> Markup {
        let reader = parts.reader
        guard model.profiles.count > 1 else { return .empty }
        return
            "<p class=\"quiet\">\(reader("web.staged.profiles", ["profiles": model.profiles.joined(separator: ", ")]))</p>"
    }
}
