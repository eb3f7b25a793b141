import RichPicture

/// An entity on a terminal.
struct EntityText {
    private let view: EntityView
    private let shell: Shell

    init(_ view: EntityView, _ shell: Shell) {
        self.view = view
        self.shell = shell
    }

    func show() {
        shell.print("\(view.entity.kind.name)  \(view.entity.caption)  (\(view.entity.id))")
        if let reason = view.stopped { shell.print("  " + shell.text("cli.stopped", ["reason": reason])) }
        if !view.contradictions.isEmpty {
            let names = view.contradictions.map(\.name).joined(separator: ", ")
            shell.print("  " + shell.text("cli.contradictions", ["properties": names]))
        }
        section(
            "cli.says", view.values.map { [$0.property.name, $0.text, $0.link?.id ?? "", Self.place($0.citation)] })
        section(
            "cli.said-by-others",
            view.inverse.map { [$0.property.name, $0.text, $0.link?.id ?? "", Self.place($0.citation)] })
        section("cli.places", view.places.map { [position($0), Self.place($0.citation)] })
        section("cli.appears-in", view.appearances.map(appearance))
    }

    private func section(_ key: String, _ rows: [[String]]) {
        guard !rows.isEmpty else { return }
        shell.print("  " + shell.text(key))
        for line in Figures.columns(rows, indent: "    ") { shell.print(line) }
    }

    private func appearance(_ line: Appearance) -> [String] {
        let events = CountSentence.counted(line.events, ("cli.one-event", "cli.events"), in: shell) ?? ""
        let range = [line.first, line.last].compactMap { Figures.instant($0) }
        return [
            Self.place(line.citation), line.citation.owner, events, range.joined(separator: " … "),
            line.citation.source,
        ]
    }

    private func position(_ place: EntityView.Place) -> String {
        var parts = ["\(place.latitude), \(place.longitude)"]
        if let azimuth = place.azimuth { parts.append("↗ \(Int(azimuth))°") }
        if let beam = place.beam { parts.append("∠ \(Int(beam))°") }
        if let radius = place.radius { parts.append("± \(Figures.grouped(Int(radius))) m") }
        return parts.joined(separator: "  ")
    }

    /// `calls.csv:17 (2CP)`
    static func place(_ citation: Citation) -> String {
        "\(citation.sourceName):\(citation.line) (\(citation.grade.code))"
    }
}

/// The lines of a source on a terminal.
struct SourceText {
    private let view: SourceView
    private let shell: Shell

    init(_ view: SourceView, _ shell: Shell) {
        self.view = view
        self.shell = shell
    }

    func show() {
        let source = view.source
        shell.print(
            shell.text(
                "cli.source-line",
                [
                    "name": source.name, "state": source.state.rawValue, "stream": source.stream.rawValue,
                    "owner": source.owner, "grade": source.grade.code, "hash": source.hash,
                ]))
        if let reason = source.reason { shell.print("  " + shell.text(reason)) }
        shell.print("  " + CountSentence.text(source, in: shell))
        let rows = view.lines.map { line in
            [line.number == view.highlighted ? ">" : " ", String(line.number), line.text]
        }
        for line in Figures.columns(rows, indent: "  ") { shell.print(line) }
        for row in view.rejected.prefix(ImportReport.shownRefusals) {
            shell.print("  " + RefusedRow.text(row, in: shell))
        }
        for entity in view.mentions { shell.print("  → \(entity.kind.name)  \(entity.caption)  (\(entity.id))") }
    }
}
