/// Names of accounts on social and messaging services: `service:name`.
public enum Handle {
    /// The handle, from `@name`, `service:name` or the address of a profile page.
    public static func normalise(_ raw: String, country: String? = nil) -> Result<Normalised, IdentifierProblem> {
        var text = raw.lowercased().filter { !$0.isWhitespace }
        if text.isEmpty { return .failure(.empty) }
        for prefix in ["https://", "http://", "www.", "m."] where text.hasPrefix(prefix) {
            text.removeFirst(prefix.count)
        }
        var service: String?
        let path = text.split(separator: "/").map(String.init)
        if path.count >= 2, path[0].contains(".") {
            service = services[path[0]] ?? path[0]
            text = path[1].split(separator: "?").first.map(String.init) ?? ""
        } else if let colon = text.firstIndex(of: ":") {
            service = String(text[..<colon])
            text = String(text[text.index(after: colon)...])
        }
        if text.hasPrefix("@") { text.removeFirst() }
        guard !text.isEmpty, text.unicodeScalars.count <= 64, !text.contains("/") else {
            return .failure(.unreadable(.handle))
        }
        let value = service.map { "\($0):\(text)" } ?? text
        return .success(
            Normalised(
                value, display: service.map { "@\(text) (\($0))" } ?? "@\(text)",
                notes: service == nil ? [.unscoped] : []))
    }

    private static let services = [
        "facebook.com": "facebook", "fb.com": "facebook", "t.me": "telegram", "line.me": "line", "wa.me": "whatsapp",
        "instagram.com": "instagram", "tiktok.com": "tiktok", "twitter.com": "x", "x.com": "x", "vk.com": "vk",
    ]
}
