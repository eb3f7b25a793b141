/// A catalogue key with stars for what is known only when the program runs: `web.step.*.text`, `web.bad-*`.
struct KeyPattern {
    private let parts: [Substring]

    init(_ text: String) {
        parts = text.split(separator: ".")
    }

    /// What stands for each star in a key; nil when the key is not of this pattern. No star is empty or has a dot.
    func stars(in key: String) -> [String]? {
        let found = key.split(separator: ".")
        guard found.count == parts.count else { return nil }
        var stars: [String] = []
        for (part, text) in zip(parts, found) where part != text {
            let before = part.prefix { $0 != "*" }
            let after = part.dropFirst(before.count + 1)
            guard part.contains("*"), text.count > before.count + after.count, text.hasPrefix(before),
                text.hasSuffix(after)
            else { return nil }
            stars.append(String(text.dropFirst(before.count).dropLast(after.count)))
        }
        return stars
    }
}
