import Access
import Records

/// The tables of the board, as its own page and home show them.
struct BoardParts: Sendable {
    let board: Board
    let reader: Reader

    // What a room performs is done on its own page, where the record leads.
    private func isActedOn(_ type: String) -> Bool { !board.rooms.contains(type) }

    private var parts: Parts { Parts(reader: reader) }
    private func person(_ account: String) -> String { board.names[account] ?? account }

    /// What is due, the most urgent first. Urgency is a word as well as a colour.
    func due(limit: Int = .max) -> Markup {
        guard !board.due.isEmpty else { return parts.empty(reader("web.board.nothing-due")) }
        let rows = board.due.prefix(limit).map { deadline -> [Markup] in
            let level = deadline.level(at: board.now).rawValue
            return [
                "<span class=\"level \(level)\">\(reader("web.level.\(level)"))</span>", "\(reader.time(deadline.due))",
                "<a href=\"\(url: .record(deadline.type, deadline.record))\">\(reader.deadlineName(deadline.name))</a>",
                "\(reader.typeName(deadline.type))", "<bdi>\(person(deadline.owner))</bdi>",
                "<bdi>\(deadline.unit)</bdi>",
            ]
        }
        let columns = ["urgency", "due", "what", "record-type", "who", "unit"].map { reader("web.column.\($0)") }
        return parts.table(reader("web.board.due"), columns: columns, rows: Array(rows))
    }

    /// What there is to know.
    func notices() -> Markup {
        guard !board.notices.isEmpty else { return parts.empty(reader("web.board.no-notices")) }
        let lines = board.notices.map { notice -> Markup in
            let away: Markup =
                notice.id.isEmpty
                ? .empty
                : """
                <form method="post" action="\(url: .putAway(notice.id))"><button>\(reader("web.board.put-away"))</button></form>
                """
            return """
                <li class="row"><a href="\(url: target(notice))">\(reader(notice.phrase))</a> \
                <span class="quiet">\(reader.time(notice.at))</span> \(away)</li>
                """
        }
        return "<ul class=\"plain\">\(Markup.joined(lines))</ul>"
    }

    private func target(_ notice: Notice) -> SiteURL {
        switch notice.type {
        case "approval": .approvals
        case "break-glass": .glasses
        case Conflict.type.name: .conflict(notice.record)
        default: .record(notice.type, notice.record)
        }
    }

    /// What waits for the viewer's approval, and what they may carry out.
    func approvals() -> Markup {
        let waiting = board.requests.map { request($0, isOwn: false) } + board.own.map { request($0, isOwn: true) }
        guard !waiting.isEmpty else { return parts.empty(reader("web.board.no-approvals")) }
        let columns = ["who", "what", "why", "until", "approved-by", "do"].map { reader("web.column.\($0)") }
        return parts.table(reader("web.board.approvals"), columns: columns, rows: waiting)
    }

    private func request(_ request: ApprovalRequest, isOwn: Bool) -> [Markup] {
        let what =
            request.action.isEmpty
            ? reader("web.approvals.read") : reader.actionName(request.type, request.action)
        let record: Markup =
            request.record.isEmpty
            ? "\(reader.typeName(request.type))"
            : "<a href=\"\(url: .record(request.type, request.record))\">\(reader.typeName(request.type))</a>"
        let approved = request.approvals.map(\.organisation).joined(separator: ", ")
        return [
            "<bdi>\(person(request.account))</bdi><span class=\"at\"><bdi>\(request.organisation)</bdi></span>",
            "\(record): \(what)", "<bdi>\(request.reason)</bdi>", "\(reader.time(request.expires))",
            "<bdi>\(approved)</bdi>", decision(request, isOwn: isOwn),
        ]
    }

    private func decision(_ request: ApprovalRequest, isOwn: Bool) -> Markup {
        guard isOwn else {
            return """
                <form method="post" action="\(url: .approve(request.id))"><button>\(reader("web.approvals.approve"))</button></form>
                """
        }
        guard request.isApproved else { return "<span class=\"quiet\">\(reader("web.approvals.waits"))</span>" }
        guard !request.action.isEmpty, isActedOn(request.type) else {
            return
                "<a class=\"button\" href=\"\(url: .record(request.type, request.record))\">\(reader("web.approvals.look"))</a>"
        }
        return """
            <form method="post" action="\(url: .carryOut(request.id))"><button class="primary">\(reader("web.approvals.carry-out"))</button></form>
            """
    }

    /// The broken glasses that wait for a review; nothing when none does.
    func glasses() -> Markup {
        guard !board.glasses.isEmpty else { return .empty }
        let rows = board.glasses.map { glass -> [Markup] in
            [
                "\(reader.time(glass.at))",
                "<bdi>\(person(glass.account))</bdi><span class=\"at\"><bdi>\(glass.organisation)</bdi></span>",
                "<bdi>\(glass.reason)</bdi>", "\(reader.time(glass.reviewDue))",
                """
                <form method="post" action="\(url: .reviewGlass(glass.id))"><label>\(reader("web.glass.outcome"))\
                <input name="outcome" required maxlength="500"></label><button>\(reader("web.glass.review"))</button></form>
                """,
            ]
        }
        let columns = ["moment", "who", "why", "due", "do"].map { reader("web.column.\($0)") }
        let table = parts.table(reader("web.board.glasses"), columns: columns, rows: rows)
        return "<section><h2>\(reader("web.board.glasses"))</h2>\(table)</section>"
    }
}
