public import Identity

/// What the web face has to be told.
public struct WebConfiguration: Sendable {
    /// The address to listen on.
    public var host: String
    /// The port to listen on; 0 for any that is free.
    public var port: Int
    /// The names under which the program may be addressed besides the loopback ones. A request that names another
    /// host is refused: that is how a foreign page would reach into a program on this machine (DNS rebinding).
    public var hosts: Set<String>
    /// The certificate, when this program speaks TLS itself.
    public var certificate: CertificateFiles?
    /// Whether a proxy in front speaks TLS with the world. All connections then come from its address.
    public var isBehindProxy: Bool
    /// What a connection may take.
    public var limits: ConnectionLimits
    /// The folder with the libraries that `make vendor` fetches; `nil` or a folder without them is fine.
    public var libraryFolder: String?
    /// The folder for uploads while they are read; only their owner can read it, and they are removed afterwards.
    public var uploadFolder: String
    /// The largest upload in bytes.
    public var uploadLimit: Int
    /// The offset from UTC, in minutes, for times that have no zone of their own.
    public var zoneOffset: Int
    /// How much each may ask for.
    public var rates: RateLimits.Table
    /// The providers of other organisations through which people sign in.
    public var providers: [NamedProvider]
    /// How they are asked.
    public var fetch: ProviderFetch
    /// The clock, in milliseconds since 1970 UTC.
    public var now: @Sendable () -> Int
    /// How long a request waits for work that it began, before it answers how far that is.
    public var patience: Duration
    /// Makes a name for a piece of work that nobody can guess.
    public var newName: @Sendable () -> String

    /// Makes a configuration; what is left out suits a laptop in the Mekong region.
    public init(
        host: String = "127.0.0.1", port: Int = 8080, hosts: Set<String> = [], certificate: CertificateFiles? = nil,
        isBehindProxy: Bool = false, limits: ConnectionLimits = ConnectionLimits(), libraryFolder: String? = nil,
        uploadFolder: String, uploadLimit: Int = 8_000_000_000, zoneOffset: Int = 420,
        patience: Duration = .milliseconds(800),
        rates: RateLimits.Table = .standard, providers: [NamedProvider] = [],
        fetch: @escaping ProviderFetch = { _ in throw IdentityError.provider(.unreachable) },
        now: @escaping @Sendable () -> Int, newName: @escaping @Sendable () -> String = WebConfiguration.randomName
    ) {
        self.host = host
        self.port = port
        self.hosts = hosts
        self.certificate = certificate
        self.isBehindProxy = isBehindProxy
        self.limits = limits
        self.libraryFolder = libraryFolder
        self.uploadFolder = uploadFolder
        self.uploadLimit = uploadLimit
        self.zoneOffset = zoneOffset
        self.patience = patience
        self.rates = rates
        self.providers = providers
        self.fetch = fetch
        self.now = now
        self.newName = newName
    }

    /// A provider with the name that people know it by.
    public struct NamedProvider: Sendable {
        /// The name on the page.
        public var name: String
        /// What it is.
        public var provider: Provider

        /// Makes one.
        public init(name: String, provider: Provider) {
            self.name = name
            self.provider = provider
        }
    }

    /// Whether browsers reach this program over TLS.
    var isEncrypted: Bool { certificate != nil || isBehindProxy }

    /// 128 random bits in hexadecimal.
    public static func randomName() -> String {
        String(UInt64.random(in: .min ... .max), radix: 16) + String(UInt64.random(in: .min ... .max), radix: 16)
    }
}
