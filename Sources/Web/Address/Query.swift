/// The named values of an address (`?a=1&b=2`) or of a form, in their order; names may repeat.
struct Query: Sendable, Hashable {
    /// The names and values.
    var items: [Item] = []

    /// A name and its value.
    struct Item: Sendable, Hashable {
        var name: String
        var value: String
    }

    init() {}

    /// Reads `application/x-www-form-urlencoded` text; what is malformed in it is kept as it stands.
    init(parsing text: String) {
        for pair in text.split(separator: "&", omittingEmptySubsequences: true) {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = halves.count == 2 ? Percent.decode(halves[1]) : ""
            items.append(Item(name: Percent.decode(halves[0]), value: value))
        }
    }

    /// The first value of a name, without the spaces around it; `nil` when absent or empty.
    subscript(name: String) -> String? {
        guard let value = items.first(where: { $0.name == name })?.value.trimmed, !value.isEmpty else { return nil }
        return value
    }

    /// The name of the field in which a form carries its key: one that no field of a record can have.
    static let key = "(key)"

    /// The key of a form: sent twice, it does once what it does.
    var key: String? { self[Self.key] }

    /// All values of a name that are not empty.
    func all(_ name: String) -> [String] {
        items.filter { $0.name == name }.map(\.value.trimmed).filter { !$0.isEmpty }
    }

    /// The number of a name inside a range, or the default.
    func number(_ name: String, in range: ClosedRange<Int>, default standard: Int) -> Int {
        guard let text = self[name], let number = Int(text) else { return standard }
        return min(max(number, range.lowerBound), range.upperBound)
    }

    /// Adds a value, unless it is absent or empty.
    mutating func add(_ name: String, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        items.append(Item(name: name, value: value))
    }

    /// Adds a number, unless it is the default.
    mutating func add(_ name: String, _ value: Int, default standard: Int) {
        if value != standard { add(name, String(value)) }
    }

    /// The text for an address, with its `?`; empty when there are no values.
    var suffix: String {
        guard !items.isEmpty else { return "" }
        return "?" + items.map { "\(Percent.encode($0.name))=\(Percent.encode($0.value))" }.joined(separator: "&")
    }
}

extension String {
    /// The text without white space at its ends.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
