/// What a page hands to `navigator.credentials`. All bytes travel as base64url without padding.
public struct PasskeyRequest: Sendable, Hashable {
    /// The challenge; good once, for five minutes.
    public let challenge: String
    /// The site's domain (`rpId`, or `rp.id`).
    public let site: String
    /// The site's name (`rp.name`).
    public let siteName: String
    /// The passkeys that may answer (`allowCredentials`), or that need not be enrolled again (`excludeCredentials`). Empty
    /// to sign in with whatever passkey the device has for the site.
    public let passkeys: [String]
    /// The account, when a passkey is to be enrolled for it (`user.id`); the name that the device shows (`user.name`).
    public let user: User?
    /// `required` when the passkey must verify its user, `preferred` otherwise (`userVerification`).
    public let userVerification: String
    /// The COSE numbers of what we can verify (`pubKeyCredParams`).
    public let algorithms: [Int]
    /// How long the browser may wait, in milliseconds (`timeout`).
    public let timeout: Int

    /// For whom a passkey is enrolled.
    public struct User: Sendable, Hashable {
        /// The account's identifier, as bytes in base64url.
        public let id: String
        /// Its sign-in name.
        public let name: String
    }

    init(_ challenge: String, _ site: Site, passkeys: [String], user: User? = nil, demandsVerification: Bool) {
        self.challenge = challenge
        self.site = site.id
        siteName = site.name
        self.passkeys = passkeys
        self.user = user
        userVerification = demandsVerification ? "required" : "preferred"
        algorithms = PublicKey.algorithms
        timeout = Ticket.Purpose.askPasskey.lifetime
    }
}
