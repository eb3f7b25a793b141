/// A statement in SQL, with its values bound and never spliced in.
///
///     let sql: SQL = "SELECT id FROM entity WHERE kind = \(kind) AND label IN \(labels)"
///
/// An interpolated value becomes a parameter; an interpolated `SQL` is inserted as it is. The text holds `?`
/// for each parameter; the PostgreSQL driver writes them as `$1`, `$2`, … Literal question marks are not used.
///
/// `SQL("… \(x)")` is a literal, too, and binds `x`. A parameter whose type PostgreSQL cannot infer must not be `NULL`
/// (`\(x) IS NULL`): decide such things in Swift.
public struct SQL: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// The statement, with `?` for each parameter.
    public var text: String
    /// The parameters, in order.
    public var arguments: [Value]

    /// Makes a statement from its text and parameters.
    public init(_ text: String, _ arguments: [Value] = []) {
        self.text = text
        self.arguments = arguments
    }

    /// Makes a statement without parameters.
    public init(stringLiteral text: String) { self.init(text) }

    /// Makes a statement from an interpolated literal.
    public init(stringInterpolation: StringInterpolation) {
        self.init(stringInterpolation.text, stringInterpolation.arguments)
    }

    /// Joins two statements.
    public static func + (left: SQL, right: SQL) -> SQL {
        SQL(left.text + right.text, left.arguments + right.arguments)
    }

    /// Joins several conditions: `a AND b AND c`; `1 = 1` for none.
    public static func all(_ conditions: [SQL]) -> SQL {
        guard var joined = conditions.first else { return "1 = 1" }
        for condition in conditions.dropFirst() { joined = joined + " AND " + condition }
        return joined
    }

    /// Collects the pieces of an interpolated statement.
    public struct StringInterpolation: StringInterpolationProtocol {
        var text = ""
        var arguments: [Value] = []

        /// Makes an empty interpolation.
        public init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

        /// Appends SQL text.
        public mutating func appendLiteral(_ literal: String) { text += literal }

        /// Inserts another statement with its parameters.
        public mutating func appendInterpolation(_ sql: SQL) {
            text += sql.text
            arguments += sql.arguments
        }

        /// Inserts a name of a table, column or alias as it stands. Only for names that our own source spells out.
        public mutating func appendInterpolation(raw name: String) { text += name }

        /// Binds a value.
        public mutating func appendInterpolation(_ value: Value) {
            text += "?"
            arguments.append(value)
        }

        /// Binds a whole number, or `NULL`.
        public mutating func appendInterpolation(_ value: Int?) {
            appendInterpolation(value.map { Value.integer(Int64($0)) } ?? .null)
        }

        /// Binds a number, or `NULL`.
        public mutating func appendInterpolation(_ value: Double?) {
            appendInterpolation(value.map { Value.real($0) } ?? .null)
        }

        /// Binds a text, or `NULL`.
        public mutating func appendInterpolation(_ value: String?) {
            appendInterpolation(value.map { Value.text($0) } ?? .null)
        }

        /// Binds bytes.
        public mutating func appendInterpolation(_ value: [UInt8]) { appendInterpolation(Value.blob(value)) }

        /// Binds a list for `IN`: `(?, ?, ?)`; an empty list matches nothing.
        public mutating func appendInterpolation(_ values: [Int]) {
            appendList(values.map { .integer(Int64($0)) })
        }

        /// Binds a list for `IN`: `(?, ?, ?)`; an empty list matches nothing.
        public mutating func appendInterpolation(_ values: [String]) {
            appendList(values.map { .text($0) })
        }

        private mutating func appendList(_ values: [Value]) {
            text += values.isEmpty ? "(NULL)" : "(" + values.map { _ in "?" }.joined(separator: ", ") + ")"
            arguments += values
        }
    }
}
