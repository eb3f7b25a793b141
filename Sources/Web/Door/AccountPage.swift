import Identity
import Ledger

/// The own account, as its owner sees it.
enum AccountPage {
    /// What the page shows.
    struct Model: Sendable {
        var name: String
        var factors: Set<Factor>
        var passkeys: [Passkey]
        var sessions: [OwnSession]
        /// Whether a second factor must be enrolled before anything else.
        var mustEnrol: Bool
        var isDemonstration: Bool
        var problem: String?
    }

    static func view(_ model: Model, _ reader: Reader) -> Page {
        let parts = Parts(reader: reader)
        let rest: Markup =
            model.mustEnrol
            ? .empty
            : "\(recovery(model, reader))\(passphrase(reader))\(sessions(model, parts))"
        return Page(
            title: reader("web.account.title"), section: nil,
            body: """
                <h1>\(reader("web.account.title"))</h1><p class="lead">\(reader("web.account.lead", ["name": model.name]))</p>
                \(model.problem.map { parts.notice($0) })\
                \(if: model.mustEnrol, parts.notice(reader("web.account.must-enrol")))\
                \(if: model.isDemonstration, parts.notice(reader("web.account.demonstration")))
                \(codes(model, reader))\(passkeys(model, parts))\(rest)
                <p><a href="\(url: .trace)">\(reader("web.trace.link"))</a></p>
                """, scripts: ["passkey.js"])
    }

    private static func codes(_ model: Model, _ reader: Reader) -> Markup {
        let has = model.factors.contains(.code)
        let remove: Markup =
            has ? form(.codesRemove, "<button>\(reader("web.account.codes.remove"))</button>") : .empty
        return """
            <section><h2>\(reader("web.account.codes"))</h2>\
            <p>\(reader(has ? "web.account.codes.there" : "web.account.codes.none"))</p><div class="row">\
            \(form(.codes, "<button\(if: !has, " class=\"primary\"")>\(reader(has ? "web.account.codes.replace" : "web.account.codes.add"))</button>"))\
            \(remove)</div></section>
            """
    }

    private static func passkeys(_ model: Model, _ parts: Parts) -> Markup {
        let reader = parts.reader
        let rows = model.passkeys.map { passkey -> [Markup] in
            [
                "\(passkey.label)", "\(reader.time(passkey.created))",
                "\(passkey.used == 0 ? "" : reader.time(passkey.used))",
                form(
                    .passkeysRemove,
                    "<input type=\"hidden\" name=\"passkey\" value=\"\(passkey.id)\"><button>\(reader("web.passkey.remove"))</button>"
                ),
            ]
        }
        let title = reader("web.account.passkeys")
        let table =
            rows.isEmpty
            ? parts.empty(reader("web.account.passkeys.none"))
            : parts.table(
                title, columns: ["name", "added", "used", "do"].map { reader("web.column.\($0)") }, rows: rows)
        let label: Markup =
            "<label>\(reader("web.passkey.label"))<input name=\"label\" maxlength=\"64\" required></label>"
        return """
            <section><h2>\(title)</h2><p>\(reader("web.account.passkeys.text"))</p>\(table)\
            \(SignInPages.passkey(.passkeysAsk, .passkeys, next: nil, label: label, reader))</section>
            """
    }

    private static func recovery(_ model: Model, _ reader: Reader) -> Markup {
        let has = model.factors.contains(.recoveryCode)
        return """
            <section><h2>\(reader("web.account.recovery"))</h2>\
            <p>\(reader(has ? "web.account.recovery.there" : "web.account.recovery.none"))</p>\
            \(form(.recoveryCodes, "<button>\(reader("web.account.recovery.make"))</button>"))</section>
            """
    }

    private static func passphrase(_ reader: Reader) -> Markup {
        """
        <section><h2>\(reader("web.account.passphrase"))</h2>
        <form class="sheet narrow" method="post" action="\(url: .door(.passphrase, next: nil))">
        <label>\(reader("web.account.passphrase.old"))<input name="old" type="password" required autocomplete="current-password"></label>
        <label>\(reader("web.invitation.passphrase"))<input name="passphrase" type="password" required minlength="12" autocomplete="new-password"></label>
        <label>\(reader("web.invitation.again"))<input name="again" type="password" required autocomplete="new-password"></label>
        <p class="row"><button>\(reader("web.account.passphrase.change"))</button></p></form></section>
        """
    }

    private static func sessions(_ model: Model, _ parts: Parts) -> Markup {
        let reader = parts.reader
        let rows = model.sessions.map { session -> [Markup] in
            [
                "\(reader.time(session.started))", "\(reader.time(session.seen))",
                session.isThis
                    ? "\(reader("web.account.sessions.this"))"
                    : form(
                        .sessionsEnd,
                        "<input type=\"hidden\" name=\"session\" value=\"\(session.id)\"><button>\(reader("web.account.sessions.end"))</button>"
                    ),
            ]
        }
        let title = reader("web.account.sessions")
        let columns = ["began", "used", "do"].map { reader("web.column.\($0)") }
        return "<section><h2>\(title)</h2>\(parts.table(title, columns: columns, rows: rows))</section>"
    }

    private static func form(_ door: Door, _ inner: Markup) -> Markup {
        "<form method=\"post\" action=\"\(url: .door(door, next: nil))\">\(inner)</form>"
    }

    /// The secret of an app, shown once.
    static func enrolment(_ begun: CodeEnrolment, _ reader: Reader) -> Page {
        Page(
            title: reader("web.account.codes"), section: nil,
            body: """
                <h1>\(reader("web.account.codes"))</h1><ol><li>\(reader("web.codes.step.secret"))\
                <p class="secret" data-secret>\(begun.secret)</p>\
                <details><summary>\(reader("web.codes.address"))</summary><p class="secret">\(begun.address)</p></details></li>
                <li>\(reader("web.codes.step.code"))
                <form class="sheet narrow" method="post" action="\(url: .door(.codesConfirm, next: nil))">
                <input type="hidden" name="ticket" value="\(begun.ticket)">
                <label>\(reader("web.sign-in.code"))<input name="code" required inputmode="numeric" autocomplete="one-time-code" maxlength="7" autofocus></label>
                <p class="row"><button class="primary">\(reader("web.codes.go"))</button></p></form></li></ol>
                """)
    }

    /// Ten codes, shown once.
    static func recovery(_ codes: [String], _ reader: Reader) -> Page {
        Page(
            title: reader("web.account.recovery"), section: nil,
            body: """
                <h1>\(reader("web.account.recovery"))</h1><p class="lead">\(reader("web.recovery.lead"))</p>
                <ul class="codes">\(Markup.joined(codes.map { "<li class=\"secret\">\($0)</li>" }))</ul>
                <p>\(Parts(reader: reader).button(reader("web.recovery.kept"), .door(.account, next: nil)))</p>
                """)
    }
}

/// What the ledger says of somebody: what they did, and who did something with their account.
enum TracePage {
    static func view(_ trace: PersonalTrace, _ reader: Reader) -> Page {
        let parts = Parts(reader: reader)
        let columns = ["moment", "who", "what", "of"].map { reader("web.column.\($0)") }
        func section(_ key: String, _ entries: [Ledger.Recorded]) -> Markup {
            // Not the number of the entry in the ledger: it would tell how much others do.
            let rows = entries.reversed().map { recorded -> [Markup] in
                let entry = recorded.entry
                return [
                    "\(reader.time(entry.at))", "<span class=\"n\">\(entry.actor)</span>",
                    "\(entry.act.rawValue) · \(entry.action) \(entry.detail)",
                    "\(entry.kind) <span class=\"n\">\(entry.subject)</span>",
                ]
            }
            return """
                <section><h2>\(reader(key))</h2>\
                \(rows.isEmpty ? parts.empty(reader("web.trace.none")) : parts.table(reader(key), columns: columns, rows: rows))</section>
                """
        }
        return Page(
            title: reader("web.trace.title"), section: nil,
            body: """
                <h1>\(reader("web.trace.title"))</h1><p class="lead">\(reader("web.trace.lead"))</p>
                \(section("web.trace.about", trace.about))\(section("web.trace.own", trace.own))
                """)
    }
}
