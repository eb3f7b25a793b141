import Records

/// The board: what is due to me, my unit, my organisation; what there is to know; what waits for an approval or a review.
enum BoardPage {
    static func view(_ board: Board, _ reader: Reader) -> Page {
        let parts = BoardParts(board: board, reader: reader)
        let scopes = BoardScope.allCases.map { scope -> Markup in
            """
            <li><a href="\(url: .board(scope))"\(if: scope == board.scope, " aria-current=\"true\"")>\
            \(reader("web.scope.\(scope.rawValue)"))</a></li>
            """
        }
        return Page(
            title: reader("web.board.title"), section: .board,
            body: """
                <div class="heading"><h1>\(reader("web.board.title"))</h1>\
                <a class="button" href="\(url: .glasses)">\(reader("web.glass.title"))</a></div>
                <section><h2>\(reader("web.board.due"))</h2>
                <nav aria-label="\(reader("web.board.scope"))"><ul class="tabs">\(Markup.joined(scopes))</ul></nav>
                \(parts.due())</section>
                <section><h2>\(reader("web.board.notices"))</h2>\(parts.notices())</section>
                <section><h2>\(reader("web.board.approvals"))</h2>\(parts.approvals())</section>
                \(parts.glasses())
                """)
    }

    /// What home says of the board: the five most urgent, and how much else waits.
    static func summary(_ board: Board, _ reader: Reader) -> Markup {
        guard !board.isEmpty else { return .empty }
        let parts = BoardParts(board: board, reader: reader)
        let due: Markup = board.due.isEmpty ? .empty : parts.due(limit: 5)
        let counts = [
            ("web.board.count.notices", board.notices.count), ("web.board.count.approvals", board.requests.count),
            ("web.board.count.glasses", board.glasses.count),
        ].filter { $0.1 > 0 }.map { key, count -> Markup in "<li>\(reader.count(key, count))</li>" }
        return """
            <section class="waits"><div class="heading"><h2>\(reader("web.board.waits"))</h2>\
            <a href="\(url: .board(.mine))">\(reader("web.board.open"))</a></div>\(due)\
            <ul class="chips">\(Markup.joined(counts))</ul></section>
            """
    }
}

/// The approvals alone: where asking for one leads to.
enum ApprovalsPage {
    static func view(_ board: Board, problem: String?, _ reader: Reader) -> Page {
        let parts = BoardParts(board: board, reader: reader)
        return Page(
            title: reader("web.board.approvals"), section: .board,
            body: """
                <h1>\(reader("web.board.approvals"))</h1><p class="lead">\(reader("web.approvals.lead"))</p>
                \(problem.map { Parts(reader: reader).notice($0, title: reader("web.records.not-done")) })\(parts.approvals())
                """)
    }
}

/// Breaking the glass, and reviewing who did.
enum GlassPage {
    static func view(
        _ board: Board, types: [Declaration], entries: Query, problem: String?, _ reader: Reader
    ) -> Page {
        let parts = BoardParts(board: board, reader: reader)
        let options = types.map { type -> Markup in
            "<option value=\"\(type.name)\"\(if: entries["type"] == type.name, " selected")>\(reader.typeName(type.name))</option>"
        }
        return Page(
            title: reader("web.glass.title"), section: .board,
            body: """
                <h1>\(reader("web.glass.title"))</h1><p class="lead">\(reader("web.glass.lead"))</p>
                \(problem.map { Parts(reader: reader).notice($0, title: reader("web.records.not-done")) })
                \(parts.glasses())
                <form class="sheet" method="post" action="\(url: .glasses)"><fieldset><legend>\(reader("web.glass.break"))</legend>
                <p class="hint">\(reader("web.glass.hint"))</p>
                <label>\(reader("web.column.record-type"))<select name="type">\(Markup.joined(options))</select></label>
                <label>\(reader("web.glass.record"))<input name="record" required maxlength="64" value="\(entries["record"] ?? "")"></label>
                <label>\(reader("web.glass.reason"))<textarea name="reason" rows="3" required maxlength="2000">\(entries["reason"] ?? "")</textarea></label>
                <p class="row"><button class="primary">\(reader("web.glass.do"))</button></p></fieldset></form>
                """)
    }
}
