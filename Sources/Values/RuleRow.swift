/// A line of a versioned data file. `-` stands for nothing, `*` for all.
public struct RuleRow: Sendable {
    /// Where it stands.
    public let place: RulePlace
    let cells: [String: String]

    /// The text of a column, which may not be empty.
    public func text(_ column: String) throws(RuleTableError) -> String {
        guard let text = cells[column], !text.isEmpty else { throw RuleTableError(place, .missing(column)) }
        return text
    }

    /// The text of a column, or nothing for `-`.
    public func optional(_ column: String) throws(RuleTableError) -> String? {
        let text = try text(column)
        return text == "-" ? nil : text
    }

    /// A whole number within bounds.
    public func whole(_ column: String, in bounds: ClosedRange<Int>) throws(RuleTableError) -> Int {
        let text = try text(column)
        guard let number = Int(text), bounds.contains(number) else {
            throw RuleTableError(
                place, .notUnderstood(text, expected: "\(bounds.lowerBound) … \(bounds.upperBound)"))
        }
        return number
    }

    /// A whole number within bounds, or nothing for `-`.
    public func optionalWhole(_ column: String, in bounds: ClosedRange<Int>) throws(RuleTableError) -> Int? {
        try optional(column) == nil ? nil : try whole(column, in: bounds)
    }

    /// Yes or no.
    public func flag(_ column: String) throws(RuleTableError) -> Bool {
        let text = try text(column)
        guard text == "yes" || text == "no" else {
            throw RuleTableError(place, .notUnderstood(text, expected: "yes, no"))
        }
        return text == "yes"
    }

    /// One of a closed set.
    public func choice<Choice: CaseIterable & RawRepresentable<String>>(
        _ column: String, _ type: Choice.Type
    ) throws(RuleTableError) -> Choice {
        try Self.choice(try text(column), type, at: place)
    }

    /// Several of a closed set, with commas between them.
    public func choices<Choice: CaseIterable & RawRepresentable<String>>(
        _ column: String, _ type: Choice.Type
    ) throws(RuleTableError) -> [Choice] {
        let text = try text(column)
        if text == "*" { return Array(Choice.allCases) }
        var choices: [Choice] = []
        for item in try items(column) { choices.append(try Self.choice(item, type, at: place)) }
        return choices
    }

    /// Words with commas between them; none for `-`.
    public func items(_ column: String) throws(RuleTableError) -> [String] {
        guard let text = try optional(column) else { return [] }
        return text.split(separator: ",").map { String($0.drop { $0 == " " }) }
    }

    private static func choice<Choice: CaseIterable & RawRepresentable<String>>(
        _ text: String, _ type: Choice.Type, at place: RulePlace
    ) throws(RuleTableError) -> Choice {
        guard let choice = Choice(rawValue: text) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw RuleTableError(place, .notUnderstood(text, expected: known))
        }
        return choice
    }
}
