/// One value as the database holds it: the five types that SQLite and PostgreSQL share here.
public enum Value: Sendable, Hashable {
    /// No value.
    case null
    /// A whole number of 64 bits. Times are milliseconds since 1970 UTC; money is minor units.
    case integer(Int64)
    /// A floating-point number: coordinates, never money.
    case real(Double)
    /// Text in UTF-8, compared byte by byte.
    case text(String)
    /// Bytes.
    case blob([UInt8])
}

/// A row of a result, read by position.
///
/// Positions follow the `SELECT` list, which stands a few lines above the code that reads it.
public struct Row: Sendable, Hashable {
    /// The values, in the order of the `SELECT` list.
    public var values: [Value]

    /// Makes a row.
    public init(_ values: [Value]) { self.values = values }

    /// The whole number at a position; 0 when it is `NULL` or of another type.
    public func int(_ position: Int) -> Int { optionalInt(position) ?? 0 }

    /// The whole number at a position, or `nil`.
    public func optionalInt(_ position: Int) -> Int? {
        if case .integer(let value) = values[position] { Int(value) } else { nil }
    }

    /// The number at a position, or `nil`. A whole number is widened.
    public func optionalReal(_ position: Int) -> Double? {
        switch values[position] {
        case .real(let value): value
        case .integer(let value): Double(value)
        default: nil
        }
    }

    /// The text at a position; empty when it is `NULL` or of another type.
    public func text(_ position: Int) -> String { optionalText(position) ?? "" }

    /// The text at a position, or `nil`.
    public func optionalText(_ position: Int) -> String? {
        if case .text(let value) = values[position] { value } else { nil }
    }

    /// The bytes at a position; empty when it is `NULL` or of another type.
    public func blob(_ position: Int) -> [UInt8] {
        if case .blob(let value) = values[position] { value } else { [] }
    }
}
