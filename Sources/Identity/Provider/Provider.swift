/// Another organisation's provider of sign-in (OpenID Connect), as data.
public struct Provider: Sendable, Hashable {
    /// Its issuer, exactly as its tokens say it: `https://login.example.org`.
    public var issuer: String
    /// How it knows us.
    public var clientID: String
    /// Our secret with it.
    public var clientSecret: String
    /// Where it sends the browser back to; an address of ours, registered with it.
    public var redirect: String
    /// Its addresses.
    public var endpoints: Endpoints

    /// Where a provider answers.
    public struct Endpoints: Sendable, Hashable, Decodable {
        /// Where the browser is sent.
        public var authorisation: String
        /// Where the code is exchanged.
        public var token: String
        /// Where its keys are.
        public var keys: String

        /// Makes addresses.
        public init(authorisation: String, token: String, keys: String) {
            self.authorisation = authorisation
            self.token = token
            self.keys = keys
        }

        private enum CodingKeys: String, CodingKey {
            case authorisation = "authorization_endpoint"
            case token = "token_endpoint"
            case keys = "jwks_uri"
        }
    }

    /// Makes a provider.
    public init(issuer: String, clientID: String, clientSecret: String, redirect: String, endpoints: Endpoints) {
        self.issuer = issuer
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.redirect = redirect
        self.endpoints = endpoints
    }
}

/// A request to a provider, to be sent by whoever has the network: over TLS, without following redirects, with an end.
public struct ProviderRequest: Sendable, Hashable {
    /// The address.
    public var url: String
    /// The fields of a form to be posted (`application/x-www-form-urlencoded`); `nil` for `GET`.
    public var form: [String: String]?
}

/// Sends a request and returns the body of the answer, when its status is 200; throws otherwise.
public typealias ProviderFetch = @Sendable (ProviderRequest) async throws -> [UInt8]

/// The beginning of a sign-in through a provider.
public struct ProviderBeginning: Sendable, Hashable {
    /// Where the browser is sent.
    public let url: String
    /// The secret for a cookie of this browser (`__Host-`, `HttpOnly`, `SameSite=Lax`): the answer must come to the browser
    /// that asked.
    public let browser: String
}
