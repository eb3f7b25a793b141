public import Words

/// What one of the first rows of a file would become, to be said in the reader's language.
public struct PreviewFact: Sendable, Hashable {
    /// An entity as a preview calls it: nothing is in the picture yet.
    struct Name: Sendable, Hashable {
        var kind: EntityKind
        /// Its identifier or key; empty for somebody whom one line mentions.
        var text: String
        /// That line, for a mention.
        var line: Int?
    }

    /// What is said of it.
    enum Said: Sendable, Hashable {
        case event(EventKind, to: Name?, start: String, seconds: Int?, place: Name?)
        case value(Property, String)
        case link(Property, Name)
    }

    var subject: Name
    var said: Said

    /// The fact as a sentence: `Call: Phone 66812345678 → Phone 66898765432, 2026-06-01T08:15:22+07:00, 205 s`.
    public func text(in words: Catalogue) -> String {
        let who = Self.text(subject, in: words)
        switch said {
        case .value(let property, let value): return Self.pair(who, property, value, in: words)
        case .link(let property, let other): return Self.pair(who, property, Self.text(other, in: words), in: words)
        case .event(let kind, let other, let start, let seconds, let place):
            var arguments = ["event": words("web.event.\(kind.name)"), "who": who, "start": start]
            arguments["whom"] = other.map { Self.text($0, in: words) }
            var text = words(other == nil ? "picture.fact.event" : "picture.fact.event-to", arguments)
            if let seconds { text = words("picture.fact.lasts", ["fact": text, "seconds": String(seconds)]) }
            if let place { text = words("picture.fact.place", ["fact": text, "place": Self.text(place, in: words)]) }
            return text
        }
    }

    private static func pair(_ who: String, _ property: Property, _ value: String, in words: Catalogue) -> String {
        let name = words("web.property.\(property.name)")
        return words("picture.fact.value", ["who": who, "property": name, "value": value])
    }

    private static func text(_ name: Name, in words: Catalogue) -> String {
        let kind = words("web.kind.\(name.kind.name)")
        if let line = name.line { return words("picture.fact.mention", ["kind": kind, "line": String(line)]) }
        return words("picture.fact.name", ["kind": kind, "name": name.text])
    }
}
