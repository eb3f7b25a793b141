import Access
import Hummingbird
import Identity
import Vault

/// Through whose eyes a page is seen: what the bar at the head of every page says.
struct Eyes: Sendable {
    /// Who looks; `nil` for somebody who has not signed in, or has no posting.
    var viewer: Viewer?
    /// Whether somebody has signed in.
    var isSignedIn = false
    /// Whether these are demonstration data.
    var isDemonstration = false
    /// Whether the keys are still locked away: sealed fields cannot be read then.
    var isSealed = false
    /// What forms carry.
    var csrf = ""

    /// Nobody's: for what is drawn outside of a request.
    static let nobodys = Eyes()

    init() {}

    init(_ visitor: Visitor, _ request: Request, _ world: WebWorld) {
        switch visitor {
        case .stranger:
            csrf = world.cookies.value(.browser, of: request).map(Session.csrf(of:)) ?? ""
        case .account(let signedIn):
            (isSignedIn, csrf) = (true, signedIn.session.csrf)
        case .viewer(let signedIn, let viewer):
            (isSignedIn, csrf) = (true, signedIn.session.csrf)
            self.viewer = viewer
        }
        isDemonstration = world.isDemonstration
        isSealed = world.vault.isSealed
    }
}

extension Markup {
    /// The page with the secret in every form that changes something, and for whoever acts under a posting a key, under which
    /// sending it twice does it once: no view can forget them.
    func guarded(for eyes: Eyes, key: () -> String) -> Markup {
        guard !eyes.csrf.isEmpty, text.contains("method=\"post\"") else { return self }
        func hidden(_ name: String, _ value: String) -> Markup {
            "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
        }
        var whole = ""
        var rest = text[...]
        // Texts are escaped: a `<form` can only be ours.
        while let form = rest.firstRange(of: "<form"), let end = rest[form.upperBound...].firstIndex(of: ">") {
            whole += rest[...end]
            if rest[form.lowerBound...end].contains("method=\"post\"") {
                whole += hidden("csrf", eyes.csrf).text
                if eyes.viewer != nil { whole += hidden(Query.key, key()).text }
            }
            rest = rest[rest.index(after: end)...]
        }
        return Markup(finished: whole + rest)
    }
}
