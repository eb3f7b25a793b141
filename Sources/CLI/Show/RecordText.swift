import Records
import Values

/// A record, its story and its readers as a terminal shows them.
struct RecordText {
    let declaration: Declaration
    let shell: Shell
    var names: [String: String] = [:]

    private var type: String { declaration.name }

    /// One line of a list: id, state, and what the record is called.
    func line(_ view: RecordView) -> [String] {
        [view.id, shell.text("state.\(type).\(view.state)"), title(view.fields)]
    }

    private func title(_ fields: Document) -> String {
        for field in declaration.shown where field.holds == .text || field.holds == .account {
            if case .text(let text)? = fields[field.name], !text.isEmpty { return names[text] ?? text }
        }
        return shell.text("type.\(type)")
    }

    /// The whole record, with what can be done.
    func show(_ view: RecordView) {
        shell.print("\(shell.text("type.\(type)")) \(view.id) · \(shell.text("state.\(type).\(view.state)"))")
        let rows = declaration.shown.compactMap { field -> [String]? in
            let words = words(view.fields[field.name], field)
            return words.isEmpty ? nil : [shell.text("field.\(type).\(field.name)"), words]
        }
        for line in Figures.columns(rows, indent: "  ") { shell.print(line) }
        for offer in view.actions {
            shell.print("  → \(offer.action): \(shell.text("action.\(type).\(offer.action)"))")
            for obstacle in offer.obstacles {
                shell.print("      \(shell.text(obstacle.phrase)) (\(obstacle.rule))")
            }
        }
    }

    /// A value in words.
    func words(_ value: Tree?, _ field: Field) -> String {
        switch (field.holds, value) {
        case (.choice, .text(let choice)) where !choice.isEmpty:
            shell.text("choice.\(field.words ?? type).\(choice)")
        case (.account, .text(let account)): names[account] ?? account
        case (_, .text(let text)): text
        case (_, .flag(let flag)): shell.text(flag ? "cli.yes" : "cli.no")
        case (.moment, .integer(let moment)): moment == 0 ? "" : Figures.instant(moment) ?? ""
        case (_, .integer(let number)): Figures.grouped(number)
        case (_, .number(let number)): String(number)
        case (_, .list(let items)): items.map { words($0, Field(field.name, .text)) }.joined(separator: ", ")
        default: ""
        }
    }

    /// One step of a story.
    func tell(_ step: HistoryStep) {
        let did =
            step.action == "undo" ? shell.text("cli.story-undid") : shell.text("did.\(type).\(step.action)")
        let who =
            step.account.isEmpty
            ? shell.text(step.version > 1 ? "cli.story-time" : "cli.story-founding")
            : names[step.account] ?? step.account
        shell.print(
            shell.text(
                "cli.story-step",
                [
                    "date": Figures.instant(step.at) ?? "", "who": who, "organisation": step.organisation, "did": did,
                ]))
        if !step.reason.isEmpty { shell.print("    " + shell.text("cli.story-because", ["reason": step.reason])) }
        for change in step.changes {
            guard let field = declaration.field(change.field) else { continue }
            let (before, after) = (words(change.before, field), words(change.after, field))
            guard !before.isEmpty || !after.isEmpty else { continue }
            let name = shell.text("field.\(type).\(field.name)")
            shell.print(before.isEmpty ? "    \(name): \(after)" : "    \(name): \(before) → \(after)")
        }
    }
}
