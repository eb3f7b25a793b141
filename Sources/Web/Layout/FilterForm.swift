import RichPicture

/// The fields of a filter, the same on every page that has one.
struct FilterForm: Sendable {
    let reader: Reader

    /// Checkboxes for the choices that occur, with their counts, and for those that are chosen. Without counts, the
    /// choices of `all` that are chosen.
    func choices(
        _ name: String, _ title: String, _ counted: [(value: String, text: String, count: Int)], chosen: [String],
        all: [(value: String, text: String)]
    ) -> Markup {
        let missing = all.filter { choice in
            chosen.contains(choice.value) && !counted.contains { $0.value == choice.value }
        }
        let lines =
            counted.map { box(name, $0.value, $0.text, $0.count, chosen) }
            + missing.map { box(name, $0.value, $0.text, nil, chosen) }
        guard !lines.isEmpty else { return .empty }
        return "<fieldset><legend>\(title)</legend>\(Markup.joined(lines))</fieldset>"
    }

    private func box(_ name: String, _ value: String, _ text: String, _ count: Int?, _ chosen: [String]) -> Markup {
        """
        <label class="check"><input type="checkbox" name="\(name)" value="\(value)"\(if: chosen.contains(value), " checked")> \
        \(text)\(count.map { " <span class=\"n\">\(reader.number($0))</span>" })</label>
        """
    }

    /// The least confidence.
    func grade(_ chosen: Int) -> Markup {
        let options = (0...4).map { value -> Markup in
            "<option value=\"\(value)\"\(if: value == chosen, " selected")>\(reader.confidence(value))</option>"
        }
        return "<label>\(reader("web.filter.grade"))<select name=\"grade\">\(Markup.joined(options))</select></label>"
    }

    /// First and last day.
    func period(_ filter: FilterState) -> Markup {
        """
        <div class="pair"><label>\(reader("web.filter.from"))<input type="\(kind(filter.from))" name="from" value="\(filter.from ?? "")"></label>
        <label>\(reader("web.filter.until"))<input type="\(kind(filter.until))" name="until" value="\(filter.until ?? "")"></label></div>
        """
    }

    // A date alone, unless a minute was chosen (by a bar of a timeline).
    private func kind(_ value: String?) -> String { (value?.count ?? 0) > 10 ? "datetime-local" : "date" }

    /// The filter that network, map and timeline share: time, kinds of event and link, grade, streams.
    func shared(_ filter: FilterState, kinds: [String]) -> Markup {
        let kinds = kinds.map { ($0, reader.edgeName($0)) }
        let streams = StreamKind.allCases.map { ($0.rawValue, reader.name($0)) }
        return """
            \(period(filter))
            \(grade(filter.grade))
            \(folded("kind", reader("web.filter.events"), kinds, filter.kinds))
            \(folded("stream", reader("web.filter.stream"), streams, filter.streams))
            \(legs(filter))
            """
    }

    /// On which leg of the way the contributors work.
    func legs(_ filter: FilterState) -> Markup {
        folded("leg", reader("web.filter.leg"), Leg.allCases.map { ($0.rawValue, reader.name($0)) }, filter.legs)
    }

    private func folded(_ name: String, _ title: String, _ choices: [(value: String, text: String)], _ chosen: [String])
        -> Markup
    {
        """
        <details\(if: !chosen.isEmpty, " open")><summary>\(title)\(if: !chosen.isEmpty, " · \(chosen.count)")</summary>\
        \(Markup.joined(choices.map { box(name, $0.value, $0.text, nil, chosen) }))</details>
        """
    }
}
