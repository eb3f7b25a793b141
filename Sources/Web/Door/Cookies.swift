import HTTPTypes
import Hummingbird

/// The cookies of this site: secrets that a script cannot read and that no other site's page can make a browser send.
///
/// Over TLS their names begin with `__Host-`, which browsers accept from this very host only, with `Secure`. Without TLS the
/// program is reached from its own machine alone, and there some browsers refuse `Secure`: then they have plain names.
struct Cookies: Sendable {
    let isEncrypted: Bool

    /// What a cookie is for.
    enum Use: String, Sendable, CaseIterable {
        /// The session.
        case session = "daybreak"
        /// A browser that has not signed in: what the forms of signing in are bound to.
        case browser = "daybreak-browser"
        /// Half a sign-in.
        case ticket = "daybreak-ticket"
        /// A sign-in that is away at another organisation's provider.
        case provider = "daybreak-provider"
    }

    /// The name of a cookie.
    func name(_ use: Use) -> String { (isEncrypted ? "__Host-" : "") + use.rawValue }

    /// The value that a request brings.
    func value(_ use: Use, of request: Request) -> String? {
        let name = name(use)
        for field in request.headers[values: .cookie] {
            for pair in field.split(separator: ";") {
                let halves = pair.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
                if halves.count == 2, halves[0] == name, !halves[1].isEmpty { return halves[1] }
            }
        }
        return nil
    }

    /// Gives a cookie. It goes with the browser, unless it is the half of something that ends in minutes.
    func give(_ use: Use, _ value: String, to response: inout Response) {
        // The provider sends the browser back from another site: with Strict its cookie would stay at home.
        let site = use == .provider ? "Lax" : "Strict"
        let age = use == .ticket || use == .provider ? "; Max-Age=300" : ""
        set("\(name(use))=\(value); Path=/; HttpOnly; SameSite=\(site)\(age)", response: &response)
    }

    /// Takes a cookie away.
    func take(_ use: Use, from response: inout Response) {
        set("\(name(use))=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0", response: &response)
    }

    private func set(_ text: String, response: inout Response) {
        response.headers.append(HTTPField(name: .setCookie, value: text + (isEncrypted ? "; Secure" : "")))
    }
}
