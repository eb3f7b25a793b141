import Linkage
import RichPicture

/// The queue: what the machine proposes, for people to decide.
enum LinksPage {
    static func view(_ page: ProposalPage, state: LinksState, _ reader: Reader) -> Page {
        let parts = Parts(reader: reader)
        return Page(
            title: reader("web.links.title"), section: .links,
            body: """
                <h1>\(reader("web.links.title"))</h1><p class="lead">\(reader("web.links.lead"))</p>
                \(tabs(state, reader))\(list(page, state, parts))
                """, scripts: ["links.js"])
    }

    private static func tabs(_ state: LinksState, _ reader: Reader) -> Markup {
        let subjects: [LinkSubject?] = [nil] + LinkSubject.allCases
        let tabs = subjects.map { subject -> Markup in
            var other = LinksState()
            other.subject = subject
            let name = subject.map { reader("web.links.subject.\($0.rawValue)") } ?? reader("web.links.all")
            return
                "<li><a href=\"\(url: .links(other))\"\(if: subject == state.subject, " aria-current=\"page\"")>\(name)</a></li>"
        }
        let decisions: Markup =
            "<li><a href=\"\(url: .decisions(DecisionsState()))\">\(reader("web.links.decisions"))</a></li>"
        return "<ul class=\"tabs\">\(Markup.joined(tabs))\(decisions)</ul>"
    }

    private static func list(_ page: ProposalPage, _ state: LinksState, _ parts: Parts) -> Markup {
        let reader = parts.reader
        guard !page.lines.isEmpty else { return parts.empty(reader("web.links.none")) }
        let rows = page.lines.map { line -> [Markup] in
            let names = line.entities.prefix(3).map { "<bdi>\($0.caption)</bdi>" as Markup }
            let more = line.entities.count - names.count
            return [
                """
                <a href="\(url: .proposal(line.id))" data-proposal>\(Markup.joined(names, separator: " = "))</a>\
                \(if: more > 0, " ")\(more > 0 ? reader("web.links.more", ["count": reader.number(more)]) : "")
                """,
                "\(reader("web.links.subject.\(line.subject.rawValue)"))", "\(reader.percent(line.score.probability))",
                "\(reader.bits(line.score))", "\(reader.number(line.sources))",
                "\(line.streams.map(reader.name).joined(separator: ", "))",
            ]
        }
        let columns = ["entities", "what", "probability", "bits", "sources", "streams"].map {
            reader("web.column.\($0)")
        }
        return """
            <p class="count">\(reader.count("web.links.count", page.total)) \(expected(page, reader))</p>
            <p class="quiet keys"><kbd>j</kbd> <kbd>k</kbd> \(reader("web.links.keys.move")) · <kbd>Enter</kbd> \
            \(reader("web.links.keys.open"))</p>
            \(parts.table(reader("web.links.title"), columns: columns, rows: rows, numbers: [2, 3, 4]))
            \(parts.pager(offset: state.offset, shown: page.lines.count, total: page.total, size: LinksState.pageSize) { offset in
                var other = state
                other.offset = offset
                return .links(other)
            })
            """
    }

    private static func expected(_ page: ProposalPage, _ reader: Reader) -> String {
        guard let threshold = page.threshold, threshold.precision > 0 else { return "" }
        return reader(
            "web.links.expected",
            [
                "precision": reader.percent(threshold.precision), "low": reader.percent(threshold.range.lowerBound),
                "high": reader.percent(threshold.range.upperBound), "compared": reader.number(page.compared),
            ])
    }
}

extension Reader {
    /// A share between nothing and all.
    func percent(_ share: Double) -> String { percentText(share) }

    private func percentText(_ share: Double) -> String {
        let tenths = Int((share * 1_000).rounded(.down))
        return self("web.percent", ["whole": "\(tenths / 10)", "tenth": "\(tenths % 10)"])
    }

    /// A weight in bits, with its sign, to a hundredth.
    func bits(_ weight: Weight) -> String {
        let hundredths = Int((weight.bits * 100).rounded())
        let size = abs(hundredths)
        let rest = size % 100
        return "\(hundredths < 0 ? "−" : "+")\(size / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
