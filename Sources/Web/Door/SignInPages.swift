import Identity

/// The pages of signing in: one question each.
enum SignInPages {
    /// What a page says beside its question.
    struct State: Sendable {
        /// Where to go on to.
        var next: String?
        /// What was wrong with the last answer.
        var problem: String?
    }

    static func first(_ state: State, name: String, providers: [String], _ reader: Reader) -> Page {
        let others = providers.map { name -> Markup in
            "<p><a class=\"button\" href=\"\(url: .provider(name))\">\(reader("web.sign-in.through", ["name": name]))</a></p>"
        }
        return page(
            "web.sign-in.title", state,
            """
            <form class="sheet narrow" method="post" action="\(url: .door(.signIn, next: state.next))">
            <label>\(reader("web.sign-in.name"))<input name="name" value="\(name)" required maxlength="64" autocomplete="username webauthn" autofocus></label>
            <label>\(reader("web.sign-in.passphrase"))<input name="passphrase" type="password" required autocomplete="current-password"></label>
            <p class="row"><button class="primary">\(reader("web.sign-in.go"))</button></p></form>
            \(passkey(.passkeyAsk, .passkey, next: state.next, reader))\(Markup.joined(others))
            <p class="quiet">\(reader("web.sign-in.invited"))</p>
            """, reader)
    }

    static func second(_ state: State, among factors: [Factor], _ reader: Reader) -> Page {
        let code: Markup =
            factors.contains(.code)
            ? """
            <form class="sheet narrow" method="post" action="\(url: .door(.second, next: state.next))">
            <label>\(reader("web.sign-in.code"))<input name="code" required inputmode="numeric" autocomplete="one-time-code" maxlength="7" autofocus></label>
            <p class="row"><button class="primary">\(reader("web.sign-in.go"))</button></p></form>
            """ : .empty
        let key =
            factors.contains(.passkey) ? passkey(.secondPasskeyAsk, .secondPasskey, next: state.next, reader) : .empty
        let paper: Markup =
            factors.contains(.recoveryCode)
            ? """
            <details><summary>\(reader("web.sign-in.recovery"))</summary>
            <form class="sheet narrow" method="post" action="\(url: .door(.recovery, next: state.next))">
            <label>\(reader("web.sign-in.recovery.code"))<input name="code" required autocomplete="off"></label>
            <p class="row"><button>\(reader("web.sign-in.go"))</button></p></form></details>
            """ : .empty
        return page("web.sign-in.second", state, "\(code)\(key)\(paper)", reader)
    }

    static func invitation(_ code: String, problem: String?, _ reader: Reader) -> Page {
        page(
            "web.invitation.title", State(problem: problem),
            """
            <p class="lead">\(reader("web.invitation.lead"))</p>
            <form class="sheet narrow" method="post" action="\(url: .invitation(nil))">
            <input type="hidden" name="code" value="\(code)">
            <label>\(reader("web.invitation.passphrase"))<input name="passphrase" type="password" required minlength="12" autocomplete="new-password" autofocus></label>
            <label>\(reader("web.invitation.again"))<input name="again" type="password" required autocomplete="new-password"></label>
            <p class="quiet">\(reader("web.invitation.hint"))</p>
            <p class="row"><button class="primary">\(reader("web.invitation.go"))</button></p></form>
            """, reader)
    }

    /// Proving oneself anew, for what is worth it.
    static func prove(_ stepUp: StepUp, _ state: State, among factors: Set<Factor>, _ reader: Reader) -> Page {
        let code: Markup =
            stepUp == .secondFactor && factors.contains(.code)
            ? """
            <form class="sheet narrow" method="post" action="\(url: .prove(stepUp, next: state.next))">
            <label>\(reader("web.sign-in.code"))<input name="code" required inputmode="numeric" autocomplete="one-time-code" maxlength="7" autofocus></label>
            <p class="row"><button class="primary">\(reader("web.prove.go"))</button></p></form>
            """ : .empty
        let key =
            factors.contains(.passkey)
            ? passkey(.proveAsk, .provePasskey, next: state.next, reader)
            : "<p>\(reader("web.prove.no-passkey")) <a href=\"\(url: .door(.account, next: nil))\">\(reader("web.account.link"))</a></p>"
        return page(
            "web.prove.title", state,
            "<p class=\"lead\">\(reader("web.prove.\(stepUp.rawValue)"))</p>\(code)\(key)", reader)
    }

    /// Between two sites: the browser sends its strict cookies again from a page of ours.
    static func onward(_ url: SiteURL, _ reader: Reader) -> Page {
        Page(
            title: reader("web.sign-in.title"), section: nil,
            body: "<p><a class=\"button\" href=\"\(url: url)\">\(reader("web.sign-in.go"))</a></p>", refresh: 0,
            refreshTo: url)
    }

    private static func page(_ title: String, _ state: State, _ body: Markup, _ reader: Reader) -> Page {
        Page(
            title: reader(title), section: nil,
            body: """
                <h1>\(reader(title))</h1>\(state.problem.map { Parts(reader: reader).notice($0) })\(body)
                """, scripts: ["passkey.js"])
    }

    /// A form that a script sends with a passkey's answer; hidden where there is no script.
    static func passkey(_ ask: Door, _ answer: Door, next: String?, label: Markup = .empty, _ reader: Reader) -> Markup
    {
        let key = answer == .passkeys ? "web.passkey.add" : "web.passkey.use"
        return """
            <form class="sheet narrow" method="post" action="\(url: .door(answer, next: next))" data-passkey="\(url: .door(ask, next: nil))" \
            data-failed="\(reader("web.passkey.failed"))" hidden>\(label)<p class="row"><button>\(reader(key))</button></p>\
            <p role="status"></p></form>
            """
    }
}
