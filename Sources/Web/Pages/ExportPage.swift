import RichPicture

/// Export: choose scope and format, and see what is left out before it leaves.
enum ExportPage {
    /// What the page shows.
    struct Model: Sendable {
        var state: ExportState
        /// The entities that the export begins with.
        var beginnings: [EntityLine]
        var peopleLeftOut: Int
    }

    static func view(_ model: Model, _ reader: Reader) -> Page {
        let parts = Parts(reader: reader)
        let files = ExportState.File.allCases.map { ($0.rawValue, reader("web.export.\($0.rawValue)")) }
        return Page(
            title: reader("web.export.title"), section: .export,
            body: """
                <h1>\(reader("web.export.title"))</h1><p class="lead">\(reader("web.export.lead"))</p>
                \(scope(model, parts))
                \(ordered(model.state, parts))
                <form class="sheet" method="post" action="\(url: .export(ExportState()))">
                <fieldset><legend>\(reader("web.export.scope"))</legend>
                <label>\(reader("web.export.around"))<input name="around" value="\(model.state.around.joined(separator: " "))" \
                placeholder="\(reader("web.export.around.placeholder"))"></label>
                <p class="hint">\(reader("web.export.around.hint"))</p>
                \(choice("hops", reader("web.network.hops"), (1...3).map { (String($0), String($0)) }, String(model.state.hops)))
                </fieldset>
                <fieldset><legend>\(reader("web.export.format"))</legend>\
                \(choice("format", reader("web.export.file"), files, model.state.file.rawValue))</fieldset>
                <details><summary>\(reader("web.filter.title"))</summary>\
                \(FilterForm(reader: reader).shared(model.state.filter, kinds: EventKind.allCases.map(\.name)))</details>
                <fieldset><legend>\(reader("web.export.ground"))</legend>\
                <label>\(reader("web.export.ground"))<textarea name="ground" rows="3" required maxlength="2000"></textarea></label>
                <p class="hint">\(reader("web.export.ground.hint"))</p></fieldset>
                <p class="row"><button class="primary">\(reader("web.export.do"))</button></p></form>
                """)
    }

    // What is waited for, and where to fetch it then.
    private static func ordered(_ state: ExportState, _ parts: Parts) -> Markup {
        guard state.order != nil else { return .empty }
        let reader = parts.reader
        guard state.isAsked else { return parts.notice(reader("web.export.ordered-only")) }
        return """
            \(parts.notice(reader("web.export.ordered")))<p class="row">\(parts.button(reader("web.export.fetch"), .exported(state)))</p>
            """
    }

    // What is left out is said before, not after.
    private static func scope(_ model: Model, _ parts: Parts) -> Markup {
        let reader = parts.reader
        guard model.beginnings.isEmpty else {
            let list = Markup.joined(model.beginnings.map { "<li>\(parts.entity($0))</li>" })
            return """
                <div class="notice"><p>\(reader("web.export.from", ["most": reader.number(ExportReach.entityLimit)]))</p>\
                <ul class="chips">\(list)</ul></div>
                """
        }
        guard model.peopleLeftOut > 0 else { return .empty }
        return parts.notice(reader.count("web.export.people", model.peopleLeftOut))
    }

    private static func choice(
        _ name: String, _ title: String, _ choices: [(value: String, text: String)], _ chosen: String
    ) -> Markup {
        let options = choices.map { choice -> Markup in
            "<option value=\"\(choice.value)\"\(if: choice.value == chosen, " selected")>\(choice.text)</option>"
        }
        return "<label>\(title)<select name=\"\(name)\">\(Markup.joined(options))</select></label>"
    }
}
