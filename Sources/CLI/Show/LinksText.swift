import Foundation
import Linkage
import RichPicture

/// Proposals and decisions on a terminal.
struct LinksText {
    private let shell: Shell

    init(_ shell: Shell) { self.shell = shell }

    func show(_ page: ProposalPage, from offset: Int) {
        shell.print(
            shell.text(
                "links.cli.queue",
                [
                    "total": Figures.grouped(page.total), "compared": Figures.grouped(page.compared),
                    "shown": Figures.grouped(page.lines.count), "from": Figures.grouped(offset + 1),
                ]))
        let rows = page.lines.map { line in
            [
                line.id, Self.percent(line.score.probability), Self.bits(line.score.bits),
                line.entities.prefix(3).map(\.caption).joined(separator: " = ")
                    + (line.entities.count > 3 ? " + \(line.entities.count - 3)" : ""),
                line.streams.map(\.rawValue).joined(separator: ", "),
            ]
        }
        for line in Figures.columns(rows, indent: "  ") { shell.print(line) }
    }

    func show(_ view: ProposalView) {
        for (place, member) in view.members.enumerated() {
            let risk = member.isAtRisk ? " [\(shell.text("links.cli.at-risk"))]" : ""
            shell.print(
                "\(place + 1)  \(member.entity.kind.name)  \(member.entity.caption)  (\(member.entity.id))\(risk)")
            for citation in member.citations.prefix(5) { shell.print("     \(EntityText.place(citation))") }
        }
        shell.print("")
        let rows = view.rows.map { row in
            let mark = row.differs ? "≠" : row.isUnused ? "·" : "="
            return [mark, row.property.name] + row.texts.map { $0.joined(separator: " / ") }
        }
        for line in Figures.columns(rows, indent: "  ") { shell.print(line) }
        if let why = view.why { show(why) }
        if let obstacle = view.obstacle { shell.print("  " + shell.text(obstacle.phrase)) }
    }

    // Every weight, and what they have come to after each.
    private func show(_ why: ProposalView.Why) {
        shell.print("")
        shell.print("  " + shell.text("links.cli.why", ["left": why.left.caption, "right": why.right.caption]))
        var sum = 0.0
        let rows = why.lines.filter { $0.weight != .zero }.map { line in
            sum += line.weight.bits
            let values =
                line.values.left == line.values.right
                ? line.values.left : "\(line.values.left) ~ \(line.values.right)"
            return [Self.bits(line.weight.bits), Self.bits(sum), shell.text(line.explanation.phrase), values]
        }
        for line in Figures.columns(rows, indent: "  ") { shell.print(line) }
        shell.print(
            "  "
                + shell.text(
                    "links.cli.sum",
                    ["bits": Self.bits(why.score.bits), "percent": Self.percent(why.score.probability)]))
    }

    func show(_ stories: [LinkStory]) {
        let rows = stories.map { story in
            [
                story.record, Figures.instant(story.at) ?? "", shell.text("links.verdict.\(story.verdict.name)"),
                story.organisation,
                story.members.prefix(4).map { "\($0.caption) (\($0.id))" }.joined(separator: ", ")
                    + (story.members.count > 4 ? " + \(story.members.count - 4)" : ""),
                story.isObeyed ? "" : shell.text("links.cli.contradicted"),
            ]
        }
        for line in Figures.columns(rows) { shell.print(line) }
    }

    private static func bits(_ bits: Double) -> String { String(format: "%+.2f", bits) }
    private static func percent(_ share: Double) -> String { String(format: "%.1f %%", share * 100) }
}
