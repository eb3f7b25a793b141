/// Reads JSON (RFC 8259) strictly, and says where it is wrong.
///
/// Why not Foundation's `JSONSerialization` or `JSONDecoder`: they name no line and column, have no limits on depth
/// and size that a caller could set, accept a name twice in silence, and turn long numbers into floating point.
/// A person has to mend the file that we refuse, and an account number must not lose its last digits.
///
///     let value = try JSONReader.value(bytes)
///     value.object?["name"]?.text
public struct JSONReader {
    var source: JSONSource
    let limits: Limits
    private var depth = 0

    init(_ source: JSONSource, limits: Limits) {
        self.source = source
        self.limits = limits
    }

    /// Reads one whole JSON text that is in memory.
    ///
    /// - Parameters:
    ///   - bytes: the text in UTF-8, at most `limits.recordBytes` long (spaces between values do not count).
    ///   - limits: how much is acceptable.
    ///   - line: the number of the first line, when the text is a part of a larger file.
    /// - Throws: `FormatError` with the line and column of the first fault.
    public static func value(_ bytes: [UInt8], limits: Limits = .standard, line: Int = 1) throws -> JSONValue {
        let source = try JSONSource(
            ByteStream(bytes, chunk: max(bytes.count, 1)), limit: limits.recordBytes, line: line)
        var reader = JSONReader(source, limits: limits)
        let value = try reader.value()
        try reader.end()
        return value
    }

    /// Reads one whole JSON text. Throws `FormatError` with the line and column of the first fault.
    public static func value(_ text: String, limits: Limits = .standard) throws -> JSONValue {
        try value(Array(text.utf8), limits: limits)
    }

    // MARK: The grammar, top down

    mutating func value() throws -> JSONValue {
        try source.skipSpace()
        switch try source.peek() {
        case UInt8(ascii: "{"): return .object(try object())
        case UInt8(ascii: "["): return .array(try array())
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        case let byte? where byte == UInt8(ascii: "-") || Self.isDigit(byte): return .number(try number())
        case let found: throw source.place.error(.expected(.value, found: found))
        }
    }

    /// Refuses anything but space after the value.
    mutating func end() throws {
        try source.skipSpace()
        if try source.peek() != nil { throw source.place.error(.trailing) }
    }

    private mutating func object() throws -> JSONObject {
        try enter()
        try source.step()
        var object = JSONObject()
        var names = JSONNames(limit: limits.fields)
        while let (name, place) = try nextName(&names) {
            object.append(name, try value(), at: place)
        }
        depth -= 1
        return object
    }

    private mutating func array() throws -> [JSONValue] {
        try enter()
        try source.step()
        var values: [JSONValue] = []
        while try nextElement(isFirst: values.isEmpty) {
            values.append(try value())
        }
        depth -= 1
        return values
    }

    private mutating func literal(_ word: StaticString, _ value: JSONValue) throws -> JSONValue {
        let start = source.place
        for offset in 0..<word.utf8CodeUnitCount {
            guard try source.peek() == word.utf8Start[offset] else { throw start.error(.badLiteral) }
            try source.step()
        }
        return value
    }

    private mutating func enter() throws {
        depth += 1
        if depth > limits.depth { throw source.place.error(.tooDeep(limits.depth)) }
    }
}

// MARK: Steps that the element reader shares

extension JSONReader {
    /// Where the next byte stands.
    var place: JSONPlace { source.place }

    /// The next byte after space, or `nil` at the end.
    mutating func peek() throws -> UInt8? {
        try source.skipSpace()
        return try source.peek()
    }

    /// Steps over an opening brace or bracket.
    mutating func open() throws {
        try enter()
        try source.step()
    }

    /// Begins a new value with the whole byte budget.
    mutating func renewBudget() {
        source.renewBudget()
    }

    /// Inside an object: the next name and the place of its value, or `nil` after the closing brace.
    mutating func nextName(_ names: inout JSONNames) throws -> (String, JSONPlace)? {
        try source.skipSpace()
        var found = try source.peek()
        if found == UInt8(ascii: "}") {
            try source.step()
            return nil
        }
        if names.count > 0 {
            guard found == UInt8(ascii: ",") else { throw source.place.error(.expected(.commaOrBrace, found: found)) }
            try source.step()
            try source.skipSpace()
            found = try source.peek()
        }
        guard found == UInt8(ascii: "\"") else {
            throw source.place.error(.expected(.name, found: found))
        }
        let place = source.place
        let name = try string()
        if let fault = names.insert(name) { throw place.error(fault) }
        try source.skipSpace()
        let colon = try source.peek()
        guard colon == UInt8(ascii: ":") else { throw source.place.error(.expected(.colon, found: colon)) }
        try source.step()
        try source.skipSpace()
        return (name, source.place)
    }

    /// Inside an array: whether another element follows; `false` after the closing bracket.
    mutating func nextElement(isFirst: Bool) throws -> Bool {
        try source.skipSpace()
        let found = try source.peek()
        if found == UInt8(ascii: "]") {
            try source.step()
            return false
        }
        if isFirst { return true }
        guard found == UInt8(ascii: ",") else { throw source.place.error(.expected(.commaOrBracket, found: found)) }
        try source.step()
        return true
    }
}
