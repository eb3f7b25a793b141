import RichPicture

/// What the model's cases are called in the reader's language.
extension Reader {
    /// The name of a kind of entity.
    func name(_ kind: EntityKind) -> String { self("web.kind.\(kind.name)") }

    /// What several of a kind are called.
    func plural(_ kind: EntityKind, _ count: Int) -> String { count == 1 ? name(kind) : self("web.kinds.\(kind.name)") }

    /// What several events of a kind are called.
    func plural(_ kind: EventKind, _ count: Int) -> String { count == 1 ? name(kind) : self("web.events.\(kind.name)") }

    /// The name of a kind of event.
    func name(_ kind: EventKind) -> String { self("web.event.\(kind.name)") }

    /// The name of a property.
    func name(_ property: Property) -> String { self("web.property.\(property.name)") }

    /// The name of a link read from its other end: the company of which somebody is a director.
    func inverseName(_ property: Property) -> String {
        self("web.inverse", ["property": name(property)])
    }

    /// The name of a leg.
    func name(_ leg: Leg) -> String { self("choice.leg.\(leg.rawValue)") }

    /// The name of a stream.
    func name(_ stream: StreamKind) -> String { self("web.stream.\(stream.rawValue)") }

    /// The name of a source's state.
    func name(_ state: Source.State) -> String { self("web.state.\(state.rawValue)") }

    /// The reason of a match.
    func name(_ reason: MatchReason) -> String { self("web.reason.\(reason.rawValue)") }

    /// The name of an edge's kind: an event's or a link's.
    func edgeName(_ kind: String) -> String {
        if let event = EventKind(name: kind) { return name(event) }
        if kind == "proposed" { return self("web.links.proposed") }
        return Property(name: kind).map(name) ?? kind
    }

    /// What a grade means: its three codes in words.
    func meaning(_ grade: Grade) -> String {
        let scheme = grade.scheme.rawValue
        return [
            self("web.grade.scheme", ["scheme": scheme]),
            self("web.grade.\(scheme).source.\(grade.source)"),
            self("web.grade.\(scheme).information.\(grade.information)"),
            self("web.grade.\(scheme).handling.\(grade.handling)"),
        ].joined(separator: " · ")
    }

    /// Confidence 0-4 in a word.
    func confidence(_ value: Int) -> String { self("web.confidence.\(min(max(value, 0), 4))") }
}
