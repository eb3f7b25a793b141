/// A JSON value as it was written: nothing is rounded, nothing is reordered.
public enum JSONValue: Equatable, Sendable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// A number, kept as its text.
    case number(JSONNumber)
    /// A text.
    case string(String)
    /// A list.
    case array([JSONValue])
    /// An object, in the order in which its members were written.
    case object(JSONObject)

    /// The text of a string, or `nil` for any other value.
    public var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The truth value, or `nil` for any other value.
    public var bool: Bool? {
        if case .bool(let bool) = self { bool } else { nil }
    }

    /// The number, or `nil` for any other value.
    public var number: JSONNumber? {
        if case .number(let number) = self { number } else { nil }
    }

    /// The elements of a list, or `nil` for any other value.
    public var array: [JSONValue]? {
        if case .array(let values) = self { values } else { nil }
    }

    /// The object, or `nil` for any other value.
    public var object: JSONObject? {
        if case .object(let object) = self { object } else { nil }
    }

    /// A whole number.
    public static func number(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }

    /// A decimal number, or `null` for infinity and not-a-number, which JSON cannot say.
    public static func number(_ value: Double) -> JSONValue { JSONNumber(value).map(JSONValue.number) ?? .null }

    /// A text, or `null` when there is none.
    public static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    /// A text.
    public init(stringLiteral text: String) { self = .string(text) }

    /// A whole number.
    public init(integerLiteral value: Int) { self = .number(value) }

    /// A truth value.
    public init(booleanLiteral bool: Bool) { self = .bool(bool) }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    /// A list.
    public init(arrayLiteral values: JSONValue...) { self = .array(values) }

    /// An object; a name given again replaces the earlier value.
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        var object = JSONObject()
        for (name, value) in members { object[name] = value }
        self = .object(object)
    }
}

/// A JSON number as its text, so that an account number of twenty digits survives the journey.
///
/// Two numbers are equal when they are *written* alike: `1` and `1.0` are not.
public struct JSONNumber: Hashable, Sendable {
    /// The number as it stands in JSON, such as `-12.50e3`.
    public let text: String

    /// Makes a whole number.
    public init(_ value: Int) {
        text = String(value)
    }

    /// Makes a decimal number; `nil` for infinity and not-a-number.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        let whole = value.rounded()
        text = whole == value && abs(value) < 1e15 ? String(Int(whole)) : value.description
    }

    /// For the reader alone, which has checked the grammar.
    init(checked text: String) {
        self.text = text
    }

    /// The value as a whole number, or `nil` when it has a fraction or exponent or does not fit 64 bits.
    public var int: Int? { Int(text) }

    /// The nearest value in floating point, or `nil` when it is beyond its range.
    public var double: Double? {
        guard let value = Double(text), value.isFinite else { return nil }
        return value
    }
}
