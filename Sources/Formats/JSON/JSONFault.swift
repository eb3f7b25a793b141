import Words

/// What can be wrong with a JSON text.
enum JSONFault: Equatable {
    /// What may stand at a place.
    enum Expected: Equatable {
        case value, name, colon, commaOrBrace, commaOrBracket, list, object
    }

    case expected(Expected, found: UInt8?)
    case badNumber
    case badLiteral
    case badEscape
    case loneSurrogate
    case controlInText(UInt8)
    case notUTF8
    case tooDeep(Int)
    case tooLarge(Int)
    case textTooLong(Int)
    case tooManyMembers(Int)
    case duplicateName(String)
    case trailing
    case noList(String)

    var phrase: Phrase {
        switch self {
        case .expected(_, found: nil): Phrase("json.ended-early")
        case .expected(let what, let found?): Self.phrase(what, ["found": Self.name(found)])
        case .badNumber: Phrase("json.bad-number")
        case .badLiteral: Phrase("json.bad-literal")
        case .badEscape: Phrase("json.bad-escape")
        case .loneSurrogate: Phrase("json.lone-surrogate")
        case .controlInText(let byte): Phrase("json.control-in-text", ["code": String(byte)])
        case .notUTF8: Phrase("json.not-utf8")
        case .tooDeep(let limit): Phrase("json.too-deep", ["limit": String(limit)])
        case .tooLarge(let limit): Phrase("json.too-large", ["limit": String(limit)])
        case .textTooLong(let limit): Phrase("json.text-too-long", ["limit": String(limit)])
        case .tooManyMembers(let limit): Phrase("json.too-many-members", ["limit": String(limit)])
        case .duplicateName(let name): Phrase("json.duplicate-name", ["name": name])
        case .trailing: Phrase("json.trailing")
        case .noList(let name): Phrase("json.no-list", ["name": name])
        }
    }

    private static func phrase(_ expected: Expected, _ found: [String: String]) -> Phrase {
        switch expected {
        case .value: Phrase("json.expected-value", found)
        case .name: Phrase("json.expected-name", found)
        case .colon: Phrase("json.expected-colon", found)
        case .commaOrBrace: Phrase("json.expected-comma-or-brace", found)
        case .commaOrBracket: Phrase("json.expected-comma-or-bracket", found)
        case .list: Phrase("json.expected-list", found)
        case .object: Phrase("json.expected-object", found)
        }
    }

    /// A byte as it can be found in an editor: the character, or its code.
    private static func name(_ byte: UInt8) -> String {
        byte > 0x20 && byte < 0x7F ? String(UnicodeScalar(byte)) : "0x" + String(byte, radix: 16, uppercase: true)
    }
}

extension JSONPlace {
    /// The error for a fault at this place.
    func error(_ fault: JSONFault) -> FormatError { error(fault.phrase) }

    /// The error for any problem at this place.
    func error(_ problem: Phrase) -> FormatError { FormatError(line: line, column: column, problem: problem) }
}
