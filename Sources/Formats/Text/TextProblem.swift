public import Words

/// What can be wrong with a file of records: text, delimited or a workbook's rows.
public enum TextProblem: Explained, Equatable {
    /// The machine's C library cannot read this encoding.
    case encodingMissing(TextEncoding)
    /// A byte that belongs to no character.
    case malformedByte
    /// The byte 0, which stands in no text.
    case zeroByte
    /// Text between a closing quote and the next separator.
    case textAfterQuote
    /// A quote that is opened and never closed.
    case openQuote
    /// A record longer than the limit, in bytes.
    case recordTooLong(limit: Int)
    /// A field, by its number from 1, longer than the limit, in bytes.
    case fieldTooLong(field: Int, limit: Int)
    /// More fields in one record than the limit.
    case tooManyFields(limit: Int)

    /// The problem as words for the person who sent the file.
    public var phrase: Phrase {
        switch self {
        case .encodingMissing(let encoding): Phrase("text.encoding-missing", ["encoding": encoding.name])
        case .malformedByte: Phrase("text.malformed-byte")
        case .zeroByte: Phrase("text.zero-byte")
        case .textAfterQuote: Phrase("text.text-after-quote")
        case .openQuote: Phrase("text.open-quote")
        case .recordTooLong(let limit): Phrase("text.record-too-long", ["limit": "\(limit)"])
        case .fieldTooLong(let field, let limit):
            Phrase("text.field-too-long", ["field": "\(field)", "limit": "\(limit)"])
        case .tooManyFields(let limit): Phrase("text.too-many-fields", ["limit": "\(limit)"])
        }
    }
}
