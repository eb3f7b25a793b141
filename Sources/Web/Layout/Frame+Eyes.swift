import Access

/// The bar above every page: whose eyes these are, and the way to the own account.
extension Frame {
    var bar: Markup {
        guard eyes.isSignedIn || eyes.isDemonstration else { return .empty }
        return """
            <aside class="eyes\(if: eyes.isDemonstration, " demonstration")" aria-label="\(reader("web.eyes"))">\
            \(if: eyes.isDemonstration, "<strong>\(reader("web.eyes.demonstration"))</strong> ")\
            <span>\(whose)</span>\(if: eyes.isSealed && eyes.isSignedIn, " <span class=\"sealed\">\(reader("web.eyes.sealed"))</span>")\
            <span class="ways">\(ways)</span></aside>
            """
    }

    private var whose: Markup {
        guard let viewer = eyes.viewer else { return "\(reader("web.eyes.nobody"))" }
        let role = reader("web.role.\(viewer.standing.role.rawValue)")
        return "\(reader("web.eyes.whose", ["name": viewer.name, "role": role, "organisation": viewer.organisation]))"
    }

    private var ways: Markup {
        if eyes.isDemonstration {
            return "<a class=\"button\" href=\"\(url: .door(.eyes, next: nil))\">\(reader("web.eyes.switch"))</a>"
        }
        return """
            <a href="\(url: .door(.postings, next: nil))">\(reader("web.postings.link"))</a> \
            <a href="\(url: .door(.account, next: nil))">\(reader("web.account.link"))</a> \
            <form method="post" action="\(url: .door(.signOut, next: nil))"><button>\(reader("web.sign-out"))</button></form>
            """
    }
}
