import Linkage
import RichPicture

/// One proposal, or entities that somebody has brought together: side by side, why, and the decision.
enum ProposalViewPage {
    /// What the page shows.
    struct Model: Sendable {
        var view: ProposalView
        /// Where the form goes.
        var action: SiteURL
        /// What stood in the form, and what is wrong with it.
        var entries = Query()
        var problem: String?
    }

    static func view(_ model: Model, _ reader: Reader) -> Page {
        let parts = Parts(reader: reader)
        let view = model.view
        let names = view.members.prefix(3).map(\.entity.caption).joined(separator: " = ")
        return Page(
            title: names, section: .links,
            body: """
                <p class="kicker">\(reader("web.links.kicker.\(view.subject.rawValue)"))</p>
                <div class="heading"><h1><bdi>\(names)</bdi></h1><p class="row">
                <a class="button" href="\(url: .links(LinksState()))" data-queue>\(reader("web.links.queue")) <kbd>q</kbd></a>
                \(view.next.map { next(.proposal($0), reader) } ?? .empty)</p></div>
                \(decision(model, reader))
                \(sideBySide(view, parts))\(view.why.map { WaterfallParts.section($0, parts) } ?? .empty)\(network(view, parts))
                """, scripts: ["links.js"], isWide: view.members.count > 3)
    }

    private static func next(_ url: SiteURL, _ reader: Reader) -> Markup {
        "<a class=\"button\" href=\"\(url: url)\" data-next>\(reader("web.links.next")) <kbd>n</kbd></a>"
    }

    // MARK: The decision

    private static func decision(_ model: Model, _ reader: Reader) -> Markup {
        let view = model.view
        if let obstacle = view.obstacle {
            return Parts(reader: reader).notice(reader(obstacle.phrase), title: reader("web.links.obstacle"))
        }
        let keys: [(LinkVerdict, String)] = [(.same, "s"), (.notSame, "d"), (.notKnown, "u")]
        let chosen = model.entries["verdict"]
        let choices = keys.filter { $0.0 != .notSame || view.count == 2 }.map { verdict, key -> Markup in
            """
            <label class="choice"><input type="radio" name="verdict" value="\(verdict.name)" required data-key="\(key)"\
            \(if: chosen == verdict.name, " checked")> \(reader("web.links.verdict.\(verdict.name)")) <kbd>\(key)</kbd></label>
            """
        }
        let of = view.members.map { "<input type=\"hidden\" name=\"with\" value=\"\($0.entity.id)\">" as Markup }
        let reasons = ["document", "all", "twice", "kin", "little"].map { name -> Markup in
            "<option value=\"\(reader("web.links.reason.\(name)"))\">"
        }
        return """
            <form class="sheet decision" method="post" action="\(url: model.action)" data-decide><fieldset>
            <legend>\(reader("web.links.decide"))</legend>\(model.problem.map { "<p class=\"wrong\" role=\"alert\">\($0)</p>" })
            \(view.id == nil ? Markup.joined(of) : .empty)
            <p class="row">\(Markup.joined(choices))</p>
            \(view.count > 2 ? "<p class=\"hint\">\(reader("web.links.two-only"))</p>" : .empty)
            <label>\(reader("web.links.reason"))<input name="reason" required maxlength="500" list="reasons" autocomplete="off" \
            value="\(model.entries["reason"] ?? "")"></label><datalist id="reasons">\(Markup.joined(reasons))</datalist>
            <p class="row"><button class="primary">\(reader("web.links.decide.do")) <kbd>Enter</kbd></button></p>
            <p class="quiet">\(reader("web.links.undoable"))</p></fieldset></form>
            """
    }

    // MARK: Side by side

    private static func sideBySide(_ view: ProposalView, _ parts: Parts) -> Markup {
        let reader = parts.reader
        let shown = Array(view.members.prefix(Self.columns))
        let heads = shown.map { member -> Markup in
            """
            <th scope="col"><a href="\(url: .entity(member.entity.id))"><bdi>\(member.entity.caption)</bdi></a>\
            \(member.mentions > 1 ? " <span class=\"quiet\">× \(reader.number(member.mentions))</span>" : .empty)\
            \(member.isAtRisk ? "<br><span class=\"level amber\">\(reader("web.links.at-risk"))</span>" : .empty)</th>
            """
        }
        let rows = view.rows.map { row -> Markup in
            let cells = row.texts.prefix(Self.columns).map { texts -> Markup in
                "<td>\(Markup.joined(texts.map { "<bdi>\($0)</bdi>" }, separator: "<br>"))</td>"
            }
            let mark = row.differs ? reader("web.links.differs") : row.isUnused ? reader("web.links.unused") : ""
            return """
                <tr\(if: row.differs, " class=\"differs\"")\(if: row.isUnused, " class=\"unused\"")><th scope="row">\
                \(reader.name(row.property))\(mark.isEmpty ? .empty : " <span class=\"mark\">\(mark)</span>")</th>\(Markup.joined(cells))</tr>
                """
        }
        let cites = shown.map { member -> Markup in
            "<td>\(Markup.joined(member.citations.prefix(6).map(parts.citation), separator: "<br>"))</td>"
        }
        let title = reader("web.links.side-by-side")
        let more = view.members.count - shown.count
        return """
            <section><h2>\(title)</h2>
            \(more > 0 ? "<p class=\"quiet\">\(reader("web.links.more-columns", ["count": reader.number(more)]))</p>" : .empty)
            <div class="scroll" tabindex="0" role="region" aria-label="\(title)"><table class="beside"><caption>\(title)</caption>
            <thead><tr><td></td>\(Markup.joined(heads))</tr></thead><tbody>\(Markup.joined(rows))
            <tr><th scope="row">\(reader("web.column.said"))</th>\(Markup.joined(cites))</tr></tbody></table></div>
            \(pairs(view, reader))</section>
            """
    }

    /// Members that stand side by side at most; further ones are in the drawing and its table.
    private static let columns = 8

    // Of more than two, each neighbouring two can be looked at by themselves.
    private static func pairs(_ view: ProposalView, _ reader: Reader) -> Markup {
        guard view.members.count > 2 else { return .empty }
        let shown = view.members.prefix(Self.columns).map(\.entity)
        let links = zip(shown, shown.dropFirst()).map { left, right -> Markup in
            "<li><a href=\"\(url: .compare([left.id, right.id]))\"><bdi>\(left.caption)</bdi> = <bdi>\(right.caption)</bdi>?</a></li>"
        }
        return """
            <details><summary>\(reader("web.links.pairs"))</summary><ul class="plain">\(Markup.joined(links))</ul></details>
            """
    }

    private static func network(_ view: ProposalView, _ parts: Parts) -> Markup {
        guard let network = view.network, network.nodes.count > 2 else { return .empty }
        let reader = parts.reader
        let title = reader("web.links.network")
        let drawing = NetworkDrawing(reader: reader).draw(network, seeds: [], title: title) { .entity($0.entity.id) }
        return """
            <section><h2>\(title)</h2><p class="quiet">\(reader("web.links.network.text"))</p>
            <div class="canvas"><figure>\(drawing)</figure></div></section>
            """
    }
}

/// Why, as a waterfall: each weight begins where the last one ended.
enum WaterfallParts {
    static func section(_ why: ProposalView.Why, _ parts: Parts) -> Markup {
        let reader = parts.reader
        let lines = why.lines.filter { $0.weight != .zero }
        var sums: [Double] = [0]
        for line in lines { sums.append(sums[sums.count - 1] + line.weight.bits) }
        let (low, high) = (min(0, sums.min() ?? 0), max(0, sums.max() ?? 0))
        let scale = 100 / max(high - low, 1)
        let rows = lines.enumerated().map { place, line -> Markup in
            let (from, to) = (min(sums[place], sums[place + 1]), max(sums[place], sums[place + 1]))
            return row(
                reader(line.explanation.phrase), line, bar: ((from - low) * scale, (to - from) * scale),
                isUp: line.weight > .zero, reader)
        }
        let title = reader("web.links.why")
        return """
            <section><h2>\(title)</h2>
            <p>\(reader("web.links.why.text", ["left": why.left.caption, "right": why.right.caption]))</p>
            <div class="scroll" tabindex="0" role="region" aria-label="\(title)"><table class="waterfall"><caption>\(title)</caption>
            <thead><tr>\(Markup.joined(["why", "values", "bits", "steps-exact", "together"].map { "<th scope=\"col\">\(reader("web.column.\($0)"))</th>" }))</tr></thead>
            <tbody>\(Markup.joined(rows))</tbody>
            <tfoot><tr><th scope="row">\(reader("web.links.sum"))</th><td>\(reader.percent(why.score.probability))</td>\
            <td class="number">\(reader.bits(why.score))</td><td class="number quiet">\(String(why.score.raw))</td><td></td></tr></tfoot>
            </table></div>
            <p class="quiet">\(reader("web.links.exact"))</p>\(said(why, parts))</section>
            """
    }

    private static func row(
        _ words: String, _ line: ProposalView.Why.Line, bar: (from: Double, width: Double), isUp: Bool, _ reader: Reader
    ) -> Markup {
        let values: Markup =
            line.values.left == line.values.right
            ? "<bdi>\(line.values.left)</bdi>" : "<bdi>\(line.values.left)</bdi> ~ <bdi>\(line.values.right)</bdi>"
        return """
            <tr><th scope="row">\(words)</th><td>\(line.explanation.comparison == nil ? .empty : values)</td>\
            <td class="number">\(reader.bits(line.weight))</td><td class="number quiet">\(String(line.weight.raw))</td>\
            <td><svg class="fall" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">\
            <rect class="\(isUp ? "up" : "down" as Markup)" x="\(number: bar.from)" y="1" width="\(number: max(bar.width, 0.6))" height="8"/></svg></td></tr>
            """
    }

    private static func said(_ why: ProposalView.Why, _ parts: Parts) -> Markup {
        let sides = [(why.left, why.leftSources), (why.right, why.rightSources)].map { line, citations -> Markup in
            "<li><bdi>\(line.caption)</bdi>: \(Markup.joined(citations.map(parts.citation), separator: ", "))</li>"
        }
        return "<h3>\(parts.reader("web.links.said"))</h3><ul class=\"plain\">\(Markup.joined(sides))</ul>"
    }
}
