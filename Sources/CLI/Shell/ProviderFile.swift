import Foundation
import FoundationNetworking
import Identity
import Web

/// Another organisation's provider of sign-in, from a file, and the network to ask it by.
enum ProviderFile {
    private struct Content: Decodable {
        var name: String
        var issuer: String
        var clientID: String
        var clientSecret: String
    }

    /// Reads a file and asks the provider for its addresses.
    static func read(_ path: String, origin: String) async throws -> WebConfiguration.NamedProvider {
        guard let content = try? JSONDecoder().decode(Content.self, from: Data(try Files.bytes(path))) else {
            throw CLIError.badManifest(path, detail: "name, issuer, clientID, clientSecret")
        }
        let endpoints = try await Identity.discover(issuer: content.issuer, fetch: fetch)
        return WebConfiguration.NamedProvider(
            name: content.name,
            provider: Provider(
                issuer: content.issuer, clientID: content.clientID, clientSecret: content.clientSecret,
                redirect: origin + "/sign-in/back", endpoints: endpoints))
    }

    /// Over TLS only, without following anybody elsewhere, and not for long.
    static let fetch: ProviderFetch = { asked in
        guard let url = URL(string: asked.url), url.scheme == "https" else {
            throw IdentityError.provider(.unreachable)
        }
        var request = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData, timeoutInterval: 10)
        request.setValue("application/json", forHTTPHeaderField: "Accept")
        if let form = asked.form {
            request.httpMethod = "POST"
            request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
            request.httpBody = Data(encode(form).utf8)
        }
        let session = URLSession(configuration: .ephemeral, delegate: StaysHere(), delegateQueue: nil)
        defer { session.finishTasksAndInvalidate() }
        let (data, response) = try await session.data(for: request)
        guard (response as? HTTPURLResponse)?.statusCode == 200, data.count <= 1 << 18 else {
            throw IdentityError.provider(.unreachable)
        }
        return Array(data)
    }

    private static func encode(_ form: [String: String]) -> String {
        let allowed = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return form.sorted { $0.key < $1.key }
            .map { "\($0.key)=\($0.value.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")" }
            .joined(separator: "&")
    }

    private final class StaysHere: NSObject, URLSessionTaskDelegate {
        func urlSession(
            _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
            newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
        ) { completionHandler(nil) }
    }
}
