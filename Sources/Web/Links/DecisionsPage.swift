import RichPicture

/// The decisions that stand, and taking them back.
enum DecisionsPage {
    static func view(_ page: LinkStories, state: DecisionsState, _ reader: Reader) -> Page {
        let parts = Parts(reader: reader)
        return Page(
            title: reader("web.decisions.title"), section: .links,
            body: """
                <h1>\(reader("web.decisions.title"))</h1><p class="lead">\(reader("web.decisions.lead"))</p>
                \(tabs(state, reader))\(list(page, state, parts))
                """)
    }

    private static func tabs(_ state: DecisionsState, _ reader: Reader) -> Markup {
        let verdicts: [LinkVerdict?] = [nil] + LinkVerdict.allCases
        let tabs = verdicts.map { verdict -> Markup in
            var other = DecisionsState()
            other.verdict = verdict
            let name = verdict.map { reader("links.verdict.\($0.name)") } ?? reader("web.links.all")
            return
                "<li><a href=\"\(url: .decisions(other))\"\(if: verdict == state.verdict, " aria-current=\"page\"")>\(name)</a></li>"
        }
        let queue: Markup = "<li><a href=\"\(url: .links(LinksState()))\">\(reader("web.links.queue"))</a></li>"
        return "<ul class=\"tabs\">\(Markup.joined(tabs))\(queue)</ul>"
    }

    private static func list(_ page: LinkStories, _ state: DecisionsState, _ parts: Parts) -> Markup {
        guard !page.stories.isEmpty else { return parts.empty(parts.reader("web.decisions.none")) }
        return """
            \(table(page.stories, parts))
            \(parts.pager(offset: state.offset, shown: page.stories.count, total: page.total, size: DecisionsState.pageSize) { offset in
                var other = state
                other.offset = offset
                return .decisions(other)
            })
            """
    }

    /// Decisions as a table, each with its way back.
    static func table(_ stories: [LinkStory], _ parts: Parts) -> Markup {
        let reader = parts.reader
        let rows = stories.map { story -> [Markup] in
            let names = story.members.prefix(6).map(parts.plainEntity)
            let more = story.members.count - names.count
            let obeyed: Markup =
                story.isObeyed
                ? .empty : "<br><span class=\"level amber\">\(reader("web.decisions.contradicted"))</span>"
            return [
                "\(reader.time(story.at))", "\(reader("links.verdict.\(story.verdict.name)"))\(obeyed)",
                "\(Markup.joined(names, separator: ", "))\(more > 0 ? " \(reader("web.links.more", ["count": reader.number(more)]))" : "")",
                "\(story.organisation)", story.isReadable ? back(story, reader) : .empty,
            ]
        }
        let columns = ["moment", "what", "entities", "by", "do"].map { reader("web.column.\($0)") }
        return parts.table(reader("web.decisions.title"), columns: columns, rows: rows)
    }

    private static func back(_ story: LinkStory, _ reader: Reader) -> Markup {
        let isMerge = story.verdict == .same
        let apart: Markup =
            isMerge && story.members.count == 2
            ? "<label class=\"choice\"><input type=\"checkbox\" name=\"not-same\" value=\"1\"> \(reader("web.decisions.and-not-same"))</label>"
            : .empty
        return """
            <p><a href="\(url: .recordHistory("link-decision", story.record))">\(reader("web.decisions.story"))</a></p>
            <details><summary>\(reader(isMerge ? "web.decisions.unmerge" : "web.decisions.reopen"))</summary>\
            <form method="post" action="\(url: .takeBack(story.record))"><label>\(reader("web.links.reason"))\
            <input name="reason" required maxlength="500"></label>\(apart)\
            <button>\(reader(isMerge ? "web.decisions.unmerge" : "web.decisions.reopen"))</button></form></details>
            """
    }
}
