/// A JSON value, as documents are compared and projected field by field.
public enum Tree: Sendable, Hashable, Codable {
    case null
    case flag(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case list([Tree])
    case object([String: Tree])

    /// Reads any JSON value.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        // What documents hold most comes first: each attempt that fails costs an error.
        if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Int.self) {
            self = .integer(value)
        } else if let value = try? container.decode([String: Tree].self) {
            self = .object(value)
        } else if let value = try? container.decode(Bool.self) {
            self = .flag(value)
        } else if let value = try? container.decode([Tree].self) {
            self = .list(value)
        } else {
            self = .number(try container.decode(Double.self))
        }
    }

    /// Writes the value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .flag(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .text(let value): try container.encode(value)
        case .list(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}

/// The fields of a record by name.
public typealias Document = [String: Tree]

extension Record {
    /// The record as a document.
    func document() throws -> Document {
        guard case .object(let fields) = try Tree(of: self) else { return [:] }
        return fields
    }

    /// The record that a document holds, where what nobody has said is empty; throws a `DecodingError` that names the
    /// field that does not fit.
    init(document: Document) throws {
        let empty = Self.fields.filter { !$0.isOptional }.map { ($0.name, $0.empty) }
        let whole = document.merging(empty) { said, _ in said }
        self = try Tree.object(whole).value()
    }
}
