public import Words

/// Why the server does not begin to listen.
public enum ListenProblem: Explained, Equatable {
    /// The address can be reached from other machines, and nothing hides what is said.
    case plain(host: String)
    /// The certificate cannot be read.
    case badCertificate(path: String)
    /// The key cannot be read.
    case badKey(path: String)
    /// Everybody on this machine can read the key.
    case openKey(path: String)
    /// The key does not belong to the certificate.
    case keyOfAnother(certificate: String, key: String)

    /// The problem in words.
    public var phrase: Phrase {
        switch self {
        case .plain(let host): Phrase("web.listen.plain", ["host": host])
        case .badCertificate(let path): Phrase("web.listen.certificate", ["path": path])
        case .badKey(let path): Phrase("web.listen.key", ["path": path])
        case .openKey(let path): Phrase("web.listen.open-key", ["path": path])
        case .keyOfAnother(let certificate, let key):
            Phrase("web.listen.key-of-another", ["certificate": certificate, "key": key])
        }
    }

    /// Throws `plain` when an address can be reached from elsewhere and what is said there is neither encrypted here
    /// nor, as the operator says, by a proxy in front.
    static func requireHidden(_ configuration: WebConfiguration) throws(ListenProblem) {
        guard configuration.certificate == nil, !configuration.isBehindProxy, !isLoopback(configuration.host) else {
            return
        }
        throw .plain(host: configuration.host)
    }

    /// Whether an address is this machine's own. Of names only `localhost` is: others may lead anywhere.
    static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host == "::1" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return parts.count == 4 && parts.allSatisfy { $0 != nil } && parts.first == 127
    }
}
